import type { CellEdit } from "../../core/plan/plan";
import type { RawCell } from "../../core/cell/cell";
import { addressOf } from "../../core/cell/place";
import { standsThere } from "../../core/evaluation/standing";
import { WorkbookFailure } from "../failure";
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
  /** True if any row of the run is hidden, by hand or by a filter. */
  readonly hidden: boolean;
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
  range.load("values, formulas, valueTypes, numberFormat, rowHidden");
  return () => ({
    run,
    hidden: isHidden(range),
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

/** Excel tells null if some rows of a range are hidden and others are not. */
function isHidden({ rowHidden }: Excel.Range): boolean {
  return rowHidden !== false;
}

/** Queues the question whether rows of a run are hidden now. The returned function takes the answer. */
export function askHidden(sheet: Excel.Worksheet, run: EditRun): () => boolean {
  const range = rangeOf(sheet, run);
  range.load("rowHidden");
  return () => isHidden(range);
}

/**
 * A run as it can be written safely. Several rows written at once land in wrong cells if some are hidden (office-js#224, xlwings#747), so
 * each of their cells is written by itself.
 */
function partsOf(before: RunBefore): RunBefore[] {
  if (!before.hidden) return [before];
  const { run, values, contents, formats } = before;
  return run.edits.map((edit, at) => ({
    run: { ...run, row: edit.row, edits: [edit] },
    hidden: true,
    values: [values[at]],
    contents: [contents[at]!],
    formats: [formats[at]!],
  }));
}

/** Steps that write a run. `learn` gets the functions that fail after a sync if the values did not land where they belong. */
export function writeSteps(sheet: () => Excel.Worksheet, before: RunBefore, learn: (() => void)[]): Step[] {
  return partsOf(before).map((part) => writeStep(sheet, part, learn));
}

function writeStep(sheet: () => Excel.Worksheet, before: RunBefore, learn: (() => void)[]): Step {
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
      // Read back in the same request: a person may have filtered the rows since they were asked about.
      range.load("values");
      learn.push(() => checkLanded(run, range));
    },
  };
}

function checkLanded({ sheet, edits }: EditRun, { values }: Excel.Range): void {
  const lost = edits.filter(({ value }, at) => !standsThere(value, values[at]![0] as RawCell));
  if (lost.length === 0) return;
  const [{ row, column }] = lost as [CellEdit];
  throw new WorkbookFailure("misplaced", `${sheet}!${addressOf(row, column)} does not hold what was written.`);
}

/** A cell formatted as text takes a number only after it gets another format. */
function formatFor(edit: CellEdit, before: string): string {
  return before === "@" && typeof edit.value !== "string" && edit.value !== null ? "General" : before;
}

/** Steps that put the old content of a run back. `hidden` tells of its rows now. */
export function restoreSteps(sheet: () => Excel.Worksheet, before: RunBefore, hidden: boolean): Step[] {
  return partsOf({ ...before, hidden }).map((part) => restoreStep(sheet, part));
}

function restoreStep(sheet: () => Excel.Worksheet, { run, contents, formats }: RunBefore): Step {
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
