import { foldName } from "../../cell/cell";
import { RUBRIC_COLUMNS } from "../../rubric/columns";
import { placeOf } from "../../rubric/rubric";
import type { ParameterColumn } from "../../scoring/model/method";
import { namedScale } from "../../scoring/compile/parameters";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import type { CheckSubject } from "../subject";
import type { KnownIndicator } from "../../book/contents";

const COLUMNS: readonly ParameterColumn[] = ["zeroAt", "fullAt", "perEvent", "step", "limit", "scale"];

/** Filled parameter columns of an indicator that its method does not read. */
function unreadOf(each: KnownIndicator, { scales }: CheckSubject): readonly ParameterColumn[] {
  const { indicator, method } = each;
  return COLUMNS.filter((column) => {
    const value = indicator[column];
    if (column === "scale") {
      // Methods that gather their input read the scale with the indicator's own name.
      if (indicator.scale === "" || method.parameters.scale) return false;
      return foldName(namedScale(indicator, method, scales)?.name ?? "") !== foldName(indicator.scale);
    }
    if (value === undefined) return false;
    return !method.parameters[column] || (column === "perEvent" && indicator.scale !== "" && !!method.parameters.scale);
  });
}

export default defineCheck<{
  indicator: string;
  columns: string;
  columnsZh: string;
  method: string;
  methodZh: string;
}>()({
  id: "no-unread-parameter",
  severity: "info",
  title: { en: "What is stated is read by the method", "zh-CN": "填写的参数都会用到" },
  message: {
    en: ({ indicator, columns, method }) => ({
      what: `“${indicator}” states ${columns}, which the method ${method} does not read.`,
      why: "It changes nothing; whoever wrote it may have meant another method.",
      how: "Clear the cell, or choose the method that is meant.",
    }),
    "zh-CN": ({ indicator, columnsZh, methodZh }) => ({
      what: `“${indicator}”填写了${columnsZh}，而计分方式“${methodZh}”不用它。`,
      why: "它不起任何作用；填写的人想用的可能是另一种计分方式。",
      how: "清除该单元格，或改用合适的计分方式。",
    }),
  },
  check: (subject, report) => {
    for (const each of subject.known) {
      const { indicator, method } = each;
      const [first, ...others] = unreadOf(each, subject);
      if (!first) continue;
      const names = (locale: "en" | "zh-CN", between: string): string =>
        [first, ...others].map((column) => RUBRIC_COLUMNS[column].names[locale][0]!).join(between);
      report(
        placeOf(indicator, first),
        {
          indicator: indicator.name,
          columns: names("en", ", "),
          columnsZh: names("zh-CN", "、"),
          method: method.names.en[0]!,
          methodZh: method.names["zh-CN"][0]!,
        },
        {
          related: others.map((column) => placeOf(indicator, column)),
          fix: {
            kind: "suggestion",
            label: { en: "Clear what is not read", "zh-CN": "清除用不到的内容" },
            edits: [first, ...others].map((column) => ({ ...placeOf(indicator, column), value: null })),
          },
        },
      );
    }
  },
  valid: [exampleOf([{ ...LINEAR, Limit: "-" }])],
  invalid: [
    { tables: exampleOf([{ ...LINEAR, Limit: 5, "Per event": 2 }]), at: ["Rubric!H2"] },
    { tables: exampleOf([{ Indicator: "All", Points: 100, Method: "manual", Scale: "ABC" }]), at: ["Rubric!D2"] },
  ],
});
