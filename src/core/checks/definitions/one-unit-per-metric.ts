import type { ShowAs } from "../../text/format";
import { showMetric, showNumber, showPercent } from "../../text/format";
import type { Locale } from "../../text/locale";
import { plural } from "../../text/plural";
import { inUnit } from "../../cell/duration";
import { defineCheck } from "../check";
import { FIRST_CELLS, MOST_EDITS } from "../finding";
import { exampleOf, LINEAR } from "../examples";
import { percentMixture, timeMixture } from "../mixtures";
import { APART, hasMarks, oddOnes, OTHERS_FOR } from "../odd-marks";
import { rescaleData } from "../rescale";
import { measuresTime } from "../time-misfits";
import { thresholdsOf } from "../units";

const RATE = { ...LINEAR, "Zero at": 0.9, "Full at": 0.99 };
const PER_CENT = { ...LINEAR, "Zero at": 90, "Full at": 99 };
const TALK = { ...LINEAR, Metric: "AHT (sec)", "Zero at": 300, "Full at": 180 };
const SHORT = { ...LINEAR, Metric: "AHT (min)", "Zero at": 5, "Full at": 3 };
const valuesOf = (metric: string, ...values: readonly (number | string)[]) =>
  values.map((value, index) => ({ "Agent ID": String(index + 1), Period: "2026-10", [metric]: value }));
const rates = (...values: readonly number[]) => valuesOf("Test", ...values);

type Data = {
  readonly metric: string;
  readonly count: number;
  readonly value: number;
  readonly usual: number;
  readonly factor: number;
  /** What the first of the values is in the unit of the others. */
  readonly mended: number;
  readonly showAs: ShowAs;
};

const shown = (value: number, { factor, showAs }: Data, locale: Locale): string =>
  factor === 100 ? showNumber(value, locale) : showMetric(value, showAs, locale);

const shownMended = ({ mended, factor, showAs, usual }: Data, locale: Locale): string =>
  factor === 100 && usual <= 1.5 ? showPercent(mended, locale) : showMetric(mended, showAs, locale);

export default defineCheck<Data>()({
  id: "one-unit-per-metric",
  severity: "warning",
  title: { en: "A metric is in one unit throughout", "zh-CN": "同一数据列的单位一致" },
  message: {
    en: (data) => ({
      what: `${plural(data.count, "A value", `${data.count} values`)} of “${data.metric}” ${plural(data.count, "is", "are")} in another unit than the others, ${data.factor} times as ${data.value > data.mended ? "large" : "small"}: ${shown(data.value, data, "en")} beside ${shown(data.usual, data, "en")}.`,
      why:
        data.factor === 100
          ? "Per cents and fractions were probably mixed; these agents would earn everything or nothing."
          : "Units of time were probably mixed; these agents would earn everything or nothing.",
      how: `Write it as ${shownMended(data, "en")}.`,
    }),
    "zh-CN": (data) => ({
      what: `“${data.metric}”有 ${data.count} 个值的单位与其他不同，${data.value > data.mended ? "大" : "小"} ${data.factor} 倍：${shown(data.value, data, "zh-CN")}，而其他如 ${shown(data.usual, data, "zh-CN")}。`,
      why:
        data.factor === 100
          ? "很可能百分数与小数混用；相关人员会全得分或全不得分。"
          : "很可能混用了时间单位；相关人员会全得分或全不得分。",
      how: `请写成 ${shownMended(data, "zh-CN")}。`,
    }),
  },
  check: ({ known, metrics, period }, report) => {
    const seen = new Set<number>();
    for (const each of known) {
      const { indicator, method } = each;
      // Words, points, ratings and counts have no unit. A column of words is not even read as numbers.
      const words = method.valueKind === "labels" && indicator.fullAt === undefined;
      const isMeasured = method.input === "metric" && method.valueKind !== "whole" && method.valuesAre === undefined;
      const column = isMeasured && !words ? metrics?.column(indicator.metric) : undefined;
      if (!metrics || !column || seen.has(column.column)) continue;
      seen.add(column.column);
      const { values, showAs } = column;
      const thresholds = thresholdsOf(each).flatMap(({ value }) => (value === 0 ? [] : [value]));
      const found =
        (measuresTime(indicator, column) ? timeMixture(values, thresholds) : undefined) ??
        (showAs === "duration" ? undefined : percentMixture(column, thresholds));
      if (!found) continue;
      const { factor, areLarger, usual } = found;
      // A few fractions among marks have a finding of their own.
      if (factor === 100 && !areLarger && showAs === "number" && hasMarks(each) && oddOnes(column, OTHERS_FOR, APART))
        continue;
      const odd = period === undefined ? found.odd : found.odd.filter((row) => metrics.periods[row] === period);
      if (odd.length === 0) continue;
      const by = areLarger ? 1 / factor : factor;
      const cells = odd
        .slice(0, MOST_EDITS + 1)
        .map((row) => ({ at: metrics.placeAt(row, column.column), value: values[row]! }));
      const [first, ...others] = cells as [(typeof cells)[number], ...typeof cells];
      const { value } = first;
      const en = areLarger ? `Divide by ${factor}` : `Multiply by ${factor}`;
      const zh = areLarger ? `除以 ${factor}` : `乘以 ${factor}`;
      report(
        first.at,
        { metric: column.header, count: odd.length, value, usual, factor, mended: inUnit(value, by), showAs },
        {
          related: others.slice(0, FIRST_CELLS - 1).map(({ at }) => at),
          fix: rescaleData(cells, by, showAs === "duration", { en, "zh-CN": zh }),
        },
      );
    }
  },
  valid: [
    exampleOf([RATE], { Metrics: rates(0.97, 0.98, 1, 1.2) }),
    exampleOf([LINEAR], { Metrics: rates(60, 70, 80.5) }),
    exampleOf([{ ...LINEAR, "Zero at": 5, "Full at": 1 }], { Metrics: rates(0.4, 0.9, 5, 12) }),
    exampleOf([TALK], { Metrics: valuesOf("AHT (sec)", 30, 190, 205, 900) }),
  ],
  invalid: [
    { tables: exampleOf([RATE], { Metrics: rates(0.97, 0.98, 0.95, 0.96, 0.99, 98) }), at: ["Metrics!C7"] },
    { tables: exampleOf([RATE], { Metrics: rates(0.97, 98, 0.95, 96) }), at: ["Metrics!C3"] },
    { tables: exampleOf([PER_CENT], { Metrics: rates(0.97, 98, 0.95, 96) }), at: ["Metrics!C2"] },
    { tables: exampleOf([PER_CENT], { Metrics: rates(97, 98, 0.95, 96) }), at: ["Metrics!C4"] },
    {
      tables: exampleOf([TALK], { Metrics: valuesOf("AHT (sec)", 205, 290, 205 / 86400, 250) }),
      at: ["Metrics!C4"],
    },
    { tables: exampleOf([TALK], { Metrics: valuesOf("AHT (sec)", 205, 290, 3.5, 250) }), at: ["Metrics!C4"] },
    { tables: exampleOf([SHORT], { Metrics: valuesOf("AHT (min)", 3.5, 4.9, 205 / 86400) }), at: ["Metrics!C4"] },
  ],
});
