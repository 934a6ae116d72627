import type { CellPlace } from "../cell/place";

/** One row of the Scales table: a grade, or an interval that is worth points. */
export interface Interval {
  /** Label of the grade; "" for a bare interval. */
  readonly grade: string;
  /** -Infinity when open ended. */
  readonly from: number;
  /** Infinity when open ended. */
  readonly to: number;
  readonly fromBelongs: boolean;
  readonly toBelongs: boolean;
  /** Worth at `from` and at `to`, in points or as a share of the indicator's points; undefined when not stated. */
  readonly worth: { readonly unit: "points" | "share"; readonly from: number; readonly to: number } | undefined;
  readonly outcome: string;
  /** False when a bound holds something that is no number: nothing can be said about its place. */
  readonly readable: boolean;
  /** Whether the row states both Points and Share, which cannot both count. */
  readonly worthStatedTwice: boolean;
  /** Cells it came from, so that a finding can point at them. */
  readonly places: {
    readonly row: CellPlace;
    readonly from: CellPlace;
    readonly to: CellPlace;
    readonly grade: CellPlace;
    /** Undefined when the table has no Ends column. */
    readonly ends: CellPlace | undefined;
    readonly worth: CellPlace;
  };
}

/** A named scale; intervals stand in ascending order. */
export interface Scale {
  readonly name: string;
  readonly intervals: readonly Interval[];
  /** True when the rows state only where each interval begins, so that it ends where the next one begins. */
  readonly chained: boolean;
}

/** Whether a value lies in an interval; the stated ends decide about the bounds. */
export function contains(interval: Interval, value: number): boolean {
  return (
    (value > interval.from || (value === interval.from && interval.fromBelongs)) &&
    (value < interval.to || (value === interval.to && interval.toBelongs))
  );
}

/** Index of the interval that holds the value; -1 when it falls into a gap. */
export function intervalAt(scale: Scale, value: number): number {
  for (let i = 0; i < scale.intervals.length; i += 1) if (contains(scale.intervals[i]!, value)) return i;
  return -1;
}
