import type { TimeUnit } from "../../cell/duration";
import { durationCell, inUnit, TIME_UNITS } from "../../cell/duration";
import { showDuration, showNumber } from "../../text/format";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import type { Fix } from "../finding";
import { openSide } from "../open-units";
import type { Threshold } from "../units";
import { thresholdsOf } from "../units";

const UNITS: Readonly<Record<TimeUnit, { readonly en: string; readonly "zh-CN": string }>> = {
  second: { en: "seconds", "zh-CN": "秒" },
  minute: { en: "minutes", "zh-CN": "分钟" },
  hour: { en: "hours", "zh-CN": "小时" },
};

/** The thresholds written so that the unit is known: as durations, or as numbers in the unit of the data. */
function mends(thresholds: readonly Threshold[], side: "thresholds" | "data"): readonly Fix[] {
  return (Object.keys(TIME_UNITS) as TimeUnit[]).map((unit) => ({
    kind: "suggestion",
    label: {
      en: side === "thresholds" ? `The thresholds are ${UNITS[unit].en}` : `The data are ${UNITS[unit].en}`,
      "zh-CN": side === "thresholds" ? `阈值的单位是${UNITS[unit]["zh-CN"]}` : `数据的单位是${UNITS[unit]["zh-CN"]}`,
    },
    edits: thresholds.map(({ at, value }) =>
      side === "thresholds"
        ? { ...at, ...durationCell(inUnit(value, TIME_UNITS[unit])) }
        : { ...at, value: inUnit(value, 1 / TIME_UNITS[unit]), numberFormat: "General" },
    ),
  }));
}

const TALK = { ...LINEAR, Metric: "AHT", "Zero at": 300, "Full at": 180 };
/** 3:25 and 5:00 as Excel holds them. */
const [AHT, LONG, SHORT] = [205 / 86400, 300 / 86400, 180 / 86400];
const Metrics = [{ "Agent ID": "1", Period: "2026-10", AHT }];
/** Values so far apart that thresholds in any unit lie among them. */
const spread = (unit: number) =>
  [205, 5000, 90_000, 800_000].map((seconds, index) => ({
    "Agent ID": String(index + 1),
    Period: "2026-10",
    AHT: seconds / unit,
  }));
const [timeColumns, timeEnds] = [
  ["AHT", "AHT (sec)"],
  ["Zero at", "Full at"],
];

export default defineCheck<{ indicator: string; metric: string; side: "thresholds" | "data"; value: number }>()({
  id: "time-unit-stated",
  severity: "error",
  title: { en: "The unit of a duration is stated on both sides", "zh-CN": "时长的单位两边都已写明" },
  message: {
    en: ({ indicator, metric, side, value }) => ({
      what:
        side === "thresholds"
          ? `“${metric}” holds durations, and the thresholds of “${indicator}” (${showNumber(value, "en")}) have no unit.`
          : `The thresholds of “${indicator}” are durations (${showDuration(value)}), and the values of “${metric}” have no unit.`,
      why: "Seconds taken for minutes are sixty times too large: everybody would earn everything or nothing.",
      how: "Say which unit is meant, or name it in the header: “AHT (sec)”.",
    }),
    "zh-CN": ({ indicator, metric, side, value }) => ({
      what:
        side === "thresholds"
          ? `“${metric}”是时长，而“${indicator}”的阈值（${showNumber(value, "zh-CN")}）没有单位。`
          : `“${indicator}”的阈值是时长（${showDuration(value)}），而“${metric}”的数据没有单位。`,
      why: "把秒当作分钟会相差六十倍：所有人不是满分就是零分。",
      how: "请说明单位，或在表头注明，如“处理时长（秒）”。",
    }),
  },
  check: (subject, report) => {
    for (const each of subject.known) {
      const side = openSide(subject, each);
      if (side === undefined) continue;
      const { name, metric } = each.indicator;
      const wrong = thresholdsOf(each).filter(
        ({ value, isDuration }) => value !== 0 && isDuration === (side === "data"),
      );
      const [first, ...others] = wrong;
      if (!first) continue;
      report(
        first.at,
        { indicator: name, metric, side, value: first.value },
        { related: others.map(({ at }) => at), fixes: mends(wrong, side) },
      );
    }
  },
  valid: [
    exampleOf([TALK]),
    exampleOf([{ ...TALK, "Zero at": LONG, "Full at": SHORT }], {
      Metrics,
      timeColumns: [...timeColumns, ...timeEnds],
    }),
    exampleOf([{ ...TALK, Rule: "不超过 180 秒满分，300 秒及以上 0 分" }], { Metrics, timeColumns }),
    exampleOf([{ ...TALK, Metric: "AHT (sec)" }], {
      Metrics: [{ "Agent ID": "1", Period: "2026-10", "AHT (sec)": AHT }],
      timeColumns,
    }),
    exampleOf([{ ...TALK, "Zero at": LONG, "Full at": SHORT, Metric: "AHT (min)" }], {
      Metrics: [{ "Agent ID": "1", Period: "2026-10", "AHT (min)": 3.4 }],
      timeColumns: timeEnds,
    }),
  ],
  invalid: [
    { tables: exampleOf([TALK], { Metrics: spread(86400), timeColumns }), at: ["Rubric!E2"] },
    {
      tables: exampleOf([{ ...TALK, "Zero at": LONG, "Full at": SHORT }], {
        Metrics: spread(2000),
        timeColumns: timeEnds,
      }),
      at: ["Rubric!E2"],
    },
  ],
});
