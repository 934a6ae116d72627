import type { CellEdit } from "../cell/edit";
import type { CellRange } from "../cell/place";

export type { CellEdit } from "../cell/edit";

/**
 * What would be written, as data. The same plan is previewed in the pane, applied by Office.js and written into a
 * file; nobody who applies it decides anything about its content.
 *
 * A string is always literal text. Whoever applies a plan must see to it that text such as `=1+1`, `+cmd|...`,
 * `007` or `2026-10` stays that very text; only `{ formula }` becomes a formula.
 */
export type PlanCell = string | number | boolean | null | { readonly formula: string };

/** A rectangle of the planned sheet; row and column count from 0. */
export type PlanRange = CellRange;

export interface RangeFormat {
  readonly range: PlanRange;
  /** Excel number format in its English form, such as `0.00` or `0.0%`. */
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points. */
  readonly fontSize?: number;
  /** `#RRGGBB`. */
  readonly fontColor?: string;
  /** `#RRGGBB`. */
  readonly fill?: string;
  readonly align?: "left" | "center" | "right";
  readonly verticalAlign?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  /** `grid` draws thin lines around every cell, `bottom` one line below the range. */
  readonly border?: "grid" | "bottom";
}

/** Colours cells whose text equals `equals`, and goes on doing so when the cell changes (a conditional format). */
export interface Highlight {
  readonly range: PlanRange;
  readonly equals: string;
  readonly fill: string;
  readonly fontColor: string;
}

export interface PrintSetup {
  readonly orientation: "portrait" | "landscape";
  /** Paper is A4; the sheet is fitted to so many pages in width, one when left out, and takes as many in height as it needs. */
  readonly pagesWide?: number;
  readonly titleRows: number;
  /** So many first columns are repeated on every page, so that a page further right still says whose row it is. */
  readonly titleColumns?: number;
  /** Repeated at the bottom of each page, left; the page number stands at the right. */
  readonly footer?: string;
}

/** A table (ListObject) on the planned sheet: its first row holds the headers, texts of which no two are alike. */
export interface PlanTable {
  /** One that Excel takes: a word. Where it is taken in the workbook, a number is put after it. */
  readonly name: string;
  /** Header and at least one row. */
  readonly range: PlanRange;
}

export interface SheetPlan {
  readonly name: string;
  /** Rectangular: every row has the same number of cells. */
  readonly rows: readonly (readonly PlanCell[])[];
  /** In characters, one per column. */
  readonly columnWidths: readonly number[];
  /** Number of rows and columns that stay in view. */
  readonly freeze: { readonly rows: number; readonly columns: number };
  /** Applied in order: a later format adds to or overrides an earlier one where they overlap. */
  readonly formats: readonly RangeFormat[];
  readonly highlights: readonly Highlight[];
  readonly print: PrintSetup;
  readonly tables?: readonly PlanTable[];
}

/**
 * A table of the workbook that gets rows below its last one; what goes into them are edits of the same plan. Their cells must hold nothing,
 * and the table no totals row.
 */
export interface TableGrowth {
  readonly table: string;
  readonly sheet: string;
  /** Where the table is, header and data rows, when the plan is made. */
  readonly range: PlanRange;
  readonly moreRows: number;
}

export interface WorkbookPlan {
  readonly sheets: readonly SheetPlan[];
  readonly edits: readonly CellEdit[];
  readonly growths?: readonly TableGrowth[];
}

/** The rows that a table gets, across its width. */
export function grownRange({ range, moreRows }: TableGrowth): PlanRange {
  return { ...range, row: range.row + range.rows, rows: moreRows };
}
