import { parseAddress, unquoted } from "../../core/cell/place";

/** How far a formula looks on a sheet; rows and columns as counts. `sheet` is undefined for the formula's own. */
export interface Reach {
  readonly sheet: string | undefined;
  readonly rows: number;
  readonly columns: number;
}

const PIECE =
  /"(?:[^"]|"")*"|(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?[1-9]\d{0,6})(?::(\$?[A-Z]{1,3}\$?[1-9]\d{0,6}))?(?![\p{L}\p{N}_.(!])/giu;

/** Sheets of Excel are a million rows tall; those of the grid are as tall as they were made, and what lies beyond is an error. */
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

/** `LOG10` or `QA.MAP1` end in what looks like an address. */
function isPartOfName(formula: string, index: number): boolean {
  return index > 0 && /[\p{L}\p{N}_.$]/u.test(formula.charAt(index - 1));
}
