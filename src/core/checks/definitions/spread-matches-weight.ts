import { placeOf } from "../../rubric/rubric";
import { showPercent } from "../../text/format";
import { defineCheck } from "../check";
import type { EarnedRubric } from "../earned";
import { earnedPoints, FEWEST_AGENTS, momentsOf } from "../earned";
import { exampleOf, LINEAR } from "../examples";
import { SAME } from "../../text/tolerance";

/** An indicator decides if its share of the spread is twice its weight and 30 points in a hundred above it. */
const DECIDES = { times: 2, above: 0.3 } as const;
/** An indicator with a weight of at least a fifth hardly counts if its share of the spread is a tenth of the weight. */
const HARDLY = { weight: 0.2, times: 0.1 } as const;

const row = (Indicator: string, Points: number) => ({ ...LINEAR, Indicator, Metric: Indicator, Points });
const THREE = [row("A", 40), row("B", 30), row("C", 30)];
const agents = (a: (index: number) => number, b: (index: number) => number, c: (index: number) => number) =>
  Array.from({ length: 40 }, (_, index) => ({
    "Agent ID": `A${index}`,
    Period: "2026-10",
    A: 60 + 30 * a(index),
    B: 60 + 30 * b(index),
    C: 60 + 30 * c(index),
  }));
const even = (index: number): number => ((index * 7) % 40) / 40;
const other = (index: number): number => ((index * 11 + 5) % 40) / 40;
const third = (index: number): number => ((index * 23 + 13) % 40) / 40;

/**
 * The share of the total's variance that each indicator carries: the covariance of its points with the sum of all
 * points, divided by the variance of that sum. Shares add up to 1. Only agents with a score on every indicator count;
 * undefined for too few of them.
 */
function sharesOf({ indicators, count }: EarnedRubric): readonly number[] | undefined {
  const total = new Float64Array(count);
  for (const { sample } of indicators) for (let agent = 0; agent < count; agent += 1) total[agent]! += sample[agent]!;
  const sum = momentsOf(total);
  if (sum.count < FEWEST_AGENTS || sum.spread <= SAME) return undefined;
  return indicators.map(({ sample }) => {
    let together = 0;
    for (let agent = 0; agent < count; agent += 1) {
      // NaN for an agent without a score on some indicator. The agent is then left out of all indicators alike.
      const away = total[agent]! - sum.mean;
      if (!Number.isNaN(away)) together += sample[agent]! * away;
    }
    return together / sum.spread;
  });
}

export default defineCheck<{ indicator: string; share: number; weight: number; period: string }>()({
  id: "spread-matches-weight",
  severity: "info",
  looksAtScores: true,
  title: { en: "Indicators decide as much as they weigh", "zh-CN": "指标的实际影响与权重相符" },
  message: {
    en: ({ indicator, share, weight, period }) => ({
      what:
        share > weight
          ? `“${indicator}” weighs ${showPercent(weight, "en")}, but makes ${showPercent(share, "en")} of the differences between totals in ${period}.`
          : `“${indicator}” weighs ${showPercent(weight, "en")}, but makes only ${showPercent(Math.max(0, share), "en")} of the differences between totals in ${period}.`,
      why: "Ranks and grades follow the differences, not the points on paper: what differs most between agents decides.",
      how: "Move the thresholds so that points spread as much as they are meant to weigh, or leave it if this is meant.",
    }),
    "zh-CN": ({ indicator, share, weight, period }) => ({
      what:
        share > weight
          ? `“${indicator}”权重为 ${showPercent(weight, "zh-CN")}，但 ${period} 总分差异中有 ${showPercent(share, "zh-CN")} 由它造成。`
          : `“${indicator}”权重为 ${showPercent(weight, "zh-CN")}，但 ${period} 总分差异中只有 ${showPercent(Math.max(0, share), "zh-CN")} 由它造成。`,
      why: "排名和等级取决于差异，而不是纸面分值：人员之间差异最大的指标起决定作用。",
      how: "调整阈值，使得分的拉开程度与权重相称；若确实如此规定，可保持不变。",
    }),
  },
  check: (subject, report) => {
    for (const earned of earnedPoints(subject)) {
      // If part of the total comes from other results, the shares of the rest would mislead.
      const shares = earned.complete && earned.indicators.length > 2 ? sharesOf(earned) : undefined;
      const weighed = (shares ?? []).map((share, k) => {
        const { compiled, moments } = earned.indicators[k]!;
        const { indicator, adjusts } = compiled;
        const weight = adjusts ? 0 : indicator.points / earned.points;
        // Another check reports an indicator without any spread.
        const { spread, count } = moments;
        const still = Math.sqrt(spread / Math.max(1, count)) <= indicator.points * 0.02;
        return {
          indicator,
          share,
          weight,
          decides: share >= weight * DECIDES.times && share >= weight + DECIDES.above,
          hardly: weight >= HARDLY.weight && share <= weight * HARDLY.times && !still,
        };
      });
      const deciding = weighed.filter(({ decides }) => decides);
      // If one indicator decides, the others hardly count as a consequence.
      for (const { indicator, share, weight } of deciding.length > 0
        ? deciding
        : weighed.filter(({ hardly }) => hardly))
        report(placeOf(indicator, "points"), { indicator: indicator.name, share, weight, period: earned.period });
    }
  },
  valid: [exampleOf(THREE, { Metrics: agents(even, other, third) })],
  invalid: [
    {
      tables: exampleOf(THREE, {
        Metrics: agents(
          (i) => 0.5 + 0.1 * even(i),
          (i) => 0.4 + 0.1 * other(i),
          third,
        ),
      }),
      at: ["Rubric!B4"],
    },
    {
      tables: exampleOf([...THREE.map((each) => ({ ...each, Points: 25 })), row("D", 25)], {
        Metrics: agents(even, other, third).map((each, i) => ({ ...each, D: 70 + 3 * even(i + 3) })),
      }),
      at: ["Rubric!B5"],
    },
  ],
});
