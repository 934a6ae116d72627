import { placeOf } from "../../rubric/rubric";
import { RUBRIC_COLUMNS } from "../../rubric/columns";
import type { KnownIndicator } from "../../book/contents";
import { showDeviation } from "../../text/format";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import type { Fix } from "../finding";

const PEER = {
  Indicator: "Call volume",
  Points: 100,
  Method: "peer",
  Metric: "Calls",
  "Zero at": -0.2,
  "Full at": 0.2,
};

/**
 * For a peer comparison with one end: most policies mean its mirror as the other end. It is a suggestion, because only
 * people can confirm that.
 */
function mirror({ indicator, method }: KnownIndicator, column: "zeroAt" | "fullAt"): Fix | undefined {
  const stated = column === "zeroAt" ? indicator.fullAt : indicator.zeroAt;
  if (
    method.parameters[column]?.unit !== "deviation" ||
    stated === undefined ||
    stated === 0 ||
    !indicator.cells[column]
  )
    return undefined;
  return {
    kind: "suggestion",
    label: {
      en: `Use the mirror of the stated end, ${showDeviation(-stated, "en")}`,
      "zh-CN": `取已写明一端的对称值 ${showDeviation(-stated, "zh-CN")}`,
    },
    edits: [{ ...placeOf(indicator, column), value: -stated, numberFormat: "0%" }],
  };
}

export default defineCheck<{
  indicator: string;
  column: "zeroAt" | "fullAt" | "perEvent" | "step" | "limit" | "scale";
  method: string;
  methodZh: string;
}>()({
  id: "threshold-stated",
  severity: "error",
  title: { en: "Every threshold that a method needs is stated", "zh-CN": "计分方式所需的阈值都已写明" },
  message: {
    en: ({ indicator, column, method }) => ({
      what: `“${indicator}” does not state ${RUBRIC_COLUMNS[column].names.en[0]}, which the method ${method} needs.`,
      why: "Without it nobody can tell how many points a value earns; we do not guess.",
      how: `Fill in ${RUBRIC_COLUMNS[column].names.en[0]} as the policy states it; if the policy does not, ask whoever owns it.`,
    }),
    "zh-CN": ({ indicator, column, methodZh }) => ({
      what: `“${indicator}”没有写明“${RUBRIC_COLUMNS[column].names["zh-CN"][0]}”，而计分方式“${methodZh}”需要它。`,
      why: "缺少它就无法确定某个数值对应多少分；我们不会猜测。",
      how: `按制度填写“${RUBRIC_COLUMNS[column].names["zh-CN"][0]}”；制度没有写明时，请向制定者确认。`,
    }),
  },
  check: ({ known }, report) => {
    for (const each of known) {
      const { indicator, method, faults } = each;
      for (const { column, reason } of faults) {
        if (reason !== "missing") continue;
        const fix = column === "zeroAt" || column === "fullAt" ? mirror(each, column) : undefined;
        report(
          placeOf(indicator, column),
          { indicator: indicator.name, column, method: method.names.en[0]!, methodZh: method.names["zh-CN"][0]! },
          fix ? { fix } : {},
        );
      }
    }
  },
  valid: [exampleOf([LINEAR]), exampleOf([PEER])],
  invalid: [
    { tables: exampleOf([{ ...LINEAR, "Zero at": "" }]), at: ["Rubric!E2"] },
    { tables: exampleOf([{ ...PEER, "Zero at": "" }]), at: ["Rubric!E2"] },
    { tables: exampleOf([{ Indicator: "Transfers", Points: 100, Method: "piecewise", Scale: "" }]), at: ["Rubric!D2"] },
  ],
});
