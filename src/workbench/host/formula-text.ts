import { columnLetters, parseAddress } from "../../core/cell/place";
import { quoteSheet } from "./rects";

// Strings and quoted sheet names come first, so that nothing inside of them is taken for a reference.
const TOKENS =
  /"(?:[^"]|"")*"|'(?:[^']|'')+'!?|[\p{L}_\\][\p{L}\p{N}_.\\]*!|\$?[A-Z]{1,3}\$?[1-9]\d{0,6}(?![\p{L}\p{N}_.(!])|[\p{L}\p{N}_.\\]+/giu;

/** The formula as it reads after its cell was copied so many rows down and columns to the right. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return formula.replace(TOKENS, (token) => {
    const match = /^(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})$/i.exec(token);
    const place = match && parseAddress(token);
    if (!match || !place) return token;
    const row = place.row + (match[3] ? 0 : rows);
    const column = place.column + (match[1] ? 0 : columns);
    if (row < 0 || column < 0) return "#REF!";
    return `${match[1]}${columnLetters(column)}${match[3]}${row + 1}`;
  });
}

/** The formula after a sheet got another name, or `#REF!` in its place when the sheet is gone. */
export function renameSheetInFormula(formula: string, from: string, to: string | undefined): string {
  return formula.replace(TOKENS, (token) => {
    if (!token.endsWith("!") || token.startsWith('"')) return token;
    const name = token.startsWith("'") ? token.slice(1, -2).replace(/''/g, "'") : token.slice(0, -1);
    if (name.toLowerCase() !== from.toLowerCase()) return token;
    return to === undefined ? "#REF!" : `${quoteSheet(to)}!`;
  });
}
