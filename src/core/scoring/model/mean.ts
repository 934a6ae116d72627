import { STATUS } from "./status";

/**
 * The only weighted mean: the sum of value x weight over the sum of weights. NaN marks an entry that does not count. If
 * no entry counts, the mean is NaN, never 0.
 *
 * The sums are compensated (Neumaier), so that the order of the entries does not change the last digits.
 *
 * @param weights non-negative; left out, all entries weigh the same
 * @example weightedMean([80, 90, 100], [1, 1, 2]) // 92.5
 */
export function weightedMean(values: ArrayLike<number>, weights?: ArrayLike<number>): number {
  if (weights && weights.length !== values.length) {
    throw new RangeError(`there are ${weights.length} weights for ${values.length} values`);
  }
  let sum = 0;
  let lost = 0;
  let weightSum = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    const weight = weights ? weights[i]! : 1;
    if (Number.isNaN(value)) continue;
    if (!(weight >= 0)) throw new RangeError(`weight ${i + 1} is ${weight}; it must be 0 or more`);
    const term = value * weight;
    const next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
    weightSum += weight;
  }
  return weightSum > 0 ? (sum + lost) / weightSum : NaN;
}

/**
 * Mean of each group's values over its scored entries.
 *
 * @param groupOf number of each entry's group, from 0
 * @param status STATUS codes; only what is scored counts
 * @returns NaN for a group in which nothing is scored
 */
export function groupMeans(
  groupOf: Int32Array,
  groups: number,
  values: Float64Array,
  status: Uint8Array,
): Float64Array {
  const sums = new Float64Array(groups);
  const lost = new Float64Array(groups);
  const counts = new Int32Array(groups);
  for (let i = 0; i < values.length; i += 1) {
    if (status[i] !== STATUS.scored) continue;
    const group = groupOf[i]!;
    const sum = sums[group]!;
    const value = values[i]!;
    const next = sum + value;
    lost[group]! += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sums[group] = next;
    counts[group]! += 1;
  }
  return sums.map((sum, group) => (counts[group]! > 0 ? (sum + lost[group]!) / counts[group]! : NaN));
}
