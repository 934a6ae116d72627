import type { RawCell } from "../cell/cell";
import type { FormulaResults, SourceTable } from "../cell/table";
import type { ExampleTables } from "./check";
import type { ExampleEvaluation } from "./evaluations";
import { exampleSheet } from "./evaluations";

type Row = Readonly<Record<string, RawCell>>;

/** A table from rows written as objects. Its columns are the keys, in order of first appearance. */
function rowsOf(rows: readonly Row[]): readonly (readonly RawCell[])[] {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ""))];
}

/** A valid linear indicator. Examples vary it. */
export const LINEAR: Row = {
  Indicator: "Quarterly test",
  Points: 100,
  Method: "linear",
  Metric: "Test",
  "Zero at": 60,
  "Full at": 90,
};

/** Tables of an example beside Rubric and Metrics. */
const OPTIONAL = ["Scales", "Settings", "Ledger", "Ratings", "Baseline"] as const;

/** A valid workbook around the given indicators. Its Metrics have one agent with a value for every metric named. */
export function exampleOf(
  rubric: readonly Row[],
  more: Readonly<Partial<Record<(typeof OPTIONAL)[number] | "Metrics", readonly Row[]>>> & {
    readonly percentColumns?: readonly string[];
    readonly timeColumns?: readonly string[];
    readonly formulas?: FormulaResults;
    readonly Evaluation?: ExampleEvaluation;
  } = {},
): ExampleTables {
  const metric = (row: Row): string => String(row["Metric"] || row["Indicator"]);
  const agent: Row = {
    "Agent ID": "1001",
    Name: "Ann",
    Period: "2026-10",
    ...Object.fromEntries(rubric.map((row) => [metric(row), 75])),
  };
  return {
    Rubric: rowsOf(rubric),
    Metrics: rowsOf(more.Metrics ?? [agent]),
    ...Object.fromEntries(OPTIONAL.flatMap((name) => (more[name] ? [[name, rowsOf(more[name])]] : []))),
    ...(more.Evaluation ? { Evaluation: more.Evaluation } : {}),
    ...(more.percentColumns ? { percentColumns: more.percentColumns } : {}),
    ...(more.timeColumns ? { timeColumns: more.timeColumns } : {}),
    ...(more.formulas ? { formulas: more.formulas } : {}),
  };
}

/** The tables of an example as a workbook hands them over: each on a sheet of its own name, from A1. */
export function sourcesOf(tables: ExampleTables): readonly SourceTable[] {
  const sources = (["Rubric", "Metrics", ...OPTIONAL, "More"] as const).flatMap((name) => {
    const values = tables[name];
    if (!values) return [];
    const formats = (values[0] ?? []).map((header) => {
      if (tables.percentColumns?.includes(String(header))) return "0.0%";
      return tables.timeColumns?.includes(String(header)) ? "[m]:ss" : "General";
    });
    const formulas = name === "Metrics" && tables.formulas ? { formulas: tables.formulas } : {};
    return [{ name, sheet: name, row: 0, column: 0, values, formats, ...formulas }];
  });
  return tables.Evaluation ? [...sources, exampleSheet(tables.Evaluation)] : sources;
}
