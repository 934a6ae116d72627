import { placeOf } from "../../rubric/rubric";
import { closestNameFix } from "../closest-name";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";

export default defineCheck<{ indicator: string; metric: string; sheet: string }>()({
  id: "metric-column-exists",
  severity: "error",
  title: { en: "The metric has a column in Metrics", "zh-CN": "指标数据中有对应的数据列" },
  message: {
    en: ({ indicator, metric, sheet }) => ({
      what: `“${indicator}” reads the metric “${metric}”, but the Metrics table on the sheet “${sheet}” has no such column.`,
      why: "Nobody could be scored on this indicator.",
      how: "Write the header of the right column into Metric, or add the column to Metrics.",
    }),
    "zh-CN": ({ indicator, metric, sheet }) => ({
      what: `“${indicator}”要读取数据列“${metric}”，但工作表“${sheet}”的指标数据中没有这一列。`,
      why: "没有人能在这个指标上得到评分。",
      how: "在“数据列”中填写正确的列标题，或在指标数据中增加这一列。",
    }),
  },
  check: ({ rubrics, metrics, rubricTable }, report) => {
    if (!metrics) return;
    for (const { indicators } of rubrics) {
      for (const indicator of indicators) {
        if (indicator.metric === "" || metrics.column(indicator.metric)) continue;
        const stated = (indicator.cells.metric?.value.kind ?? "blank") !== "blank";
        const at = placeOf(indicator, stated ? "metric" : "indicator");
        const target = rubricTable?.columns.metric === undefined ? undefined : placeOf(indicator, "metric");
        report(
          at,
          { indicator: indicator.name, metric: indicator.metric, sheet: metrics.source.sheet },
          target ? closestNameFix(indicator.metric, metrics.headers, [target]) : {},
        );
      }
    }
  },
  valid: [
    exampleOf([LINEAR]),
    exampleOf([{ ...LINEAR, Metric: "ＴＥＳＴ " }], { Metrics: [{ "Agent ID": "1", Period: "2026-10", test: 75 }] }),
  ],
  invalid: [
    { tables: exampleOf([LINEAR], { Metrics: [{ "Agent ID": "1", Period: "2026-10", Tset: 75 }] }), at: ["Rubric!D2"] },
    {
      tables: exampleOf([{ ...LINEAR, Metric: "" }], { Metrics: [{ "Agent ID": "1", Period: "2026-10", Test: 75 }] }),
      at: ["Rubric!A2"],
    },
  ],
});
