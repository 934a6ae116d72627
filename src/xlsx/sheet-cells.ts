import type { RawCell } from "../core/cell/cell";
import { MAX_COLUMNS, MAX_ROWS, parseAddress } from "../core/cell/place";
import { WorkbookFailure } from "../workbook/failure";
import { isTrue, unescapeCellText } from "./xml";

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
}

/** Thrown when a visitor needs no more. */
export class Stop extends Error {}

/** Gives the place and value of rows and cells, for either way of reading them. */
export class SheetCells {
  readonly #visitor: SheetVisitor;
  readonly #context: ScanContext;
  #row = -1;
  #column = -1;
  #count = 0;

  constructor(context: ScanContext, visitor: SheetVisitor) {
    this.#context = context;
    this.#visitor = visitor;
  }

  startRow(attributes: Readonly<Record<string, string>>): void {
    const stated = attributes["r"];
    this.#row = stated === undefined ? this.#row + 1 : Number(stated) - 1;
    if (!(this.#row >= 0 && this.#row < MAX_ROWS)) {
      throw new WorkbookFailure("unreadable", `A row is numbered ${stated ?? this.#row + 1}; no sheet has one.`);
    }
    this.#column = -1;
    if (this.#visitor.row?.(this.#row, attributes)) throw new Stop();
  }

  /** Moves to the stated cell, or without an address to the next one of the row. */
  place(stated: string | undefined): void {
    if (stated === undefined) this.#column++;
    else {
      const place = parseAddress(stated);
      if (!place || place.row >= MAX_ROWS) throw new WorkbookFailure("unreadable", `There is no cell ${stated}.`);
      this.#row = place.row;
      this.#column = place.column;
    }
    if (this.#column >= MAX_COLUMNS || this.#row < 0) {
      throw new WorkbookFailure("unreadable", `There is no cell ${stated ?? "outside the sheet"}.`);
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
    if (++this.#count > MOST_CELLS) throw new WorkbookFailure("too-large", `A sheet has over ${MOST_CELLS} cells.`);
  }

  cell(value: RawCell, style: number, formula: ScannedFormula | undefined): void {
    if (this.#visitor.cell(this.#row, this.#column, value, style, formula)) throw new Stop();
  }

  /** The value of a cell, by its type. `text` and `inline` are undefined if there is no such element. */
  valueOf(type: string, text: string | undefined, inline: string | undefined): RawCell {
    if (type === "inlineStr") return unescapeCellText(inline ?? text ?? "");
    if (text === undefined) return inline === undefined ? null : unescapeCellText(inline);
    switch (type) {
      case "s":
        return text === "" ? null : this.sharedString(Number(text), text);
      case "str":
        return unescapeCellText(text);
      case "b":
        return isTrue(text.trim());
      case "e":
        return text.trim();
      case "d":
        return serialOf(text) ?? text;
      default:
        return numberValue(text);
    }
  }

  sharedString(index: number, text = String(index)): string {
    const found = this.#context.strings()[index];
    if (found === undefined) {
      throw new WorkbookFailure("unreadable", `A cell refers to text ${text}, which the workbook does not hold.`);
    }
    return found;
  }
}

export function scannedFormula(attributes: Readonly<Record<string, string>>, text: string): ScannedFormula {
  const kind = attributes["t"];
  return {
    kind: kind === "shared" || kind === "array" || kind === "dataTable" ? kind : "normal",
    text,
    sharedIndex: attributes["si"],
    range: attributes["ref"],
  };
}

const DAY = 86_400_000;
/** 30 December 1899 is day 0 of the 1900 system for every date from March 1900 on. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** Serial number of an ISO date, which strict files may hold. Undefined for other text. */
function serialOf(text: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?)?$/.exec(text.trim());
  if (!match) return undefined;
  const [, year, month, day, hours = "0", minutes = "0", seconds = "0"] = match;
  const days = (Date.UTC(Number(year), Number(month) - 1, Number(day)) - DAY_ZERO) / DAY;
  return days + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}

function numberValue(text: string): RawCell {
  if (text === "") return null;
  const value = Number(text);
  // Anything but a number is passed on as text, so that the cell is reported and never becomes 0.
  return Number.isNaN(value) ? text : value;
}
