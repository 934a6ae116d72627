import { MAX_COLUMNS, MAX_ROWS, parseAddress, type CellRange } from "../core/cell/place";

/** Ranges as files write them. */

/** Reads `A1:B2`, whole columns `A:C` and whole rows `1:3`. Undefined for anything else, also beyond the sheet. */
export function parseRange(text: string): CellRange | undefined {
  const [first = "", last = first] = text.trim().replace(/\$/g, "").split(":");
  const start = parseAddress(first) ?? parseAddress(`${first}1`) ?? parseAddress(`A${first}`);
  const end = parseAddress(last) ?? parseAddress(`${last}${MAX_ROWS}`) ?? parseAddress(`XFD${last}`);
  if (!start || !end || end.row < start.row || end.column < start.column) return undefined;
  if (end.row >= MAX_ROWS || end.column >= MAX_COLUMNS) return undefined;
  return {
    row: start.row,
    column: start.column,
    rows: end.row - start.row + 1,
    columns: end.column - start.column + 1,
  };
}

export function rangeContains(range: CellRange, row: number, column: number): boolean {
  const inRows = row >= range.row && row < range.row + range.rows;
  return inRows && column >= range.column && column < range.column + range.columns;
}
