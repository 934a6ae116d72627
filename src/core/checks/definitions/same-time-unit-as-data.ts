import type { ShowAs } from "../../text/format";
import { showMetric } from "../../text/format";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import { openSide } from "../open-units";
import { rescale, rescaleData } from "../rescale";
import { measuresTime, timeMisfit } from "../time-misfits";
import { statistics, stepOf, thresholdsOf } from "../units";

/** Below a day and with thresholds of minutes and seconds: Excel reads a typed 3:25 as 3 hours and 25 minutes. */
const DAY = 86_400;
const HOUR = 3600;

const TALK = { ...LINEAR, Metric: "AHT", "Zero at": 300, "Full at": 180 };
const AS_TIMES = { ...TALK, "Zero at": 300 / DAY, "Full at": 180 / DAY };
const timeColumns = ["AHT", "Zero at", "Full at"];
const talk = (...values: readonly number[]) =>
  values.map((AHT, index) => ({ "Agent ID": String(index + 1), Period: "2026-10", AHT }));

export default defineCheck<{
  indicator: string;
  metric: string;
  threshold: number;
  value: number;
  factor: number;
  /** 1 where hours and minutes were probably typed as minutes and seconds. */
  clock: number;
  showAs: ShowAs;
}>()({
  id: "same-time-unit-as-data",
  severity: "error",
  title: { en: "Thresholds and data are in the same unit of time", "zh-CN": "阈值与数据的时间单位一致" },
  message: {
    en: ({ indicator, metric, threshold, value, factor, clock, showAs }) => ({
      what: `The thresholds of “${indicator}” (${showMetric(threshold, showAs, "en")}) and the values of “${metric}” (such as ${showMetric(value, showAs, "en")}) differ by a factor of ${factor}.`,
      why: clock
        ? "Excel reads 3:25 typed by a person as 3 hours and 25 minutes."
        : "They are in different units of time: points would come out far from what is meant.",
      how: "Say which is meant, and write both the same way.",
    }),
    "zh-CN": ({ indicator, metric, threshold, value, factor, clock, showAs }) => ({
      what: `“${indicator}”的阈值（${showMetric(threshold, showAs, "zh-CN")}）与“${metric}”的数据（如 ${showMetric(value, showAs, "zh-CN")}）相差 ${factor} 倍。`,
      why: clock ? "直接输入 3:25，Excel 会当作 3 小时 25 分。" : "两者的时间单位不同：得分会与本意相去甚远。",
      how: "请确认是哪一种，并统一写法。",
    }),
  },
  check: (subject, report) => {
    const { known, metrics } = subject;
    for (const each of known) {
      const thresholds = thresholdsOf(each).filter(({ value }) => value !== 0);
      const column = thresholds.length > 0 ? metrics?.column(each.indicator.metric) : undefined;
      if (!metrics || !column || !measuresTime(each.indicator, column) || openSide(subject, each)) continue;
      const data = statistics(column);
      const factor = timeMisfit(thresholds, data);
      if (factor === undefined) continue;
      const { values, showAs } = column;
      const isDuration = showAs === "duration";
      const step = stepOf(each);
      const mend = rescale(step ? [...thresholds, step] : thresholds, factor, isDuration);
      const clock = isDuration && factor === 60 && data.highest < DAY && thresholds.every(({ value }) => value < HOUR);
      const cells = clock ? [...values.keys()].filter((row) => values[row]! > 0) : [];
      const asMinutes = rescaleData(
        cells.map((row) => ({ at: metrics.placeAt(row, column.column), value: values[row]! })),
        1 / 60,
        true,
        { en: "The data are minutes and seconds", "zh-CN": "数据是分和秒" },
      );
      report(
        thresholds[0]!.at,
        {
          indicator: each.indicator.name,
          metric: column.header,
          threshold: thresholds[0]!.value,
          value: data.example,
          factor: Math.round(Math.max(factor, 1 / factor)),
          clock: Number(clock),
          showAs,
        },
        { related: thresholds.slice(1).map(({ at }) => at), fixes: clock ? [asMinutes, mend] : [mend] },
      );
    }
  },
  valid: [
    exampleOf([TALK], { Metrics: talk(205, 250, 700) }),
    exampleOf([{ ...LINEAR, Metric: "Sales", "Zero at": 100, "Full at": 300 }], {
      Metrics: [{ "Agent ID": "1", Period: "2026-10", Sales: 3 }],
    }),
    exampleOf([AS_TIMES], { Metrics: talk(205 / DAY), timeColumns }),
  ],
  invalid: [
    { tables: exampleOf([TALK], { Metrics: talk(3.4, 4.2, 2.9) }), at: ["Rubric!E2"] },
    { tables: exampleOf([{ ...TALK, "Zero at": 5, "Full at": 3 }], { Metrics: talk(205, 290) }), at: ["Rubric!E2"] },
    { tables: exampleOf([TALK], { Metrics: talk(205 / DAY, 290 / DAY) }), at: ["Rubric!E2"] },
    {
      tables: exampleOf([{ ...TALK, "Zero at": 5, "Full at": 3 }], { Metrics: talk(205 / DAY, 290 / DAY) }),
      at: ["Rubric!E2"],
    },
    { tables: exampleOf([AS_TIMES], { Metrics: talk(12300 / DAY, 17400 / DAY), timeColumns }), at: ["Rubric!E2"] },
  ],
});
