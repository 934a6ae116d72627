import type { RawCell } from "./cell";

/** Rows of a table, the header row first. */
export type Rows = readonly (readonly RawCell[])[] | PackedRows;

/** Tables with fewer rows are not worth packing. */
const LEAST_ROWS = 1000;
/** Different cells besides the numbers that are still kept by number; what holds more of them is a column of texts. */
const MOST_OTHERS = 255;
/** Data rows that are looked at to guess what a column holds. */
const PROBED_ROWS = 64;

/**
 * One column of a table, kept small. Numbers lie side by side; what is no number is one of a few others, by its number, 0 for the numbers
 * themselves; in a column that does not begin with a number, numbers are among those others too; and a column of many different texts is kept
 * as it is. Columns that are read from it may be these very arrays: nobody but the packing writes to them.
 */
export class PackedColumn {
  /** NaN where something else stands; undefined where the column has no numbers of its own. */
  numbers: Float64Array | undefined;
  /** Which of `others` stands in each row; undefined where all are numbers, or all are kept as they are. */
  codes: Uint8Array | undefined;
  /** What the codes stand for; the first is not used. */
  readonly others: RawCell[] = [undefined];
  /** The cells as they are, in the place of all this. */
  plain: RawCell[] | undefined;
  /** The codes of what was met by now. */
  private readonly known = new Map<RawCell, number>();

  constructor(
    private readonly count: number,
    holdsNumbers: boolean,
  ) {
    if (holdsNumbers) this.numbers = new Float64Array(count);
    else this.codes = new Uint8Array(count);
  }

  cell(row: number): RawCell {
    if (this.plain) return this.plain[row];
    const code = this.codes ? this.codes[row]! : 0;
    return code === 0 ? this.numbers![row] : this.others[code];
  }

  /** Takes a single cell. */
  put(row: number, raw: RawCell): void {
    if (this.numbers) {
      if (isPlainNumber(raw)) {
        this.numbers[row] = raw;
        return;
      }
      this.numbers[row] = NaN;
    }
    if (!this.plain) {
      let code = this.known.get(raw);
      if (code === undefined) {
        if (this.others.length > MOST_OTHERS) {
          this.spread(row);
          this.put(row, raw);
          return;
        }
        code = this.others.push(raw) - 1;
        this.known.set(raw, code);
      }
      (this.codes ??= new Uint8Array(this.count))[row] = code;
    } else this.plain[row] = raw;
  }

  /** Too many others: they are numbers after all, where the first rows showed none, or texts. `end` is the first row not taken yet. */
  private spread(end: number): void {
    const numeric = this.others.filter(isPlainNumber).length;
    if (!this.numbers && numeric > MOST_OTHERS / 2) {
      const others = this.others.splice(1);
      const codes = this.codes!;
      this.known.clear();
      this.numbers = new Float64Array(this.count);
      this.codes = undefined;
      for (let row = 0; row < end; row += 1) this.put(row, others[codes[row]! - 1]);
      return;
    }
    const plain = new Array<RawCell>(this.count);
    for (let row = 0; row < end; row += 1) plain[row] = this.cell(row);
    this.plain = plain;
    this.codes = undefined;
  }

  /** Numbers of a column that turned out to be one of texts are put between them. */
  finish(): void {
    const { plain, numbers } = this;
    this.known.clear();
    if (!plain || !numbers) return;
    for (let row = 0; row < plain.length; row += 1) if (!Number.isNaN(numbers[row])) plain[row] = numbers[row];
    this.numbers = undefined;
  }
}

const isPlainNumber = (raw: RawCell): raw is number => typeof raw === "number" && raw - raw === 0;

/**
 * A table's rows by columns, which takes a third of the memory. Columns are read from it: cells to cells costs 1.1 times as much where they are
 * read from the cells, at 40,000 agents. Rows are made when they are asked for.
 */
export class PackedRows {
  readonly length: number;
  readonly columns: readonly PackedColumn[];
  private readonly headers: readonly RawCell[];

  constructor(cells: readonly (readonly RawCell[])[]) {
    this.length = cells.length;
    this.headers = cells[0] ?? [];
    const count = Math.max(0, cells.length - 1);
    this.columns = Array.from(this.headers, (_, column) => new PackedColumn(count, startsWithNumber(cells, column)));
    for (let row = 0; row < count; row += 1) {
      const own = cells[row + 1]!;
      for (let k = 0; k < this.columns.length; k += 1) this.columns[k]!.put(row, own[k]);
    }
    for (const column of this.columns) column.finish();
  }

  at(row: number): readonly RawCell[] | undefined {
    if (row === 0) return this.length > 0 ? this.headers : undefined;
    return row > 0 && row < this.length ? this.columns.map((column) => column.cell(row - 1)) : undefined;
  }

  /** A cell of the row `row`, of which the header row is the first. */
  cell(row: number, column: number): RawCell {
    if (row === 0) return this.headers[column];
    return row > 0 && row < this.length ? this.columns[column]?.cell(row - 1) : undefined;
  }
}

export const packRows = (rows: Rows): PackedRows => (rows instanceof PackedRows ? rows : new PackedRows(rows));

/** The table with its rows packed, where it is large. */
export const packTable = <Table extends { readonly values: Rows }>(table: Table): Table =>
  table.values.length < LEAST_ROWS || table.values instanceof PackedRows
    ? table
    : { ...table, values: packRows(table.values) };

/** All rows as a list, for a table of which every cell is wanted. */
export const listRows = (rows: Rows): readonly (readonly RawCell[])[] =>
  rows instanceof PackedRows ? Array.from({ length: rows.length }, (_, row) => rows.at(row)!) : rows;

/** A cell, the header row being the first; undefined outside. */
export const cellOf = (rows: Rows, row: number, column: number): RawCell =>
  rows instanceof PackedRows ? rows.cell(row, column) : rows[row]?.[column];

function startsWithNumber(cells: readonly (readonly RawCell[])[], column: number): boolean {
  for (let row = 1; row < Math.min(cells.length, PROBED_ROWS + 1); row += 1) {
    const raw = cells[row]![column];
    if (raw !== null && raw !== undefined && raw !== "") return isPlainNumber(raw);
  }
  return false;
}
