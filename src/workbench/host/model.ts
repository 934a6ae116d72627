import type { CellRange } from "../../core/cell/place";

/**
 * The host's view of a spreadsheet: a plain synchronous model without Office, DOM or protocol. The workbench implements it over its grid,
 * the tests in memory.
 *
 * Conventions: rows and columns count from 0. A sheet has an id that never changes; its name may. A model does what it is told: the
 * dispatcher judges names, protection and typed text before it calls. Cells outside the present grid are no error. Reading gives empty
 * cells. Writing enlarges the grid, up to the size of a sheet of Excel.
 */
export interface HostModel {
  // ---- sheets
  /** Sheets in tab order, hidden ones included. */
  sheets(): readonly ModelSheet[];
  addSheet(name: string): string;
  /** Copies contents, formats, sizes, frozen panes, page layout and conditional formats to `position`. Tables get new names. */
  copySheet(sheetId: string, name: string, position: number): string;
  deleteSheet(sheetId: string): void;
  /** Renames a sheet. References in formulas follow. */
  renameSheet(sheetId: string, name: string): void;
  moveSheet(sheetId: string, position: number): void;
  setVisibility(sheetId: string, visibility: Visibility): void;

  activeSheet(): string;
  activateSheet(sheetId: string): void;
  /** The selected rectangle of the active sheet. */
  selection(): ModelRect;
  /** Selects a rectangle and activates its sheet. */
  select(sheetId: string, rect: ModelRect): void;

  // ---- cells
  /** Smallest rectangle of all cells with contents, or with contents or formats. Undefined if there are none. */
  usedRange(sheetId: string, valuesOnly: boolean): ModelRect | undefined;
  /** Rows of cells. Every cell of the rectangle is present. */
  read(sheetId: string, rect: ModelRect): ModelCell[][];
  /** Writes a rectangle with its top left cell at (row, column). Formats stay. */
  write(sheetId: string, row: number, column: number, cells: readonly (readonly CellInput[])[]): void;
  /** Resets cell formats to the default. Contents and conditional formats stay. The rectangle may be the whole sheet. */
  clearFormats(sheetId: string, rect: ModelRect): void;
  /** Changes only the stated fields of the format. */
  format(sheetId: string, rect: ModelRect, patch: CellFormatPatch): void;
  /** Number formats of a rectangle, one for each cell. */
  setNumberFormats(sheetId: string, row: number, column: number, formats: readonly (readonly string[])[]): void;
  formats(sheetId: string, rect: ModelRect): CellFormat[][];

  // ---- sheet properties
  /** Points. Undefined is the default. */
  columnWidth(sheetId: string, column: number): number | undefined;
  /** An undefined width restores the default. */
  setColumnWidth(sheetId: string, column: number, columns: number, width: number | undefined): void;
  autofitColumns(sheetId: string, column: number, columns: number): void;
  /** Points. Undefined is the default. */
  rowHeight(sheetId: string, row: number): number | undefined;
  setRowHeight(sheetId: string, row: number, rows: number, height: number | undefined): void;
  /** Whether a row is hidden, by hand or by a filter. */
  isRowHidden(sheetId: string, row: number): boolean;
  /** Hides rows by hand, or shows them. Rows that a filter hides stay hidden. */
  setRowsHidden(sheetId: string, row: number, rows: number, hidden: boolean): void;
  /** Whether the sheet itself, apart from its tables, has a filter. */
  hasFilter(sheetId: string): boolean;
  /** Removes the filter of the sheet, or of one of its tables, and shows the rows that it hid. */
  removeFilter(sheetId: string, tableId?: string): void;
  frozen(sheetId: string): Frozen;
  setFrozen(sheetId: string, frozen: Frozen): void;
  /** Stored for saving and reading back only. The grid does not use it. */
  pageLayout(sheetId: string): PageLayout;
  setPageLayout(sheetId: string, layout: PageLayout): void;
  isProtected(sheetId: string): boolean;
  setProtected(sheetId: string, on: boolean): void;
  /** Formats in the order of priority, highest first. */
  conditionalFormats(sheetId: string): readonly ConditionalFormat[];
  /** Replaces the whole list of a sheet. */
  setConditionalFormats(sheetId: string, formats: readonly ConditionalFormat[]): void;

  // ---- workbook
  tables(): readonly ModelTable[];
  addTable(sheetId: string, rect: ModelRect, name: string): string;
  renameTable(tableId: string, name: string): void;
  /** Resizes a table. The range includes the header row. The cells stay. */
  resizeTable(tableId: string, rect: ModelRect): void;
  /** Deletes a table. Its cells stay. */
  deleteTable(tableId: string): void;
  workbookName(): string;
  isWorkbookProtected(): boolean;
  setWorkbookProtected(on: boolean): void;
  settingKeys(): readonly string[];
  /** Any JSON value. Undefined for an unknown key. */
  setting(key: string): unknown;
  /** Undefined removes the setting. */
  setSetting(key: string, value: unknown): void;

  // ---- work
  /** Brings every formula up to date. */
  calculate(): void;
  /** Runs several changes as one. Calculation and drawing may wait for its end, but a read inside it sees the written content. */
  inBatch<T>(work: () => T): T;
  /** Reports changes by a person or by the methods above. Returns the function that stops listening. */
  onChange(listener: (change: ModelChange) => void): () => void;
}

/** Size of a new column and row in points. */
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
  /** With `=`. Undefined for a constant. */
  readonly formula: string | undefined;
  /** The text shown by the number format. */
  readonly text: string;
  /** In English; `General` unless set. */
  readonly numberFormat: string;
}

/**
 * Input that is already interpreted. Null empties the cell. A string is literal text in every case (`=1+1`, `007`, `TRUE`, `#N/A`). Only
 * `formula` is a formula (with `=`). Only `error` is a constant error. Undefined leaves the cell as it is.
 */
export type CellInput =
  string | number | boolean | null | undefined | { readonly formula: string } | { readonly error: string };

export type BorderSide = "top" | "bottom" | "left" | "right";

export interface Border {
  /** Name in Excel's API: Continuous, Dash, Double ... */
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

/** For each side of every cell: null removes the line, undefined leaves it. */
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

/** Values in the terms of Excel's API. An absent one means Excel's default. */
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
  /** Texts at the six places of header and footer, with Excel's codes such as `&P`. */
  readonly headersFooters?: Readonly<Record<string, string>>;
  /** All other settings by the name of the property: margins, centring, gridlines ... */
  readonly other?: Readonly<Record<string, string | number | boolean>>;
}

export type ConditionalRule =
  | { readonly kind: "cellValue"; readonly operator: string; readonly formula1: string; readonly formula2?: string }
  /** Operators of Excel's API: Contains, NotContains, BeginsWith, EndsWith. */
  | { readonly kind: "containsText"; readonly operator: string; readonly text: string }
  /** The formula refers to the top left cell of the first range. */
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
  /** The range includes header and totals row, if present. */
  readonly range: ModelRect;
  readonly hasHeader: boolean;
  readonly hasTotals: boolean;
}

export type ModelChange =
  /** Cell contents changed by typing, pasting, clearing or `write`. Recalculation and formats do not count. */
  | { readonly kind: "cells"; readonly sheetId: string; readonly rect: ModelRect }
  | { readonly kind: "sheet-added" | "sheet-deleted" | "sheet-renamed" | "sheet-activated"; readonly sheetId: string }
  /** The id is unknown where a model cannot tell it. */
  | { readonly kind: "table-added" | "table-deleted"; readonly sheetId: string; readonly tableId: string | undefined }
  | { readonly kind: "selection"; readonly sheetId: string; readonly rect: ModelRect };
