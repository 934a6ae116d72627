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
  /**
   * True when no row states From or To: the rows are labels with a worth, such as letter grades, items or rater types. They stand in the
   * order of the table, those of the Total scale from the worst to the best.
   */
  readonly bare: boolean;
}

/** Shares of the group that may get each grade, where a scale of totals states shares and no cut-offs; undefined otherwise. */
export function quotasOf(scale: Scale): readonly number[] | undefined {
  if (!scale.bare || !scale.intervals.every(({ worth }) => worth?.unit === "share")) return undefined;
  return scale.intervals.map(({ worth }) => worth!.from);
}

/** Whether a value lies in an interval; the stated ends decide about the bounds. */
function contains(interval: Interval, value: number): boolean {
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

/**
 * The lowest and the highest number that belong to each interval, so that two comparisons decide whether it holds a value: an end that does
 * not belong is replaced by the number next to it.
 */
export function closedBounds(intervals: readonly Interval[]): {
  readonly first: Float64Array;
  readonly last: Float64Array;
} {
  return {
    first: Float64Array.from(intervals, ({ from, fromBelongs }) => (fromBelongs ? from : nextTo(from, 1))),
    last: Float64Array.from(intervals, ({ to, toBelongs }) => (toBelongs ? to : nextTo(to, -1))),
  };
}

/** The double next to a finite one, above (1) or below (-1) it; what is not finite stays. */
export function nextTo(value: number, direction: 1 | -1): number {
  if (!Number.isFinite(value)) return value;
  if (value === 0) return direction * Number.MIN_VALUE;
  const number = new Float64Array([value]);
  const bits = new BigInt64Array(number.buffer);
  bits[0]! += BigInt(value > 0 === direction > 0 ? 1 : -1);
  return number[0]!;
}
