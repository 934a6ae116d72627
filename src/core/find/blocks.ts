import type { RawCell } from "../cell/cell";
import { cellText } from "../cell/cell";
import type { Rows } from "../cell/packed";
import type { CellRange } from "../cell/place";
import { isDoubleHeader } from "./header-cells";
import type { Meaning } from "./meaning";
import { recordsOf } from "./records";
import { isKnownName, meaningsOf, ROLES } from "./names";
import { roleOf } from "./roles";

/** The upper part of a sheet. */
export interface SheetHead {
  readonly name: string;
  /** Rows from the first row of the sheet on, each from its first column. */
  readonly rows: Rows;
  /** Whether the sheet goes on below. */
  readonly goesOn: boolean;
  /** Excel tables of the sheet: they are found by themselves. */
  readonly taken: readonly CellRange[];
}

/** A plain range that looks like a table of the contract. */
export interface Block {
  /** Header row to last record; to the end of the head, where the table goes on below. */
  readonly range: CellRange;
  readonly isOpen: boolean;
  readonly headers: readonly string[];
  readonly meaning: Meaning;
  /** Texts above the header, the nearest first. */
  readonly above: readonly string[];
}

/** Rows below a header by which its columns are known. */
const SAMPLE = 40;
const MOST_ABOVE = 8;

/** Finds the plain ranges of a sheet that look like tables of the contract, from the top. */
export function findBlocks(head: SheetHead): readonly Block[] {
  const { rows } = head;
  const found: Block[] = [];
  const taken = [...head.taken];
  for (let row = 0; row < rows.length - 1; row += 1) {
    const cells = free(rows.at(row)!, row, taken);
    if (!isHeaderRow(cells)) continue;
    for (const [from, to] of runsOf(head, cells, row)) {
      const block = blockAt(head, row, from, to);
      if (!block || taken.some((other) => overlaps(other, block.range))) continue;
      found.push(block);
      taken.push(block.range);
    }
  }
  return found;
}

/** Cells of a row outside of what is known already. */
function free(cells: readonly RawCell[], row: number, taken: readonly CellRange[]): readonly RawCell[] {
  const there = taken.filter((range) => row >= range.row && row < range.row + range.rows);
  if (there.length === 0) return cells;
  return cells.map((raw, column) =>
    there.some((range) => column >= range.column && column < range.column + range.columns) ? null : raw,
  );
}

const overlaps = (a: CellRange, b: CellRange): boolean =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;

/** Whether a row names at least two columns of one role. */
export function isHeaderRow(cells: readonly RawCell[]): boolean {
  const texts = cells
    .filter((raw): raw is string => typeof raw === "string" && raw.trim() !== "")
    .map((raw) => cellText(raw));
  if (texts.length < 2) return false;
  // Most rows of a long sheet name nothing.
  const known = texts.filter(isKnownName);
  if (known.length === 0) return false;
  return ROLES.some((role) => {
    const ids = new Set<string>();
    for (const text of known) {
      const [first] = meaningsOf(role, text);
      if (first) ids.add(first.id);
      if (ids.size >= 2) return true;
      if (first && (first.id === "agentId" || first.id === "name") && first.kind !== "bare" && texts.length > 2)
        return true;
    }
    return false;
  });
}

const isFilled = (raw: RawCell): boolean => cellText(raw) !== "" || (typeof raw === "string" && raw.trim() !== "");

/** Stretches of header cells. A blank header splits them where nothing stands below it either. */
function runsOf({ rows }: SheetHead, cells: readonly RawCell[], row: number): readonly (readonly [number, number])[] {
  const runs: (readonly [number, number])[] = [];
  let from = -1;
  const end = cells.length;
  const isUsed = (column: number): boolean =>
    isFilled(cells[column]) ||
    Array.from({ length: 6 }, (_, below) => rows.at(row + 1 + below)?.[column]).filter(isFilled).length >= 2;
  for (let column = 0; column <= end; column += 1) {
    const used = column < end && isUsed(column);
    if (used && from < 0 && isFilled(cells[column])) from = column;
    if (!used && from >= 0) {
      runs.push([from, column]);
      from = -1;
    }
  }
  return runs;
}

function blockAt(head: SheetHead, row: number, from: number, to: number): Block | undefined {
  const { rows } = head;
  const cut = (at: number): readonly RawCell[] => rows.at(at)?.slice(from, to) ?? [];
  const upper = cut(row);
  // The names of merged cells stand in the upper of two header rows.
  const isDouble = isDoubleHeader(upper, cut(row + 1), cut(row + 2));
  const header = isDouble ? row + 1 : row;
  const headers = (isDouble ? cut(row + 1) : upper).map(
    (raw, column) => cellText(raw) || (isDouble ? cellText(upper[column]) : ""),
  );
  const isSame = (cells: readonly RawCell[]): boolean =>
    cells.every((raw, column) => cellText(raw) === headers[column]);
  const body = Array.from({ length: Math.min(SAMPLE, rows.length - header - 1) }, (_, at) =>
    cut(header + 1 + at),
  ).filter((cells) => !isSame(cells));
  const samplesOf = (own: readonly (readonly RawCell[])[]) => (column: number) =>
    own.map((cells) => cells[column] ?? null);
  const rough = roleOf(headers, samplesOf(body));
  if (!rough) return undefined;
  const values = Array.from({ length: rows.length - header }, (_, at) => cut(header + at));
  const startsAnother = (cells: readonly RawCell[]): boolean => isHeaderRow(cells);
  const first = recordsOf(values, headers, rough, startsAnother);
  if (first.count === 0) return undefined;
  // Totals and notes below say nothing about the columns.
  const skipped = new Set(first.skipped);
  const records = values
    .slice(1, first.last + 1)
    .filter((_, at) => !skipped.has(at + 1))
    .slice(0, SAMPLE);
  const meaning = roleOf(headers, samplesOf(records));
  if (!meaning) return undefined;
  const { last } = recordsOf(values, headers, meaning, startsAnother);
  const isOpen = head.goesOn && header + last >= rows.length - MOST_ABOVE * 3;
  const width = lastNamed(headers) + 1;
  const range = { row: header, column: from, rows: isOpen ? rows.length - header : last + 1, columns: width };
  return { range, isOpen, headers: headers.slice(0, width), meaning, above: textsAbove(head, row, from, to) };
}

const lastNamed = (headers: readonly string[]): number =>
  headers.reduce((most, header, at) => (header === "" ? most : at), 0);

function textsAbove({ rows }: SheetHead, row: number, from: number, to: number): readonly string[] {
  return Array.from({ length: Math.min(MOST_ABOVE, row) }, (_, above) => rows.at(row - 1 - above) ?? []).flatMap(
    (cells) => {
      const texts = cells
        .slice(Math.max(0, from - 1), to)
        .map(cellText)
        .filter((text) => text !== "");
      return texts.length > 0 && texts.length <= 6 ? texts : [];
    },
  );
}
