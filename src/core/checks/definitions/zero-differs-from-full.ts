import { placeOf } from "../../rubric/rubric";
import { showDeviation, showMetric } from "../../text/format";
import type { Locale } from "../../text/locale";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";

const show = (value: number, shownAs: string, locale: Locale): string =>
  shownAs === "deviation"
    ? showDeviation(value, locale)
    : showMetric(value, shownAs === "percent" ? "percent" : "number", locale);

export default defineCheck<{ indicator: string; value: number; shownAs: string }>()({
  id: "zero-differs-from-full",
  severity: "error",
  title: { en: "Zero at and full at differ", "zh-CN": "零分值与满分值不同" },
  message: {
    en: ({ indicator, value, shownAs }) => ({
      what: `“${indicator}” has zero at and full at both at ${show(value, shownAs, "en")}.`,
      why: "There is no line between them, and it is not said whether higher or lower is better.",
      how: "State two different values; for a mere pass or fail use a scale with two intervals.",
    }),
    "zh-CN": ({ indicator, value, shownAs }) => ({
      what: `“${indicator}”的零分值和满分值都是 ${show(value, shownAs, "zh-CN")}。`,
      why: "两者之间没有直线，也看不出越高越好还是越低越好。",
      how: "填写两个不同的值；若只判断达标与否，请用有两个区间的等级表。",
    }),
  },
  check: ({ known, metrics }, report) => {
    for (const { indicator, method } of known) {
      const { zeroAt, fullAt } = indicator;
      if (!method.parameters.zeroAt || !method.parameters.fullAt || zeroAt === undefined || zeroAt !== fullAt) continue;
      const shownAs =
        method.parameters.fullAt.unit === "deviation"
          ? "deviation"
          : (metrics?.column(indicator.metric)?.showAs ?? "number");
      report(
        placeOf(indicator, "fullAt"),
        { indicator: indicator.name, value: zeroAt, shownAs },
        { related: [placeOf(indicator, "zeroAt")] },
      );
    }
  },
  valid: [exampleOf([LINEAR]), exampleOf([{ ...LINEAR, "Zero at": 90, "Full at": 60 }])],
  invalid: [{ tables: exampleOf([{ ...LINEAR, "Zero at": 90, "Full at": 90 }]), at: ["Rubric!F2"] }],
});
