import { placeOf } from "../../rubric/rubric";
import { showNumber } from "../../text/format";
import { counted } from "../../text/plural";
import { defineCheck } from "../check";
import type { EarnedPoints } from "../earned";
import { earnedPoints, FEWEST_AGENTS, momentsOf } from "../earned";
import { exampleOf, LINEAR } from "../examples";

const agents = (valueOf: (index: number) => number) =>
  Array.from({ length: 40 }, (_, index) => ({ "Agent ID": `A${index}`, Period: "2026-10", Test: valueOf(index) }));

/** The points between which nearly all agents lie. */
function middleOf(points: Float64Array, outermost: number): readonly [from: number, to: number] {
  const ascending = points.filter((each) => !Number.isNaN(each)).sort();
  const cut = Math.floor(ascending.length * outermost);
  return [ascending[cut] ?? NaN, ascending[ascending.length - 1 - cut] ?? NaN];
}

/** Agents around which the search looks for others. At least one of them nearly always lies among the majority. */
const PROBES = [0.2, 0.4, 0.6, 0.8];

/** Whether enough agents may lie close together to be worth sorting. */
function mayBeNarrow(points: Float64Array, range: number, outermost: number): boolean {
  const most = points.length * outermost * 2 + 1;
  return PROBES.some((probe) => {
    const centre = points[Math.floor(probe * points.length)]!;
    let away = 0;
    for (let i = 0; i < points.length && away <= most; i += 1) away += +(Math.abs(points[i]! - centre) > range);
    return away <= most;
  });
}

/** A month without deductions is no flaw of the rubric. */
function canTell({ compiled }: EarnedPoints): boolean {
  return !compiled.adjusts && compiled.method.input !== "events" && compiled.indicator.points > 0;
}

export default defineCheck<{
  indicator: string;
  from: number;
  to: number;
  points: number;
  agents: number;
  period: string;
}>()({
  id: "agents-told-apart",
  severity: "info",
  looksAtScores: true,
  title: { en: "An indicator tells agents apart", "zh-CN": "指标能区分人员" },
  message: {
    en: ({ indicator, from, to, points, agents: count, period }) => ({
      what:
        from === to
          ? `${from === points ? "Everybody" : "Nearly everybody"} of ${counted(count, "agent", "agents")} earns ${showNumber(from, "en")} of ${counted(showNumber(points, "en"), "point", "points")} on “${indicator}” in ${period}.`
          : `Nearly all of ${counted(count, "agent", "agents")} earn between ${showNumber(from, "en")} and ${showNumber(to, "en")} of ${counted(showNumber(points, "en"), "point", "points")} on “${indicator}” in ${period}.`,
      why: "Points that everybody gets tell nobody from anybody, and take their weight from the indicators that do.",
      how: "Raise the threshold, or give the points to another indicator; leave it if it is a standard that everybody must hold.",
    }),
    "zh-CN": ({ indicator, from, to, points, agents: count, period }) => ({
      what:
        from === to
          ? `${period} 的 ${count} 名人员在“${indicator}”上${from === points ? "" : "几乎"}都得 ${showNumber(from, "zh-CN")} 分（分值 ${showNumber(points, "zh-CN")} 分）。`
          : `${period} 的 ${count} 名人员在“${indicator}”上几乎都在 ${showNumber(from, "zh-CN")} 到 ${showNumber(to, "zh-CN")} 分之间（分值 ${showNumber(points, "zh-CN")} 分）。`,
      why: "人人都得的分数区分不出任何人，还占用了其他指标的权重。",
      how: "提高阈值，或把分值移到其他指标；若是人人必须达到的标准，可保持不变。",
    }),
  },
  // Agents within this share of the points, apart from the outermost on either side, are hardly told apart.
  limits: { leastRange: 0.02, outermost: 0.05 },
  check: (subject, report, { leastRange, outermost }) => {
    for (const { indicators, period } of earnedPoints(subject)) {
      for (const each of indicators.filter(canTell)) {
        const { indicator } = each.compiled;
        const range = indicator.points * leastRange;
        const narrow = ([from, to]: readonly [number, number]): boolean => to - from <= range;
        if (!mayBeNarrow(each.sample, range, outermost) || !narrow(middleOf(each.sample, outermost))) continue;
        // The sample only raises the suspicion. The finding is about all agents.
        const all = each.all();
        const [from, to] = middleOf(all, outermost);
        // If no agent earns anything, another check says so.
        if (all.length < FEWEST_AGENTS || !narrow([from, to]) || momentsOf(all).highest <= 0) continue;
        const data = { from, to, points: indicator.points, agents: all.length, period };
        report(placeOf(indicator, "points"), { indicator: indicator.name, ...data });
      }
    }
  },
  valid: [
    exampleOf([LINEAR], { Metrics: agents((index) => 60 + index) }),
    exampleOf([LINEAR], { Metrics: agents((index) => 86 + 0.023 * index) }),
    exampleOf([LINEAR], { Metrics: agents((index) => (index < 3 ? 62 + index : 86)) }),
    exampleOf(
      [
        { ...LINEAR, Points: 50 },
        { Indicator: "Late", Points: 50, Method: "deduct", "Per event": 5 },
      ],
      {
        Metrics: agents((index) => 60 + index).map((row) => ({ ...row, Late: 0 })),
      },
    ),
  ],
  invalid: [
    { tables: exampleOf([LINEAR], { Metrics: agents((index) => 95 + (index % 5)) }), at: ["Rubric!B2"] },
    { tables: exampleOf([LINEAR], { Metrics: agents((index) => 86 + 0.012 * index) }), at: ["Rubric!B2"] },
    { tables: exampleOf([LINEAR], { Metrics: agents((index) => (index < 2 ? 62 + index : 86)) }), at: ["Rubric!B2"] },
  ],
});
