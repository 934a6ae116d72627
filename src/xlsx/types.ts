import type { RawCell } from "../core/cell/cell";
import type { Highlight, PlanCell, PlanRange, RangeFormat, SheetPlan } from "../core/plan/plan";

/**
 * A cell's look, as far as we model it. Cells of one look share one frozen object, so `===` compares looks within a package. `undefined`
 * means the workbook's default.
 */
export interface CellStyle {
  /** Excel number format in its English form; `General` when none is set. */
  readonly numberFormat: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Points. */
  readonly fontSize: number | undefined;
  /** `#RRGGBB`, also for theme and indexed colours. */
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
  /** Without the leading `=`. For a shared formula, the formula of this very cell. */
  readonly formula?: string;
  /** An array formula: the rectangle that it fills, with this cell at its top left. */
  readonly spill?: PlanRange;
  readonly style: CellStyle;
}

/** Excel does not list a very hidden sheet among those that a person can show. */
export type SheetVisibility = "visible" | "hidden" | "veryHidden";

export interface SheetContent {
  readonly name: string;
  readonly visible: boolean;
  /** Only cells with content or a look of their own; by row, then by column. */
  readonly cells: readonly SheetCell[];
  /** Smallest rectangle from A1 that holds all cells. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** Column to width in characters, without columns of default width. */
  readonly columnWidths: ReadonlyMap<number, number>;
  /** Row to height in points, without rows of default height. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly merges: readonly PlanRange[];
  /** Conditional formats of the kind that we write: the text equals. Others stay in the file unseen. */
  readonly highlights: readonly Highlight[];
}

/** An Excel table (ListObject). `rows` counts the header and, if present, the totals row. */
export interface XlsxTable extends PlanRange {
  readonly name: string;
  readonly sheet: string;
  readonly hasHeader: boolean;
  readonly hasTotals: boolean;
  /** Header texts of the table part. */
  readonly headers: readonly string[];
}

export interface NewTable extends PlanRange {
  readonly name: string;
  readonly sheet: string;
  /** One of Excel's own, `TableStyleMedium2` when absent. */
  readonly style?: string;
}

/** A planned cell. A formula may bring its result along, so that the file reads right before a recalculation. */
export type XlsxCellValue = PlanCell;

export interface XlsxCell {
  readonly row: number;
  readonly column: number;
  readonly value: XlsxCellValue;
  /** The cell keeps its number format when absent. All other formatting always stays. */
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
 * An `.xlsx` file in memory. A change keeps the bytes of all other parts. Names of sheets and tables ignore case, as in Excel. An unknown
 * sheet throws WorkbookFailure("gone"). A plan that no workbook can hold is a programmer error and throws RangeError.
 */
export interface XlsxPackage {
  /** Names in the order of the tabs, without chart sheets and the like. */
  sheetNames(): readonly string[];
  isVisible(sheet: string): boolean;
  visibility(sheet: string): SheetVisibility;
  readSheet(name: string): SheetContent;
  /** Values of a rectangle, row by row, at a fraction of the cost of `readSheet`. Blank cells are null. */
  readValues(sheet: string, range: PlanRange): RawCell[][];
  /** Tables in the order of the sheets, then from top left to bottom right. */
  tables(): readonly XlsxTable[];
  /** Changes cells and keeps everything around them. A constant replaces a cell's formula. */
  setCells(sheet: string, cells: readonly XlsxCell[]): void;
  addSheet(plan: XlsxSheetPlan, options?: AddSheetOptions): void;
  /** Writes the plan into the existing sheet. Part and position stay, so references from elsewhere stay valid. */
  replaceSheet(name: string, plan: XlsxSheetPlan, options?: Pick<AddSheetOptions, "rowHeights">): void;
  removeSheet(name: string): void;
  /** Formulas, defined names, links, charts and pivot tables follow. Formulas in texts, as for INDIRECT, do not; Excel does the same. */
  renameSheet(name: string, newName: string): void;
  setVisibility(name: string, visibility: SheetVisibility): void;
  /** Adds a table. The first row of its range holds the headers: texts, not blank, no two alike. */
  addTable(table: NewTable): void;
  /**
   * Gives a table a number of rows (with its header) and columns. Its first cell stays. A new column takes its name from its header cell.
   * Throws WorkbookFailure("unsupported") for a table with a totals row, and for fewer columns.
   */
  resizeTable(name: string, rows: number, columns: number): void;
  getChoice(key: string): string | undefined;
  choices(): ReadonlyMap<string, string>;
  setChoice(key: string, value: string): void;
  /** Whether a digital signature covers the package. The first change ends it. */
  readonly isSigned: boolean;
  /** A second package with the same content. The two change independently. The copy costs next to nothing. */
  copy(): XlsxPackage;
  /** Takes over the content of another package. With `copy`, several changes become all or nothing. */
  adopt(other: XlsxPackage): void;
  /** The file. It is checked first; a fault throws WorkbookFailure("unsound"). */
  save(): Uint8Array;
}
