import type { EvaluationSet } from "../scoring/model/evaluation";
import type { CellWriter } from "./cell-writers";

/** The role of a column of the evaluation sheet, which decides its format. */
export type ColumnRole =
  "text" | "points" | "subtotal" | "adjustment" | "total" | "grade" | "rank" | "status" | "flags";

/** A result of a set that a column shows: of one indicator, of one section, or of the whole evaluation. */
export type ResultPlace =
  | { readonly of: "points"; readonly indicator: number }
  | { readonly of: "subtotal"; readonly section: number }
  | { readonly of: "deductions" | "bonuses" | "total" | "grade" | "rank" | "teamRank" | "status" };

export interface EvaluationColumn {
  readonly header: string;
  readonly role: ColumnRole;
  /** The most points, for the line above the headers. */
  readonly most: number | null;
  /** The result of a set that stands in the column; undefined where it has none. Left out for columns of words. */
  readonly holds?: (set: EvaluationSet) => ResultPlace | undefined;
}

/** Neighbouring columns that are written together: a section, or a single column. */
export interface ColumnGroup {
  readonly columns: readonly EvaluationColumn[];
  /** Binds the columns to a set. The result writes the cells of the set's agents. */
  readonly cells: (set: EvaluationSet) => CellWriter;
}
