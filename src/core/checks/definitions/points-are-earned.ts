import { placeOf } from "../../rubric/rubric";
import { showNumber } from "../../text/format";
import { counted } from "../../text/plural";
import { defineCheck } from "../check";
import { earnedPoints, FEWEST_AGENTS, momentsOf } from "../earned";
import { exampleOf, LINEAR } from "../examples";
import { SAME } from "../../text/tolerance";

const agents = (valueOf: (index: number) => number) =>
  Array.from({ length: 40 }, (_, index) => ({ "Agent ID": `A${index}`, Period: "2026-10", Test: valueOf(index) }));

export default defineCheck<{ indicator: string; best: number; points: number; agents: number; period: string }>()({
  id: "points-are-earned",
  severity: "warning",
  looksAtScores: true,
  title: { en: "Somebody earns the points that there are", "zh-CN": "设定的分值有人能得到" },
  message: {
    en: ({ indicator, best, points, agents: count, period }) => ({
      what:
        best <= SAME
          ? `None of ${counted(count, "agent", "agents")} earns anything on “${indicator}” in ${period}.`
          : `The best of ${counted(count, "agent", "agents")} earns ${showNumber(best, "en")} of ${counted(showNumber(points, "en"), "point", "points")} on “${indicator}” in ${period}.`,
      why: "Points that nobody gets lower everybody's total alike and tell nobody from anybody.",
      how: "Compare the thresholds with the data: unit, direction, or a target that is out of reach.",
    }),
    "zh-CN": ({ indicator, best, points, agents: count, period }) => ({
      what:
        best <= SAME
          ? `${period} 的 ${count} 名人员在“${indicator}”上全部为零分。`
          : `${period} 的 ${count} 名人员在“${indicator}”上最高得 ${showNumber(best, "zh-CN")} 分（分值 ${showNumber(points, "zh-CN")} 分）。`,
      why: "无人能得的分数只会同样拉低所有人的总分，区分不出任何人。",
      how: "请对照数据检查阈值：单位、方向，或目标是否过高。",
    }),
  },
  // If the best agent has less than this share of the points, no agent reaches the rest.
  limits: { leastReached: 0.8 },
  check: (subject, report, { leastReached }) => {
    for (const { indicators, period } of earnedPoints(subject)) {
      for (const { compiled, moments, all } of indicators) {
        const { indicator, adjusts } = compiled;
        const most = indicator.points * leastReached;
        if (adjusts || moments.highest >= most) continue;
        // The sample only raises the suspicion. The finding is about all agents.
        const { highest, count } = momentsOf(all());
        if (count < FEWEST_AGENTS || highest >= most) continue;
        report(
          placeOf(indicator, "points"),
          { indicator: indicator.name, best: highest, points: indicator.points, agents: count, period },
          { severity: highest <= SAME ? "warning" : "info" },
        );
      }
    }
  },
  valid: [exampleOf([LINEAR], { Metrics: agents((index) => 50 + index) })],
  invalid: [
    { tables: exampleOf([LINEAR], { Metrics: agents((index) => index) }), at: ["Rubric!B2"] },
    { tables: exampleOf([LINEAR], { Metrics: agents((index) => 40 + index) }), at: ["Rubric!B2"] },
  ],
});
