import { foldName } from "../../cell/cell";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";

export default defineCheck<{ rubric: string; indicator: string }>()({
  id: "no-duplicate-indicator",
  severity: "error",
  title: { en: "Indicators of a rubric have different names", "zh-CN": "同一考核表的指标名称不重复" },
  message: {
    en: ({ rubric, indicator }) => ({
      what:
        indicator === ""
          ? `An indicator of “${rubric}” has no name.`
          : `“${indicator}” stands twice in the rubric “${rubric}”.`,
      why: "Results, explanations and ledgers are told apart by the indicator's name.",
      how: indicator === "" ? "Give it a name, or delete the row." : "Rename one of the two, or delete it.",
    }),
    "zh-CN": ({ rubric, indicator }) => ({
      what: indicator === "" ? `“${rubric}”有一个指标没有名称。` : `“${indicator}”在考核表“${rubric}”中出现了两次。`,
      why: "结果、说明和台账都靠指标名称区分。",
      how: indicator === "" ? "填写名称，或删除这一行。" : "给其中一个改名，或删除它。",
    }),
  },
  check: ({ rubrics }, report) => {
    for (const rubric of rubrics) {
      const first = new Map<string, (typeof rubric.indicators)[number]>();
      for (const indicator of rubric.indicators) {
        const key = foldName(indicator.name);
        const earlier = first.get(key);
        if (indicator.name === "") report(indicator.at, { rubric: rubric.name, indicator: "" });
        else if (earlier)
          report(indicator.at, { rubric: rubric.name, indicator: indicator.name }, { related: [earlier.at] });
        else first.set(key, indicator);
      }
    }
  },
  valid: [
    exampleOf([
      { ...LINEAR, Points: 50 },
      { ...LINEAR, Indicator: "Other", Points: 50 },
    ]),
  ],
  invalid: [
    {
      tables: exampleOf([
        { ...LINEAR, Points: 50 },
        { ...LINEAR, Indicator: "quarterly  TEST", Points: 50 },
      ]),
      at: ["Rubric!A3"],
    },
    {
      tables: exampleOf([
        { ...LINEAR, Points: 50 },
        { ...LINEAR, Indicator: "", Points: 50 },
      ]),
      at: ["Rubric!A3"],
    },
  ],
});
