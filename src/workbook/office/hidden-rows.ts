import type { Target } from "./journal";

/**
 * Rows that are hidden, by hand or by a filter. While there are some, Excel may put values of several rows into wrong cells, clears and copies
 * only what is visible. So all rows are shown before a sheet is replaced or brought back.
 */

type Hiding = Pick<Target, "filtered" | "partlyHidden">;

/** Queues the question what a sheet hides. The returned function takes the answer after a sync. */
export function askHiding(sheet: Excel.Worksheet): () => Hiding {
  const { autoFilter } = sheet;
  autoFilter.load("enabled");
  const used = sheet.getUsedRangeOrNullObject(false);
  used.load("rowIndex, rowCount, rowHidden");
  return () => hidingOf(autoFilter, used);
}

/** Takes the answers after a sync. */
function hidingOf({ enabled }: Excel.AutoFilter, used: Excel.Range): Hiding {
  const partly = !used.isNullObject && used.rowHidden !== false;
  return { filtered: enabled, partlyHidden: partly ? { row: used.rowIndex, rows: used.rowCount } : undefined };
}

/** Queues the removal of the sheet's filter and of those of its tables, and shows every row. */
export function showAllRows(sheet: Excel.Worksheet, hiding: Hiding, tableIds: readonly string[]): void {
  dropFilters(sheet, hiding, tableIds);
  sheet.getRange().rowHidden = false;
}

function dropFilters(sheet: Excel.Worksheet, { filtered, partlyHidden }: Hiding, tableIds: readonly string[]): void {
  if (filtered) sheet.autoFilter.remove();
  if (partlyHidden) for (const id of tableIds) sheet.tables.getItem(id).clearFilters();
}

/**
 * Takes the filters from a backup and queues the question which of its rows were hidden by hand. The returned function takes the answer.
 */
export function askHiddenByHand(
  backup: Excel.Worksheet,
  hiding: Hiding,
  tableIds: readonly string[],
): () => readonly number[] {
  const { partlyHidden } = hiding;
  dropFilters(backup, hiding, tableIds);
  if (!partlyHidden) return () => [];
  const rows = backup
    .getRangeByIndexes(partlyHidden.row, 0, partlyHidden.rows, 1)
    .getRowProperties({ rowHidden: true });
  return () => rows.value.flatMap(({ rowHidden }, at) => (rowHidden ? [partlyHidden.row + at] : []));
}

/** Hides rows again, in as few ranges as there are runs of them. */
export function hideRows(sheet: Excel.Worksheet, rows: readonly number[]): void {
  for (let from = 0; from < rows.length;) {
    let end = from + 1;
    while (rows[end] === rows[from]! + end - from) end++;
    sheet.getRangeByIndexes(rows[from]!, 0, end - from, 1).rowHidden = true;
    from = end;
  }
}
