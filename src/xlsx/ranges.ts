import { addressOf, parseAddress } from "../core/cell/place";
import type { PlanRange } from "../core/plan/plan";

/** Ranges as files write them. */

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** `A1:B2`, also whole columns `A:C` and rows `1:3`; undefined when it is none. */
export function parseRange(text: string): PlanRange | undefined {
  const [first = "", last = first] = text.trim().replace(/\$/g, "").split(":");
  const start = parseAddress(first) ?? parseAddress(`${first}1`) ?? parseAddress(`A${first}`);
  const end = parseAddress(last) ?? parseAddress(`${last}${LAST_ROW}`) ?? parseAddress(`XFD${last}`);
  if (!start || !end || end.row < start.row || end.column < start.column) return undefined;
  return {
    row: start.row,
    column: start.column,
    rows: end.row - start.row + 1,
    columns: end.column - start.column + 1,
  };
}

export function rangeText(range: PlanRange): string {
  const first = addressOf(range.row, range.column);
  const last = addressOf(range.row + range.rows - 1, range.column + range.columns - 1);
  return first === last ? first : `${first}:${last}`;
}

export function rangeContains(range: PlanRange, row: number, column: number): boolean {
  const inRows = row >= range.row && row < range.row + range.rows;
  return inRows && column >= range.column && column < range.column + range.columns;
}

/** `'Name'!`, for a formula. */
export function quoteSheet(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}
