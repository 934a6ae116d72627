import type { EvaluationSet } from "../scoring/model/evaluation";
import type { CellWriter } from "./cell-writers";

/** The role of a column of the evaluation sheet, which decides its format. */
export type ColumnRole =
  "text" | "points" | "subtotal" | "adjustment" | "total" | "grade" | "rank" | "status" | "flags";

export interface EvaluationColumn {
  readonly header: string;
  readonly role: ColumnRole;
  /** The most points, for the line above the headers. */
  readonly most: number | null;
}

/** Neighbouring columns that are written together: a section, or a single column. */
export interface ColumnGroup {
  readonly columns: readonly EvaluationColumn[];
  /** Binds the columns to a set. The result writes the cells of the set's agents. */
  readonly cells: (set: EvaluationSet) => CellWriter;
}
