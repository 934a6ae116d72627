import { placeOf } from "../../rubric/rubric";
import { showNumber, showPercent } from "../../text/format";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import { rescale } from "../rescale";

const TICKETS = { ...LINEAR, Method: "attainment", "Zero at": "", "Full at": 300, Limit: 1.2 };

export default defineCheck<{ indicator: string; limit: number }>()({
  id: "ceiling-is-ratio",
  severity: "error",
  title: { en: "A ceiling of attainment is a share of the target", "zh-CN": "完成率上限按比例填写" },
  message: {
    en: ({ indicator, limit }) => ({
      what: `“${indicator}” counts attainment up to ${showNumber(limit, "en")} times the target, which is ${showPercent(limit, "en")}.`,
      why: `Where ${showPercent(limit / 100, "en")} is meant, nothing is ever held back: twice the target would earn twice the points.`,
      how: `Write ${showPercent(limit / 100, "en")}, which is ${showNumber(limit / 100, "en")}.`,
    }),
    "zh-CN": ({ indicator, limit }) => ({
      what: `“${indicator}”的完成率上限为目标的 ${showNumber(limit, "zh-CN")} 倍，即 ${showPercent(limit, "zh-CN")}。`,
      why: `若本意是 ${showPercent(limit / 100, "zh-CN")}，则等于没有上限：完成目标的两倍就得两倍的分。`,
      how: `请写 ${showPercent(limit / 100, "zh-CN")}，即 ${showNumber(limit / 100, "zh-CN")}。`,
    }),
  },
  // No scheme pays for more than ten times a target, and no ceiling in per cent is lower than 10.
  limits: { highestRatio: 10 },
  check: ({ known }, report, { highestRatio }) => {
    for (const { indicator, method } of known) {
      const { limit, name } = indicator;
      if (method.parameters.limit?.unit !== "ratio" || limit === undefined || limit <= highestRatio) continue;
      const at = placeOf(indicator, "limit");
      report(at, { indicator: name, limit }, { fix: rescale([{ at, value: limit }], 0.01) });
    }
  },
  valid: [exampleOf([TICKETS]), exampleOf([{ ...TICKETS, Limit: 10 }]), exampleOf([{ ...TICKETS, Limit: "" }])],
  invalid: [
    { tables: exampleOf([{ ...TICKETS, Limit: 120 }]), at: ["Rubric!G2"] },
    { tables: exampleOf([{ ...TICKETS, Limit: 11 }]), at: ["Rubric!G2"] },
  ],
});
