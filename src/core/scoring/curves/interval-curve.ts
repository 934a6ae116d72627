import type { Interval } from "../../rubric/scale";
import { closedBounds } from "../../rubric/scale";
import { literal } from "./curve";

/** Whether an interval is worth the same at every value. */
const isBand = ({ worth, from, to }: Interval): boolean => worth?.from === worth?.to || from === to;

/** Points of a value inside an interval: constant, or on the straight line from `from` to `to`. */
function worthAt(interval: Interval, value: number, points: number): number {
  const { worth, from, to } = interval;
  if (!worth) return NaN;
  const unit = worth.unit === "share" ? points : 1;
  if (isBand(interval)) return unit * worth.from;
  return unit * (worth.from + ((worth.to - worth.from) * (value - from)) / (to - from));
}

/** A scale as flat columns instead of objects, because hundreds of thousands of values run through it. */
export interface ClosedIntervals {
  readonly points: number;
  readonly intervals: readonly Interval[];
  readonly first: Float64Array;
  /** The starts of the next few intervals; Infinity if there are fewer. */
  readonly second: number;
  readonly third: number;
  readonly fourth: number;
  readonly fifth: number;
  readonly last: Float64Array;
  /** Points of each interval that is worth the same at every value. */
  readonly band: Float64Array;
  /** 1 for an interval on a slope. */
  readonly sloped: Uint8Array;
}

export function closeIntervals(intervals: readonly Interval[], points: number): ClosedIntervals {
  const { first, last } = closedBounds(intervals);
  const band = Float64Array.from(intervals, (each) => worthAt(each, each.from, points));
  const sloped = Uint8Array.from(intervals, (each) => (isBand(each) ? 0 : 1));
  const [second = Infinity, third = Infinity, fourth = Infinity, fifth = Infinity] = first.subarray(1, 5);
  return { points, intervals, first, second, third, fourth, fifth, last, band, sloped };
}

/** Points of the entries from `from` to before `to` of a column; NaN if no interval holds the value. */
export function scoreIntervals(
  values: Float64Array,
  out: Float64Array,
  from: number,
  to: number,
  { points, intervals, first, second, third, fourth, fifth, last, band, sloped }: ClosedIntervals,
): void {
  const lowest = first[0] ?? Infinity;
  for (let i = from; i < to; i += 1) {
    const value = values[i]!;
    // Reached starts are counted instead of branched on: see scoreLine. Few scales have more intervals than the ones
    // spelt out here. With a plain search, and branches in the loops of deductions and grades, scoring costs 1.2 times
    // as much, at 40,000 agents.
    let k = +(value >= second) + +(value >= third) + +(value >= fourth) + +(value >= fifth);
    for (let j = 5; j < first.length; j += 1) k += +(value >= first[j]!);
    if (!(value >= lowest && value <= last[k]!)) out[i] = NaN;
    else out[i] = sloped[k] === 1 ? worthAt(intervals[k]!, value, points) : band[k]!;
  }
}

/** Points of a value inside an interval as a plain formula. */
export function worthFormula({ worth, from, to }: Interval, value: string, points: number): string {
  if (!worth) return "NA()";
  const unit = worth.unit === "share" ? `${literal(points)}*` : "";
  if (worth.from === worth.to || from === to) return `${unit}${literal(worth.from)}`;
  const slope = `${literal(worth.to - worth.from)}*(${value}-${literal(from)})/(${literal(to)}-${literal(from)})`;
  return `${unit}(${literal(worth.from)}+${slope})`;
}
