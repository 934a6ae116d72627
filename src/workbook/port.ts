import type { RawCell } from "../core/cell/cell";
import type { SourceTable } from "../core/cell/table";
import type { WorkbookPlan } from "../core/plan/plan";

export interface SheetInfo {
  readonly name: string;
  readonly visible: boolean;
  /** Values of A1:A3: enough to recognise a sheet that the product wrote, and its fingerprint. */
  readonly head: readonly RawCell[];
}

/** What stands on a visible sheet that bears our mark: an evaluation that was filled, and maybe edited since. */
export interface WrittenSheet {
  readonly sheet: string;
  /** From A1 to the last cell with contents. Excel errors come as their text. */
  readonly values: readonly (readonly RawCell[])[];
  /** Addresses such as `B7` of cells that hold formulas. */
  readonly formulas: ReadonlySet<string>;
}

export interface WorkbookSnapshot {
  readonly tables: readonly SourceTable[];
  readonly sheets: readonly SheetInfo[];
  readonly written: readonly WrittenSheet[];
}

/** Lets long work be followed and cancelled. */
export interface Progress {
  /** Share done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

export interface ReadOptions extends Progress {
  /**
   * A reading of the same workbook from before. What stands on the sheets that `keeps` names is taken from it instead of being read again,
   * where it is still at the same place in the same size.
   */
  readonly earlier?: { readonly snapshot: WorkbookSnapshot; readonly keeps: (sheet: string) => boolean };
  /** Leaves out the sheets that bear our mark. */
  readonly tablesOnly?: boolean;
}

export interface ApplyOptions extends Progress {
  /** Names of existing sheets that may be replaced; a planned sheet that exists and is not named here is refused. */
  readonly replace: readonly string[];
}

/** What was done. */
export interface AppliedPlan {
  /** Names of the planned sheets. */
  readonly sheets: readonly string[];
}

/**
 * What every workbook can do, and the only way the product touches one: an `.xlsx` package is one, a live Excel (`WorkbookHost`) can more.
 * `apply` is atomic as seen by a person: when it fails or is cancelled, the workbook is as it was before.
 *
 * `Applied` is what a change leaves in the hands of whoever made it: use cases hand it on as it came from their port.
 */
export interface WorkbookPort<Applied extends AppliedPlan = AppliedPlan> {
  read(options?: ReadOptions): Promise<WorkbookSnapshot>;
  /**
   * Tables of a planned sheet are made with it and go with it; a table's name that is taken gets a number. A table that is to grow and
   * cannot is refused with `no-room`.
   */
  apply(plan: WorkbookPlan, options: ApplyOptions): Promise<Applied>;
}
