import type { RawCell } from "../cell/cell";
import type { CellEdit } from "../cell/edit";
import type { CellRange } from "../cell/place";

export type { CellEdit } from "../cell/edit";

/**
 * A cell to be written, as data. The pane previews, Office.js applies and a file stores the same plan; none of them
 * decides about the content.
 *
 * A string is always literal text. Text such as `=1+1`, `+cmd|...`, `007` or `2026-10` must stay that very text
 * wherever the plan is applied. Only `{ formula }` becomes a formula.
 */
export type PlanCell = string | number | boolean | null | PlanFormula;

interface PlanFormula {
  /** With the leading `=`. */
  readonly formula: string;
  /** Its result, so that a file reads right before a recalculation; a blank one is unknown. */
  readonly cached?: RawCell;
}

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

/** Colours cells whose text equals `equals`, as a conditional format: the colour follows later changes of the cell. */
export interface Highlight {
  readonly range: PlanRange;
  readonly equals: string;
  readonly fill: string;
  readonly fontColor: string;
}

export interface PrintSetup {
  readonly orientation: "portrait" | "landscape";
  /** Paper is A4. The sheet fits this many pages in width, one if left out, and takes as many in height as it needs. */
  readonly pagesWide?: number;
  readonly titleRows: number;
  /** This many first columns repeat on every page, so that pages further right still show the agent of each row. */
  readonly titleColumns?: number;
  /** Repeated at the bottom left of each page; the page number stands at the right. */
  readonly footer?: string;
}

/** A table (ListObject) on the planned sheet. Its first row holds the headers, texts that all differ. */
export interface PlanTable {
  /** A single word that Excel accepts. If the workbook has the name already, a number follows it. */
  readonly name: string;
  /** The header row and at least one row below. */
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
 * A table of the workbook that gets rows below its last one. Edits of the same plan fill the new rows. The cells below
 * must be empty, and the table must have no totals row.
 */
export interface TableGrowth {
  readonly table: string;
  readonly sheet: string;
  /** The table's header and data rows at the time of the plan. */
  readonly range: PlanRange;
  readonly moreRows: number;
}

export interface WorkbookPlan {
  readonly sheets: readonly SheetPlan[];
  readonly edits: readonly CellEdit[];
  readonly growths?: readonly TableGrowth[];
}

/** The new rows of a table, across its width. */
export function grownRange({ range, moreRows }: TableGrowth): PlanRange {
  return { ...range, row: range.row + range.rows, rows: moreRows };
}
