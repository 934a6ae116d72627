import type { RawCell } from "../core/cell/cell";
import type { Highlight, PlanRange } from "../core/plan/plan";
import { sharedFormula } from "../core/cell/formula";
import { MAX_COLUMNS } from "../core/cell/place";
import { MOST_FORMATTED_ROWS } from "../core/cell/table";
import { shownFormula } from "./formula-text";
import { parseRange } from "./ranges";
import { oversized } from "./refusal";
import { DAYS_TO_1904 } from "./sheet-cells";
import { scanSheet, type ScannedFormula } from "./sheet-scan";
import { WIDTH_MARGIN } from "./sheet-write";
import { DEFAULT_STYLE, isDateFormat, type StylesModel } from "./styles-read";
import type { CellStyle, SheetCell, SheetContent } from "./types";
import type { ZipEntry } from "./zip";

export interface ReadContext {
  readonly strings: () => readonly string[];
  readonly styles: StylesModel | undefined;
  readonly date1904: boolean;
}

/** Converts days of a 1904 workbook to the 1900 system, so that a date is a date everywhere. */
function valueReader(context: ReadContext): (value: RawCell, style: number) => RawCell {
  const { styles, date1904 } = context;
  if (!date1904 || !styles) return (value) => value;
  const isDate = styles.cells.map((style) => isDateFormat(style.numberFormat));
  return (value, style) => (typeof value === "number" && isDate[style] ? value + DAYS_TO_1904 : value);
}

export function readSheetContent(entry: ZipEntry, name: string, visible: boolean, context: ReadContext): SheetContent {
  const reader = new ContentReader(context);
  scanSheet(entry, context, reader);
  return reader.content(name, visible);
}

/** Cells are kept one by one with their looks, so more of them fill the memory. */
const MOST_FILLED = 8_000_000;

/** The cells with a value or formula. Those with a look alone, of which a sheet may have millions, are left out. */
export function readFilledCells(entry: ZipEntry, context: ReadContext): readonly SheetCell[] {
  const reader = new ContentReader(context);
  scanSheet(entry, context, {
    cell(row, column, raw, style, formula) {
      if ((raw ?? "") === "" && formula === undefined) return;
      if (reader.cells.length >= MOST_FILLED) {
        throw oversized(
          `A sheet has over ${MOST_FILLED} filled cells.`,
          `有一个工作表中已填写的单元格超过 ${MOST_FILLED} 个。`,
        );
      }
      reader.cell(row, column, raw, style, formula);
    },
  });
  return reader.cells;
}

class ContentReader {
  readonly #styles: StylesModel | undefined;
  readonly #read: (value: RawCell, style: number) => RawCell;
  readonly cells: SheetCell[] = [];
  readonly #widths = new Map<number, number>();
  readonly #heights = new Map<number, number>();
  readonly #merges: PlanRange[] = [];
  readonly #highlights: Highlight[] = [];
  readonly #shared = new Map<string, { row: number; column: number; says: ReturnType<typeof sharedFormula> }>();
  #defaultHeight = 15;
  #freeze = { rows: 0, columns: 0 };
  #rowCount = 0;
  #columnCount = 0;
  #ranges: PlanRange[] = [];
  #rule: Readonly<Record<string, string>> | undefined;

  constructor(context: ReadContext) {
    this.#styles = context.styles;
    this.#read = valueReader(context);
  }

  content(name: string, visible: boolean): SheetContent {
    return {
      name,
      visible,
      cells: this.cells,
      rowCount: this.#rowCount,
      columnCount: this.#columnCount,
      columnWidths: this.#widths,
      rowHeights: this.#heights,
      freeze: this.#freeze,
      merges: this.#merges,
      highlights: this.#highlights,
    };
  }

  row(row: number, attributes: Readonly<Record<string, string>>): void {
    const height = Number(attributes["ht"]);
    if (height > 0 && height !== this.#defaultHeight) this.#heights.set(row, height);
  }

  cell(row: number, column: number, raw: RawCell, styleIndex: number, scanned: ScannedFormula | undefined): void {
    const style: CellStyle = this.#styles?.cells[styleIndex] ?? DEFAULT_STYLE;
    const formula = scanned && this.#formulaOf(scanned, row, column);
    if (raw === null && formula === undefined && isPlain(style)) return;
    this.#rowCount = Math.max(this.#rowCount, row + 1);
    this.#columnCount = Math.max(this.#columnCount, column + 1);
    const cell = { row, column, value: this.#read(raw, styleIndex), style };
    if (formula === undefined) this.cells.push(cell);
    else {
      const spill = scanned?.kind === "array" && scanned.range ? parseRange(scanned.range) : undefined;
      this.cells.push(spill ? { ...cell, formula, spill } : { ...cell, formula });
    }
  }

  #formulaOf(scanned: ScannedFormula, row: number, column: number): string | undefined {
    if (scanned.kind === "dataTable") return undefined;
    if (scanned.kind !== "shared") return scanned.text === "" ? undefined : shownFormula(scanned.text);
    const index = scanned.sharedIndex ?? "";
    if (scanned.text !== "") {
      const text = shownFormula(scanned.text);
      this.#shared.set(index, { row, column, says: sharedFormula(text) });
      return text;
    }
    const stated = this.#shared.get(index);
    return stated?.says(row - stated.row, column - stated.column);
  }

  element(local: string, attributes: Readonly<Record<string, string>>): void {
    switch (local) {
      case "col":
        return this.#column(attributes);
      case "sheetFormatPr":
        this.#defaultHeight = Number(attributes["defaultRowHeight"] ?? this.#defaultHeight);
        return;
      case "pane":
        if (attributes["state"] === "frozen" || attributes["state"] === "frozenSplit") {
          this.#freeze = { rows: Number(attributes["ySplit"] ?? 0), columns: Number(attributes["xSplit"] ?? 0) };
        }
        return;
      case "mergeCell": {
        const range = parseRange(attributes["ref"] ?? "");
        if (range) this.#merges.push(range);
        return;
      }
      case "conditionalFormatting":
        this.#ranges = (attributes["sqref"] ?? "").split(" ").flatMap((text) => parseRange(text) ?? []);
        return;
      case "cfRule":
        this.#rule = attributes;
    }
  }

  ruleFormula(text: string): void {
    const rule = this.#rule;
    const literal = /^"((?:[^"]|"")*)"$/.exec(text.trim())?.[1];
    if (rule?.["type"] !== "cellIs" || rule["operator"] !== "equal" || literal === undefined) return;
    const look = this.#styles?.differences[Number(rule["dxfId"])];
    if (!look?.fill || !look.fontColor) return;
    for (const range of this.#ranges) {
      this.#highlights.push({ range, equals: literal.replace(/""/g, '"'), fill: look.fill, fontColor: look.fontColor });
    }
  }

  #column(attributes: Readonly<Record<string, string>>): void {
    const width = Number(attributes["width"]);
    if (!(width > 0)) return;
    const first = Number(attributes["min"]) - 1;
    const last = Math.min(Number(attributes["max"]) - 1, MAX_COLUMNS - 1);
    // A width for the whole rest of the sheet states the default, not a column's width.
    if (last - first > 1_000) return;
    const characters = Math.max(0, Math.round((width - WIDTH_MARGIN) * 100) / 100);
    for (let column = first; column <= last; column++) this.#widths.set(column, characters);
  }
}

function isPlain(style: CellStyle): boolean {
  if (style === DEFAULT_STYLE) return true;
  return (Object.keys(DEFAULT_STYLE) as (keyof CellStyle)[]).every((key) => style[key] === DEFAULT_STYLE[key]);
}

/** A rectangle of one sheet to be read. Blank cells are null. */
export interface WantedValues {
  readonly range: PlanRange;
  /** Rows up to the last cell with content: a table that goes down to the end of the sheet costs no more than its cells. */
  readonly values: RawCell[][];
  /** Format indices of the rows below the header: of the first one, and of all where there are few. */
  readonly styles: readonly number[][];
  /** Cells with a formula without a result, within the rectangle. */
  readonly missing: { readonly row: number; readonly column: number }[];
  /** Formulas with a result, by column. */
  readonly stored: Map<number, StoredResults>;
}

/** Formulas of one column of a rectangle that have results. */
interface StoredResults {
  readonly column: number;
  /** Row of the first formula. */
  readonly row: number;
  count: number;
  zeros: number;
}

export function wantValues(range: PlanRange): WantedValues {
  const formatted = Math.min(range.rows - 1, range.rows > MOST_FORMATTED_ROWS ? 1 : range.rows);
  const styles = Array.from({ length: Math.max(0, formatted) }, () => new Array<number>(range.columns).fill(0));
  return { range, values: [], styles, missing: [], stored: new Map() };
}

/** Adds blank rows up to a number of rows. */
export function padRows(rows: RawCell[][], count: number, columns: number): void {
  const grid = new Grid(rows, columns);
  for (let row = rows.length; row < count; row++) grid.row(row);
}

/** More cells than this, blank ones included, are not laid out. */
const MOST_LAID_OUT = 25_000_000;

/** Rows of one width. Rows are made when a cell of them is met; those in between are blank, and all the same. */
export class Grid {
  #laidOut = 0;
  readonly #blank: RawCell[];

  constructor(
    readonly rows: RawCell[][],
    private readonly columns: number,
  ) {
    this.#blank = new Array<RawCell>(columns).fill(null);
  }

  /** A row to write into. */
  row(at: number): RawCell[] {
    const { rows } = this;
    const known = rows[at];
    if (known !== undefined && known !== this.#blank) return known;
    this.#laidOut += this.columns;
    if (this.#laidOut > MOST_LAID_OUT) {
      throw oversized(
        `The filled rows are ${this.columns} columns wide, blank cells included, which makes more than ${MOST_LAID_OUT} cells.`,
        `有内容的行宽 ${this.columns} 列（含空白单元格），总计超过 ${MOST_LAID_OUT} 个单元格。`,
      );
    }
    while (rows.length < at) rows.push(this.#blank);
    return (rows[at] = new Array<RawCell>(this.columns).fill(null));
  }
}

const endOf = ({ range }: WantedValues): number => range.row + range.rows;

/** Fills all rectangles of a sheet in one pass, and stops behind the last of them. */
export function readRectangles(entry: ZipEntry, context: ReadContext, wanted: readonly WantedValues[]): void {
  const end = wanted.reduce((most, each) => Math.max(most, endOf(each)), 0);
  const read = valueReader(context);
  const all = [...wanted.map(({ range, values }) => new Grid(values, range.columns)).entries()];
  // Rows behind a short rectangle need not be compared with it.
  let open = all;
  let until = -1;
  scanSheet(entry, context, {
    row: (row) => row >= end,
    cell(row, column, raw, style, formula) {
      if (row >= end) return true;
      if (row >= until) {
        open = all.filter(([at]) => row < endOf(wanted[at]!));
        until = Math.min(...open.map(([at]) => endOf(wanted[at]!)));
      }
      for (const [at, grid] of open) {
        const { range, styles } = wanted[at]!;
        const inner = row - range.row;
        const across = column - range.column;
        if (inner < 0 || inner >= range.rows || across < 0 || across >= range.columns) continue;
        if (raw !== null) grid.row(inner)[across] = read(raw, style);
        const own = inner > 0 ? styles[inner - 1] : undefined;
        if (own) own[across] = style;
        if (formula && isStated(formula)) noteResult(wanted[at]!, inner, across, raw);
      }
      return false;
    },
  });
}

/** An element without a formula, as some programs leave it behind, states none. */
const isStated = ({ kind, text }: ScannedFormula): boolean => kind !== "normal" || text !== "";

/** Notes whether a formula has a result. Blank text is one: the file then calls the result a text. */
function noteResult({ missing, stored }: WantedValues, row: number, column: number, raw: RawCell): void {
  if (raw === null) {
    missing.push({ row, column });
    return;
  }
  const own = stored.get(column) ?? { column, row, count: 0, zeros: 0 };
  stored.set(column, own);
  own.count += 1;
  if (raw === 0) own.zeros += 1;
}
