import type { CellPlace } from "../core/cell/place";
import type { AppliedPlan, WorkbookPort } from "./port";

/** The change that was made, and its undo. */
export interface AppliedChange extends AppliedPlan {
  /**
   * Puts the workbook back as it was. A second undo does nothing.
   *
   * The undo fails with `changed`, and does nothing, when the written content was edited, moved or renamed since. With `overwrite`, which a
   * person must have confirmed, it takes a written sheet back all the same. It never overwrites single cells that have changed. A table
   * that has grown gets its old length back, unless its size has changed since.
   */
  undo(options?: { readonly overwrite?: boolean }): Promise<void>;
}

/** Tells that something was changed, and where as far as Excel says so. */
export interface WorkbookChange {
  /** Name of the changed sheet at the last reading. Undefined if more than the cells of one sheet may have changed. */
  readonly sheet: string | undefined;
}

/** A workbook that a person has open in Excel. A change applied to it can be undone. */
export interface WorkbookHost extends WorkbookPort<AppliedChange> {
  /** Shows a cell to the person: activates its sheet and selects the cell. */
  select(place: CellPlace): Promise<void>;
  /** Choices of the person. The workbook keeps them, so that a colleague finds the same set-up. */
  loadChoice(key: string): Promise<string | undefined>;
  saveChoice(key: string, value: string): Promise<void>;
  /**
   * Calls back after any person or program changed cells, or after sheets or tables came or went. `onGlance` is called when the person goes
   * to another cell or sheet: no report tells of a new name, so that is the time to ask `hasNewNames`. Returns the function that stops
   * listening.
   */
  onChange(listener: (change: WorkbookChange) => void, onGlance?: () => void): Promise<() => Promise<void>>;
  /** How many hidden copies of replaced sheets the workbook holds for undo, of any session. They are saved with the file. */
  countUndoCopies(): Promise<number>;
  /** Removes them. The undo of a change that needs one then fails with `gone`. */
  removeUndoCopies(): Promise<void>;
  /** Whether sheets or tables have other names than at the last reading. Far cheaper than a reading. */
  hasNewNames(): Promise<boolean>;
}
