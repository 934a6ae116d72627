import { placeOf } from "../../rubric/rubric";
import { RUBRIC_COLUMNS } from "../../rubric/columns";
import { showMetric } from "../../text/format";
import type { ShowAs } from "../../text/format";
import type { CheckSubject } from "../subject";
import type { KnownIndicator } from "../../book/contents";
import { defineCheck } from "../check";
import { directionOf } from "../directions";
import { exampleOf, LINEAR } from "../examples";
import { misfits, statistics, stepOf, thresholdsOf } from "../units";

const RATE = { ...LINEAR, "Zero at": 0.8, "Full at": 0.95 };
const tests = (...values: readonly number[]) =>
  values.map((Test, index) => ({ "Agent ID": String(index + 1), Period: "2026-10", Test }));
const rates = (...values: readonly number[]) => ({ Metrics: tests(...values), percentColumns: ["Test"] });
const FIVE = [0.75, 0.8, 0.85, 0.9, 1] as const;

type Problem = "beyond-share" | "below-zero" | "far-off";

type Unreachable = {
  readonly column: "zeroAt" | "fullAt";
  readonly value: number;
  readonly problem: Problem;
  readonly lowest: number;
  readonly highest: number;
  readonly showAs: ShowAs;
};

function unreachable(
  each: KnownIndicator,
  { metrics }: CheckSubject,
  { fewestValues, times }: Readonly<Record<"fewestValues" | "times", number>>,
): Unreachable | undefined {
  const { indicator, method } = each;
  const { zeroAt, fullAt } = indicator;
  const direction = method.parameters.fullAt?.unit === "metric" ? directionOf(each) : undefined;
  const column = direction && metrics?.column(indicator.metric);
  if (!column) return undefined;
  const data = statistics(column);
  if (data.count < fewestValues || misfits(thresholdsOf(each), stepOf(each), column, data)) return undefined;
  const { lowest, highest } = data;
  const told = { lowest, highest, showAs: column.showAs };
  const [zero, full] = [zeroAt!, fullAt!];
  // A share of a whole ends at 100 %. Where one value is higher, the column holds ratios.
  if (direction === "up" && column.showAs === "percent" && highest <= 1 && full > 1)
    return { column: "fullAt", value: full, problem: "beyond-share", ...told };
  if (direction === "down" && lowest >= 0 && full < 0)
    return { column: "fullAt", value: full, problem: "below-zero", ...told };
  const far = direction === "up" ? zero > highest * times && highest > 0 : lowest > zero * times && zero > 0;
  return far ? { column: "zeroAt", value: zero, problem: "far-off", ...told } : undefined;
}

export default defineCheck<{ indicator: string; metric: string } & Unreachable>()({
  id: "thresholds-in-reach",
  severity: "warning",
  title: { en: "Thresholds lie where data can lie", "zh-CN": "阈值在数据可能达到的范围内" },
  message: {
    en: ({ indicator, metric, column, value, problem, lowest, highest, showAs }) => {
      const show = (number: number): string => showMetric(number, showAs, "en");
      return {
        what: `${RUBRIC_COLUMNS[column].names.en[0]!} of “${indicator}” is ${show(value)}, ${
          {
            "beyond-share": `but “${metric}” is a share of a whole: no value is above ${show(1)}.`,
            "below-zero": `but “${metric}” is never below 0.`,
            "far-off": `but all values of “${metric}” lie between ${show(lowest)} and ${show(highest)}.`,
          }[problem]
        }`,
        why:
          problem === "far-off"
            ? "Nobody earns a point. Most likely the threshold is for another unit, or for another length of time."
            : "Nobody can earn all points, however good the work is.",
        how: "Correct the threshold, or the metric's unit.",
      };
    },
    "zh-CN": ({ indicator, metric, column, value, problem, lowest, highest, showAs }) => {
      const show = (number: number): string => showMetric(number, showAs, "zh-CN");
      return {
        what: `“${indicator}”的${RUBRIC_COLUMNS[column].names["zh-CN"][0]!}为 ${show(value)}，${
          {
            "beyond-share": `而“${metric}”是占比，不会超过 ${show(1)}。`,
            "below-zero": `而“${metric}”不会小于 0。`,
            "far-off": `而“${metric}”的数据都在 ${show(lowest)} 到 ${show(highest)} 之间。`,
          }[problem]
        }`,
        why:
          problem === "far-off"
            ? "没有人能得分。很可能阈值用的是另一种单位或另一种时间长度。"
            : "无论做得多好，都没有人能得满分。",
        how: "更正阈值，或更正数据的单位。",
      };
    },
  },
  limits: {
    // Of fewer values nobody knows where others would lie.
    fewestValues: 5,
    // Beyond this many times the farthest value nobody is merely weak.
    times: 5,
  },
  check: (subject, report, limits) => {
    for (const each of subject.known) {
      const found = unreachable(each, subject, limits);
      if (!found) continue;
      const { indicator } = each;
      const other = found.column === "zeroAt" ? "fullAt" : "zeroAt";
      report(
        placeOf(indicator, found.column),
        { indicator: indicator.name, metric: indicator.metric, ...found },
        { related: [placeOf(indicator, other)] },
      );
    }
  },
  valid: [
    exampleOf([RATE], rates(...FIVE)),
    exampleOf([{ ...RATE, "Full at": 1.05 }], rates(...FIVE, 1.01)),
    exampleOf([{ ...RATE, "Full at": 1.05 }], rates(0.8, 0.85, 0.9, 1)),
    exampleOf([{ ...LINEAR, "Zero at": 490, "Full at": 600 }], { Metrics: tests(60, 70, 80, 90, 100) }),
  ],
  invalid: [
    { tables: exampleOf([{ ...RATE, "Full at": 1.05 }], rates(...FIVE)), at: ["Rubric!F2"] },
    {
      tables: exampleOf([{ ...LINEAR, "Zero at": 5, "Full at": -1 }], { Metrics: tests(0, 1, 2, 0, 3) }),
      at: ["Rubric!F2"],
    },
    {
      tables: exampleOf([{ ...LINEAR, "Zero at": 510, "Full at": 600 }], { Metrics: tests(60, 70, 80, 90, 100) }),
      at: ["Rubric!E2"],
    },
    {
      tables: exampleOf([{ ...LINEAR, "Zero at": 5, "Full at": 3 }], { Metrics: tests(205, 240, 310, 280, 190) }),
      at: ["Rubric!E2"],
    },
  ],
});
