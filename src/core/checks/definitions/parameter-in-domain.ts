import { placeOf } from "../../rubric/rubric";
import { RUBRIC_COLUMNS } from "../../rubric/columns";
import { showNumber } from "../../text/format";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";

const DEDUCT = { Indicator: "Attendance", Points: "", Method: "deduct", Metric: "Late", "Per event": 2 };

const DEMANDS = {
  positive: { en: "more than 0", "zh-CN": "大于 0" },
  "non-negative": { en: "0 or more", "zh-CN": "不小于 0" },
  "non-zero": { en: "another number than 0", "zh-CN": "不等于 0" },
} as const;

export default defineCheck<{
  indicator: string;
  column: "zeroAt" | "fullAt" | "perEvent" | "step" | "limit";
  value: number;
  domain: keyof typeof DEMANDS;
}>()({
  id: "parameter-in-domain",
  severity: "error",
  title: { en: "Amounts have the right sign", "zh-CN": "数值的正负号正确" },
  message: {
    en: ({ indicator, column, value, domain }) => ({
      what: `${RUBRIC_COLUMNS[column].names.en[0]} of “${indicator}” is ${showNumber(value, "en")}; it must be ${DEMANDS[domain].en}.`,
      why:
        domain === "non-zero"
          ? "By 0 nothing would ever be earned or lost."
          : "The method says whether it is added or taken away; a sign of its own would turn that round.",
      how: domain === "non-zero" ? "Write the amount." : "Write the amount as a positive number.",
    }),
    "zh-CN": ({ indicator, column, value, domain }) => ({
      what: `“${indicator}”的${RUBRIC_COLUMNS[column].names["zh-CN"][0]}为 ${showNumber(value, "zh-CN")}，应${DEMANDS[domain]["zh-CN"]}。`,
      why: domain === "non-zero" ? "为 0 时既不会得分也不会扣分。" : "加分还是扣分由计分方式决定；再带符号就会反过来。",
      how: domain === "non-zero" ? "请填写数值。" : "请填正数。",
    }),
  },
  check: ({ known }, report) => {
    for (const { indicator, faults } of known) {
      for (const { column, reason, spec } of faults) {
        if (reason !== "domain" || column === "scale" || spec.domain === "any") continue;
        const value = indicator[column];
        if (value === undefined) continue;
        const at = placeOf(indicator, column);
        report(
          at,
          { indicator: indicator.name, column, value, domain: spec.domain },
          value < 0
            ? {
                fix: {
                  kind: "suggestion",
                  label: { en: `Write ${showNumber(-value, "en")}`, "zh-CN": `改为 ${showNumber(-value, "zh-CN")}` },
                  edits: [{ ...at, value: -value }],
                },
              }
            : {},
        );
      }
    }
  },
  valid: [exampleOf([LINEAR, DEDUCT])],
  invalid: [
    { tables: exampleOf([LINEAR, { ...DEDUCT, "Per event": -2 }]), at: ["Rubric!G3"] },
    { tables: exampleOf([LINEAR, { ...DEDUCT, "Per event": 0 }]), at: ["Rubric!G3"] },
  ],
});
