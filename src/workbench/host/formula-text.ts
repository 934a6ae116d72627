import { columnLetters, parseAddress } from "../../core/cell/place";

// Strings and quoted sheet names come first, so that nothing inside of them is taken for a reference.
// A name with a bracket or an exclamation mark behind it is a function or a sheet, however much it looks like a cell.
const TOKENS = new RegExp(
  [
    /"(?:[^"]|"")*"/u,
    /'(?:[^']|'')+'!?/u,
    /[\p{L}_\\][\p{L}\p{N}_.\\]*!/u,
    /(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\p{L}\p{N}_.(!])/u,
    /[\p{L}\p{N}_.\\]+/u,
  ]
    .map(({ source }) => source)
    .join("|"),
  "giu",
);

/** The formula as it reads after its cell was copied so many rows down and columns to the right. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return formula.replace(TOKENS, (token, ...[columnFixed, letters, rowFixed]: (string | undefined)[]) => {
    const place = letters === undefined ? undefined : parseAddress(token);
    if (!place) return token;
    const row = place.row + (rowFixed ? 0 : rows);
    const column = place.column + (columnFixed ? 0 : columns);
    if (row < 0 || column < 0) return "#REF!";
    return `${columnFixed}${columnLetters(column)}${rowFixed}${row + 1}`;
  });
}
