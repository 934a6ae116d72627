import {
  columnLetters,
  columnOf,
  MAX_COLUMNS,
  MAX_ROWS,
  parseAddress,
  rangeText,
  unquoted,
} from "../../core/cell/place";
import type { ModelRect } from "./model";

export const WHOLE_SHEET: ModelRect = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

export function intersect(a: ModelRect, b: ModelRect): ModelRect | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

export function bounding(a: ModelRect, b: ModelRect): ModelRect {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

/** The rest of `a` without `b`, as up to four rectangles. */
export function subtract(a: ModelRect, b: ModelRect): ModelRect[] {
  const cut = intersect(a, b);
  if (!cut) return [a];
  const below = cut.row + cut.rows;
  const right = cut.column + cut.columns;
  return [
    { ...a, rows: cut.row - a.row },
    { ...a, row: below, rows: a.row + a.rows - below },
    { row: cut.row, rows: cut.rows, column: a.column, columns: cut.column - a.column },
    { row: cut.row, rows: cut.rows, column: right, columns: a.column + a.columns - right },
  ].filter((rect) => rect.rows > 0 && rect.columns > 0);
}

/** True if every cell of the rectangle is on a sheet. */
export function isOnSheet(rect: ModelRect): boolean {
  return (
    rect.row >= 0 &&
    rect.column >= 0 &&
    rect.rows >= 1 &&
    rect.columns >= 1 &&
    rect.row + rect.rows <= MAX_ROWS &&
    rect.column + rect.columns <= MAX_COLUMNS
  );
}

/** `A1`, `A1:C3`, `A:C` or `1:3`, with or without `$`. Undefined for anything else. */
export function parseRect(address: string): ModelRect | undefined {
  const [first = "", last = first, more] = address.replace(/\$/g, "").split(":");
  if (more !== undefined) return undefined;
  const from = corner(first, 0, 0);
  const to = corner(last, MAX_ROWS - 1, MAX_COLUMNS - 1);
  if (!from || !to || from.kind !== to.kind || (from.kind !== "cell" && !address.includes(":"))) return undefined;
  const one = { row: from.row, column: from.column, rows: 1, columns: 1 };
  const other = { row: to.row, column: to.column, rows: 1, columns: 1 };
  const rect = bounding(one, other);
  return isOnSheet(rect) ? rect : undefined;
}

function corner(text: string, row: number, column: number): { kind: string; row: number; column: number } | undefined {
  if (/^[1-9]\d*$/.test(text)) return { kind: "rows", row: Number(text) - 1, column };
  if (/^[A-Z]{1,3}$/i.test(text)) return { kind: "columns", row, column: columnOf(text) };
  const place = parseAddress(text);
  return place && { kind: "cell", ...place };
}

/** The shortest address: `A1`, `A1:C3`, `A:C`, `1:3`. */
export function formatRect(rect: ModelRect): string {
  const lastRow = rect.row + rect.rows - 1;
  const lastColumn = rect.column + rect.columns - 1;
  if (rect.columns === MAX_COLUMNS) return `${rect.row + 1}:${lastRow + 1}`;
  if (rect.rows === MAX_ROWS) return `${columnLetters(rect.column)}:${columnLetters(lastColumn)}`;
  return rangeText(rect);
}

/** Splits `'My sheet'!A1:B2` into sheet name and the rest. */
export function splitAddress(address: string): { sheet: string | undefined; rest: string } {
  const match = /^('(?:[^']|'')+'|[^'!]+)!(.*)$/s.exec(address);
  if (!match) return { sheet: undefined, rest: address };
  return { sheet: unquoted(match[1]!), rest: match[2]! };
}
