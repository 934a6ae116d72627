import type { CellEdit } from "../../core/plan/plan";
import type { RawCell } from "../../core/cell/cell";
import { toExcel, type ExcelContent, type Step } from "./requests";

/** Request bytes of a run of edited cells, and of each cell in it. */
const BYTES_PER_RUN = 2_500;
const BYTES_PER_CELL = 40;

/** Edited cells below each other, written as one range. */
export interface EditRun {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly edits: readonly CellEdit[];
}

/** The old content of a run's cells. */
export interface RunBefore {
  readonly run: EditRun;
  /** Values as Excel gives them; a formula counts as its result. */
  readonly values: readonly RawCell[];
  /** Contents that restore the cells when they are written. */
  readonly contents: readonly ExcelContent[];
  readonly formats: readonly string[];
}

/** Joins edits into runs. Most fixes edit one column of a table, so this makes few ranges out of many cells. */
export function runsOf(edits: readonly CellEdit[]): EditRun[] {
  const last = new Map<string, CellEdit>();
  // The later edit of a cell wins.
  for (const edit of edits) last.set(`${edit.row}/${edit.column}/${edit.sheet.toLowerCase()}`, edit);
  const sorted = [...last.values()].sort(
    (a, b) => compare(a.sheet.toLowerCase(), b.sheet.toLowerCase()) || a.column - b.column || a.row - b.row,
  );
  const runs: (Omit<EditRun, "edits"> & { edits: CellEdit[] })[] = [];
  for (const edit of sorted) {
    const open = runs.at(-1);
    const follows =
      open?.sheet.toLowerCase() === edit.sheet.toLowerCase() &&
      open.column === edit.column &&
      open.row + open.edits.length === edit.row;
    if (open && follows) open.edits.push(edit);
    else runs.push({ sheet: edit.sheet, row: edit.row, column: edit.column, edits: [edit] });
  }
  return runs;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function rangeOf(sheet: Excel.Worksheet, { row, column, edits }: EditRun): Excel.Range {
  return sheet.getRangeByIndexes(row, column, edits.length, 1);
}

/** Queues the question for the old content of a run. The returned function takes the answer after the next sync. */
export function askBefore(sheet: Excel.Worksheet, run: EditRun): () => RunBefore {
  const range = rangeOf(sheet, run);
  range.load("values, formulas, valueTypes, numberFormat");
  return () => ({
    run,
    values: range.values.map((row) => row[0] as RawCell),
    contents: range.values.map((row, at) => original(row[0], range.formulas[at]![0], range.valueTypes[at]![0]!)),
    formats: range.numberFormat.map((row) => String(row[0])),
  });
}

/** The content that restores a cell when it is written. */
function original(value: unknown, formula: unknown, type: string): ExcelContent {
  // A text that looks like a formula comes back as both formula and value. A real formula has its result as value.
  if (typeof formula === "string" && formula.startsWith("=") && formula !== value) return formula;
  if (type === "Error") return String(value);
  return toExcel(value as ExcelContent);
}

export function writeStep(sheet: () => Excel.Worksheet, before: RunBefore): Step {
  const { run } = before;
  const formats = run.edits.map((edit, at) => edit.numberFormat ?? formatFor(edit, before.formats[at]!));
  return {
    bytes: BYTES_PER_RUN + run.edits.reduce((sum, { value }) => sum + BYTES_PER_CELL + String(value).length * 3, 0),
    queue() {
      const range = rangeOf(sheet(), run);
      // The format goes first: a number in a cell formatted as text would become text.
      if (formats.some((format, at) => format !== before.formats[at]))
        range.numberFormat = formats.map((each) => [each]);
      range.values = run.edits.map(({ value }) => [toExcel(value)]);
    },
  };
}

/** A cell formatted as text takes a number only after it gets another format. */
function formatFor(edit: CellEdit, before: string): string {
  return before === "@" && typeof edit.value !== "string" && edit.value !== null ? "General" : before;
}

export function restoreStep(sheet: () => Excel.Worksheet, { run, contents, formats }: RunBefore): Step {
  return {
    bytes:
      BYTES_PER_RUN + contents.reduce<number>((sum, content) => sum + BYTES_PER_CELL + String(content).length * 3, 0),
    queue() {
      const range = rangeOf(sheet(), run);
      range.numberFormat = formats.map(() => ["General"]);
      range.values = contents.map((content) => [content]);
      range.numberFormat = formats.map((format) => [format]);
    },
  };
}
