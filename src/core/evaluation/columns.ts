import type { EvaluationSet } from "../scoring/model/evaluation";
import type { CellWriter } from "./cell-writers";

/** What a column of the evaluation sheet is, for its format. */
export type ColumnRole =
  "text" | "points" | "subtotal" | "adjustment" | "total" | "grade" | "rank" | "status" | "flags";

export interface EvaluationColumn {
  readonly header: string;
  readonly role: ColumnRole;
  /** The most that can be earned, for the line above the headers. */
  readonly most: number | null;
}

/** Columns side by side that are written together: a section, or a column by itself. */
export interface ColumnGroup {
  readonly columns: readonly EvaluationColumn[];
  /** Binds the columns to a set; the result writes the cells of its agents. */
  readonly cells: (set: EvaluationSet) => CellWriter;
}
