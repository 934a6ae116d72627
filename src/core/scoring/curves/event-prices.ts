import type { Scale } from "../../rubric/scale";
import { literal } from "./curve";

/** Events with the same price: the `first` to the `last` of a period, both included, counted from 1. */
export interface EventPrice {
  readonly first: number;
  readonly last: number;
  readonly cost: number;
}

/**
 * The price of each event of a period. It is the same every time, or follows a scale of repeats whose From is the
 * number of the event. An event outside all intervals costs nothing.
 */
export function pricesOf(
  perEvent: number | undefined,
  scale: Scale | undefined,
  points: number,
): readonly EventPrice[] {
  if (!scale) {
    if (perEvent === undefined) throw new Error("events need points per event, or a scale");
    return [{ first: 1, last: Infinity, cost: perEvent }];
  }
  return scale.intervals.flatMap(({ from, to, fromBelongs, toBelongs, worth }): EventPrice[] => {
    const first = Math.max(1, fromBelongs ? Math.ceil(from) : Math.floor(from) + 1);
    const last = toBelongs ? Math.floor(to) : Math.ceil(to) - 1;
    const cost = worth ? worth.from * (worth.unit === "share" ? points : 1) : NaN;
    return last >= first ? [{ first, last, cost }] : [];
  });
}

/** The price of so many events together. */
export function costOf(prices: readonly EventPrice[], count: number): number {
  let sum = 0;
  for (const { first, last, cost } of prices) sum += cost * Math.max(0, Math.min(count, last) - (first - 1));
  return sum;
}

/** How events take points from an indicator. */
export interface Charge {
  readonly points: number;
  /** The most points that can be taken. */
  readonly ceiling: number;
  /** The price of every event, unless `prices` state it one by one. */
  readonly each: number;
  readonly prices: readonly EventPrice[] | undefined;
  readonly given: Float64Array | undefined;
}

/** Remaining points of a column of counts; NaN for a count below 0. */
export function chargeEach(values: Float64Array, out: Float64Array, from: number, to: number, charge: Charge): void {
  const { points, ceiling, each, prices, given } = charge;
  for (let i = from; i < to; i += 1) {
    const count = values[i]!;
    const taken = (prices ? costOf(prices, count) : each * count) + (given ? given[i]! : 0);
    // The exceeded ceiling is counted as 0 or 1 instead of branched on: see scoreLine.
    const over = +(taken > ceiling);
    out[i] = count >= 0 ? points - over * ceiling - (1 - over) * taken : NaN;
  }
}

/** Counts at which the price changes, and the count that uses up `most`. */
export function priceLandmarks(prices: readonly EventPrice[], most: number): readonly number[] {
  const bends = prices.flatMap(({ first, last }) => [first - 1, last]).filter(Number.isFinite);
  const reached = prices.flatMap(({ first, last, cost }) => {
    const count = first - 1 + (most - costOf(prices, first - 1)) / cost;
    return cost > 0 && count >= first - 1 && count <= last && Number.isFinite(count) ? [count] : [];
  });
  return [0, ...bends, ...reached];
}

/** `costOf` as a plain formula; `given` is added. */
export function nativeCost(prices: readonly EventPrice[], value: string, given?: string): string {
  const terms = prices.map(({ first, last, cost }) => {
    const counted = Number.isFinite(last) ? `MIN(${value},${literal(last)})` : value;
    return `${literal(cost)}*${first > 1 ? `MAX(0,${counted}-${literal(first - 1)})` : counted}`;
  });
  if (given !== undefined) terms.push(given);
  return terms.length === 0 ? "0" : terms.length === 1 ? terms[0]! : `(${terms.join("+")})`;
}
