import { placeOf } from "../../rubric/rubric";
import { showNumber, showPercent } from "../../text/format";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import { rescale } from "../rescale";

/** No rubric scores a value three times the mean. Such a deviation was typed in per cent. */
const HIGHEST_DEVIATION = 2;

const PEER = { ...LINEAR, Method: "peer", "Zero at": -0.2, "Full at": 0.2 };

export default defineCheck<{ indicator: string; threshold: number }>()({
  id: "deviation-is-fraction",
  severity: "error",
  title: { en: "Deviations from the mean are fractions", "zh-CN": "均值偏差按小数填写" },
  message: {
    en: ({ indicator, threshold }) => ({
      what: `“${indicator}” compares with the mean and states ${showNumber(threshold, "en")}, which is ${showPercent(threshold, "en")}.`,
      why: "So far from the mean nobody ever is; everybody would earn about half of the points.",
      how: `Write ${showPercent(threshold / 100, "en")}, which is ${showNumber(threshold / 100, "en")}.`,
    }),
    "zh-CN": ({ indicator, threshold }) => ({
      what: `“${indicator}”与均值比较，阈值却为 ${showNumber(threshold, "zh-CN")}，即 ${showPercent(threshold, "zh-CN")}。`,
      why: "没有人会偏离均值这么多；所有人都会得到大约一半的分数。",
      how: `请写 ${showPercent(threshold / 100, "zh-CN")}，即 ${showNumber(threshold / 100, "zh-CN")}。`,
    }),
  },
  check: ({ known }, report) => {
    for (const { indicator, method } of known) {
      const thresholds = (["zeroAt", "fullAt"] as const).flatMap((column) => {
        const value = indicator[column];
        const isDeviation = method.parameters[column]?.unit === "deviation" && value !== undefined;
        return isDeviation && Math.abs(value) > HIGHEST_DEVIATION ? [{ at: placeOf(indicator, column), value }] : [];
      });
      const [first, ...others] = thresholds;
      if (!first) continue;
      report(
        first.at,
        { indicator: indicator.name, threshold: first.value },
        { related: others.map(({ at }) => at), fix: rescale(thresholds, 0.01) },
      );
    }
  },
  valid: [exampleOf([PEER]), exampleOf([{ ...PEER, "Zero at": -1, "Full at": 1.5 }])],
  invalid: [{ tables: exampleOf([{ ...PEER, "Zero at": -20, "Full at": 20 }]), at: ["Rubric!E2"] }],
});
