import type { Interval } from "../../rubric/scale";
import { quotasOf } from "../../rubric/scale";
import { findTotalScale } from "../../scoring/compile/compile";
import { showPercent } from "../../text/format";
import { defineCheck } from "../check";
import { exampleOf } from "../examples";
import { isSame } from "../../text/tolerance";

const MANUAL = [{ Indicator: "All", Points: 100, Method: "manual" }];
const total = (...shares: readonly (number | string)[]) =>
  shares.map((Share, index) => ({ Scale: "Total", Grade: "ABCDE"[index]!, Share }));

type Problem = "sum" | "share" | "missing";

export default defineCheck<{ scale: string; grade: string; share: number; problem: Problem }>()({
  id: "quotas-add-up",
  severity: "error",
  title: { en: "Quotas of grades add up to everybody", "zh-CN": "各等级名额合计为全员" },
  message: {
    en: ({ scale, grade, share, problem }) => ({
      what: {
        sum: `The shares of the scale “${scale}” add up to ${showPercent(share, "en")}.`,
        share: `The grade ${grade} of the scale “${scale}” has a share of ${showPercent(share, "en")}.`,
        missing: `The grade ${grade} of the scale “${scale}” states neither where it begins nor what share of the group may get it.`,
      }[problem],
      why: {
        sum: "With shares instead of cut-offs the grades are a forced distribution: everybody gets exactly one.",
        share: "A share of the group lies between 0% and 100%.",
        missing: "Nobody could tell who gets it.",
      }[problem],
      how: {
        sum: "Correct the shares so that they add up to 100%.",
        share: "Write the part of the group that may get this grade, as a percentage.",
        missing: "State From for cut-offs, or Share on every row for a forced distribution.",
      }[problem],
    }),
    "zh-CN": ({ scale, grade, share, problem }) => ({
      what: {
        sum: `等级表“${scale}”的比例合计为 ${showPercent(share, "zh-CN")}。`,
        share: `等级表“${scale}”中等级 ${grade} 的比例为 ${showPercent(share, "zh-CN")}。`,
        missing: `等级表“${scale}”的等级 ${grade} 既没有写起点，也没有写名额比例。`,
      }[problem],
      why: {
        sum: "只写比例、不写起点即为强制分布：每个人恰好得到一个等级。",
        share: "名额比例应在 0% 到 100% 之间。",
        missing: "无法确定谁得到这个等级。",
      }[problem],
      how: {
        sum: "更正各比例，使合计为 100%。",
        share: "填写可得该等级的人员占比（百分比）。",
        missing: "按分数划分时填写起点；按强制分布时每一行都填写比例。",
      }[problem],
    }),
  },
  check: ({ scales }, report) => {
    const scale = findTotalScale(scales);
    // A single row for all agents needs no quota and no cut-off.
    if (!scale?.bare || scale.intervals.length < 2) return;
    const tell = (interval: Interval, problem: Problem, share: number, related: readonly Interval[] = []): void =>
      report(
        interval.places.worth,
        { scale: scale.name, grade: interval.grade, share, problem },
        { related: related.map(({ places }) => places.worth) },
      );
    // The best grade is first in the sheet and last in the scale.
    const rows = [...scale.intervals].reverse();
    const quotas = quotasOf(scale);
    if (!quotas) {
      for (const row of rows) if (row.worth?.unit !== "share") tell(row, "missing", 0);
      return;
    }
    const wrong = rows.filter(({ worth }) => !(worth!.from >= 0 && worth!.from <= 1));
    for (const row of wrong) tell(row, "share", row.worth!.from);
    const sum = quotas.reduce((a, b) => a + b, 0);
    if (wrong.length === 0 && !isSame(sum, 1)) tell(rows[0]!, "sum", sum, rows.slice(1));
  },
  valid: [exampleOf(MANUAL, { Scales: total(0.1, 0.2, 0.7) })],
  invalid: [
    { tables: exampleOf(MANUAL, { Scales: total(0.1, 0.2, 0.6) }), at: ["Scales!C2"] },
    { tables: exampleOf(MANUAL, { Scales: total(0.1, 20, 0.7) }), at: ["Scales!C3"] },
    { tables: exampleOf(MANUAL, { Scales: total(0.1, "", 0.7) }), at: ["Scales!C3"] },
  ],
});
