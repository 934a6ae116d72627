import type { RawCell } from "../../src/core/cell/cell";
import { addressOf } from "../../src/core/cell/place";
import type { CleanBook } from "./clean-books";

/** A data row of a table: its number, counted from 1, or the text in the column that names its rows. */
type RowOf = number | string;

const KEYS = ["Indicator", "指标", "Setting", "设置", "Agent ID", "工号"];

/** A clean workbook for planting a defect. Throws for a missing table, row or column, because a test must not plant nothing. */
export class Garden {
  constructor(readonly book: CleanBook) {}

  /** Writes a cell and returns its place, `Rubric!E3`. */
  put(table: string, row: RowOf, header: string, value: RawCell): string {
    const [at, column] = this.#find(table, row, header);
    this.#table(table)[at]![column] = value;
    return this.#place(table, at, column);
  }

  /** Writes a duration as Excel holds it: a part of a day in a time format. */
  putTime(table: string, row: RowOf, header: string, seconds: number): string {
    const [at, column] = this.#find(table, row, header);
    this.#table(table)[at]![column] = seconds / 86_400;
    ((this.book.times ??= {})[table] ??= new Set()).add(`${at}:${column}`);
    return this.#place(table, at, column);
  }

  /** Leaves a formula without its result. */
  uncalculate(table: string, row: RowOf, header: string): string {
    const [at, column] = this.#find(table, row, header);
    ((this.book.uncalculated ??= {})[table] ??= []).push({ row: at - 1, column });
    return this.#place(table, at, column);
  }

  cell(table: string, row: RowOf, header: string): string {
    const [at, column] = this.#find(table, row, header);
    return this.#place(table, at, column);
  }

  /** Replaces a header. Its place stays the same. */
  header(table: string, header: string, value: string): string {
    const column = this.#column(table, header);
    this.#table(table)[0]![column] = value;
    return this.#place(table, 0, column);
  }

  /** Adds a column at the right with the same value in each row. */
  addColumn(table: string, header: string, value: RawCell): string {
    const rows = this.#table(table);
    rows.forEach((row, index) => row.push(index === 0 ? header : value));
    return this.#place(table, 0, rows[0]!.length - 1);
  }

  remove(table: string, row: RowOf): void {
    this.#table(table).splice(this.#row(table, row), 1);
  }

  /** Adds a copy of a row with some changed cells. */
  copy(table: string, row: RowOf, changes: Readonly<Record<string, RawCell>> = {}): number {
    const rows = this.#table(table);
    rows.push([...rows[this.#row(table, row)]!]);
    for (const [header, value] of Object.entries(changes)) this.put(table, rows.length - 1, header, value);
    return rows.length - 1;
  }

  /** Writes every cell of a column. */
  fill(table: string, header: string, valueOf: (value: RawCell, row: number) => RawCell): string {
    const column = this.#column(table, header);
    this.#table(table).forEach((cells, row) => {
      if (row > 0) cells[column] = valueOf(cells[column], row);
    });
    return this.#place(table, 1, column);
  }

  #table(name: string): RawCell[][] {
    const rows = this.book.tables[name];
    if (!rows) throw new Error(`the clean workbook has no table ${name}`);
    return rows;
  }

  #column(table: string, header: string): number {
    const column = this.#table(table)[0]!.indexOf(header);
    if (column < 0) throw new Error(`${table} has no column ${header}`);
    return column;
  }

  #row(table: string, row: RowOf): number {
    if (typeof row === "number") return row;
    const rows = this.#table(table);
    const key = rows[0]!.findIndex((header) => KEYS.includes(String(header)));
    const at = rows.findIndex((cells) => cells[key] === row);
    if (at < 1) throw new Error(`${table} has no row ${row}`);
    return at;
  }

  #find(table: string, row: RowOf, header: string): readonly [number, number] {
    const at = this.#row(table, row);
    if (!this.#table(table)[at]) throw new Error(`${table} has no row ${row}`);
    return [at, this.#column(table, header)];
  }

  #place(table: string, row: number, column: number): string {
    return `${table}!${addressOf(row, column)}`;
  }
}
