/** A cell of a workbook; row and column count from 0. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells; row and column count from 0. */
export interface CellRange {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The size of every sheet of Excel. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** The letters of a column counted from 0: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The column of the letters, counted from 0: A is 0, AA is 26. */
export function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** A1-style address without the sheet: (0, 0) is A1. */
export function addressOf(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** Reads an A1-style cell address, `$` allowed; undefined for any other text. */
export function parseAddress(address: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(address.trim());
  if (!match) return undefined;
  return { row: Number(match[2]) - 1, column: columnOf(match[1]!) };
}

/** `A1:B2`, or `A1` for a single cell. */
export function rangeText({ row, column, rows, columns }: CellRange): string {
  const first = addressOf(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${addressOf(row + rows - 1, column + columns - 1)}`;
}

/** The name of a sheet before the `!` of an address. Only names that Excel quotes get quotes. */
export function quoteSheet(name: string): string {
  return PLAIN_SHEET.test(name) && !LIKE_REFERENCE.test(name) ? name : alwaysQuoted(name);
}

/** The name of a sheet in quotes. Excel accepts quotes around any name. */
export function alwaysQuoted(name: string): string {
  return `'${withinQuotes(name)}'`;
}

/** The name of a sheet as it stands between quotes. */
export function withinQuotes(name: string): string {
  return name.replace(/'/g, "''");
}

/** The name of a sheet from its form before the `!`, with or without quotes. */
export function unquoted(sheet: string): string {
  return sheet.startsWith("'") ? sheet.slice(1, -1).replace(/''/g, "'") : sheet;
}

const PLAIN_SHEET = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
/**
 * Names that Excel quotes because they look like a cell, row or column in either of its styles (`A1`, `R1C1`, `C2`), or
 * like a logical value.
 */
const LIKE_REFERENCE = /^(?:[A-Z]{1,3}\d+$|R?C\d|R\d|(?:R|C|RC|TRUE|FALSE)$)/i;
