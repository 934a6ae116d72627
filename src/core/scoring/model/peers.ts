import { nextTo } from "../../rubric/scale";
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
   * Place of a value among the peers: the share of the others that lie below it, half of those equal to it included. 0 for one below all
   * others and 1 for one above them. NaN for a group of less than two.
   */
  percentile(value: number): number;
  /**
   * The same group, but one member has this value; who had none joins it. Takes no time however large the group is; the mean can differ in
   * its last digit from one that is summed up anew.
   */
  replaced(index: number, value: number): Peers;
}

/** Statistics that were frozen earlier and stand in for those of the values. */
export type FrozenStatistics = Partial<Pick<Peers, "mean" | "median">>;

/** @example createPeers(Float64Array.of(80, 90, 130)).median // 90 */
export function createPeers(values: Float64Array, frozen: FrozenStatistics = {}): Peers {
  return new PeerGroup(values, frozen);
}

class PeerGroup implements Peers {
  private sorted: Float64Array | undefined;
  private taken: { count?: number; mean?: number } = {};

  constructor(
    readonly values: Float64Array,
    private readonly frozen: FrozenStatistics,
  ) {}

  get count(): number {
    return (this.taken.count ??= countOf(this.values));
  }

  get mean(): number {
    return this.frozen.mean ?? (this.taken.mean ??= weightedMean(this.values));
  }

  get median(): number {
    return this.frozen.median ?? medianOf(this.ascending());
  }

  percentile(value: number): number {
    return percentileOf(below(this.ascending(), value), notAbove(this.ascending(), value), this.count, value);
  }

  replaced(index: number, value: number): Peers {
    return new ReplacedPeer(this, () => this.ascending(), this.frozen, index, value);
  }

  private ascending(): Float64Array {
    return (this.sorted ??= this.values.filter((value) => !Number.isNaN(value)).sort());
  }
}

/** Whether all values of a group are 0, so that nobody deviates. */
export const areAllZero = ({ values, count }: Peers): boolean =>
  count > 0 && values.every((each) => each === 0 || Number.isNaN(each));

/** The same group, asked by members of a set that holds only these of them. */
export function picked(group: Peers, members: Int32Array): Peers {
  return {
    values: Float64Array.from(members, (member) => group.values[member]!),
    get count() {
      return group.count;
    },
    get mean() {
      return group.mean;
    },
    get median() {
      return group.median;
    },
    percentile: (value) => group.percentile(value),
    replaced: (index, value) => picked(group.replaced(members[index]!, value), members),
  };
}

/** `lower` lie below the value, `upTo` not above it; one of the equal ones is the value itself. */
const percentileOf = (lower: number, upTo: number, count: number, value: number): number =>
  count < 2 || Number.isNaN(value) ? NaN : Math.min(1, (lower + Math.max(0, upTo - lower - 1) / 2) / (count - 1));

/** A group of peers one of whom has another value; nothing is gone through for it. */
class ReplacedPeer implements Peers {
  readonly count: number;
  readonly mean: number;
  private readonly old: number;

  constructor(
    private readonly base: Peers,
    private readonly ascending: () => Float64Array,
    private readonly frozen: FrozenStatistics,
    private readonly index: number,
    private readonly value: number,
  ) {
    this.old = base.values[index]!;
    const before = base.count > 0 ? base.mean : 0;
    this.count = base.count + (this.joins ? 1 : 0);
    this.mean = frozen.mean ?? before + (value - (this.joins ? before : this.old)) / this.count;
  }

  get values(): Float64Array {
    const values = this.base.values.slice();
    values[this.index] = this.value;
    return values;
  }

  get median(): number {
    return this.frozen.median ?? (this.at((this.count - 1) >> 1) + this.at(this.count >> 1)) / 2;
  }

  percentile(asked: number): number {
    const upTo = notAbove(this.ascending(), asked) - (this.old <= asked ? 1 : 0) + (this.value <= asked ? 1 : 0);
    return percentileOf(this.lower(asked) + (this.value < asked ? 1 : 0), upTo, this.count, asked);
  }

  replaced(index: number, value: number): Peers {
    return createPeers(this.values, this.frozen).replaced(index, value);
  }

  private get joins(): boolean {
    return Number.isNaN(this.old);
  }

  private lower(than: number): number {
    return below(this.ascending(), than) - (this.old < than ? 1 : 0);
  }

  /** The k-th lowest of the changed group. */
  private at(k: number): number {
    const place = this.lower(this.value);
    if (k === place) return this.value;
    const other = k < place ? k : k - 1;
    return this.ascending()[this.joins || other < below(this.ascending(), this.old) ? other : other + 1]!;
  }
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

/** How many values of an ascending column do not lie above one. */
const notAbove = (ascending: Float64Array, value: number): number => below(ascending, nextTo(value, 1));

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
