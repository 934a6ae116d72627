import { SaxesParser } from "saxes";
import { behind, bytesOf, GREATER, join } from "./bytes";
import { decode, decoderFor } from "./parts";
import { PlainRows } from "./plain-rows";
import { unreadable } from "./refusal";
import { scannedFormula, SheetCells, Stop, type ScanContext, type SheetVisitor } from "./sheet-cells";
import { broken, Silence, splitName } from "./xml";
import { unpackPieces, type ZipEntry } from "./zip";

export type { ScannedFormula, SheetVisitor } from "./sheet-cells";

export function scanSheet(entry: ZipEntry, context: ScanContext, visitor: SheetVisitor): void {
  const reader = new SheetReader(entry.name, context, visitor);
  try {
    unpackPieces(entry, (piece) => reader.write(piece));
    reader.close();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
}

/** Longer rows go to the parser, which keeps nothing of them. */
const MOST_ROW_BYTES = 2 ** 20;

/** Gives plain rows to one reader, and everything around and between them to the parser. */
class SheetReader {
  readonly #part: string;
  readonly #scanner: Scanner;
  readonly #rows: PlainRows;
  #decoder: TextDecoder | undefined;
  /** The beginning of an incomplete row. */
  #rest: Uint8Array | undefined;

  constructor(part: string, context: ScanContext, visitor: SheetVisitor) {
    const cells = new SheetCells(part, context, visitor);
    this.#part = part;
    this.#scanner = new Scanner(part, cells, visitor);
    this.#rows = new PlainRows(cells, visitor.skims);
  }

  write(piece: Uint8Array): void {
    this.#decoder ??= decoderFor(piece, this.#part);
    const bytes = this.#rest ? join([this.#rest, piece]) : piece;
    this.#rest = undefined;
    this.#read(bytes, false);
  }

  close(): void {
    if (this.#rest) this.#read(this.#rest, true);
    const rest = decode(this.#part, () => this.#decoder?.decode());
    if (rest) this.#scanner.write(rest);
    this.#scanner.close();
  }

  #read(bytes: Uint8Array, isLast: boolean): void {
    const decoder = this.#decoder!;
    const mayBePlain = decoder.encoding === "utf-8" && this.#scanner.isWithoutPrefix;
    for (let at = 0; at < bytes.length;) {
      if (mayBePlain && this.#scanner.isBetweenRows) at = this.#rows.read(bytes, at);
      const end = mayBePlain ? behindRow(bytes, at) : bytes.length;
      if (end < 0 && this.#scanner.isBetweenRows && !isLast && bytes.length - at < MOST_ROW_BYTES) {
        if (at < bytes.length) this.#rest = bytes.slice(at);
        return;
      }
      const text = decode(this.#part, () => decoder.decode(bytes.subarray(at, end < 0 ? undefined : end), STREAM));
      if (text !== "") this.#scanner.write(text);
      at = end < 0 ? bytes.length : end;
    }
  }
}

const STREAM = { stream: true };
const ROW_ENDS = [bytesOf("row>"), bytesOf("sheetData>")];

/** The place behind a possible row end or the start of all rows; -1 for none. */
function behindRow(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(GREATER, from); at >= 0; at = bytes.indexOf(GREATER, at + 1)) {
    if (ROW_ENDS.some((end) => behind(bytes, at + 1 - end.length, end) >= 0)) return at + 1;
  }
  return -1;
}

/** Number of open elements between rows: the sheet and its data. */
const IN_DATA = 2;

/** The parser's view of a sheet: everything that XML allows. */
class Scanner {
  readonly #parser = new SaxesParser({ position: false });
  readonly #visitor: SheetVisitor;
  readonly #cells: SheetCells;
  readonly #silence: Silence;
  #prefix: string | undefined;
  /** Number of characters given to the parser. */
  #given = 0;
  #depth = 0;
  #isInData = false;
  /** Place behind the last row, or behind the opening tag of all rows. */
  #behindRow = -1;
  /** Depth inside the extension list. Its elements resemble ours but are not ours. */
  #foreign = 0;
  #inCell = false;
  #type = "n";
  #style = 0;
  #value: string | undefined;
  #inline: string | undefined;
  #formula: { attributes: Record<string, string>; text: string } | undefined;
  #phonetic = 0;
  #collect: "value" | "inline" | "formula" | "rule" | undefined;
  #rule = "";

  constructor(part: string, cells: SheetCells, visitor: SheetVisitor) {
    this.#visitor = visitor;
    this.#cells = cells;
    const parser = this.#parser;
    this.#silence = new Silence(part);
    parser.on("error", (error) => {
      throw broken(part, error);
    });
    parser.on("opentag", (tag) => {
      this.#silence.break();
      this.#depth++;
      if (this.#prefix === undefined) this.#open(part, tag.name);
      else if (this.#foreign > 0) this.#foreign++;
      else this.#element(tag.name, tag.attributes as Record<string, string>);
    });
    parser.on("text", (text) => this.#text(text));
    parser.on("cdata", (text) => this.#text(text));
    parser.on("closetag", (tag) => {
      this.#silence.break();
      this.#depth--;
      if (this.#foreign > 0) this.#foreign--;
      else this.#close(tag.name);
    });
  }

  /** Tells whether the given text ends between two rows, in front of the first or behind the last, and outside of any other element. */
  get isBetweenRows(): boolean {
    return this.#prefix === "" && this.#isInData && this.#behindRow === this.#given;
  }

  /** Also true before the first element. */
  get isWithoutPrefix(): boolean {
    return (this.#prefix ?? "") === "";
  }

  write(text: string): void {
    this.#given += text.length;
    this.#silence.write(this.#parser, text);
  }

  close(): void {
    this.#parser.close();
  }

  #open(part: string, name: string): void {
    const [prefix, local] = splitName(name);
    if (local !== "worksheet")
      throw unreadable(`${part} is no worksheet but <${name}>.`, `${part} 不是工作表，而是 <${name}>。`);
    this.#prefix = prefix === "" ? "" : `${prefix}:`;
  }

  /** Name without prefix. Undefined outside the sheet's own namespace. */
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
        return this.#cells.startRow(attributes);
      case "sheetData":
        this.#isInData = this.#depth === IN_DATA;
        this.#behindRow = this.#parser.position;
        break;
      case "extLst":
      case undefined:
        // Alternate content is entered, because its choices hold elements of the sheet.
        if (local === undefined && name.endsWith(":AlternateContent")) return;
        if (local === undefined && (name.endsWith(":Choice") || name.endsWith(":Fallback"))) return;
        this.#foreign = 1;
        return;
      case "formula":
        this.#collect = "rule";
        this.#rule = "";
        return;
      default:
    }
    if (!this.#inCell) this.#visitor.element?.(local, attributes);
  }

  #startCell(attributes: Record<string, string>): void {
    this.#cells.place(attributes["r"]);
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
    if (local === "row" && this.#depth === IN_DATA) this.#behindRow = this.#parser.position;
    if (local === "sheetData") this.#isInData = false;
    if (local !== "c") return;
    this.#inCell = false;
    const formula = this.#formula && scannedFormula(this.#formula.attributes, this.#formula.text);
    this.#cells.cell(this.#cells.valueOf(this.#type, this.#value, this.#inline), this.#style, formula);
  }
}
