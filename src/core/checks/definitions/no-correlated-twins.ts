import { placeOf } from "../../rubric/rubric";
import { showNumber } from "../../text/format";
import { defineCheck } from "../check";
import { earnedPoints } from "../earned";
import { exampleOf, LINEAR } from "../examples";
import { twinsAmong } from "../twins";

/** A rubric with more pairs than this gets one finding: its metrics are copies of each other. */
const MOST_FINDINGS = 10;

const TWO = [
  { ...LINEAR, Indicator: "Solved", Metric: "Solved", Points: 50 },
  { ...LINEAR, Indicator: "Answered", Metric: "Answered", Points: 50 },
];
const agents = (other: (index: number) => number) =>
  Array.from({ length: 40 }, (_, index) => ({
    "Agent ID": `A${index}`,
    Period: "2026-10",
    Solved: 60 + 0.75 * index,
    Answered: other(index),
  }));

export default defineCheck<{ first: string; second: string; r: number; pairs: number; period: string }>()({
  id: "no-correlated-twins",
  severity: "info",
  looksAtScores: true,
  title: { en: "No two indicators measure the same", "zh-CN": "没有两个指标衡量同一件事" },
  message: {
    en: ({ first, second, r, pairs, period }) => ({
      what:
        pairs > 1
          ? `${pairs} pairs of indicators, such as “${first}” and “${second}”, give the same agents the same points in ${period}.`
          : `“${second}” follows from “${first}” almost exactly in ${period} (r = ${showNumber(r, "en")}).`,
      why:
        r > 0
          ? "What both measure counts twice, so that its weight is the sum of the two."
          : "What the one gives the other takes, so that both together tell nobody from anybody.",
      how: "Keep one of the two and give its points to something else, or leave it if both are meant.",
    }),
    "zh-CN": ({ first, second, r, pairs, period }) => ({
      what:
        pairs > 1
          ? `${period} 有 ${pairs} 对指标（如“${first}”和“${second}”）给同一人的分数如出一辙。`
          : `${period} 的“${second}”几乎完全由“${first}”决定（r = ${showNumber(r, "zh-CN")}）。`,
      why: r > 0 ? "同一件事计了两次，实际权重是两者之和。" : "一个加的正是另一个减的，两者合在一起区分不出任何人。",
      how: "保留其中一个，把分值移到别处；若确实两个都要，可保持不变。",
    }),
  },
  check: (subject, report) => {
    for (const { indicators, period } of earnedPoints(subject)) {
      const twins = twinsAmong(indicators);
      const one = twins.length > MOST_FINDINGS;
      for (const { first, second, r } of one ? twins.slice(0, 1) : twins) {
        const [earlier, later] = [first.compiled.indicator, second.compiled.indicator];
        report(
          later.at,
          { first: earlier.name, second: later.name, r, pairs: one ? twins.length : 1, period },
          { related: [earlier.at, placeOf(later, "points")] },
        );
      }
    }
  },
  valid: [exampleOf(TWO, { Metrics: agents((index) => 60 + ((index * 17) % 40) * 0.75) })],
  invalid: [
    { tables: exampleOf(TWO, { Metrics: agents((index) => 60.1 + 0.74 * index) }), at: ["Rubric!A3"] },
    { tables: exampleOf(TWO, { Metrics: agents((index) => 90 - 0.75 * index) }), at: ["Rubric!A3"] },
  ],
});
