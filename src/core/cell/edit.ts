import type { RawCell } from "./cell";
import type { CellPlace } from "./place";

/** A new constant for one cell of an existing sheet, for instance a mended threshold. Text is literal text. */
export interface CellEdit extends CellPlace {
  readonly value: string | number | boolean | null;
  /**
   * The value that the cell must still hold. If it holds another one, no edit at all is written. Left out: any value.
   */
  readonly expected?: RawCell;
  /** Left out: the format stays. */
  readonly numberFormat?: string;
}
