import type { RawCell } from "./cell";
import type { CellPlace } from "./place";

/** One cell of an existing sheet that gets a new constant, for instance a mended threshold. Text is literal text. */
export interface CellEdit extends CellPlace {
  readonly value: string | number | boolean | null;
  /** What the cell must still hold for the edit to be made; when it does not, nothing at all is written. Left out: whatever it holds. */
  readonly expected?: RawCell;
  /** Left as it is when absent. */
  readonly numberFormat?: string;
}
