import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";

const AGENTS = [{ "Agent ID": "1001", Name: "Ann", "Quarterly test": 50, Total: 50 }];

export default defineCheck<{ sheet: string; changed: "rubric" | "metrics" | "both" }>()({
  id: "evaluation-is-current",
  severity: "warning",
  title: {
    en: "A filled sheet stands for the present rubric and metrics",
    "zh-CN": "已填写的结果表与现行标准和数据一致",
  },
  message: {
    en: ({ sheet, changed }) => ({
      what: `The sheet “${sheet}” was filled from ${changed === "metrics" ? "other metrics" : changed === "rubric" ? "another rubric" : "another rubric and other metrics"} than the workbook holds now.`,
      why: "The totals and grades on it are no longer those that the rubric gives.",
      how: "Fill the period again. Where the sheet is to stay as it was issued, rename it and keep it.",
    }),
    "zh-CN": ({ sheet, changed }) => ({
      what: `工作表“${sheet}”填写之后，${changed === "metrics" ? "指标数据" : changed === "rubric" ? "评分标准" : "评分标准和指标数据"}又有改动。`,
      why: "表上的总分和等级已不是现行标准得出的结果。",
      how: "请重新填写该期间。如需保留已下发的结果，请重命名后另存该工作表。",
    }),
  },
  check: ({ evaluations }, report) => {
    for (const { sheet, evaluation } of evaluations) {
      const stale = evaluation.stale();
      if (!stale) continue;
      const { rubricChanged, metricsChanged } = stale;
      const changed = rubricChanged && metricsChanged ? "both" : rubricChanged ? "rubric" : "metrics";
      report({ sheet, row: 1, column: 0 }, { sheet, changed });
    }
  },
  valid: [exampleOf([LINEAR], { Evaluation: { agents: AGENTS, expected: AGENTS } })],
  invalid: (["rubric", "metrics"] as const).map((changed) => ({
    tables: exampleOf([LINEAR], {
      Evaluation: {
        agents: AGENTS,
        stale: { rubricChanged: changed === "rubric", metricsChanged: changed === "metrics" },
      },
    }),
    at: ["Evaluation!A2"],
  })),
});
