import type { CellValue, RawCell } from "./cell";
import { cellText, foldName, parseCell } from "./cell";
import type { CellPlace } from "./place";
import type { Localised } from "../text/locale";

/** A table of the workbook as any port hands it over: the header row first. */
export interface SourceTable {
  readonly name: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly RawCell[])[];
  readonly formats: readonly string[];
}

/** A column that the contract names; `names` are the accepted headers, the first one is the one shown. */
export interface ColumnSpec {
  readonly names: Localised<readonly string[]>;
}

export type ColumnSpecs<Id extends string> = Readonly<Record<Id, ColumnSpec>>;

/** One cell with what it means and where it stands. */
export interface SourceCell {
  readonly raw: RawCell;
  readonly value: CellValue;
  readonly at: CellPlace;
}

/** A table whose headers were recognised; columns count from 0 within the table, rows from 0 at the first data row. */
export interface ReadTable<Id extends string> {
  readonly source: SourceTable;
  readonly rowCount: number;
  readonly columns: Readonly<Partial<Record<Id, number>>>;
  /** Columns with a header that the contract does not name, in their order. */
  readonly others: readonly { readonly header: string; readonly column: number }[];
}

/** Recognises the headers of a table; the first of two columns with the same meaning counts. */
export function readHeaders<Id extends string>(source: SourceTable, specs: ColumnSpecs<Id>): ReadTable<Id> {
  const byName = new Map<string, Id>();
  for (const id of Object.keys(specs) as Id[]) {
    for (const names of Object.values(specs[id].names)) for (const name of names) byName.set(foldName(name), id);
  }
  const columns: Partial<Record<Id, number>> = {};
  const others: { header: string; column: number }[] = [];
  (source.values[0] ?? []).forEach((raw, column) => {
    const header = cellText(raw);
    const id = byName.get(foldName(header));
    if (id !== undefined && columns[id] === undefined) columns[id] = column;
    else if (header !== "") others.push({ header, column });
  });
  return { source, rowCount: Math.max(0, source.values.length - 1), columns, others };
}

/** Whether all of these columns are there. */
export function hasColumns<Id extends string>(table: ReadTable<Id>, ids: readonly Id[]): boolean {
  return ids.every((id) => table.columns[id] !== undefined);
}

/** Place of a cell given its data row and column within the table. */
export function placeIn(source: SourceTable, row: number, column: number): CellPlace {
  return { sheet: source.sheet, row: source.row + 1 + row, column: source.column + column };
}

/** The cell of a named column; undefined when the table lacks the column. */
export function cellIn<Id extends string>(table: ReadTable<Id>, row: number, id: Id): SourceCell | undefined {
  const column = table.columns[id];
  if (column === undefined) return undefined;
  const raw = table.source.values[row + 1]?.[column];
  return { raw, value: parseCell(raw), at: placeIn(table.source, row, column) };
}

/** The text of a named column's cell, "" when blank or missing. */
export function textIn<Id extends string>(table: ReadTable<Id>, row: number, id: Id): string {
  const column = table.columns[id];
  return column === undefined ? "" : cellText(table.source.values[row + 1]?.[column]);
}

/** The number of a named column's cell; undefined when it is blank, missing or no number. */
export function numberIn<Id extends string>(table: ReadTable<Id>, row: number, id: Id): number | undefined {
  const cell = cellIn(table, row, id);
  return cell?.value.kind === "number" ? cell.value.value : undefined;
}

/** Whether a data row holds nothing at all. */
export function isEmptyRow(source: SourceTable, row: number): boolean {
  return (source.values[row + 1] ?? []).every((raw) => cellText(raw) === "");
}
