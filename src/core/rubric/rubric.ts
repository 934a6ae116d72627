import type { SourceCell } from "../cell/table";
import type { CellPlace } from "../cell/place";
import type { RubricColumn } from "./columns";
import type { CriticalRule } from "./critical";

/**
 * Treatment of an indicator without a value yet. pending: no total until the value is there. exclude: its points leave
 * the denominator, and the rest scale up in proportion. share: its points are split equally over the others of its
 * section. zero: no points. full: all points.
 */
export type MissingPolicy = "pending" | "exclude" | "share" | "zero" | "full";

/** One scored line of a rubric, with the cells it came from. */
export interface Indicator {
  readonly name: string;
  readonly section: string;
  /** 0 for a pure deduction or bonus item, and for a blank cell. */
  readonly points: number;
  /** Text of the Method cell; the method registry knows its meaning. */
  readonly method: string;
  /** Header of its column in Metrics. */
  readonly metric: string;
  readonly zeroAt: number | undefined;
  readonly fullAt: number | undefined;
  readonly perEvent: number | undefined;
  readonly step: number | undefined;
  readonly limit: number | undefined;
  readonly failAt: number | undefined;
  /** Name of a scale; "" if the row states none. */
  readonly scale: string;
  /** Undefined if the cell holds a word outside the contract. */
  readonly ifMissing: MissingPolicy | undefined;
  /** null: not critical; undefined: the cell holds a word outside the contract. */
  readonly critical: CriticalRule | null | undefined;
  readonly rule: string;
  /** The source map: the cell of each column of the table. */
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
/** Points as the rubric states them, where they were made to add up to the full score. */
export interface StatedPoints {
  /** percent: shares of the full score that add up to 100 %. rounding: they miss the full score by their own rounding only. */
  readonly as: "percent" | "rounding";
  readonly sum: number;
}

export interface Rubric {
  readonly name: string;
  readonly indicators: readonly Indicator[];
  readonly sections: readonly Section[];
  /** Undefined where the points count as they are stated. */
  readonly statedPoints?: StatedPoints;
}

/** Place of an indicator's cell in a column; the place of its name if the table lacks the column. */
export function placeOf(indicator: Indicator, column: RubricColumn): CellPlace {
  return indicator.cells[column]?.at ?? indicator.at;
}
