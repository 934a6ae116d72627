import type { CellValue, RawCell } from "./cell";
import { cellText, foldName, parseFormatted } from "./cell";
import { secondsPerOne } from "./duration";
import type { Rows } from "./packed";
import { cellOf } from "./packed";
import { shownId, showsIds } from "./shown-id";
import type { CellPlace } from "./place";
import type { Localised } from "../text/locale";
import { oncePer } from "../text/once-per";

/** Tables with more rows, the header row included, state the formats of their first data row only. */
export const MOST_FORMATTED_ROWS = 1000;

/** An Excel table (ListObject) as any port hands it over. */
export interface SourceTable {
  readonly name: string;
  readonly sheet: string;
  /** Place of the top left cell of the header row, counted from 0. */
  readonly row: number;
  readonly column: number;
  /** The header row, then the data rows, without a totals row. An Excel error is its text, `#N/A`. */
  readonly values: Rows;
  /** Blank rows at the table's end that `values` leaves out, 0 when absent. They are many where a table goes down to the end of a sheet. */
  readonly blankRows?: number;
  /** Headers by the contract's names, where those of the sheet are others. */
  readonly headers?: readonly string[];
  /** Number format of the first data row, one per column; empty without data rows. */
  readonly formats: readonly string[];
  /** Number formats of all data rows, where the table is small; left out where the first row speaks for all. */
  readonly rowFormats?: readonly (readonly string[])[];
  /** Left out where all results can be relied on. */
  readonly formulas?: FormulaResults;
}

/** What a file says about the results of formulas in data rows, which count from 0. */
export interface FormulaResults {
  /** Cells whose formula has no result. */
  readonly missing: readonly { readonly row: number; readonly column: number }[];
  /** Columns with stored results, in a file that asks for a full calculation; the place is that of the first formula. */
  readonly stale: readonly {
    readonly column: number;
    readonly row: number;
    readonly count: number;
    /** How many of the results are 0. */
    readonly zeros: number;
  }[];
}

/** A column of the contract; `names` are the accepted headers, and the first one is shown. */
export interface ColumnSpec {
  readonly names: Localised<readonly string[]>;
}

export type ColumnSpecs<Id extends string> = Readonly<Record<Id, ColumnSpec>>;

/** One cell: its meaning and its place. */
export interface SourceCell {
  readonly raw: RawCell;
  readonly value: CellValue;
  readonly at: CellPlace;
}

/** A table with recognised headers. Columns count from 0 within the table, rows from 0 at the first data row. */
export interface ReadTable<Id extends string> {
  readonly source: SourceTable;
  readonly rowCount: number;
  readonly columns: Readonly<Partial<Record<Id, number>>>;
  /** Columns with headers outside the contract, in their order. */
  readonly others: readonly { readonly header: string; readonly column: number }[];
}

interface NamedColumn<Id extends string> {
  readonly id: Id;
  /** Index of the header among the accepted names; 0 is the most exact. */
  readonly rank: number;
}

/** Accepted headers by folded name, computed once for each kind of table. */
const columnsByName = oncePer((specs: ColumnSpecs<string>): ReadonlyMap<string, NamedColumn<string>> => {
  const byName = new Map<string, NamedColumn<string>>();
  for (const [id, spec] of Object.entries(specs)) {
    for (const names of Object.values(spec.names))
      for (const [rank, name] of names.entries()) byName.set(foldName(name), { id, rank });
  }
  return byName;
});

/**
 * Recognises the headers of a table. If two columns mean the same, the more exact name counts, else the first column.
 */
export function readHeaders<Id extends string>(source: SourceTable, specs: ColumnSpecs<Id>): ReadTable<Id> {
  const byName = columnsByName(specs) as ReadonlyMap<string, NamedColumn<Id>>;
  const headers = source.headers ?? (source.values.at(0) ?? []).map((raw) => cellText(raw));
  const best: Partial<Record<Id, { column: number; rank: number }>> = {};
  headers.forEach((header, column) => {
    const known = byName.get(foldName(header));
    const earlier = known && best[known.id];
    if (known && (!earlier || known.rank < earlier.rank)) best[known.id] = { column, rank: known.rank };
  });
  const columns: Partial<Record<Id, number>> = {};
  for (const id of Object.keys(best) as Id[]) columns[id] = best[id]!.column;
  const taken = new Set<number | undefined>(Object.values(columns));
  const others = headers.flatMap((header, column) => (header === "" || taken.has(column) ? [] : [{ header, column }]));
  return { source, rowCount: Math.max(0, source.values.length - 1), columns, others };
}

/** Whether the table has all of these columns. */
export function hasColumns<Id extends string>(table: ReadTable<Id>, ids: readonly Id[]): boolean {
  return ids.every((id) => table.columns[id] !== undefined);
}

/** Place of a cell from its data row and column within the table. */
export function placeIn(source: SourceTable, row: number, column: number): CellPlace {
  return { sheet: source.sheet, row: source.row + 1 + row, column: source.column + column };
}

/** Whether a cell belongs to the table; headers count too. */
export function holds({ sheet, row, column, values, blankRows = 0 }: SourceTable, at: CellPlace): boolean {
  const width = values.at(0)?.length ?? 0;
  const inside = (place: number, from: number, size: number): boolean => place >= from && place < from + size;
  return at.sheet === sheet && inside(at.row, row, values.length + blankRows) && inside(at.column, column, width);
}

/** Number format of a cell, data rows counted from 0; "" where it is not known. */
const formatAt = ({ formats, rowFormats }: SourceTable, row: number, column: number): string =>
  (rowFormats ? rowFormats[row]?.[column] : formats[column]) ?? "";

/** The number format of a column, or those of its rows where they say different things about time. */
export function formatsOf(source: SourceTable, column: number): string | readonly string[] {
  const own = (source.rowFormats ?? []).map((row) => row[column] ?? "");
  const first = source.formats[column] ?? "";
  return own.every((format) => secondsPerOne(format) === secondsPerOne(first)) ? first : own;
}

/** The cell of a named column; undefined when the table lacks the column. */
export function cellIn<Id extends string>(table: ReadTable<Id>, row: number, id: Id): SourceCell | undefined {
  const column = table.columns[id];
  if (column === undefined) return undefined;
  const raw = cellOf(table.source.values, row + 1, column);
  return {
    raw,
    value: parseFormatted(raw, formatAt(table.source, row, column)),
    at: placeIn(table.source, row, column),
  };
}

/** The text of a named column's cell, "" when blank or missing. */
export function textIn<Id extends string>(table: ReadTable<Id>, row: number, id: Id): string {
  const column = table.columns[id];
  return column === undefined ? "" : cellText(cellOf(table.source.values, row + 1, column));
}

/** The ID of a named column's cell as the cell shows it, "" when blank or missing. */
export function idIn<Id extends string>({ columns, source }: ReadTable<Id>, row: number, id: Id): string {
  const column = columns[id];
  return column === undefined ? "" : shownId(cellOf(source.values, row + 1, column), formatAt(source, row, column));
}

/** Reads the IDs of a column as the cells show them; undefined where no format changes them. */
export function idsOf(source: SourceTable, column: number): ((raw: RawCell, row: number) => string) | undefined {
  const isShown = [source.formats, ...(source.rowFormats ?? [])].some((formats) => showsIds(formats[column] ?? ""));
  return isShown ? (raw, row) => shownId(raw, formatAt(source, row, column)) : undefined;
}

/** The number of a named column's cell; undefined when it is blank, missing or no number. */
export function numberIn<Id extends string>(table: ReadTable<Id>, row: number, id: Id): number | undefined {
  const cell = cellIn(table, row, id);
  return cell?.value.kind === "number" ? cell.value.value : undefined;
}

/** The number of a named column's cell in which a duration counts as its seconds; undefined as above. */
export function measureIn<Id extends string>(table: ReadTable<Id>, row: number, id: Id): number | undefined {
  const value = cellIn(table, row, id)?.value;
  return value?.kind === "number" || value?.kind === "duration" ? value.value : undefined;
}

/** Whether a data row is empty. */
export function isEmptyRow(source: SourceTable, row: number): boolean {
  return (source.values.at(row + 1) ?? []).every((raw) => cellText(raw) === "");
}
