import type { RawCell } from "../../core/cell/cell";
import { addressOf } from "../../core/cell/place";
import { grownRange, type PlanRange, type TableGrowth } from "../../core/plan/plan";
import { WorkbookFailure } from "../failure";
import type { GrownTable } from "./journal";
import type { Step } from "./requests";

/** Request bytes of a growth, and of the question before it. */
export const BYTES_PER_GROWTH = 5_000;

/** Looks at the tables that will grow, and refuses before anything is done. One round trip. */
export async function surveyGrowths(
  context: Excel.RequestContext,
  growths: readonly TableGrowth[],
): Promise<readonly GrownTable[]> {
  if (growths.length === 0) return [];
  const asked = growths.map((growth) => ask(context, growth));
  await context.sync();
  return asked.map(toGrownTable);
}

interface AskedTable {
  readonly growth: TableGrowth;
  readonly sheet: Excel.Worksheet;
  readonly table: Excel.Table;
  readonly range: Excel.Range;
  readonly below: Excel.Range;
}

function ask({ workbook }: Excel.RequestContext, growth: TableGrowth): AskedTable {
  const sheet = workbook.worksheets.getItem(growth.sheet);
  sheet.load("id, name, protection/protected");
  const table = sheet.tables.getItem(growth.table);
  table.load("id, showTotals");
  const below = rangeOf(sheet, grownRange(growth));
  below.load("formulas");
  return { growth, sheet, table, range: askPlace(table), below };
}

/** Takes the answers after a sync. */
function toGrownTable({ growth, sheet, table, range, below }: AskedTable): GrownTable {
  if (sheet.protection.protected) throw new WorkbookFailure("protected", `The sheet ${sheet.name} is protected.`);
  if (table.showTotals) throw new WorkbookFailure("no-room", `The table ${growth.table} has a totals row.`);
  if (!isAt(range, growth.range)) throw changedTable(growth);
  const [occupied] = filledCells(below.formulas, growth);
  if (occupied !== undefined) throw new WorkbookFailure("no-room", `${growth.sheet}!${occupied} is not blank.`);
  return { sheetId: sheet.id, tableId: table.id, growth };
}

/** Gives the table its new rows, which are still blank. */
export function growStep(worksheets: Excel.WorksheetCollection, { sheetId, tableId, growth }: GrownTable): Step {
  return {
    bytes: BYTES_PER_GROWTH,
    queue() {
      const sheet = worksheets.getItem(sheetId);
      sheet.tables.getItem(tableId).resize(rangeOf(sheet, withGrowth(growth)));
    },
  };
}

/** Gives the table its old length. Content that Excel put into the new rows, such as formulas of calculated columns, goes with them. */
export function shrinkStep(worksheets: Excel.WorksheetCollection, { sheetId, tableId, growth }: GrownTable): Step {
  return {
    bytes: BYTES_PER_GROWTH,
    queue() {
      const sheet = worksheets.getItem(sheetId);
      sheet.tables.getItem(tableId).resize(rangeOf(sheet, growth.range));
      rangeOf(sheet, grownRange(growth)).clear("Contents");
    },
  };
}

/**
 * Asks whether a table still has the size that the change gave it. The returned function takes the answer and fails if not. A table that is
 * already back at its old size passes too: an earlier undo may have worked and lost only its reply.
 */
export function askGrown(
  worksheets: Excel.WorksheetCollection,
  { sheetId, tableId, growth }: GrownTable,
  edited: ReadonlySet<string>,
  takingBack: boolean,
): () => void {
  const sheet = worksheets.getItem(sheetId);
  const range = askPlace(sheet.tables.getItem(tableId));
  const below = rangeOf(sheet, grownRange(growth));
  below.load("formulas");
  return () => {
    if (takingBack && isAt(range, growth.range)) return;
    if (!isAt(range, withGrowth(growth))) throw changedTable(growth);
    const typed = filledCells(below.formulas, growth, true).filter((address) => !edited.has(address));
    if (typed.length > 0) throw new WorkbookFailure("changed", `${growth.sheet}!${typed[0]!} changed meanwhile.`);
  };
}

const withGrowth = ({ range, moreRows }: TableGrowth): PlanRange => ({ ...range, rows: range.rows + moreRows });

function rangeOf(sheet: Excel.Worksheet, { row, column, rows, columns }: PlanRange): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rows, columns);
}

function askPlace(table: Excel.Table): Excel.Range {
  const range = table.getRange();
  range.load("rowIndex, columnIndex, rowCount, columnCount");
  return range;
}

function isAt(range: Excel.Range, { row, column, rows, columns }: PlanRange): boolean {
  return (
    range.rowIndex === row && range.columnIndex === column && range.rowCount === rows && range.columnCount === columns
  );
}

/** Addresses of the filled cells in the new rows. With `constants`, formula cells are left out. */
function filledCells(formulas: readonly (readonly RawCell[])[], growth: TableGrowth, constants = false): string[] {
  const { row, column } = grownRange(growth);
  return formulas.flatMap((cells, down) =>
    cells.flatMap((cell, across) => {
      const isFilled = (cell ?? "") !== "" && !(constants && String(cell).startsWith("="));
      return isFilled ? [addressOf(row + down, column + across)] : [];
    }),
  );
}

function changedTable({ table }: TableGrowth): WorkbookFailure {
  return new WorkbookFailure("changed", `The table ${table} has another size or place now.`);
}
