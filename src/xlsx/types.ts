import type { RawCell } from "../core/cell/cell";
import type { Highlight, PlanCell, PlanRange, RangeFormat, SheetPlan } from "../core/plan/plan";

/**
 * What a cell looks like, as far as we model it. Cells of one look share one frozen object, so that two looks can be
 * compared with `===` within one package. Whatever is `undefined` is the workbook's default.
 */
export interface CellStyle {
  /** Excel number format in its English form; `General` when none is set. */
  readonly numberFormat: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Points. */
  readonly fontSize: number | undefined;
  /** `#RRGGBB`; theme and indexed colours are resolved. */
  readonly fontColor: string | undefined;
  /** `#RRGGBB` of a solid fill. */
  readonly fill: string | undefined;
  readonly align: RangeFormat["align"] | undefined;
  readonly verticalAlign: RangeFormat["verticalAlign"] | undefined;
  readonly wrap: boolean;
  readonly border: RangeFormat["border"] | undefined;
}

export interface SheetCell {
  readonly row: number;
  readonly column: number;
  /** Constant or cached result. Excel errors come as their text, `#N/A`; dates as their serial number; blank as null. */
  readonly value: RawCell;
  /** Without the leading `=`; of a shared formula the one that stands in this very cell. */
  readonly formula?: string;
  /** An array formula: the rectangle that it fills, this cell being its top left one. */
  readonly spill?: PlanRange;
  readonly style: CellStyle;
}

/** A very hidden sheet is not offered to people who want to show a hidden one. */
export type SheetVisibility = "visible" | "hidden" | "veryHidden";

export interface SheetContent {
  readonly name: string;
  readonly visible: boolean;
  /** Only cells that hold something or look different from the default; by row, then by column. */
  readonly cells: readonly SheetCell[];
  /** Smallest rectangle from A1 that holds all cells. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** Column to width in characters; columns of default width are left out. */
  readonly columnWidths: ReadonlyMap<number, number>;
  /** Row to height in points; rows of default height are left out. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly merges: readonly PlanRange[];
  /** Conditional formats of the kind we write: the text equals. Others stay in the file and are not told here. */
  readonly highlights: readonly Highlight[];
}

/** An Excel table (ListObject). `rows` counts the header and, if there is one, the totals row. */
export interface XlsxTable extends PlanRange {
  readonly name: string;
  readonly sheet: string;
  readonly hasHeader: boolean;
  readonly hasTotals: boolean;
  /** Header texts as the table part states them. */
  readonly headers: readonly string[];
}

export interface NewTable extends PlanRange {
  readonly name: string;
  readonly sheet: string;
  /** One of Excel's own, `TableStyleMedium2` when absent. */
  readonly style?: string;
}

/** A planned cell; a formula may bring its result along, so that the file reads right before anybody recalculates. */
export type XlsxCellValue = PlanCell | { readonly formula: string; readonly cached: RawCell };

export interface XlsxCell {
  readonly row: number;
  readonly column: number;
  readonly value: XlsxCellValue;
  /** The cell keeps its number format when absent. All other formatting is always kept. */
  readonly numberFormat?: string;
}

/** Every SheetPlan is one. */
export interface XlsxSheetPlan extends Omit<SheetPlan, "rows"> {
  readonly rows: readonly (readonly XlsxCellValue[])[];
}

export interface AddSheetOptions {
  /** Index among the sheets; at the end when absent. */
  readonly position?: number;
  /** `visible` when absent. */
  readonly visibility?: SheetVisibility;
  /** Row to height in points. */
  readonly rowHeights?: ReadonlyMap<number, number>;
}

/**
 * An `.xlsx` file in memory. Parts that are not concerned by a change keep their bytes.
 * Names of sheets and tables are matched without regard to case, as Excel does. Asking for a sheet that is not there
 * throws WorkbookFailure("gone"); a plan that no workbook can hold is a programmer error and throws RangeError.
 */
export interface XlsxPackage {
  /** In the order of the tabs. Chart sheets and the like are not told. */
  sheetNames(): readonly string[];
  isVisible(sheet: string): boolean;
  visibility(sheet: string): SheetVisibility;
  readSheet(name: string): SheetContent;
  /** Values of a rectangle, row by row, at a fraction of the cost of `readSheet`; blank cells are null. */
  readValues(sheet: string, range: PlanRange): RawCell[][];
  /** In the order of the sheets, then from top left to bottom right. */
  tables(): readonly XlsxTable[];
  /** Changes cells and leaves everything around them as it is. A cell that gets a constant loses its formula. */
  setCells(sheet: string, cells: readonly XlsxCell[]): void;
  addSheet(plan: XlsxSheetPlan, options?: AddSheetOptions): void;
  /** Writes the plan into the existing sheet: same part, same position, references from elsewhere stay alive. */
  replaceSheet(name: string, plan: XlsxSheetPlan, options?: Pick<AddSheetOptions, "rowHeights">): void;
  removeSheet(name: string): void;
  /** Formulas, defined names, links, charts and pivot tables follow. Formulas in texts, as for INDIRECT, do not, as in Excel. */
  renameSheet(name: string, newName: string): void;
  setVisibility(name: string, visibility: SheetVisibility): void;
  /** The first row of the range holds the headers: texts, not blank, no two alike. */
  addTable(table: NewTable): void;
  /**
   * Gives a table as many rows (its header counted) and columns as stated; its first cell stays. A new column is called by
   * the text in its header cell. Throws WorkbookFailure("unsupported") for a table with a totals row, or to lose columns.
   */
  resizeTable(name: string, rows: number, columns: number): void;
  getChoice(key: string): string | undefined;
  choices(): ReadonlyMap<string, string>;
  setChoice(key: string, value: string): void;
  /** A second package with the same content; changes to one do not show in the other. Costs next to nothing. */
  copy(): XlsxPackage;
  /** Takes over the content of another package: with `copy`, several changes become all or nothing. */
  adopt(other: XlsxPackage): void;
  save(): Uint8Array;
}
