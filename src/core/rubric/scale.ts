import type { CellPlace } from "../cell/place";
import { lowered, raised } from "../text/tolerance";

/** One row of the Scales table: a grade, or an interval that is worth points. */
export interface Interval {
  /** Label of the grade; "" for a bare interval. */
  readonly grade: string;
  /** -Infinity if open ended. */
  readonly from: number;
  /** Infinity if open ended. */
  readonly to: number;
  readonly fromBelongs: boolean;
  readonly toBelongs: boolean;
  /** Worth at `from` and at `to`, in points or as a share of the indicator's points; undefined if not stated. */
  readonly worth: { readonly unit: "points" | "share"; readonly from: number; readonly to: number } | undefined;
  readonly outcome: string;
  /** What the stated bounds other than 0 are: plain numbers, or durations in seconds. Left out where they are plain. */
  readonly boundKinds?: readonly ("number" | "duration")[];
  /** False if a bound is no number; the interval then has no known place. */
  readonly readable: boolean;
  /** Whether the row states both Points and Share. Only one of them can count. */
  readonly worthStatedTwice: boolean;
  /** The source cells, so that a finding can point at them. */
  readonly places: {
    readonly row: CellPlace;
    readonly from: CellPlace;
    readonly to: CellPlace;
    readonly grade: CellPlace;
    /** Undefined if the table has no Ends column. */
    readonly ends: CellPlace | undefined;
    readonly worth: CellPlace;
  };
}

/** A named scale; intervals stand in ascending order. */
export interface Scale {
  readonly name: string;
  readonly intervals: readonly Interval[];
  /** True if the rows state only where each interval begins. It then ends where the next one begins. */
  readonly chained: boolean;
  /**
   * True if no row states From or To. The rows are then labels with a worth, such as letter grades, items or rater
   * types. They keep the order of the table; those of the Total scale run from the worst to the best.
   */
  readonly bare: boolean;
}

/** Shares of the group for each grade, if a scale of totals states shares and no cut-offs; otherwise undefined. */
export function quotasOf(scale: Scale): readonly number[] | undefined {
  if (!scale.bare || !scale.intervals.every(({ worth }) => worth?.unit === "share")) return undefined;
  return scale.intervals.map(({ worth }) => worth!.from);
}

/**
 * A scale for totals of so many decimals. An interval ends where the next one begins if no such total lies between
 * them: 0-59.99 and 60-100 leave no hole for totals of 2 decimals.
 */
export function closeSteps(scale: Scale, decimals: number): Scale {
  const unit = 10 ** decimals;
  const { intervals } = scale;
  const meets = (before: Interval, next: Interval): boolean => {
    // On 15 digits, because 60 - 59.99 is not quite 0.01.
    const [end, start] = [before.to, next.from].map((bound) => Number((bound * unit).toPrecision(15))) as [
      number,
      number,
    ];
    const steps = Number((start - end).toPrecision(12));
    // A hole of less than a step may still hold a total, as 59.997 to 60.004 does.
    return steps > 0 && (steps === 1 || (steps < 1 && Math.floor(end) === Math.ceil(start) - 1));
  };
  if (!intervals.some((before, index) => intervals[index + 1] && meets(before, intervals[index + 1]!))) return scale;
  return {
    ...scale,
    intervals: intervals.map((before, index) => {
      const next = intervals[index + 1];
      return next && meets(before, next) ? { ...before, to: next.from, toBelongs: !next.fromBelongs } : before;
    }),
  };
}

/** Whether a value lies in an interval, as Excel compares; the stated ends decide whether the bounds belong to it. */
function contains({ from, fromBelongs, to, toBelongs }: Interval, value: number): boolean {
  return (
    (fromBelongs ? value >= lowered(from) : value > raised(from)) &&
    (toBelongs ? value <= raised(to) : value < lowered(to))
  );
}

/** Index of the interval that holds the value; -1 if it falls into a gap. */
export function intervalAt(scale: Scale, value: number): number {
  for (let i = 0; i < scale.intervals.length; i += 1) if (contains(scale.intervals[i]!, value)) return i;
  return -1;
}

/**
 * The lowest and the highest number of each interval, so that two comparisons decide whether it holds a value. Bounds are
 * widened to the numbers that Excel takes for the same. The neighbouring number replaces an end that does not belong.
 */
export function closedBounds(intervals: readonly Interval[]): {
  readonly first: Float64Array;
  readonly last: Float64Array;
} {
  return {
    first: Float64Array.from(intervals, ({ from, fromBelongs }) =>
      fromBelongs ? lowered(from) : nextTo(raised(from), 1),
    ),
    last: Float64Array.from(intervals, ({ to, toBelongs }) => (toBelongs ? raised(to) : nextTo(lowered(to), -1))),
  };
}

/** The double next to a finite number, above (1) or below (-1) it. Infinities and NaN stay. */
export function nextTo(value: number, direction: 1 | -1): number {
  if (!Number.isFinite(value)) return value;
  if (value === 0) return direction * Number.MIN_VALUE;
  const number = new Float64Array([value]);
  const bits = new BigInt64Array(number.buffer);
  bits[0]! += BigInt(value > 0 === direction > 0 ? 1 : -1);
  return number[0]!;
}
