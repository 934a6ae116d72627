import type { Block, SheetHead } from "../core/find/blocks";
import { MAX_ROWS } from "../core/cell/place";
import type { PlanRange } from "../core/plan/plan";
import { wantValues, type WantedValues } from "./sheet-read";

/** Rows and columns in which plain ranges begin. What goes on below is read only where a range does. */
const HEAD_ROWS = 1_000;
const HEAD_COLUMNS = 256;

/** The upper part of a sheet, to be read together with its tables. */
export interface SheetHeadRequest {
  readonly wanted: WantedValues;
  /** The part, once it is read. */
  readonly head: (name: string) => SheetHead;
}

export function askSheetHead(taken: readonly PlanRange[]): SheetHeadRequest {
  const range = { row: 0, column: 0, rows: HEAD_ROWS, columns: HEAD_COLUMNS };
  // Formats are of no use here, and few sheets fill the whole part.
  const wanted: WantedValues = { ...wantValues({ ...range, rows: 1 }), range };
  const { values } = wanted;
  return {
    wanted,
    head: (name) => ({ name, rows: values, goesOn: values.length === HEAD_ROWS, taken }),
  };
}

/** The rectangles of ranges. One that goes on below has all rows down to the end of the sheet, which cost no more than its cells. */
export function openRanges(blocks: readonly Block[]): WantedValues[] {
  return blocks.map(({ range, isOpen }) => wantValues(isOpen ? { ...range, rows: MAX_ROWS - range.row } : range));
}
