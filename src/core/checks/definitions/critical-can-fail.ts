import { placeOf } from "../../rubric/rubric";
import { isAdjustment } from "../../scoring/model/method";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";

const LATE = { Indicator: "Late", Points: "", Method: "deduct", Metric: "Late", "Per event": 2 };

export default defineCheck<{ indicator: string }>()({
  id: "critical-can-fail",
  severity: "error",
  title: { en: "A critical item states when it fails", "zh-CN": "一票否决项写明否决条件" },
  message: {
    en: ({ indicator }) => ({
      what: `“${indicator}” is critical, but it only adds or takes away and states no Fail at.`,
      why: "A critical item fails when it earns nothing; this one never earns anything, so it could never fail.",
      how: "State in Fail at from which value on it fails, or clear Critical.",
    }),
    "zh-CN": ({ indicator }) => ({
      what: `“${indicator}”设为一票否决，但它只加分或扣分，又没有写否决值。`,
      why: "一票否决项在得零分时触发；这一项本身不得分，因此永远不会触发。",
      how: "在“否决值”中写明达到多少即否决，或清除“一票否决”。",
    }),
  },
  check: ({ known }, report) => {
    for (const { indicator, method } of known) {
      if (!indicator.critical || !isAdjustment(method, indicator.points)) continue;
      const stated = indicator.cells.failAt?.value.kind ?? "blank";
      if (stated !== "blank" && stated !== "not-applicable") continue;
      report(placeOf(indicator, "critical"), { indicator: indicator.name });
    }
  },
  valid: [
    exampleOf([LINEAR, { ...LATE, Critical: "zero", "Fail at": 3 }]),
    exampleOf([{ ...LINEAR, Critical: "cap 60" }, LATE]),
  ],
  invalid: [
    { tables: exampleOf([LINEAR, { ...LATE, Critical: "zero" }]), at: ["Rubric!H3"] },
    { tables: exampleOf([LINEAR, { ...LATE, Critical: "x 0.8", "Fail at": "-" }]), at: ["Rubric!H3"] },
  ],
});
