import type { RawCell } from "../cell/cell";
import { cellText } from "../cell/cell";
import { secondsOf } from "../cell/duration";
import type { PackedColumn } from "../cell/packed";
import type { ShowAs } from "../text/format";
import type { CellParser } from "./column-parser";
import type { CellReader, Reading } from "./reading";
import { KIND, readNumber, readPlainNumber } from "./reading";

/** One metric for all rows of the table. */
export interface MetricColumn {
  readonly header: string;
  /** Column within the table. */
  readonly column: number;
  /** NaN where there is no number; the kind says why. Never written to: it may be what the table itself is kept in. */
  readonly values: Float64Array;
  /** KIND codes; never written to either. */
  readonly kinds: Uint8Array;
  /** Whether it is known that every row holds a number. */
  readonly complete: boolean;
  /** Rows whose number was typed as text. */
  readonly typedAsText: readonly number[];
  /** Rows that hold text, a logical value or an error where a number belongs. */
  readonly unreadable: readonly number[];
  /** `duration`: the values are seconds. */
  readonly showAs: ShowAs;
}

const takesNumbersOnly = (read: CellReader): boolean => read === readNumber || read === readPlainNumber;

/** One column to be read: where it stands and how its cells are read. */
export interface ColumnRequest {
  readonly header: string;
  readonly column: number;
  readonly read: CellReader;
  readonly showAs: ShowAs;
  readonly parser: CellParser;
}

/** Reads a metric of so many rows. */
export function readMetric(
  cells: PackedColumn,
  count: number,
  { read, parser, ...request }: ColumnRequest,
): MetricColumn {
  const { parse, perOne } = parser;
  if (cells.plain || parser.byRow) {
    const list = cells.plain ?? Array.from({ length: count }, (_, row) => cells.cell(row));
    return { ...request, ...readPlain(list, read, parse) };
  }
  const { numbers, codes, others } = cells;
  // What others stand for is read once each.
  const readings = others.map((raw, code): Reading => (code === 0 ? ITSELF : read(parse(raw, 0))));
  const kinds = kindsOf(codes, readings, count);
  const hasNumber = readings.map(({ kind }, code) => code > 0 && kind === KIND.number);
  const isUnreadable = readings.map(({ kind }, code) => code > 0 && kind === KIND.unreadable);
  const unreadable = rowsWith(codes, isUnreadable);
  if (takesNumbersOnly(read) && !(numbers && perOne !== undefined && read === readPlainNumber)) {
    const typedAsText = rowsWith(
      codes,
      hasNumber.map((has, code) => has && typeof others[code] !== "number"),
    );
    const own = numbers && (perOne === undefined ? numbers : numbers.map((value) => secondsOf(value, perOne)));
    const values = own && !hasNumber.includes(true) ? own : copyOf(own, count);
    for (const row of rowsWith(codes, hasNumber)) values[row] = readings[codes![row]!]!.value;
    return { ...request, values, kinds, complete: !codes, typedAsText, unreadable };
  }
  const values = copyOf(undefined, count);
  if (codes)
    translate(
      codes,
      Float64Array.from(readings, ({ value }) => value),
      values,
    );
  if (!numbers) return { ...request, values, kinds, complete: false, typedAsText: [], unreadable };
  const withNumbers = kinds.slice();
  readEach(numbers, codes, (number) => read(parse(number, 0)), values, withNumbers, unreadable);
  return { ...request, values, kinds: withNumbers, complete: false, typedAsText: [], unreadable };
}

/** A number, in the place of what others are read as. */
const ITSELF: Reading = { kind: KIND.number, value: NaN };

function kindsOf(codes: Uint8Array | undefined, readings: readonly Reading[], count: number): Uint8Array {
  if (!codes) return new Uint8Array(count);
  // Where all that is no number is blank, as in most columns, the codes are the kinds already.
  if (readings.every(({ kind }, code) => kind === code)) return codes;
  const kinds = new Uint8Array(count);
  translate(
    codes,
    Uint8Array.from(readings, ({ kind }) => kind),
    kinds,
  );
  return kinds;
}

const copyOf = (numbers: Float64Array | undefined, count: number): Float64Array =>
  numbers ? numbers.slice() : new Float64Array(count).fill(NaN);

type Read = Pick<MetricColumn, "values" | "kinds" | "complete" | "typedAsText" | "unreadable">;

/** Cells of which nearly all are different. */
function readPlain(cells: readonly RawCell[], read: CellReader, parse: CellParser["parse"]): Read {
  const values = new Float64Array(cells.length);
  const kinds = new Uint8Array(cells.length);
  const typedAsText: number[] = [];
  const unreadable: number[] = [];
  cells.forEach((raw, row) => {
    const reading = read(parse(raw, row));
    values[row] = reading.value;
    kinds[row] = reading.kind;
    if (reading.kind === KIND.unreadable) unreadable.push(row);
    else if (reading.kind === KIND.number && typeof raw !== "number" && takesNumbersOnly(read)) typedAsText.push(row);
  });
  return { values, kinds, complete: false, typedAsText, unreadable };
}

/** Numbers that stand for words, such as the grade 5; each different one is read once. */
function readEach(
  numbers: Float64Array,
  codes: Uint8Array | undefined,
  read: (number: number) => Reading,
  values: Float64Array,
  kinds: Uint8Array,
  unreadable: number[],
): void {
  const known = new Map<number, Reading>();
  for (let row = 0; row < numbers.length; row += 1) {
    if (codes && codes[row] !== 0) continue;
    const number = numbers[row]!;
    let reading = known.get(number);
    if (!reading) known.set(number, (reading = read(number)));
    values[row] = reading.value;
    kinds[row] = reading.kind;
    if (reading.kind === KIND.unreadable) unreadable.push(row);
  }
  unreadable.sort((a, b) => a - b);
}

function translate<T extends Uint8Array | Float64Array>(codes: Uint8Array, meaning: T, into: T): void {
  for (let row = 0; row < codes.length; row += 1) into[row] = meaning[codes[row]!]!;
}

/** Rows whose code is among those. */
function rowsWith(codes: Uint8Array | undefined, wanted: readonly boolean[]): number[] {
  const rows: number[] = [];
  if (!codes || !wanted.includes(true)) return rows;
  for (let row = 0; row < codes.length; row += 1) if (wanted[codes[row]!]) rows.push(row);
  return rows;
}

/** A column of texts that repeat, such as teams: a small number for each row, and the text of each number. */
export interface CodedColumn {
  readonly codes: Int32Array;
  readonly texts: readonly string[];
}

/** Reads a column of names, each different text once, in the order of the rows; without a column every name is blank. */
export function readCoded(
  cells: PackedColumn | undefined,
  count: number,
  textOf: (raw: RawCell) => string = cellText,
): CodedColumn {
  const codes = new Int32Array(count);
  if (!cells) return { codes, texts: [""] };
  const texts: string[] = [];
  const byText = new Map<string, number>();
  /** Cells that read alike share a code. */
  const codeOf = (raw: RawCell): number => {
    const text = textOf(raw);
    let code = byText.get(text);
    if (code === undefined) byText.set(text, (code = texts.push(text) - 1));
    return code;
  };
  if (cells.codes && !cells.numbers) {
    const meaning = new Int32Array(cells.others.length).fill(-1);
    translateNew(cells.codes, meaning, codes, (code) => codeOf(cells.others[code]));
  } else {
    const byRaw = new Map<RawCell, number>();
    for (let row = 0; row < count; row += 1) {
      const raw = cells.cell(row);
      let code = byRaw.get(raw);
      if (code === undefined) byRaw.set(raw, (code = codeOf(raw)));
      codes[row] = code;
    }
  }
  return { codes, texts };
}

/** Gives each code its meaning when it is met first. */
function translateNew(
  codes: Uint8Array,
  meaning: Int32Array,
  into: Int32Array,
  meaningOf: (code: number) => number,
): void {
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row]!;
    if (meaning[code]! < 0) meaning[code] = meaningOf(code);
    into[row] = meaning[code]!;
  }
}

/** A column of texts that are different in every row, such as agent IDs. */
export interface TextColumn {
  readonly texts: readonly string[];
  /** Rows without a text. */
  readonly blank: ReadonlySet<number>;
}

/** Reads a column of texts; without a column every text is blank. `textOf` left out: as the cells hold them. */
export function readTexts(
  cells: PackedColumn | undefined,
  count: number,
  textOf?: (raw: RawCell, row: number) => string,
): TextColumn {
  const blank = new Set<number>();
  if (cells?.plain && !textOf) return { texts: textsOf(cells.plain, blank), blank };
  const texts = new Array<string>(count).fill("");
  if (!cells) return { texts, blank: new Set(texts.keys()) };
  for (let row = 0; row < count; row += 1) {
    const text = textOf ? textOf(cells.cell(row), row) : cellText(cells.cell(row));
    texts[row] = text;
    if (text === "") blank.add(row);
  }
  return { texts, blank };
}

/** The cells themselves where, as nearly always, each is its text. */
function textsOf(cells: readonly RawCell[], blank: Set<number>): readonly string[] {
  let texts: RawCell[] | undefined;
  for (let row = 0; row < cells.length; row += 1) {
    const text = cellText(cells[row]);
    if (text !== cells[row]) texts ??= cells.slice();
    if (texts) texts[row] = text;
    if (text === "") blank.add(row);
  }
  return (texts ?? cells) as readonly string[];
}
