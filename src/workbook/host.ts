import type { CellPlace } from "../core/cell/place";
import type { AppliedPlan, WorkbookPort } from "./port";

/** What was done, and the way back. */
export interface AppliedChange extends AppliedPlan {
  /**
   * Puts the workbook back as it was. Undoing twice does nothing. Where what was written does not stand there any more - a person typed
   * into it, renamed the sheet, inserted a row - it fails with `changed` and does nothing. With `overwrite`, which a person must have
   * confirmed, a written sheet is taken back all the same; single cells that have changed are never overwritten. A table that has grown
   * gets as long as it was, unless it has another size by then.
   */
  undo(options?: { readonly overwrite?: boolean }): Promise<void>;
}

/** That something was changed, and where as far as it is known. */
export interface WorkbookChange {
  /** Name of the sheet whose cells were changed, as it was read last; undefined where more may have changed than the cells of one sheet. */
  readonly sheet: string | undefined;
}

/** A workbook that is open in front of a person, in Excel. What is applied to it can be taken back. */
export interface WorkbookHost extends WorkbookPort<AppliedChange> {
  /** Shows a cell to the person: activates its sheet and selects it. */
  select(place: CellPlace): Promise<void>;
  /** Choices of the person, kept in the workbook, so that a colleague finds the same set-up. */
  loadChoice(key: string): Promise<string | undefined>;
  saveChoice(key: string, value: string): Promise<void>;
  /** Calls back after cells were changed by anybody; returns how to stop listening. */
  onChange(listener: (change: WorkbookChange) => void): Promise<() => Promise<void>>;
}
