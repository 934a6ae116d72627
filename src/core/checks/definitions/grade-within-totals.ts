import { findTotalScale } from "../../scoring/compile/compile";
import { showNumber } from "../../text/format";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import { hasSoundBounds } from "../used-scales";

const grades = (...rows: readonly (readonly [string, number | string])[]) =>
  rows.map(([Grade, From]) => ({ Scale: "Total", Grade, From }));

export default defineCheck<{ grade: string; bound: number; limit: number; side: "above" | "below" }>()({
  id: "grade-within-totals",
  severity: "warning",
  title: { en: "Every grade lies within the totals there can be", "zh-CN": "每个等级都在可能的总分范围内" },
  message: {
    en: ({ grade, bound, limit, side }) => ({
      what: `The grade ${grade} ${side === "above" ? "begins at" : "ends at"} ${showNumber(bound, "en")}, but no total is ${
        side === "above" ? `higher than ${showNumber(limit, "en")}` : `lower than ${showNumber(limit, "en")}`
      }.`,
      why: "Nobody can ever get this grade.",
      how:
        side === "above"
          ? "Lower where it begins, or raise the highest total in Settings."
          : "Raise where it ends, or lower the lowest total in Settings.",
    }),
    "zh-CN": ({ grade, bound, limit, side }) => ({
      what: `等级 ${grade} ${side === "above" ? "从" : "到"} ${showNumber(bound, "zh-CN")} ${side === "above" ? "开始" : "为止"}，但总分不会${
        side === "above" ? "高于" : "低于"
      } ${showNumber(limit, "zh-CN")}。`,
      why: "没有人能得到这个等级。",
      how: side === "above" ? "降低其起点，或在“设置”中提高最高总分。" : "提高其止点，或在“设置”中降低最低总分。",
    }),
  },
  check: ({ scales, rubrics, settings }, report) => {
    const scale = findTotalScale(scales);
    if (!scale || scale.bare || rubrics.length === 0) return;
    if (!scale.chained && !hasSoundBounds(scale)) return;
    const all = rubrics.map(({ name }) => settings.forRubric(name));
    const highest = Math.max(...all.map(({ fullScore, highestTotal = fullScore }) => highestTotal));
    const lowest = Math.min(...all.map(({ lowestTotal }) => lowestTotal));
    for (const { grade, from, to, fromBelongs, toBelongs, places } of scale.intervals) {
      if (grade === "") continue;
      if (from > highest || (from === highest && !fromBelongs))
        report(places.from, { grade, bound: from, limit: highest, side: "above" });
      else if (to < lowest || (to === lowest && !toBelongs))
        report(scale.chained ? places.from : places.to, { grade, bound: to, limit: lowest, side: "below" });
    }
  },
  valid: [exampleOf([LINEAR], { Scales: grades(["S", 100], ["A", 80], ["B", ""]) })],
  invalid: [
    { tables: exampleOf([LINEAR], { Scales: grades(["S", 105], ["A", 80], ["B", ""]) }), at: ["Scales!C2"] },
    {
      tables: exampleOf([LINEAR], {
        Scales: [
          { Scale: "Total", Grade: "A", From: 0, To: "", Ends: "[)" },
          { Scale: "Total", Grade: "B", From: "", To: 0, Ends: "[)" },
        ],
      }),
      at: ["Scales!D3"],
    },
  ],
});
