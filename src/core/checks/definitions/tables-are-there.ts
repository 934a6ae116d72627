import type { CellPlace } from "../../cell/place";
import type { SourceTable } from "../../cell/table";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";

const HOW = {
  rubric: {
    en: "Make an Excel table with the headers Indicator, Points, Method, Metric, Zero at, Full at and one row per indicator.",
    zh: "建立一个 Excel 表格，列标题为：指标、分值、计分方式、数据列、零分值、满分值，每个指标一行。",
  },
  metrics: {
    en: "Make an Excel table with the headers Agent ID, Name, Team, Period and one column per metric.",
    zh: "建立一个 Excel 表格，列标题为：工号、姓名、班组、期间，以及每项数据一列。",
  },
  rows: { en: "Add one row per indicator.", zh: "每个指标填一行。" },
  agents: {
    en: "Add one row per agent and period; the agent ID must not be empty.",
    zh: "每名人员每个期间填一行；工号不能为空。",
  },
} as const;

const WHAT = {
  rubric: { en: "The workbook has no rubric table.", zh: "工作簿中没有评分标准表。" },
  metrics: { en: "The workbook has no metrics table.", zh: "工作簿中没有指标数据表。" },
  rows: { en: "The rubric table has no rows.", zh: "评分标准表没有任何行。" },
  agents: { en: "The metrics table has no agents.", zh: "指标数据表没有任何人员。" },
} as const;

export default defineCheck<{ table: keyof typeof WHAT; near: string; missing: string; missingZh: string }>()({
  id: "tables-are-there",
  severity: "error",
  title: { en: "The workbook has a rubric and metrics", "zh-CN": "工作簿有评分标准和指标数据" },
  message: {
    en: ({ table, near, missing }) => ({
      what:
        near === ""
          ? WHAT[table].en
          : `The table “${near}” lacks the column ${missing}, so it cannot be read as ${table === "rubric" ? "a rubric" : "metrics"}.`,
      why: table === "rubric" || table === "rows" ? "There is nothing to score by." : "There is nobody to score.",
      how: near === "" ? HOW[table].en : `Add the column ${missing}.`,
    }),
    "zh-CN": ({ table, near, missingZh }) => ({
      what:
        near === ""
          ? WHAT[table].zh
          : `表格“${near}”缺少“${missingZh}”列，无法作为${table === "rubric" ? "评分标准" : "指标数据"}读取。`,
      why: table === "rubric" || table === "rows" ? "没有评分依据。" : "没有可评分的人员。",
      how: near === "" ? HOW[table].zh : `增加“${missingZh}”列。`,
    }),
  },
  check: ({ tables, rubrics, metrics }, report) => {
    const headerOf = ({ sheet, row, column }: SourceTable): CellPlace => ({ sheet, row, column });
    const nothing = { near: "", missing: "", missingZh: "" };
    for (const kind of ["rubric", "metrics"] as const) {
      const found = kind === "rubric" ? tables.rubric : metrics;
      const near = tables.nearMisses.find((miss) => miss.kind === kind);
      if (found) continue;
      if (!near) report(undefined, { table: kind, ...nothing });
      else {
        const { source, missing } = near;
        report(headerOf(source), { table: kind, near: source.name, missing: missing.en, missingZh: missing["zh-CN"] });
      }
    }
    if (tables.rubric && rubrics.length === 0) report(headerOf(tables.rubric.source), { table: "rows", ...nothing });
    if (metrics && metrics.anonymous.size === metrics.rowCount)
      report(headerOf(metrics.source), { table: "agents", ...nothing });
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
    {
      tables: {
        Rubric: exampleOf([LINEAR]).Rubric,
        Metrics: [
          ["Agent ID", "Name", "Test"],
          ["1", "Ann", 75],
        ],
      },
      at: ["Metrics!A1"],
    },
  ],
});
