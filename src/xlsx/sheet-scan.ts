import { SaxesParser } from "saxes";
import type { RawCell } from "../core/cell/cell";
import { parseAddress } from "../core/cell/place";
import { WorkbookFailure } from "../workbook/failure";
import { streamText } from "./parts";
import { LAST_COLUMN, LAST_ROW } from "./ranges";
import { broken, isTrue, splitName, unescapeCellText } from "./xml";
import type { ZipEntry } from "./zip";

/** More cells than any sheet that is worked with; a file that claims more is out for our memory. */
const MOST_CELLS = 25_000_000;

export interface ScannedFormula {
  readonly kind: "normal" | "shared" | "array" | "dataTable";
  readonly text: string;
  readonly sharedIndex: string | undefined;
  readonly range: string | undefined;
}

/** What a sheet part says, in the order in which it says it; the part is never in memory as a whole. */
export interface SheetVisitor {
  /** `style` is the index of the cell's format. Returns true to stop reading. */
  cell(row: number, column: number, value: RawCell, style: number, formula: ScannedFormula | undefined): boolean | void;
  row?(row: number, attributes: Readonly<Record<string, string>>): boolean | void;
  /** Everything in the sheet that is neither a row nor a cell, by its name without prefix. */
  element?(local: string, attributes: Readonly<Record<string, string>>): void;
  /** Text of a rule of a conditional format. */
  ruleFormula?(text: string): void;
}

export interface ScanContext {
  readonly strings: () => readonly string[];
}

class Stop extends Error {}

const DAY = 86_400_000;
/** 30 December 1899: day 0 of the 1900 system for every date from March 1900 on. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** Serial number of an ISO date, which strict files may hold; undefined when it is none. */
function serialOf(text: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?)?$/.exec(text.trim());
  if (!match) return undefined;
  const [, year, month, day, hours = "0", minutes = "0", seconds = "0"] = match;
  const days = (Date.UTC(Number(year), Number(month) - 1, Number(day)) - DAY_ZERO) / DAY;
  return days + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}

export function scanSheet(entry: ZipEntry, context: ScanContext, visitor: SheetVisitor): void {
  const scanner = new Scanner(entry.name, context, visitor);
  try {
    streamText(entry, (text) => scanner.write(text));
    scanner.close();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
}

class Scanner {
  readonly #parser = new SaxesParser({ position: false });
  readonly #visitor: SheetVisitor;
  readonly #context: ScanContext;
  #prefix: string | undefined;
  /** Depth inside the extension list, whose elements look like ours and are not. */
  #foreign = 0;
  #row = -1;
  #column = -1;
  #cells = 0;
  #inCell = false;
  #type = "n";
  #style = 0;
  #value: string | undefined;
  #inline: string | undefined;
  #formula: { attributes: Record<string, string>; text: string } | undefined;
  #phonetic = 0;
  #collect: "value" | "inline" | "formula" | "rule" | undefined;
  #rule = "";

  constructor(part: string, context: ScanContext, visitor: SheetVisitor) {
    this.#visitor = visitor;
    this.#context = context;
    const parser = this.#parser;
    parser.on("error", (error) => {
      throw broken(part, error);
    });
    parser.on("opentag", (tag) => {
      if (this.#prefix === undefined) this.#open(part, tag.name);
      else if (this.#foreign > 0) this.#foreign++;
      else this.#element(tag.name, tag.attributes as Record<string, string>);
    });
    parser.on("text", (text) => this.#text(text));
    parser.on("cdata", (text) => this.#text(text));
    parser.on("closetag", (tag) => {
      if (this.#foreign > 0) this.#foreign--;
      else this.#close(tag.name);
    });
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  close(): void {
    this.#parser.close();
  }

  #open(part: string, name: string): void {
    const [prefix, local] = splitName(name);
    if (local !== "worksheet") throw new WorkbookFailure("unreadable", `${part} is no worksheet but <${name}>.`);
    this.#prefix = prefix === "" ? "" : `${prefix}:`;
  }

  /** Name without prefix, or undefined when it is not of the sheet's own namespace. */
  #localOf(name: string): string | undefined {
    const prefix = this.#prefix!;
    if (prefix === "") return name.includes(":") ? undefined : name;
    return name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
  }

  #element(name: string, attributes: Record<string, string>): void {
    const local = this.#localOf(name);
    switch (local) {
      case "c":
        return this.#startCell(attributes);
      case "v":
        if (this.#inCell) {
          this.#value = "";
          this.#collect = "value";
        }
        return;
      case "f":
        if (this.#inCell) {
          this.#formula = { attributes, text: "" };
          this.#collect = "formula";
        }
        return;
      case "is":
        this.#inline = "";
        return;
      case "t":
        if (this.#inline !== undefined && this.#phonetic === 0) this.#collect = "inline";
        return;
      case "rPh":
        this.#phonetic++;
        return;
      case "row":
        return this.#startRow(attributes);
      case "extLst":
      case undefined:
        // Alternate content is looked through: its choices hold elements of the sheet.
        if (local === undefined && name.endsWith(":AlternateContent")) return;
        if (local === undefined && (name.endsWith(":Choice") || name.endsWith(":Fallback"))) return;
        this.#foreign = 1;
        return;
      case "formula":
        this.#collect = "rule";
        this.#rule = "";
        return;
      default:
        if (!this.#inCell) this.#visitor.element?.(local, attributes);
    }
  }

  #startRow(attributes: Record<string, string>): void {
    const stated = attributes["r"];
    this.#row = stated === undefined ? this.#row + 1 : Number(stated) - 1;
    if (!(this.#row >= 0 && this.#row < LAST_ROW)) {
      throw new WorkbookFailure("unreadable", `A row is numbered ${stated ?? this.#row + 1}; no sheet has one.`);
    }
    this.#column = -1;
    if (this.#visitor.row?.(this.#row, attributes)) throw new Stop();
  }

  #startCell(attributes: Record<string, string>): void {
    const stated = attributes["r"];
    if (stated === undefined) this.#column++;
    else {
      const place = parseAddress(stated);
      if (!place || place.row >= LAST_ROW) throw new WorkbookFailure("unreadable", `There is no cell ${stated}.`);
      this.#row = place.row;
      this.#column = place.column;
    }
    if (this.#column >= LAST_COLUMN || this.#row < 0) {
      throw new WorkbookFailure("unreadable", `There is no cell ${stated ?? "outside the sheet"}.`);
    }
    if (++this.#cells > MOST_CELLS) throw new WorkbookFailure("too-large", `A sheet has over ${MOST_CELLS} cells.`);
    this.#inCell = true;
    this.#type = attributes["t"] ?? "n";
    this.#style = attributes["s"] === undefined ? 0 : Number(attributes["s"]);
    this.#value = undefined;
    this.#inline = undefined;
    this.#formula = undefined;
  }

  #text(text: string): void {
    if (this.#foreign > 0) return;
    switch (this.#collect) {
      case "value":
        this.#value += text;
        return;
      case "inline":
        this.#inline += text;
        return;
      case "formula":
        this.#formula!.text += text;
        return;
      case "rule":
        this.#rule += text;
        return;
      case undefined:
    }
  }

  #close(name: string): void {
    const local = this.#localOf(name);
    if (local === "formula" && this.#collect === "rule") this.#visitor.ruleFormula?.(this.#rule);
    if (local === "rPh") this.#phonetic--;
    if (local === "v" || local === "f" || local === "t" || local === "formula") this.#collect = undefined;
    if (local !== "c") return;
    this.#inCell = false;
    if (this.#visitor.cell(this.#row, this.#column, this.#cellValue(), this.#style, this.#scannedFormula())) {
      throw new Stop();
    }
  }

  #scannedFormula(): ScannedFormula | undefined {
    if (!this.#formula) return undefined;
    const { attributes, text } = this.#formula;
    const kind = attributes["t"];
    return {
      kind: kind === "shared" || kind === "array" || kind === "dataTable" ? kind : "normal",
      text,
      sharedIndex: attributes["si"],
      range: attributes["ref"],
    };
  }

  #cellValue(): RawCell {
    if (this.#type === "inlineStr") return unescapeCellText(this.#inline ?? this.#value ?? "");
    const text = this.#value;
    if (text === undefined) return this.#inline === undefined ? null : unescapeCellText(this.#inline);
    switch (this.#type) {
      case "s":
        return text === "" ? null : this.#sharedString(text);
      case "str":
        return unescapeCellText(text);
      case "b":
        return isTrue(text.trim());
      case "e":
        return text.trim();
      case "d":
        return serialOf(text) ?? text;
      default:
        return this.#numberValue(text);
    }
  }

  #numberValue(text: string): RawCell {
    if (text === "") return null;
    const value = Number(text);
    // What is no number is handed on as text, so that the cell is reported and never becomes 0.
    return Number.isNaN(value) ? text : value;
  }

  #sharedString(text: string): string {
    const found = this.#context.strings()[Number(text)];
    if (found === undefined) {
      throw new WorkbookFailure("unreadable", `A cell refers to text ${text}, which the workbook does not hold.`);
    }
    return found;
  }
}
