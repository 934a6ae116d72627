import type { PlanCell } from "../../../src/core/plan/plan";
import { workbookOf } from "../command";
import { BASELINE, LEDGER, METRICS, RATINGS } from "./data";
import { RUBRIC, SCALES, SETTINGS } from "./rubrics";

type Row = Readonly<Record<string, string | number>>;

/** The way from totals to grades. */
export type Grading = keyof typeof SCALES;

/** The tables of the workbook. A row is an object with the headers as names. */
export const tablesOf = (grading: Grading): Readonly<Record<string, readonly Row[]>> => ({
  Rubric: RUBRIC,
  Scales: SCALES[grading],
  Settings: SETTINGS,
  Metrics: METRICS,
  Ledger: LEDGER,
  Ratings: RATINGS,
  Baseline: BASELINE,
});

/** The same as rows of cells, with a header for every name, in the order of first appearance. */
function cellsOf(rows: readonly Row[]): PlanCell[][] {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [headers, ...rows.map((row) => headers.map((header) => row[header] ?? null))];
}

/** The workbook as bytes of an .xlsx file. `left` names tables to leave out. */
export function everyMethodWorkbook(grading: Grading, ...left: readonly string[]): Uint8Array {
  const tables = Object.entries(tablesOf(grading)).filter(([name]) => !left.includes(name));
  return workbookOf(Object.fromEntries(tables.map(([name, rows]) => [name, cellsOf(rows)])));
}
