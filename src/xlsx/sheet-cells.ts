import type { RawCell } from "../core/cell/cell";
import { MAX_COLUMNS, MAX_ROWS, parseAddress } from "../core/cell/place";
import { MOST_OWN_TEXT, tooMuchText } from "./cell-text";
import { oversized, unreadable } from "./refusal";
import { unescapeCellText } from "./xml";

/** No real sheet has more cells. A file that claims more is an attack on memory. */
const MOST_CELLS = 25_000_000;

export interface ScannedFormula {
  readonly kind: "normal" | "shared" | "array" | "dataTable";
  readonly text: string;
  readonly sharedIndex: string | undefined;
  readonly range: string | undefined;
}

/** Visits the contents of a sheet part in their order. The part is never in memory as a whole. */
export interface SheetVisitor {
  /** Needs no numbers, which may come as 0. Reading 60 MB takes half the time then. */
  readonly skims?: boolean;
  /** `style` is the index of the cell's format. Returns true to stop reading. */
  cell(row: number, column: number, value: RawCell, style: number, formula: ScannedFormula | undefined): boolean | void;
  row?(row: number, attributes: Readonly<Record<string, string>>): boolean | void;
  /** Any element of the sheet except rows and cells, by its name without prefix. */
  element?(local: string, attributes: Readonly<Record<string, string>>): void;
  /** Text of a rule of a conditional format. */
  ruleFormula?(text: string): void;
}

export interface ScanContext {
  readonly strings: () => readonly string[];
  /** Whether days count from 1904. */
  readonly date1904?: boolean;
}

/** Thrown when a visitor needs no more. */
export class Stop extends Error {}

/** Gives the place and value of rows and cells, for either way of reading them. */
export class SheetCells {
  readonly #part: string;
  readonly #visitor: SheetVisitor;
  readonly #context: ScanContext;
  #row = -1;
  #column = -1;
  #count = 0;
  #text = 0;

  constructor(part: string, context: ScanContext, visitor: SheetVisitor) {
    this.#part = part;
    this.#context = context;
    this.#visitor = visitor;
  }

  startRow(attributes: Readonly<Record<string, string>>): void {
    const stated = attributes["r"];
    this.#row = stated === undefined ? this.#row + 1 : (wholeNumber(stated) ?? 0) - 1;
    if (!(this.#row >= 0 && this.#row < MAX_ROWS)) {
      const number = stated ?? this.#row + 1;
      throw unreadable(
        `A row is numbered ${number}; no sheet has one.`,
        `有一行的行号为 ${number}，工作表没有这样的行。`,
      );
    }
    this.#column = -1;
    if (this.#visitor.row?.(this.#row, attributes)) throw new Stop();
  }

  /** Moves to the stated cell, or without an address to the next one of the row. */
  place(stated: string | undefined): void {
    if (stated === undefined) this.#column++;
    else {
      const place = parseAddress(stated);
      if (!place || place.row >= MAX_ROWS) throw noCell(stated);
      this.#row = place.row;
      this.#column = place.column;
    }
    if (this.#column >= MAX_COLUMNS || this.#row < 0) {
      throw noCell(stated ?? "");
    }
    this.#counted();
  }

  /** Moves to a cell whose place is known to be valid. */
  placeAt(row: number, column: number): void {
    this.#row = row;
    this.#column = column;
    this.#counted();
  }

  #counted(): void {
    if (++this.#count > MOST_CELLS) {
      throw oversized(`A sheet has over ${MOST_CELLS} cells.`, `有一个工作表的单元格超过 ${MOST_CELLS} 个。`);
    }
  }

  cell(value: RawCell, style: number, formula: ScannedFormula | undefined): void {
    if (this.#visitor.cell(this.#row, this.#column, value, style, formula)) throw new Stop();
  }

  /** The value of a cell, by its type. `text` and `inline` are undefined if there is no such element. */
  valueOf(type: string, text: string | undefined, inline: string | undefined): RawCell {
    if (type === "inlineStr") return this.#ownText(inline ?? text ?? "");
    if (text === undefined) return inline === undefined ? null : this.#ownText(inline);
    if (type === "str") return this.#ownText(text);
    // A value of blanks only is no value: Number would make it 0, and 0 is the index of a text.
    const bare = trimXml(text);
    if (bare === "") return null;
    switch (type) {
      case "s":
        return this.sharedString(wholeNumber(bare) ?? -1, bare);
      case "b":
        return booleanOf(bare) ?? text;
      case "e":
        return bare;
      case "d":
        return this.#serialOf(bare) ?? text;
      default:
        return numberOf(bare) ?? text;
    }
  }

  /** Texts of cells are kept, so a sheet of them is as large as its collection of shared texts may be. */
  #ownText(text: string): string {
    this.#text += text.length;
    if (this.#text > MOST_OWN_TEXT) throw tooMuchText(this.#part, this.#text);
    return unescapeCellText(text);
  }

  sharedString(index: number, text = String(index)): string {
    const found = this.#context.strings()[index];
    if (found === undefined) {
      throw unreadable(
        `A cell refers to text ${text}, which the workbook does not hold.`,
        `有单元格引用了第 ${text} 条文本，而工作簿中没有。`,
      );
    }
    return found;
  }

  /** Dates as text are days like any other, so those of a 1904 workbook count from 1904. */
  #serialOf(text: string): number | undefined {
    const serial = serialOf(text);
    return serial !== undefined && this.#context.date1904 ? serial - DAYS_TO_1904 : serial;
  }
}

const noCell = (stated: string) =>
  unreadable(`There is no cell ${stated || "outside the sheet"}.`, `没有单元格 ${stated || "（超出工作表）"}。`);

export function scannedFormula(attributes: Readonly<Record<string, string>>, text: string): ScannedFormula {
  const kind = attributes["t"];
  return {
    kind: kind === "shared" || kind === "array" || kind === "dataTable" ? kind : "normal",
    text,
    sharedIndex: attributes["si"],
    range: attributes["ref"],
  };
}

/** Days between day 0 of the 1904 system and day 0 of the 1900 system. */
export const DAYS_TO_1904 = 1_462;

const DAY = 86_400_000;
/** 30 December 1899 is day 0 of the 1900 system for every date from March 1900 on. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** Serial number of an ISO date, which strict files may hold. Undefined for other text, also for a day that no month has. */
function serialOf(text: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?)?$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hours = "0", minutes = "0", seconds = "0"] = match;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isDay = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  if (!isDay || Number(hours) > 24 || Number(minutes) > 59 || Number(seconds) >= 60) return undefined;
  const days = (date.getTime() - DAY_ZERO) / DAY;
  return days + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}

/** XML knows four blank characters. A number does not stand between others. */
const isBlank = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;

function trimXml(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return from === 0 && to === text.length ? text : text.slice(from, to);
}

const WHOLE = /^\d{1,9}$/;
const wholeNumber = (text: string): number | undefined => (WHOLE.test(text) ? Number(text) : undefined);

/** The spelling of numbers in files. JavaScript reads more, such as `0x4E`, `1e999` and `Infinity`. */
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Undefined for anything but a number. It is passed on as text, so that the cell is reported and never becomes 0. */
function numberOf(text: string): number | undefined {
  const value = NUMBER.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : undefined;
}

function booleanOf(text: string): boolean | undefined {
  if (/^(?:1|true|on)$/i.test(text)) return true;
  return /^(?:0|false|off)$/i.test(text) ? false : undefined;
}
