import type { RawCell } from "../core/cell/cell";
import type { SourceTable } from "../core/cell/table";
import type { Block, SheetHead } from "../core/find/blocks";
import type { PlainRange } from "../core/find/recognise";
import type { WorkbookPlan } from "../core/plan/plan";

export interface SheetInfo {
  readonly name: string;
  readonly visible: boolean;
  /** Values of A1:A3. They are enough to recognise a written sheet and its fingerprint. */
  readonly head: readonly RawCell[];
}

/** A visible sheet with our mark: an evaluation that was filled, and maybe edited since. */
export interface WrittenSheet {
  readonly sheet: string;
  /** Values from A1 to the last filled cell. An Excel error comes as its text. */
  readonly values: readonly (readonly RawCell[])[];
  /** Addresses such as `B7` of cells with formulas. */
  readonly formulas: ReadonlySet<string>;
}

export interface WorkbookSnapshot {
  readonly tables: readonly SourceTable[];
  readonly sheets: readonly SheetInfo[];
  readonly written: readonly WrittenSheet[];
  /** Plain ranges that `findRanges` asked for; absent where the port reads none. */
  readonly ranges?: readonly PlainRange[];
}

/** Lets a person follow and cancel long work. */
export interface Progress {
  /** Share done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

export interface ReadOptions extends Progress {
  /**
   * An earlier reading of the same workbook. The port takes the sheets that `keeps` names from it instead of reading them again, provided
   * they are still at the same place in the same size.
   */
  readonly earlier?: { readonly snapshot: WorkbookSnapshot; readonly keeps: (sheet: string) => boolean };
  /** Leaves out the sheets with our mark. */
  readonly tablesOnly?: boolean;
  /**
   * Finds the plain ranges that are wanted, in the upper part of a visible sheet. The rest of a long sheet is read only where one of them goes
   * on below. A port may read no ranges at all.
   */
  readonly findRanges?: (head: SheetHead) => readonly Block[];
}

export interface ApplyOptions extends Progress {
  /** Existing sheets that may be replaced. The port refuses a planned sheet that exists and is not named here. */
  readonly replace: readonly string[];
}

/** The change that was made. */
export interface AppliedPlan {
  /** Names of the planned sheets. */
  readonly sheets: readonly string[];
}

/**
 * What every workbook can do, and the only way the product touches one. An `.xlsx` package is one; a live Excel (`WorkbookHost`) can do
 * more. `apply` is atomic as a person sees it: after a failure or cancel, the workbook is as it was before.
 *
 * `Applied` is the port's record of a change. Use cases return it unchanged.
 */
export interface WorkbookPort<Applied extends AppliedPlan = AppliedPlan> {
  read(options?: ReadOptions): Promise<WorkbookSnapshot>;
  /**
   * Makes the tables of a planned sheet together with the sheet. A table whose name is taken gets a number. The port refuses a table that
   * cannot grow with `no-room`.
   */
  apply(plan: WorkbookPlan, options: ApplyOptions): Promise<Applied>;
}
