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

/** Takes one column, or several, out of the rows `from` up to, but without, `to`. */
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
    for (const reader of readers) reader.take(from, to);
  }
}

const rowCountOf = ({ values }: SourceTable): number => Math.max(0, values.length - 1);

/** Reads metrics: all plain numbers together, row by row, and each that is made of words by itself. */
export function metricReaders(
  source: SourceTable,
  requests: readonly ColumnRequest[],
): readonly BlockReader<readonly (MetricColumn & ColumnRequest)[]>[] {
  const drafts = requests.map((request) => createDraft(source, request));
  const numbers = drafts.filter(({ read }) => read === readNumber);
  const words = drafts.filter(({ read }) => read !== readNumber);
  return [
    ...(numbers.length > 0 ? [new NumbersReader(source, numbers)] : []),
    ...words.map((draft) => new WordsReader(source, draft)),
  ];
}

interface Draft extends MetricColumn, ColumnRequest {
  readonly typedAsText: number[];
  readonly unreadable: number[];
}

function createDraft(source: SourceTable, { header, column, read }: ColumnRequest): Draft {
  const count = rowCountOf(source);
  return {
    header,
    column,
    read,
    values: new Float64Array(count),
    kinds: new Uint8Array(count),
    typedAsText: [],
    unreadable: [],
    showAs: (source.formats[column] ?? "").includes("%") ? "percent" : "number",
  };
}

/*
 * The loops below are functions of this file that take nothing but arrays, maps and numbers. What the engine compiles of a function within
 * another one, or for objects of a class, is lost whenever the garbage collector finds no such function or object in use, and a table is
 * read once.
 */

/** Plain numbers, row by row, because the cells of a row lie side by side in memory. */
class NumbersReader implements BlockReader<readonly Draft[]> {
  private readonly columns: readonly number[];
  private readonly values: readonly Float64Array[];

  constructor(
    private readonly source: SourceTable,
    readonly column: readonly Draft[],
  ) {
    this.columns = column.map((draft) => draft.column);
    this.values = column.map((draft) => draft.values);
  }

  take(from: number, to: number): void {
    takeNumbers(this.source.values, this.columns, this.values, this.column, from, to);
  }
}

type Cells = SourceTable["values"];

function takeNumbers(
  cells: Cells,
  columns: readonly number[],
  values: readonly Float64Array[],
  drafts: readonly Draft[],
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row += 1) {
    const own = cells[row + 1]!;
    for (let k = 0; k < columns.length; k += 1) {
      const raw = own[columns[k]!];
      // Nearly every cell is a plain number; the parser is for the rest.
      if (typeof raw === "number" && raw - raw === 0) values[k]![row] = raw;
      else takeOther(drafts[k]!, row, raw);
    }
  }
}

function takeOther(draft: Draft, row: number, raw: RawCell): void {
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
class WordsReader implements BlockReader<readonly Draft[]> {
  readonly column: readonly Draft[];
  private readonly known = new Map<RawCell, Reading>();

  constructor(
    private readonly source: SourceTable,
    private readonly draft: Draft,
  ) {
    this.column = [draft];
  }

  take(from: number, to: number): void {
    const { values, kinds, unreadable, column, read } = this.draft;
    takeWords(this.source.values, column, read, this.known, values, kinds, unreadable, from, to);
  }
}

function takeWords(
  cells: Cells,
  column: number,
  read: CellReader,
  known: Map<RawCell, Reading>,
  values: Float64Array,
  kinds: Uint8Array,
  unreadable: number[],
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row += 1) {
    const raw = cells[row + 1]![column];
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
  if (column !== undefined) return new CodedReader(source, column, textOf);
  return { column: { codes: new Int32Array(rowCountOf(source)), texts: [""] }, take: () => undefined };
}

class CodedReader implements BlockReader<CodedColumn> {
  readonly column: { readonly codes: Int32Array; readonly texts: string[] };
  private readonly byText = new Map<string, number>();
  private readonly byRaw = new Map<RawCell, number>();

  constructor(
    private readonly source: SourceTable,
    private readonly place: number,
    private readonly textOf: (raw: RawCell) => string,
  ) {
    this.column = { codes: new Int32Array(rowCountOf(source)), texts: [] };
  }

  take(from: number, to: number): void {
    const { byRaw, byText, textOf } = this;
    const { codes, texts } = this.column;
    takeCodes(this.source.values, this.place, byRaw, codes, from, to, (raw) => codeOf(raw, textOf, texts, byText));
  }
}

function takeCodes(
  cells: Cells,
  column: number,
  known: Map<RawCell, number>,
  codes: Int32Array,
  from: number,
  to: number,
  codeOfNew: (raw: RawCell) => number,
): void {
  let lastRaw: RawCell;
  let lastCode = -1;
  for (let row = from; row < to; row += 1) {
    const raw = cells[row + 1]![column];
    if (lastCode < 0 || raw !== lastRaw) {
      let code = known.get(raw);
      if (code === undefined) known.set(raw, (code = codeOfNew(raw)));
      lastRaw = raw;
      lastCode = code;
    }
    codes[row] = lastCode;
  }
}

/** Cells that read alike share a code. */
function codeOf(raw: RawCell, textOf: (raw: RawCell) => string, texts: string[], byText: Map<string, number>): number {
  const text = textOf(raw);
  let code = byText.get(text);
  if (code === undefined) {
    code = texts.push(text) - 1;
    byText.set(text, code);
  }
  return code;
}

/** A column of texts that are different in every row, such as agent IDs. */
export interface TextColumn {
  readonly texts: readonly string[];
  /** Rows without a text. Who asks needs not look at every text again, each of which lies somewhere else in memory. */
  readonly blank: ReadonlySet<number>;
}

/** Reads a column of texts; without a column every text is blank. */
export function textReader(source: SourceTable, column: number | undefined): BlockReader<TextColumn> {
  if (column !== undefined) return new TextReader(source, column);
  const texts = new Array<string>(rowCountOf(source)).fill("");
  return { column: { texts, blank: new Set(texts.keys()) }, take: () => undefined };
}

class TextReader implements BlockReader<TextColumn> {
  readonly column: { readonly texts: string[]; readonly blank: Set<number> };

  constructor(
    private readonly source: SourceTable,
    private readonly place: number,
  ) {
    this.column = { texts: new Array<string>(rowCountOf(source)).fill(""), blank: new Set() };
  }

  take(from: number, to: number): void {
    takeTexts(this.source.values, this.place, this.column.texts, this.column.blank, from, to);
  }
}

function takeTexts(cells: Cells, column: number, texts: string[], blank: Set<number>, from: number, to: number): void {
  for (let row = from; row < to; row += 1) {
    const text = cellText(cells[row + 1]![column]);
    texts[row] = text;
    if (text === "") blank.add(row);
  }
}
