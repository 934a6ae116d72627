import { parseAddress, unquoted } from "../../core/cell/place";

/** How far a formula reaches on a sheet, as counts of rows and columns. `sheet` is undefined for the formula's own sheet. */
export interface Reach {
  readonly sheet: string | undefined;
  readonly rows: number;
  readonly columns: number;
}

const PIECE =
  /"(?:[^"]|"")*"|(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?[1-9]\d{0,6})(?::(\$?[A-Z]{1,3}\$?[1-9]\d{0,6}))?(?![\p{L}\p{N}_.(!])/giu;

/** Excel's sheets are a million rows tall. The grid's sheets have a made height, and a reference beyond it is an error. */
export function reachOf(formula: string): Reach[] {
  if (!formula.startsWith("=")) return [];
  const reaches: Reach[] = [];
  for (const match of formula.matchAll(PIECE)) {
    const [, quoted, first, last = first] = match;
    if (first === undefined || isPartOfName(formula, match.index)) continue;
    const corners = [parseAddress(first), parseAddress(last!)];
    if (corners.some((corner) => corner === undefined)) continue;
    reaches.push({
      sheet: quoted === undefined ? undefined : unquoted(quoted),
      rows: Math.max(...corners.map((corner) => corner!.row + 1)),
      columns: Math.max(...corners.map((corner) => corner!.column + 1)),
    });
  }
  return reaches;
}

/** The end of a name such as `LOG10` or `QA.MAP1` looks like an address. */
function isPartOfName(formula: string, index: number): boolean {
  return index > 0 && /[\p{L}\p{N}_.$]/u.test(formula.charAt(index - 1));
}
