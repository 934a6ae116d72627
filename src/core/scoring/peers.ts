import { weightedMean } from "./mean";

/** The values of a peer group in one period; each statistic is taken once, when it is first asked for. */
export interface Peers {
  /** NaN for who has no value or does not count. */
  readonly values: Float64Array;
  /** How many have a value. */
  readonly count: number;
  /** NaN when nobody has a value. */
  readonly mean: number;
  readonly median: number;
  /**
   * Place of a value among the peers: the share of the others that lie below it, 0 for the lowest and 1 for one above all others, as
   * Excel's PERCENTRANK.INC gives it for a value of the group. NaN for a group of less than two.
   */
  readonly percentile: (value: number) => number;
}

/** Statistics that were frozen earlier and stand in for those of the values. */
export type FrozenStatistics = Partial<Pick<Peers, "mean" | "median">>;

/** @example createPeers(Float64Array.of(80, 90, 130)).median // 90 */
export function createPeers(values: Float64Array, frozen: FrozenStatistics = {}): Peers {
  let sorted: Float64Array | undefined;
  let mean: number | undefined;
  const ascending = (): Float64Array => (sorted ??= values.filter((value) => !Number.isNaN(value)).sort());
  let count: number | undefined;
  const counted = (): number => (count ??= countOf(values));
  return {
    values,
    get count() {
      return counted();
    },
    get mean() {
      return frozen.mean ?? (mean ??= weightedMean(values));
    },
    get median() {
      return frozen.median ?? medianOf(ascending());
    },
    percentile: (value) =>
      counted() < 2 || Number.isNaN(value) ? NaN : Math.min(1, below(ascending(), value) / (counted() - 1)),
  };
}

function countOf(values: Float64Array): number {
  let count = 0;
  for (let i = 0; i < values.length; i += 1) if (!Number.isNaN(values[i]!)) count += 1;
  return count;
}

function medianOf(ascending: Float64Array): number {
  const middle = ascending.length >> 1;
  if (ascending.length === 0) return NaN;
  return ascending.length % 2 === 1 ? ascending[middle]! : (ascending[middle - 1]! + ascending[middle]!) / 2;
}

/** How many values of an ascending column lie below one. */
function below(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
