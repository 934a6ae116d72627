import { placeOf } from "../../rubric/rubric";
import { closestNameFix } from "../closest-name";
import { defineCheck } from "../check";
import { exampleOf } from "../examples";

const SCALED = { Indicator: "Transfers", Points: 100, Method: "piecewise", Metric: "Rate", Scale: "Rates" };
const RATES = [{ Scale: "Rates", From: 0, Share: 1 }];

export default defineCheck<{ indicator: string; scale: string }>()({
  id: "known-scale",
  severity: "error",
  title: { en: "The scale is there", "zh-CN": "引用的等级表存在" },
  message: {
    en: ({ indicator, scale }) => ({
      what: `“${indicator}” refers to the scale “${scale}”, but the Scales table has no rows for it.`,
      why: "Its rows say how many points a value is worth.",
      how: "Correct the name, or add the scale's rows to the Scales table.",
    }),
    "zh-CN": ({ indicator, scale }) => ({
      what: `“${indicator}”引用了等级表“${scale}”，但等级表中没有它的行。`,
      why: "它的各行决定某个数值或等级对应多少分。",
      how: "更正名称，或在等级表中补充这些行。",
    }),
  },
  check: ({ known, scales }, report) => {
    for (const { indicator, faults } of known) {
      if (!faults.some((fault) => fault.reason === "unknown-scale")) continue;
      const at = placeOf(indicator, "scale");
      const names = scales.map((scale) => scale.name);
      report(at, { indicator: indicator.name, scale: indicator.scale }, closestNameFix(indicator.scale, names, [at]));
    }
  },
  valid: [exampleOf([SCALED], { Scales: RATES })],
  invalid: [{ tables: exampleOf([{ ...SCALED, Scale: "Rate" }], { Scales: RATES }), at: ["Rubric!E2"] }],
});
