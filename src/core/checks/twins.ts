import type { EarnedPoints } from "./earned";
import { FEWEST_AGENTS, momentsOf } from "./earned";

/** Two columns that determine each other. */
export interface Twins {
  readonly first: EarnedPoints;
  readonly second: EarnedPoints;
  /** Pearson's r. */
  readonly r: number;
}

/** At this r the columns share more than 96 % of their spread. */
const LEAST_R = 0.98;

/** If more agents than this have the same points, the few others alone decide r. */
const MOST_ALIKE = 0.8;

/** Number of agents whose signs make the signature of a column, stored as two numbers of 32 bits. */
const SIGNS = 64;

/**
 * Signatures of twins differ in few places. With r = 0.98 one agent in 16 lies on the other side of the mean: four of
 * 64, and hardly ever 15. Unrelated columns differ in half of the places, and one pair in a hundred thousand passes by
 * chance.
 */
const MOST_DIFFERENCES = 14;

/**
 * Finds twins among many columns without comparing each pair in full. A comparison of 64-bit signatures takes a few
 * machine instructions, so it comes first. Only likely pairs are compared by all agents.
 */
export function twinsAmong(columns: readonly EarnedPoints[]): readonly Twins[] {
  const usable = columns.filter(({ compiled, moments }) => !compiled.adjusts && moments.spread > 0);
  const early = Int32Array.from(usable, (each) => signatureOf(each, 0));
  const late = Int32Array.from(usable, (each) => signatureOf(each, 1));
  const found: Twins[] = [];
  for (let i = 0; i < usable.length; i += 1) {
    for (let j = i + 1; j < usable.length; j += 1) {
      const differences = bitsOf(early[i]! ^ early[j]!) + bitsOf(late[i]! ^ late[j]!);
      if (differences > MOST_DIFFERENCES && differences < SIGNS - MOST_DIFFERENCES) continue;
      const [first, second] = [usable[i]!, usable[j]!];
      if (!spreads(first.sample) || !spreads(second.sample)) continue;
      const r = correlation(first.sample, second.sample);
      if (Math.abs(r) >= LEAST_R) found.push({ first, second, r });
    }
  }
  return found;
}

/** Whether enough agents of a column differ from the most frequent points. */
function spreads(column: Float64Array): boolean {
  const counts = new Map<number, number>();
  let [count, most] = [0, 0];
  for (const value of column) {
    if (Number.isNaN(value)) continue;
    const same = (counts.get(value) ?? 0) + 1;
    counts.set(value, same);
    count += 1;
    if (same > most) most = same;
  }
  return count >= FEWEST_AGENTS && most <= count * MOST_ALIKE;
}

/** The side of the mean for 32 agents: the even or the odd ones of 64. */
function signatureOf({ sample, moments }: EarnedPoints, half: 0 | 1): number {
  let signature = 0;
  for (let bit = 0; bit < 32; bit += 1)
    signature |= +(sample[Math.floor(((2 * bit + half) * sample.length) / SIGNS)]! > moments.mean) << bit;
  return signature;
}

/** Number of set bits in a 32-bit number. */
function bitsOf(number: number): number {
  let bits = number - ((number >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Pearson's r of the agents with scores in both columns; 0 for too few of them. */
function correlation(a: Float64Array, b: Float64Array): number {
  const both = a.map((value, i) => (Number.isNaN(b[i]!) ? NaN : value));
  const other = b.map((value, i) => (Number.isNaN(a[i]!) ? NaN : value));
  const [left, right] = [momentsOf(both), momentsOf(other)];
  if (left.count < FEWEST_AGENTS || left.spread === 0 || right.spread === 0) return 0;
  let sum = 0;
  for (let i = 0; i < both.length; i += 1) {
    const product = (both[i]! - left.mean) * (other[i]! - right.mean);
    if (!Number.isNaN(product)) sum += product;
  }
  return sum / Math.sqrt(left.spread * right.spread);
}
