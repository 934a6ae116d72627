import type { CellValue, RawCell } from "../cell/cell";
import { cellText, parseCell } from "../cell/cell";
import type { SourceTable } from "../cell/table";
import type { ShowAs } from "../text/format";

/** What stands in a metric cell, as a code in a column. */
export const KIND = { number: 0, blank: 1, notApplicable: 2, unreadable: 3 } as const;

/** One metric for all rows of the table. */
export interface MetricColumn {
  readonly header: string;
  /** Column within the table. */
  readonly column: number;
  /** NaN where there is no number; the kind says why. */
  readonly values: Float64Array;
  /** KIND codes. */
  readonly kinds: Uint8Array;
  /** Rows whose number was typed as text. */
  readonly typedAsText: readonly number[];
  /** Rows that hold text, a logical value or an error where a number belongs. */
  readonly unreadable: readonly number[];
  readonly showAs: ShowAs;
}

/** A cell as a column takes it: the number it stands for, or why there is none. */
export interface Reading {
  /** A KIND code. */
  readonly kind: number;
  /** NaN unless the kind is a number. */
  readonly value: number;
}

export type CellReader = (cell: CellValue) => Reading;

const BLANK: Reading = { kind: KIND.blank, value: NaN };
const NOT_APPLICABLE: Reading = { kind: KIND.notApplicable, value: NaN };
const UNREADABLE: Reading = { kind: KIND.unreadable, value: NaN };

/** Makes the reader of cells that hold something: undefined from `word` means that the cell cannot be read. */
export function readerOf(
  word: (cell: Extract<CellValue, { kind: "number" | "text" | "logical" }>) => number | undefined,
): CellReader {
  return (cell) => {
    if (cell.kind === "blank") return BLANK;
    if (cell.kind === "not-applicable") return NOT_APPLICABLE;
    if (cell.kind === "error") return UNREADABLE;
    const value = word(cell);
    return value === undefined || Number.isNaN(value) ? UNREADABLE : { kind: KIND.number, value };
  };
}

/** Reads plain numbers, and nothing else. */
export const readNumber: CellReader = readerOf((cell) => (cell.kind === "number" ? cell.value : undefined));

/** One column to be read: where it stands and how its cells are read. */
export interface ColumnRequest {
  readonly header: string;
  readonly column: number;
  readonly read: CellReader;
}

/** Takes one column out of the rows `from` up to, but without, `to`. */
export interface BlockReader<T> {
  readonly column: T;
  readonly take: (from: number, to: number) => void;
}

/** Rows that are read together: few enough to stay in the processor's cache while one column after the other is taken from them. */
const BLOCK = 256;

/** Reads columns in one go over the rows of a table: going over all rows for every column takes far longer. */
export function readBlocks(source: SourceTable, readers: readonly BlockReader<unknown>[]): void {
  const count = readers.length === 0 ? 0 : rowCountOf(source);
  for (let from = 0; from < count; from += BLOCK) {
    const to = Math.min(count, from + BLOCK);
    for (const { take } of readers) take(from, to);
  }
}

const rowCountOf = ({ values }: SourceTable): number => Math.max(0, values.length - 1);

/** Reads a metric. */
export function metricReader(source: SourceTable, { header, column, read }: ColumnRequest): BlockReader<MetricColumn> {
  const count = rowCountOf(source);
  const draft = {
    header,
    column,
    read,
    values: new Float64Array(count),
    kinds: new Uint8Array(count),
    typedAsText: [] as number[],
    unreadable: [] as number[],
    known: new Map<RawCell, Reading>(),
    showAs: ((source.formats[column] ?? "").includes("%") ? "percent" : "number") as ShowAs,
  };
  const take = read === readNumber ? readNumbers : readWords;
  return { column: draft, take: (from, to) => take(source, draft, from, to) };
}

type Draft = ColumnRequest & {
  readonly values: Float64Array;
  readonly kinds: Uint8Array;
  readonly typedAsText: number[];
  readonly unreadable: number[];
  readonly known: Map<RawCell, Reading>;
};

function readNumbers(source: SourceTable, draft: Draft, from: number, to: number): void {
  const { values, column } = draft;
  const cells = source.values;
  for (let row = from; row < to; row += 1) {
    const raw = cells[row + 1]![column];
    // Nearly every cell is a plain number; the parser is for the rest.
    if (typeof raw === "number" && raw - raw === 0) values[row] = raw;
    else readOther(draft, row, raw);
  }
}

function readOther(draft: Draft, row: number, raw: RawCell): void {
  const { values, kinds, typedAsText, unreadable } = draft;
  values[row] = NaN;
  if (raw === null || raw === undefined || raw === "") {
    kinds[row] = KIND.blank;
    return;
  }
  const cell = parseCell(raw);
  const { kind, value } = readNumber(cell);
  values[row] = value;
  kinds[row] = kind;
  if (kind === KIND.number) typedAsText.push(row);
  else if (kind === KIND.unreadable) unreadable.push(row);
}

/** Words are few and often repeated: each different cell is read once. */
function readWords(source: SourceTable, draft: Draft, from: number, to: number): void {
  const { values, kinds, unreadable, column, known, read } = draft;
  for (let row = from; row < to; row += 1) {
    const raw = source.values[row + 1]![column];
    let reading = known.get(raw);
    if (!reading) known.set(raw, (reading = read(parseCell(raw))));
    values[row] = reading.value;
    kinds[row] = reading.kind;
    if (reading.kind === KIND.unreadable) unreadable.push(row);
  }
}

/** A column of texts that repeat, such as teams: a small number for each row, and the text of each number. */
export interface CodedColumn {
  readonly codes: Int32Array;
  readonly texts: readonly string[];
}

/** Reads a column of names, each different text once; without a column every name is blank. */
export function codedReader(
  source: SourceTable,
  column: number | undefined,
  textOf: (raw: RawCell) => string = cellText,
): BlockReader<CodedColumn> {
  const codes = new Int32Array(rowCountOf(source));
  if (column === undefined) return { column: { codes, texts: [""] }, take: () => undefined };
  const texts: string[] = [];
  const byText = new Map<string, number>();
  const byRaw = new Map<RawCell, number>();
  const codeOf = (raw: RawCell): number => {
    const text = textOf(raw);
    const code = byText.get(text) ?? texts.length;
    if (code === texts.length) {
      byText.set(text, code);
      texts.push(text);
    }
    byRaw.set(raw, code);
    return code;
  };
  let lastRaw: RawCell;
  let lastCode = -1;
  return {
    column: { codes, texts },
    take: (from, to) => {
      for (let row = from; row < to; row += 1) {
        const raw = source.values[row + 1]![column];
        if (lastCode < 0 || raw !== lastRaw) {
          lastRaw = raw;
          lastCode = byRaw.get(raw) ?? codeOf(raw);
        }
        codes[row] = lastCode;
      }
    },
  };
}

/** A column of texts that are different in every row, such as agent IDs. */
export interface TextColumn {
  readonly texts: readonly string[];
  /** Rows without a text. Who asks needs not look at every text again, each of which lies somewhere else in memory. */
  readonly blank: ReadonlySet<number>;
}

/** Reads a column of texts; without a column every text is blank. */
export function textReader(source: SourceTable, column: number | undefined): BlockReader<TextColumn> {
  const count = rowCountOf(source);
  const texts = new Array<string>(count).fill("");
  if (column === undefined) return { column: { texts, blank: new Set(texts.keys()) }, take: () => undefined };
  const blank = new Set<number>();
  return {
    column: { texts, blank },
    take: (from, to) => {
      for (let row = from; row < to; row += 1) {
        const text = cellText(source.values[row + 1]![column]);
        texts[row] = text;
        if (text === "") blank.add(row);
      }
    },
  };
}
