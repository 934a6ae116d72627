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
  /**
   * The same group, but one member has this value; who had none joins it. Takes no time however large the group is; the mean can differ in
   * its last digit from one that is summed up anew.
   */
  readonly replaced: (index: number, value: number) => Peers;
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
    percentile: (value) => percentileOf(below(ascending(), value), counted(), value),
    replaced(index, value) {
      return replacedIn(this, ascending, frozen, index, value);
    },
  };
}

const percentileOf = (lower: number, count: number, value: number): number =>
  count < 2 || Number.isNaN(value) ? NaN : Math.min(1, lower / (count - 1));

function replacedIn(
  base: Peers,
  ascending: () => Float64Array,
  frozen: FrozenStatistics,
  index: number,
  value: number,
): Peers {
  const old = base.values[index]!;
  const joins = Number.isNaN(old);
  const count = base.count + (joins ? 1 : 0);
  const before = base.count > 0 ? base.mean : 0;
  const lower = (than: number): number => below(ascending(), than) - (old < than ? 1 : 0);
  /** The k-th lowest of the changed group. */
  const at = (k: number): number => {
    const place = lower(value);
    if (k === place) return value;
    const other = k < place ? k : k - 1;
    return ascending()[joins || other < below(ascending(), old) ? other : other + 1]!;
  };
  return {
    get values() {
      const values = base.values.slice();
      values[index] = value;
      return values;
    },
    count,
    mean: frozen.mean ?? before + (value - (joins ? before : old)) / count,
    get median() {
      return frozen.median ?? (at((count - 1) >> 1) + at(count >> 1)) / 2;
    },
    percentile: (asked) => percentileOf(lower(asked) + (value < asked ? 1 : 0), count, asked),
    replaced(other, otherValue) {
      return createPeers(this.values, frozen).replaced(other, otherValue);
    },
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
