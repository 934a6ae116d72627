import { showNumber } from "../../text/format";
import { counted } from "../../text/plural";
import { defineCheck } from "../check";
import { exampleOf } from "../examples";
import { outOfOrder } from "../monotone";
import { gradeUses, worthInPoints } from "../grade-scales";

const TALK = { Indicator: "Talk", Points: 9, Method: "grade", Scale: "Nine" };
const REST = { Indicator: "Rest", Points: 91, Method: "manual" };
const METRICS = [{ "Agent ID": "1", Period: "2026-10", Talk: "A", Rest: 91 }];
const nine = (...worths: readonly number[]) =>
  worths.map((Points, index) => ({ Scale: "Nine", Grade: "ABCDE"[index]!, Points }));

export default defineCheck<{ scale: string; grade: string; worth: number; before: string; beforeWorth: number }>()({
  id: "grade-scale-in-order",
  severity: "warning",
  title: { en: "Grades stand in the order of their worth", "zh-CN": "等级按分值顺序排列" },
  message: {
    en: ({ scale, grade, worth, before, beforeWorth }) => ({
      what: `In the scale “${scale}” ${grade} is worth ${counted(showNumber(worth, "en"), "point", "points")} and stands next to ${before} with ${showNumber(beforeWorth, "en")}: the worths neither fall nor rise all along.`,
      why: "A worse grade would earn more than a better one; most likely two figures were swapped or mistyped.",
      how: "Correct the worth, or move the row to its place.",
    }),
    "zh-CN": ({ scale, grade, worth, before, beforeWorth }) => ({
      what: `等级表“${scale}”中 ${grade} 为 ${showNumber(worth, "zh-CN")} 分，紧邻的 ${before} 为 ${showNumber(beforeWorth, "zh-CN")} 分：分值没有一路递减或递增。`,
      why: "较低的等级会比较高的等级得分更多；很可能是两个数写反或写错了。",
      how: "更正分值，或把这一行移到应在的位置。",
    }),
  },
  check: (subject, report) => {
    const seen = new Set<unknown>();
    for (const { scale, indicator } of gradeUses(subject)) {
      const { intervals } = scale;
      if (seen.has(scale) || intervals.some(({ worth }) => !worth)) continue;
      seen.add(scale);
      const worths = intervals.map((interval) => worthInPoints(interval, indicator.points));
      for (const [at, before] of outOfOrder(worths)) {
        report(
          intervals[at]!.places.worth,
          {
            scale: scale.name,
            grade: intervals[at]!.grade,
            worth: worths[at]!,
            before: intervals[before]!.grade,
            beforeWorth: worths[before]!,
          },
          { related: [intervals[before]!.places.worth] },
        );
      }
    }
  },
  valid: [
    exampleOf([TALK, REST], { Scales: nine(9, 7.5, 6, 6, 0), Metrics: METRICS }),
    exampleOf([TALK, REST], { Scales: nine(0, 3, 9), Metrics: METRICS }),
  ],
  invalid: [
    { tables: exampleOf([TALK, REST], { Scales: nine(9, 6, 7.5, 3), Metrics: METRICS }), at: ["Scales!C4"] },
    { tables: exampleOf([TALK, REST], { Scales: nine(1, 9, 4, 5), Metrics: METRICS }), at: ["Scales!C4"] },
  ],
});
