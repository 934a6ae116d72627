import type { SourceCell } from "../cell/table";
import type { CellPlace } from "../cell/place";
import type { RubricColumn } from "./columns";

/**
 * What happens to an indicator whose metric is not there yet. pending: no total until it is there; exclude: its points leave the
 * denominator, the rest scale up in proportion; share: its points are split equally over the others of its section; zero: no points;
 * full: all points.
 */
export type MissingPolicy = "pending" | "exclude" | "share" | "zero" | "full";

/** What a failed critical item does: the total becomes 0, its section becomes 0, or the total is at most `cap`. */
export type CriticalRule = { readonly effect: "zero" | "section" } | { readonly effect: "cap"; readonly cap: number };

/** One scored line of a rubric, with the cells it came from. */
export interface Indicator {
  readonly name: string;
  readonly section: string;
  /** 0 for a pure deduction or bonus item, and where the cell is blank. */
  readonly points: number;
  /** Text of the Method cell; the method registry knows what it means. */
  readonly method: string;
  /** Header of the column of Metrics that it reads. */
  readonly metric: string;
  readonly zeroAt: number | undefined;
  readonly fullAt: number | undefined;
  readonly perEvent: number | undefined;
  readonly step: number | undefined;
  readonly limit: number | undefined;
  readonly failAt: number | undefined;
  /** Name of a scale, "" when none is stated. */
  readonly scale: string;
  /** Undefined when the cell holds something the contract does not know. */
  readonly ifMissing: MissingPolicy | undefined;
  /** null: not critical; undefined: the cell holds something the contract does not know. */
  readonly critical: CriticalRule | null | undefined;
  readonly rule: string;
  /** The source map: the cell of each column that the table has. */
  readonly cells: Readonly<Partial<Record<RubricColumn, SourceCell>>>;
  /** Place of the indicator's name. */
  readonly at: CellPlace;
}

export interface Section {
  readonly name: string;
  /** Indices into the rubric's indicators. */
  readonly indicators: readonly number[];
}

/** All rules for one role. */
export interface Rubric {
  readonly name: string;
  readonly indicators: readonly Indicator[];
  readonly sections: readonly Section[];
}

/** Place of a column's cell of an indicator; the indicator's name where the table lacks the column. */
export function placeOf(indicator: Indicator, column: RubricColumn): CellPlace {
  return indicator.cells[column]?.at ?? indicator.at;
}
