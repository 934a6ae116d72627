import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";

export default defineCheck<{ table: "rubric" | "metrics" | "rows" | "agents" }>()({
  id: "tables-are-there",
  severity: "error",
  title: { en: "The workbook has a rubric and metrics", "zh-CN": "工作簿有评分标准和指标数据" },
  message: {
    en: ({ table }) => ({
      what: {
        rubric: "The workbook has no rubric table.",
        metrics: "The workbook has no metrics table.",
        rows: "The rubric table has no rows.",
        agents: "The metrics table has no agents.",
      }[table],
      why: {
        rubric: "Without it there is nothing to score by.",
        metrics: "Without it there is nobody to score.",
        rows: "There is nothing to score by.",
        agents: "There is nobody to score.",
      }[table],
      how: {
        rubric:
          "Make an Excel table with the headers Indicator, Points, Method, Metric, Zero at, Full at and one row per indicator.",
        metrics: "Make an Excel table with the headers Agent ID, Name, Team, Period and one column per metric.",
        rows: "Add one row per indicator.",
        agents: "Add one row per agent and period; the agent ID must not be empty.",
      }[table],
    }),
    "zh-CN": ({ table }) => ({
      what: {
        rubric: "工作簿中没有评分标准表。",
        metrics: "工作簿中没有指标数据表。",
        rows: "评分标准表没有任何行。",
        agents: "指标数据表没有任何人员。",
      }[table],
      why: {
        rubric: "没有它就没有评分依据。",
        metrics: "没有它就没有可评分的人员。",
        rows: "没有评分依据。",
        agents: "没有可评分的人员。",
      }[table],
      how: {
        rubric: "建立一个 Excel 表格，列标题为：指标、分值、计分方式、数据列、零分值、满分值，每个指标一行。",
        metrics: "建立一个 Excel 表格，列标题为：工号、姓名、班组、期间，以及每项数据一列。",
        rows: "每个指标填一行。",
        agents: "每名人员每个期间填一行；工号不能为空。",
      }[table],
    }),
  },
  check: ({ rubricTable, rubrics, metrics }, report) => {
    const headerOf = (table: {
      readonly source: { readonly sheet: string; readonly row: number; readonly column: number };
    }) => ({
      sheet: table.source.sheet,
      row: table.source.row,
      column: table.source.column,
    });
    if (!rubricTable) report(undefined, { table: "rubric" });
    else if (rubrics.length === 0) report(headerOf(rubricTable), { table: "rows" });
    if (!metrics) report(undefined, { table: "metrics" });
    else if (metrics.agentIds.every((id) => id === "")) report(headerOf(metrics), { table: "agents" });
  },
  valid: [exampleOf([LINEAR])],
  invalid: [
    {
      tables: {
        Rubric: [["Something"], ["else"]],
        Metrics: [
          ["Agent ID", "Period"],
          ["1", "2026-10"],
        ],
      },
      at: [""],
    },
    {
      tables: {
        Rubric: [["Indicator", "Points", "Method"]],
        Metrics: [
          ["Agent ID", "Period"],
          ["1", "2026-10"],
        ],
      },
      at: ["Rubric!A1"],
    },
    { tables: exampleOf([LINEAR], { Metrics: [{ "Agent ID": "", Period: "2026-10", Test: 75 }] }), at: ["Metrics!A1"] },
    { tables: { Rubric: exampleOf([LINEAR]).Rubric }, at: [""] },
  ],
});
