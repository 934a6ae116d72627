import type { Indicator } from "../../rubric/rubric";
import { placeOf } from "../../rubric/rubric";
import type { InputKind } from "../../scoring/model/method";
import { findMethod } from "../../scoring/compile/registry";
import { closestNameFix } from "../closest-name";
import { defineCheck } from "../check";
import type { CheckSubject } from "../subject";
import { exampleOf, LINEAR } from "../examples";

/** Values from elsewhere, if Metrics has no column for them. Other checks report what these inputs lack. */
const GATHERED: readonly InputKind[] = ["checklist", "team", "periods"];

function isGathered(method: string, { ledger, ratings }: CheckSubject): boolean {
  const input = findMethod(method)?.input ?? "metric";
  return GATHERED.includes(input) || (input === "events" && !!ledger) || (input === "ratings" && !!ratings);
}

/** With more findings than this the table of metrics is the wrong one, and one finding says so. */
const MOST_FINDINGS = 20;

export default defineCheck<{ indicator: string; metric: string; sheet: string; count: number }>()({
  id: "metric-column-exists",
  severity: "error",
  title: { en: "The metric has a column in Metrics", "zh-CN": "指标数据中有对应的数据列" },
  message: {
    en: ({ indicator, metric, sheet, count }) => ({
      what:
        count > 1
          ? `${count} indicators, such as “${indicator}”, read metrics that the Metrics table on the sheet “${sheet}” has no column for.`
          : `“${indicator}” reads the metric “${metric}”, but the Metrics table on the sheet “${sheet}” has no such column.`,
      why: "Nobody could be scored on this indicator.",
      how: "Write the header of the right column into Metric, or add the column to Metrics.",
    }),
    "zh-CN": ({ indicator, metric, sheet, count }) => ({
      what:
        count > 1
          ? `有 ${count} 个指标（如“${indicator}”）要读取的数据列，在工作表“${sheet}”的指标数据中不存在。`
          : `“${indicator}”要读取数据列“${metric}”，但工作表“${sheet}”的指标数据中没有这一列。`,
      why: "没有人能在这个指标上得到评分。",
      how: "在“数据列”中填写正确的列标题，或在指标数据中增加这一列。",
    }),
  },
  check: (subject, report) => {
    const { rubrics, metrics, tables } = subject;
    if (!metrics) return;
    const missing = rubrics
      .flatMap(({ indicators }) => indicators)
      .filter(({ metric, method }) => metric !== "" && !metrics.has(metric) && !isGathered(method, subject));
    const placeIn = (indicator: Indicator) =>
      placeOf(indicator, (indicator.cells.metric?.value.kind ?? "blank") === "blank" ? "indicator" : "metric");
    const sheet = metrics.source.sheet;
    if (missing.length > MOST_FINDINGS) {
      const [{ name, metric }] = missing as [Indicator];
      const [at, ...related] = missing.slice(0, MOST_FINDINGS).map(placeIn);
      report(at, { indicator: name, metric, sheet, count: missing.length }, { related });
      return;
    }
    for (const indicator of missing) {
      const target = tables.rubric?.columns.metric === undefined ? undefined : placeOf(indicator, "metric");
      report(
        placeIn(indicator),
        { indicator: indicator.name, metric: indicator.metric, sheet, count: 1 },
        target ? closestNameFix(indicator.metric, metrics.headers, [target]) : {},
      );
    }
  },
  valid: [
    exampleOf([LINEAR]),
    exampleOf([LINEAR, { Indicator: "Late", Method: "deduct", "Per event": 1 }], {
      Metrics: [{ "Agent ID": "1", Period: "2026-10", Test: 75 }],
      Ledger: [{ Date: "2026-10-05", "Agent ID": "1", Indicator: "Late" }],
    }),
    exampleOf([{ ...LINEAR, Metric: "ＴＥＳＴ " }], { Metrics: [{ "Agent ID": "1", Period: "2026-10", test: 75 }] }),
  ],
  invalid: [
    {
      tables: exampleOf(
        Array.from({ length: 25 }, (_, index) => ({
          ...LINEAR,
          Indicator: `I${index}`,
          Points: 4,
          Metric: `M${index}`,
        })),
        { Metrics: [{ "Agent ID": "1", Period: "2026-10", Other: 75 }] },
      ),
      at: ["Rubric!D2"],
    },
    { tables: exampleOf([LINEAR], { Metrics: [{ "Agent ID": "1", Period: "2026-10", Tset: 75 }] }), at: ["Rubric!D2"] },
    {
      tables: exampleOf([{ ...LINEAR, Metric: "" }], { Metrics: [{ "Agent ID": "1", Period: "2026-10", Test: 75 }] }),
      at: ["Rubric!A2"],
    },
  ],
});
