import type { Interval } from "../../rubric/scale";
import { namedScale } from "../../scoring/compile/parameters";
import { roundHalfAwayFromZero } from "../../text/round";
import { showPercent } from "../../text/format";
import { defineCheck } from "../check";
import { exampleOf } from "../examples";
import { SAME } from "../../text/tolerance";

const RATED = { Indicator: "Conduct", Points: 100, Method: "raters", "Zero at": 1, "Full at": 5 };
const weights = (...shares: readonly number[]) =>
  shares.map((Share, index) => ({ Scale: "Conduct", Grade: ["customer", "superior", "peer"][index]!, Share }));
const Metrics = [{ "Agent ID": "1", Period: "2026-10" }];
const Ratings = [{ "Agent ID": "1", Indicator: "Conduct", "Rater type": "customer", Rating: 4 }];

const isFraction = ({ worth }: Interval): boolean =>
  worth?.unit === "share" && worth.from >= 0 && worth.from < 1 && worth.from === worth.to;

export default defineCheck<{ scale: string; sum: number }>()({
  id: "weights-add-up",
  severity: "warning",
  title: { en: "Weights written as percentages add up to 100%", "zh-CN": "百分比权重合计为 100%" },
  message: {
    en: ({ scale, sum }) => ({
      what: `The weights of “${scale}” add up to ${showPercent(sum, "en")}.`,
      why: "They are scaled to 100%, so that each weighs more or less than what is written.",
      how: "Correct the weights, or add the one that is missing.",
    }),
    "zh-CN": ({ scale, sum }) => ({
      what: `“${scale}”的权重合计为 ${showPercent(sum, "zh-CN")}。`,
      why: "计分时会折算到 100%，每一项的实际权重与写明的不同。",
      how: "更正权重，或补上漏掉的一项。",
    }),
  },
  // People write thirds and the like with two or three digits.
  limits: { rounded: 0.0051 },
  check: ({ known, scales }, report, { rounded }) => {
    const seen = new Set<unknown>();
    for (const { indicator, method } of known) {
      // Weights of checklist items are relative to each other. Only weights written as parts of a whole must add up to
      // one.
      const scale = method.input === "checklist" ? undefined : namedScale(indicator, method, scales);
      if (!scale || seen.has(scale) || scale.intervals.length < 2 || !scale.intervals.every(isFraction)) continue;
      seen.add(scale);
      const sum = scale.intervals.reduce((total, { worth }) => total + worth!.from, 0);
      const alike = new Set(scale.intervals.map(({ worth }) => worth!.from)).size === 1;
      if (Math.abs(sum - 1) < (alike ? rounded : SAME)) continue;
      const [first, ...others] = scale.intervals.map(({ places }) => places.worth);
      report(first, { scale: scale.name, sum: roundHalfAwayFromZero(sum, 9) }, { related: others });
    }
  },
  valid: [
    exampleOf([RATED], { Scales: weights(0.5, 0.3, 0.2), Metrics, Ratings }),
    exampleOf([RATED], { Scales: weights(2, 1, 1), Metrics, Ratings }),
    exampleOf([RATED], { Scales: weights(0.333, 0.333, 0.333), Metrics, Ratings }),
    exampleOf([RATED], { Scales: weights(0.335, 0.335, 0.335), Metrics, Ratings }),
  ],
  invalid: [
    { tables: exampleOf([RATED], { Scales: weights(0.4, 0.3, 0.2), Metrics, Ratings }), at: ["Scales!C2"] },
    { tables: exampleOf([RATED], { Scales: weights(0.331, 0.331, 0.331), Metrics, Ratings }), at: ["Scales!C2"] },
  ],
});
