import { MAX_COLUMNS, MAX_ROWS } from "../core/cell/place";
import {
  behind,
  bytesOf,
  decimalBetween,
  EQUALS,
  GREATER,
  isDigit,
  LESS,
  numberEnd,
  plainEnd,
  PlainText,
  QUOTE,
  skipSpace,
  SLASH,
  wholeBetween,
} from "./bytes";
import { scannedFormula, type ScannedFormula, type SheetCells } from "./sheet-cells";

const ROW = bytesOf("<row");
const ROW_END = bytesOf("</row>");
const CELL = bytesOf("<c");
const CELL_END = bytesOf("</c>");
const FORMULA = bytesOf("<f");
const FORMULA_END = bytesOf("</f>");
const VALUE = bytesOf("<v>");
const VALUE_END = bytesOf("</v>");
const INLINE = bytesOf("<is><t>");
const INLINE_PRESERVED = bytesOf('<is><t xml:space="preserve">');
const INLINE_END = bytesOf("</t></is>");
const EMPTY_END = bytesOf("/>");
const TYPES = ["s", "str", "inlineStr", "n", "b", "e", "d"].map((type) => ({ type, bytes: bytesOf(`${type}"`) }));

/** A cell as it was read. It is reported only after its whole row turns out to be plain. */
class PlainCell {
  /** -1 without an address. */
  row = -1;
  column = -1;
  /** -1 without a style. */
  style = -1;
  type = "";
  /** A number, or the index of a shared string. NaN if the cell holds its own text. */
  number = NaN;
  text: string | undefined = undefined;
  inline: string | undefined = undefined;
  formula: ScannedFormula | undefined = undefined;

  reset(): void {
    this.row = this.style = -1;
    this.type = "";
    this.number = NaN;
    this.text = this.inline = this.formula = undefined;
  }

  tell(cells: SheetCells): void {
    const { row, type, number } = this;
    const style = Math.max(this.style, 0);
    if (row < 0) cells.place(undefined);
    else cells.placeAt(row, this.column);
    if (Number.isNaN(number)) cells.cell(cells.valueOf(type, this.text, this.inline), style, this.formula);
    else cells.cell(type === "s" ? cells.sharedString(number) : number, style, this.formula);
  }
}

/**
 * Reads rows of a sheet from their bytes, in a fifth of the parser's time. It accepts the usual spelling only: `<row r="2"><c r="A2" s="1"
 * t="s"><v>7</v></c></row>`.
 *
 * A row with anything else, such as a comment, an entity, other quotation marks or a fault, goes to the parser as a whole.
 */
export class PlainRows {
  readonly #sheet: SheetCells;
  readonly #skims: boolean;
  readonly #texts = new PlainText();
  /** Reused for every row. */
  readonly #cells: PlainCell[] = [];
  #count = 0;
  #attributes: Record<string, string> = {};

  constructor(sheet: SheetCells, skims = false) {
    this.#sheet = sheet;
    this.#skims = skims;
  }

  /** Reads from a place between rows on. Returns the place of the first content that is no whole plain row. */
  read(bytes: Uint8Array, from: number): number {
    for (let at = from; ;) {
      const start = skipSpace(bytes, at);
      at = this.#row(bytes, start);
      if (at < 0) return start;
      this.#sheet.startRow(this.#attributes);
      for (let index = 0; index < this.#count; index++) this.#cells[index]!.tell(this.#sheet);
    }
  }

  /** Place behind the row. */
  #row(bytes: Uint8Array, from: number): number {
    let at = behind(bytes, from, ROW);
    if (at < 0) return -1;
    this.#count = 0;
    this.#attributes = {};
    at = this.#attributesTo(bytes, at, this.#attributes);
    if (bytes[at] === SLASH) return behind(bytes, at, EMPTY_END);
    if (bytes[at] !== GREATER) return -1;
    for (at = skipSpace(bytes, at + 1); bytes[at + 1] !== SLASH; at = skipSpace(bytes, at)) {
      at = this.#cell(bytes, at);
      if (at < 0) return -1;
    }
    return behind(bytes, at, ROW_END);
  }

  #cell(bytes: Uint8Array, from: number): number {
    let at = behind(bytes, from, CELL);
    if (at < 0 || this.#count === MAX_COLUMNS) return -1;
    const cell = (this.#cells[this.#count++] ??= new PlainCell());
    cell.reset();
    at = this.#cellAttributes(bytes, at, cell);
    if (bytes[at] === SLASH) return behind(bytes, at, EMPTY_END);
    if (bytes[at] !== GREATER) return -1;
    at = skipSpace(bytes, at + 1);
    const formula = behind(bytes, at, FORMULA);
    if (formula >= 0) {
      at = this.#formula(bytes, formula, cell);
      if (at < 0) return -1;
      at = skipSpace(bytes, at);
    }
    const value = behind(bytes, at, VALUE);
    if (value >= 0) at = this.#value(bytes, value, cell);
    else if (bytes[at + 1] !== SLASH) at = this.#inline(bytes, at, cell);
    return at < 0 ? -1 : behind(bytes, skipSpace(bytes, at), CELL_END);
  }

  #formula(bytes: Uint8Array, from: number, cell: PlainCell): number {
    const attributes: Record<string, string> = {};
    const at = this.#attributesTo(bytes, from, attributes);
    if (bytes[at] === SLASH) {
      cell.formula = scannedFormula(attributes, "");
      return behind(bytes, at, EMPTY_END);
    }
    if (bytes[at] !== GREATER) return -1;
    const end = plainEnd(bytes, at + 1, LESS);
    const text = end < 0 ? undefined : this.#texts.between(bytes, at + 1, end);
    if (text === undefined) return -1;
    cell.formula = scannedFormula(attributes, text);
    return behind(bytes, end, FORMULA_END);
  }

  #value(bytes: Uint8Array, from: number, cell: PlainCell): number {
    if (this.#skims && cell.type === "n") {
      const digits = numberEnd(bytes, from);
      cell.number = 0;
      if (digits > from && bytes[digits] === LESS) return behind(bytes, digits, VALUE_END);
    }
    const end = plainEnd(bytes, from, LESS);
    if (end < 0) return -1;
    if (cell.type === "n") cell.number = decimalBetween(bytes, from, end);
    else if (cell.type === "s") cell.number = wholeBetween(bytes, from, end);
    if (Number.isNaN(cell.number) && (cell.text = this.#texts.between(bytes, from, end)) === undefined) return -1;
    return behind(bytes, end, VALUE_END);
  }

  #inline(bytes: Uint8Array, from: number, cell: PlainCell): number {
    const plain = behind(bytes, from, INLINE);
    const start = plain < 0 ? behind(bytes, from, INLINE_PRESERVED) : plain;
    const end = start < 0 ? -1 : plainEnd(bytes, start, LESS);
    if (end < 0 || (cell.inline = this.#texts.between(bytes, start, end)) === undefined) return -1;
    return behind(bytes, end, INLINE_END);
  }

  /** Reads `r`, `s` and `t`, each at most once. Returns the place of `>` or `/`. */
  #cellAttributes(bytes: Uint8Array, from: number, cell: PlainCell): number {
    for (let at = from; at >= 0;) {
      const start = skipSpace(bytes, at);
      const name = bytes[start];
      if (name === GREATER || name === SLASH) {
        cell.type ||= "n";
        return start;
      }
      if (start === at || bytes[start + 1] !== EQUALS || bytes[start + 2] !== QUOTE) return -1;
      at = start + 3;
      if (name === LETTER_R && cell.row < 0) at = readAddress(bytes, at, cell);
      else if (name === LETTER_S && cell.style < 0) at = readStyle(bytes, at, cell);
      else if (name === LETTER_T && cell.type === "") at = readType(bytes, at, cell);
      else return -1;
    }
    return -1;
  }

  /** Reads attributes of any name. Returns the place of `>` or `/`. */
  #attributesTo(bytes: Uint8Array, from: number, attributes: Record<string, string>): number {
    for (let at = from; ;) {
      const start = skipSpace(bytes, at);
      if (bytes[start] === GREATER || bytes[start] === SLASH) return start;
      let nameEnd = start;
      while (isNamePart(bytes[nameEnd]!)) nameEnd++;
      if (start === at || nameEnd === start || !isNameStart(bytes[start]!)) return -1;
      if (bytes[nameEnd] !== EQUALS || bytes[nameEnd + 1] !== QUOTE) return -1;
      const end = plainEnd(bytes, nameEnd + 2, QUOTE);
      const value = end < 0 ? undefined : this.#texts.between(bytes, nameEnd + 2, end);
      const name = this.#texts.between(bytes, start, nameEnd);
      if (value === undefined || name === undefined || name in attributes) return -1;
      attributes[name] = value;
      at = end + 1;
    }
  }
}

const LETTER_A = 0x41;
const LETTER_Z = 0x5a;
const LETTER_R = 0x72;
const LETTER_S = 0x73;
const LETTER_T = 0x74;

/** ASCII letters, `_` and `:`. */
const isNameStart = (byte: number): boolean =>
  (byte >= 0x61 && byte <= 0x7a) || (byte >= LETTER_A && byte <= LETTER_Z) || byte === 0x5f || byte === 0x3a;

/** A name part allows digits, `-` and `.` as well. */
const isNamePart = (byte: number): boolean => isNameStart(byte) || isDigit(byte) || byte === 0x2d || byte === 0x2e;

/** Reads an address such as `B7"`. Returns the place behind it. */
function readAddress(bytes: Uint8Array, from: number, cell: PlainCell): number {
  let column = 0;
  let at = from;
  for (; bytes[at]! >= LETTER_A && bytes[at]! <= LETTER_Z && at < from + 3; at++) {
    column = column * 26 + bytes[at]! - LETTER_A + 1;
  }
  const digits = at;
  while (isDigit(bytes[at])) at++;
  const row = wholeBetween(bytes, digits, at);
  if (column < 1 || column > MAX_COLUMNS || !(row >= 1 && row <= MAX_ROWS)) return -1;
  cell.row = row - 1;
  cell.column = column - 1;
  return bytes[at] === QUOTE ? at + 1 : -1;
}

function readStyle(bytes: Uint8Array, from: number, cell: PlainCell): number {
  let at = from;
  while (isDigit(bytes[at])) at++;
  cell.style = wholeBetween(bytes, from, at);
  return cell.style >= 0 && bytes[at] === QUOTE ? at + 1 : -1;
}

function readType(bytes: Uint8Array, from: number, cell: PlainCell): number {
  for (const { type, bytes: written } of TYPES) {
    const at = behind(bytes, from, written);
    if (at < 0) continue;
    cell.type = type;
    return at;
  }
  return -1;
}
