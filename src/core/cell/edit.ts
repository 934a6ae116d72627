import type { CellPlace } from "./place";

/** One cell of an existing sheet that gets a new constant, for instance a mended threshold. Text is literal text. */
export interface CellEdit extends CellPlace {
  readonly value: string | number | boolean | null;
  /** Left as it is when absent. */
  readonly numberFormat?: string;
}
