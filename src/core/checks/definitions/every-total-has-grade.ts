import type { Interval } from "../../rubric/scale";
import { findTotalScale } from "../../scoring/compile/compile";
import { showNumber } from "../../text/format";
import { defineCheck } from "../check";
import { exampleOf } from "../examples";
import type { Fix } from "../finding";
import { ownEnd } from "../interval-fixes";
import { hasSoundBounds } from "../used-scales";

const MANUAL = [{ Indicator: "All", Points: 100, Method: "manual" }];

type Problem = "above" | "below" | "unnamed" | "unreachable";

/** Opens a bound, so that totals beyond it get the outermost grade. */
function open(interval: Interval, end: "from" | "to"): Fix {
  const grade = interval.grade;
  return {
    kind: "suggestion",
    label:
      end === "to"
        ? { en: `Let ${grade} be open above`, "zh-CN": `让${grade}向上不限` }
        : { en: `Let ${grade} be open below`, "zh-CN": `让${grade}向下不限` },
    edits: [{ ...interval.places[end], value: null }],
  };
}

export default defineCheck<{ scale: string; grade: string; bound: number; problem: Problem }>()({
  id: "every-total-has-grade",
  severity: "error",
  title: { en: "Every total has a grade", "zh-CN": "每个总分都有等级" },
  message: {
    en: ({ scale, grade, bound, problem }) => ({
      what: {
        above: `The scale “${scale}” has no grade for a total of ${showNumber(bound, "en")}, the highest there can be.`,
        below: `The scale “${scale}” has no grade for a total of ${showNumber(bound, "en")}, the lowest there can be.`,
        unnamed: `A row of the scale “${scale}” names no grade.`,
        unreachable: `Nobody can reach the grade ${grade} of the scale “${scale}”: another begins at ${showNumber(bound, "en")} too.`,
      }[problem],
      why:
        problem === "unreachable"
          ? "One of the two grades would never be given."
          : "Somebody would be left without a grade.",
      how: {
        above: "Leave To of the best grade blank, or let the end belong to it (Ends).",
        below: "Leave From of the lowest grade blank.",
        unnamed: "Write the grade's name.",
        unreachable: "Correct where one of the two begins.",
      }[problem],
    }),
    "zh-CN": ({ scale, grade, bound, problem }) => ({
      what: {
        above: `等级表“${scale}”中，最高总分 ${showNumber(bound, "zh-CN")} 没有对应的等级。`,
        below: `等级表“${scale}”中，最低总分 ${showNumber(bound, "zh-CN")} 没有对应的等级。`,
        unnamed: `等级表“${scale}”有一行没有写等级名称。`,
        unreachable: `等级表“${scale}”的等级 ${grade} 无人能得：另一等级也从 ${showNumber(bound, "zh-CN")} 开始。`,
      }[problem],
      why: problem === "unreachable" ? "两个等级之一永远不会出现。" : "会有人没有等级。",
      how: {
        above: "最高等级的止点留空，或让端点归它所有（端点列）。",
        below: "最低等级的起点留空。",
        unnamed: "填写等级名称。",
        unreachable: "更正其中一个的起点。",
      }[problem],
    }),
  },
  check: ({ scales, rubrics, settings }, report) => {
    const scale = findTotalScale(scales);
    if (
      !scale ||
      scale.intervals.length === 0 ||
      !(scale.chained ? scale.intervals.every(({ readable }) => readable) : hasSoundBounds(scale))
    )
      return;
    const all = rubrics.map((rubric) => settings.forRubric(rubric.name));
    const lowest = Math.min(...all.map((each) => each.lowestTotal));
    const highest = Math.max(...all.map((each) => each.highestTotal ?? each.fullScore));
    const tell = (interval: Interval, problem: Problem, bound: number, fixes: readonly Fix[] = []): void => {
      const at = interval.places[problem === "above" ? "to" : problem === "unnamed" ? "grade" : "from"];
      report(at, { scale: scale.name, grade: interval.grade, bound, problem }, { fixes });
    };
    const { intervals } = scale;
    intervals.forEach((interval, index) => {
      if (interval.grade === "") tell(interval, "unnamed", 0);
      const next = intervals[index + 1];
      if (scale.chained && next && next.from === interval.from) tell(interval, "unreachable", interval.from);
    });
    if (rubrics.length === 0) return;
    // Grades by quota leave out no agent.
    if (scale.bare) return;
    const [first, last] = [intervals[0]!, intervals.reduce((best, each) => (each.to >= best.to ? each : best))];
    if (first.from > lowest || (first.from === lowest && !first.fromBelongs))
      tell(first, "below", lowest, [open(first, "from")]);
    if (last.to < highest || (last.to === highest && !last.toBelongs))
      tell(last, "above", highest, [open(last, "to"), ...(last.to === highest ? ownEnd(last) : [])]);
  },
  valid: [
    exampleOf(MANUAL, {
      Scales: [
        { Scale: "Total", Grade: "A", From: 90 },
        { Scale: "Total", Grade: "B", From: "" },
      ],
    }),
    exampleOf(MANUAL, {
      Scales: [
        { Scale: "总分", Grade: "A", From: 90, To: 100, Ends: "[]" },
        { Scale: "总分", Grade: "B", From: 0, To: 90, Ends: "[)" },
      ],
    }),
  ],
  invalid: [
    {
      tables: exampleOf(MANUAL, {
        Scales: [
          { Scale: "Total", Grade: "A", From: 90, To: 100 },
          { Scale: "Total", Grade: "B", From: 60, To: 90 },
        ],
      }),
      at: ["Scales!C3", "Scales!D2"],
    },
    {
      tables: exampleOf(MANUAL, {
        Scales: [
          { Scale: "Total", Grade: "A", From: 90 },
          { Scale: "Total", Grade: "B", From: 90 },
          { Scale: "Total", Grade: "", From: 0 },
        ],
      }),
      at: ["Scales!B4", "Scales!C2"],
    },
  ],
});
