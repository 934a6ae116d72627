import type { Interval } from "../../rubric/scale";
import { findTotalScale } from "../../scoring/compile/compile";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import type { Fix } from "../finding";
import { placeOfGrade } from "../grade-order";

const grades = (...labels: readonly string[]) =>
  labels.map((Grade, index) => ({ Scale: "Total", Grade, From: [90, 75, 60, 0][index]! }));

/** A pair of neighbours of which the higher totals get the grade that sounds worse. */
function firstReversed(intervals: readonly Interval[]): readonly [lower: Interval, upper: Interval] | undefined {
  const placed = intervals.flatMap((interval) => {
    const place = placeOfGrade(interval.grade);
    return place ? [{ interval, ...place }] : [];
  });
  if (placed.some(({ family }) => family !== placed[0]!.family)) return undefined;
  for (const [index, upper] of placed.entries()) {
    const lower = placed[index - 1];
    if (lower && lower.place < upper.place) return [lower.interval, upper.interval];
  }
  return undefined;
}

/** The grades the other way round; nothing if that would not set them right. */
function turnRound(intervals: readonly Interval[]): readonly Fix[] {
  const turned = intervals.map((interval, index) => ({
    ...interval,
    grade: intervals[intervals.length - 1 - index]!.grade,
  }));
  if (firstReversed(turned)) return [];
  return [
    {
      kind: "suggestion",
      label: { en: "Turn the grades round", "zh-CN": "把等级顺序倒过来" },
      edits: turned.map(({ places, grade }) => ({ ...places.grade, value: grade })),
    },
  ];
}

export default defineCheck<{ scale: string; lower: string; upper: string }>()({
  id: "total-grades-upright",
  severity: "warning",
  title: { en: "Better totals get the better grade", "zh-CN": "总分越高等级越好" },
  message: {
    en: ({ scale, lower, upper }) => ({
      what: `In the scale “${scale}” ${upper} stands for higher totals than ${lower}.`,
      why: "By their names it is the other way round: the best agents would get the worse grade, and what follows from it.",
      how: "Exchange the two grades, or where they begin; leave them if this is really meant.",
    }),
    "zh-CN": ({ scale, lower, upper }) => ({
      what: `等级表“${scale}”中，${upper} 对应的总分比 ${lower} 高。`,
      why: "从名称看应当相反：表现最好的人会得到较差的等级及相应结果。",
      how: "对调两个等级或它们的起点；若确实如此规定，可保持不变。",
    }),
  },
  check: ({ scales }, report) => {
    const scale = findTotalScale(scales);
    const pair = scale && firstReversed(scale.intervals);
    if (!pair) return;
    const [lower, upper] = pair;
    report(
      upper.places.grade,
      { scale: scale.name, lower: lower.grade, upper: upper.grade },
      { related: [lower.places.grade], fixes: turnRound(scale.intervals) },
    );
  },
  valid: [
    exampleOf([LINEAR], { Scales: grades("A", "B+", "B", "B-") }),
    exampleOf([LINEAR], { Scales: grades("优秀", "良好", "合格", "不合格") }),
    exampleOf([LINEAR], { Scales: grades("Bronze", "Silver", "Gold", "None") }),
  ],
  invalid: [
    { tables: exampleOf([LINEAR], { Scales: grades("D", "C", "B", "A") }), at: ["Scales!B4"] },
    { tables: exampleOf([LINEAR], { Scales: grades("Ｂ级", "A级", "C级", "D级") }), at: ["Scales!B2"] },
    { tables: exampleOf([LINEAR], { Scales: grades("poor", "fair", "good", "excellent") }), at: ["Scales!B4"] },
  ],
});
