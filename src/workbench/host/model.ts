import type { CellRange } from "../../core/cell/place";

/**
 * What the host needs of a spreadsheet: a plain synchronous model without Office, DOM or protocol. The workbench
 * implements it over its grid, the tests in memory.
 *
 * Conventions: rows and columns count from 0. Sheets are named by an id that never changes; names may. A model does
 * what it is told: names, protection and what a typed text means are judged by the dispatcher before it is called.
 * Cells outside of what a grid holds at the moment are not an error: reading gives empty cells, writing makes the
 * grid larger, up to the size of a sheet of Excel.
 */
export interface HostModel {
  // ---- sheets
  /** In tab order, hidden ones included. */
  sheets(): readonly ModelSheet[];
  addSheet(name: string): string;
  /** A copy with contents, formats, sizes, frozen panes, page layout and conditional formats, put at `position`; tables get new names. */
  copySheet(sheetId: string, name: string, position: number): string;
  deleteSheet(sheetId: string): void;
  /** References in formulas follow. */
  renameSheet(sheetId: string, name: string): void;
  moveSheet(sheetId: string, position: number): void;
  setVisibility(sheetId: string, visibility: Visibility): void;

  activeSheet(): string;
  activateSheet(sheetId: string): void;
  /** The selected rectangle of the active sheet. */
  selection(): ModelRect;
  /** Activates the sheet too. */
  select(sheetId: string, rect: ModelRect): void;

  // ---- cells
  /** Smallest rectangle that holds all cells with contents, or with contents or formats; undefined when there are none. */
  usedRange(sheetId: string, valuesOnly: boolean): ModelRect | undefined;
  /** Rows of cells; every cell of the rectangle is there. */
  read(sheetId: string, rect: ModelRect): ModelCell[][];
  /** Writes a rectangle whose top left cell is at (row, column). Formats are left alone. */
  write(sheetId: string, row: number, column: number, cells: readonly (readonly CellInput[])[]): void;
  /** Takes cell formats back to the default; contents and conditional formats stay. The rectangle may be the whole sheet. */
  clearFormats(sheetId: string, rect: ModelRect): void;
  /** Adds to what is there: fields that are left out stay as they are. */
  format(sheetId: string, rect: ModelRect, patch: CellFormatPatch): void;
  /** Number formats of a rectangle, one for each cell. */
  setNumberFormats(sheetId: string, row: number, column: number, formats: readonly (readonly string[])[]): void;
  formats(sheetId: string, rect: ModelRect): CellFormat[][];

  // ---- sheet properties
  /** In points; undefined: the default. */
  columnWidth(sheetId: string, column: number): number | undefined;
  /** undefined as width: back to the default. */
  setColumnWidth(sheetId: string, column: number, columns: number, width: number | undefined): void;
  autofitColumns(sheetId: string, column: number, columns: number): void;
  /** In points; undefined: the default. */
  rowHeight(sheetId: string, row: number): number | undefined;
  setRowHeight(sheetId: string, row: number, rows: number, height: number | undefined): void;
  frozen(sheetId: string): Frozen;
  setFrozen(sheetId: string, frozen: Frozen): void;
  /** Stored for saving and for reading back; the grid does nothing with it. */
  pageLayout(sheetId: string): PageLayout;
  setPageLayout(sheetId: string, layout: PageLayout): void;
  isProtected(sheetId: string): boolean;
  setProtected(sheetId: string, on: boolean): void;
  /** In order of priority, the strongest first. */
  conditionalFormats(sheetId: string): readonly ConditionalFormat[];
  /** Replaces the whole list of a sheet. */
  setConditionalFormats(sheetId: string, formats: readonly ConditionalFormat[]): void;

  // ---- workbook
  tables(): readonly ModelTable[];
  addTable(sheetId: string, rect: ModelRect, name: string): string;
  renameTable(tableId: string, name: string): void;
  /** Header row included; the cells stay. */
  resizeTable(tableId: string, rect: ModelRect): void;
  /** The cells stay. */
  deleteTable(tableId: string): void;
  workbookName(): string;
  isWorkbookProtected(): boolean;
  setWorkbookProtected(on: boolean): void;
  settingKeys(): readonly string[];
  /** Any JSON value; undefined when there is none of that key. */
  setting(key: string): unknown;
  /** undefined removes it. */
  setSetting(key: string, value: unknown): void;

  // ---- work
  /** Brings every formula up to date. */
  calculate(): void;
  /** Runs several changes as one: nothing needs to be calculated or drawn before it ends, but a read inside it sees what was written. */
  inBatch<T>(work: () => T): T;
  /** Tells what was changed, by the person or by the methods above; returns how to stop. */
  onChange(listener: (change: ModelChange) => void): () => void;
}

/** What a new column and row measure in points. */
export const DEFAULT_COLUMN_WIDTH = 48;
export const DEFAULT_ROW_HEIGHT = 15;

export type ModelRect = CellRange;

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

export interface ModelSheet {
  readonly id: string;
  readonly name: string;
  readonly visibility: Visibility;
}

type CellType = "Empty" | "String" | "Double" | "Boolean" | "Error";

export interface ModelCell {
  readonly type: CellType;
  /** "" for an empty cell; an error as its text, `#N/A`. A date is its serial number. */
  readonly value: string | number | boolean;
  /** With `=`; undefined for a constant. */
  readonly formula: string | undefined;
  /** As shown, by the number format. */
  readonly text: string;
  /** In English; `General` unless set. */
  readonly numberFormat: string;
}

/**
 * Already understood: null empties the cell, a string is literal text whatever it looks like (`=1+1`, `007`, `TRUE`, `#N/A`),
 * only `formula` is one (with `=`), and only `error` is an error that stands there as a constant. undefined leaves the cell
 * as it is.
 */
export type CellInput =
  string | number | boolean | null | undefined | { readonly formula: string } | { readonly error: string };

export type BorderSide = "top" | "bottom" | "left" | "right";

export interface Border {
  /** Of Excel's API: Continuous, Dash, Double ... */
  readonly style: string;
  /** Thin, Medium, Thick, Hairline. */
  readonly weight: string;
  /** `#RRGGBB`. */
  readonly color: string;
}

export type HorizontalAlignment =
  "General" | "Left" | "Center" | "Right" | "Fill" | "Justify" | "CenterAcrossSelection" | "Distributed";
export type VerticalAlignment = "Top" | "Center" | "Bottom" | "Justify" | "Distributed";

export interface CellFormat {
  readonly numberFormat: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough: boolean;
  readonly fontName: string;
  /** Points. */
  readonly fontSize: number;
  /** `#RRGGBB`. */
  readonly fontColor: string;
  /** `#RRGGBB`; "" is no fill. */
  readonly fill: string;
  readonly horizontal: HorizontalAlignment;
  readonly vertical: VerticalAlignment;
  readonly wrap: boolean;
  readonly borders: Readonly<Partial<Record<BorderSide, Border>>>;
}

/** For each side of every cell: null takes the line away, undefined leaves it. */
export type CellFormatPatch = Partial<Omit<CellFormat, "borders">> & {
  readonly borders?: Readonly<Partial<Record<BorderSide, Border | null>>>;
};

export const DEFAULT_FORMAT: CellFormat = {
  numberFormat: "General",
  bold: false,
  italic: false,
  underline: false,
  strikethrough: false,
  fontName: "Calibri",
  fontSize: 11,
  fontColor: "#000000",
  fill: "",
  horizontal: "General",
  vertical: "Bottom",
  wrap: false,
  borders: {},
};

export interface Frozen {
  readonly rows: number;
  readonly columns: number;
}

/** Values as Excel's API names them; absent means Excel's default. */
export interface PageLayout {
  readonly orientation?: "Portrait" | "Landscape";
  readonly paperSize?: string;
  readonly zoom?: {
    readonly scale?: number;
    readonly horizontalFitToPages?: number;
    readonly verticalFitToPages?: number;
  };
  /** Rows repeated on each page, as `$1:$3`. */
  readonly titleRows?: string;
  readonly titleColumns?: string;
  readonly printArea?: ModelRect;
  /** The texts at the six places of header and footer, by Excel's codes such as `&P`. */
  readonly headersFooters?: Readonly<Record<string, string>>;
  /** Everything else that was set, by the name of the property: margins, centring, gridlines ... */
  readonly other?: Readonly<Record<string, string | number | boolean>>;
}

export type ConditionalRule =
  | { readonly kind: "cellValue"; readonly operator: string; readonly formula1: string; readonly formula2?: string }
  /** Operators of Excel's API: Contains, NotContains, BeginsWith, EndsWith. */
  | { readonly kind: "containsText"; readonly operator: string; readonly text: string }
  /** The formula stands for the top left cell of the first range. */
  | { readonly kind: "custom"; readonly formula: string };

export interface ConditionalFormat {
  readonly id: string;
  readonly ranges: readonly ModelRect[];
  readonly rule: ConditionalRule;
  readonly stopIfTrue: boolean;
  readonly format: {
    readonly fill?: string;
    readonly fontColor?: string;
    readonly bold?: boolean;
    readonly italic?: boolean;
  };
}

export interface ModelTable {
  readonly id: string;
  readonly name: string;
  readonly sheetId: string;
  /** With header row and totals row, where there are any. */
  readonly range: ModelRect;
  readonly hasHeader: boolean;
  readonly hasTotals: boolean;
}

export type ModelChange =
  /** Contents of cells, by typing, pasting, clearing or `write`; not by recalculation, not of formats. */
  | { readonly kind: "cells"; readonly sheetId: string; readonly rect: ModelRect }
  | { readonly kind: "sheet-added" | "sheet-deleted" | "sheet-renamed" | "sheet-activated"; readonly sheetId: string }
  | { readonly kind: "selection"; readonly sheetId: string; readonly rect: ModelRect };
