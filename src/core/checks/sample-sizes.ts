import type { MetricColumn } from "../metrics/metrics";
import { oncePer } from "../text/once-per";
import { SAME } from "../text/tolerance";

/** A value that is stated with three decimals misses its fraction by no more. */
const ROUNDED = 0.00051;
/** Fewer values may be fractions of one number by chance. */
const FEWEST_VALUES = 10;
const FEWEST_CASES = 3;
const MOST_CASES = 50;

/**
 * The number of cases that all shares of a column rest on, told by the shares alone: 0.967, 0.933 and 1 are thirtieths.
 * Undefined where no number up to 50 fits, or where whole numbers alone would fit any.
 */
export const commonCases = oncePer((column: MetricColumn): number | undefined => {
  const { values } = column;
  for (let cases = FEWEST_CASES; cases <= MOST_CASES; cases += 1) {
    let count = 0;
    let broken = false;
    let parts = 0;
    for (let row = 0; row < values.length && !broken; row += 1) {
      const value = values[row]!;
      if (Number.isNaN(value)) continue;
      count += 1;
      broken = value < 0 || value > 1 || Math.abs(value - Math.round(value * cases) / cases) > ROUNDED;
      if (!broken && value > 0 && value < 1) parts += 1;
    }
    if (!broken) return count >= FEWEST_VALUES && parts * 2 >= count ? cases : undefined;
  }
  return undefined;
});

/** What an agent of a true share gets by chance from so many cases: each probability, and the values between. */
export interface Chances {
  readonly nothing: number;
  readonly part: number;
  readonly all: number;
  /** How many possible values lie strictly between the two thresholds. */
  readonly between: number;
}

/** With more cases than this no scheme is too coarse, and the sum below would be long. */
const MOST_SUMMED = 20_000;

/**
 * The binomial distribution of a share of so many cases, cut at the two thresholds, for an agent of the true share in
 * the middle. Undefined for more cases than are worth summing up.
 *
 * @example chancesBetween(0.97, 0.99, 30) // nothing 0.45, part 0, all 0.55: 29 of 30 are 96.7 %
 */
export function chancesBetween(zeroAt: number, fullAt: number, cases: number): Chances | undefined {
  if (!(cases >= 1) || cases > MOST_SUMMED) return undefined;
  const truth = (zeroAt + fullAt) / 2;
  if (!(truth > 0 && truth < 1)) return undefined;
  const [low, high] = [Math.min(zeroAt, fullAt), Math.max(zeroAt, fullAt)];
  const sums = { low: 0, part: 0, high: 0 };
  let between = 0;
  // Logarithms hold what would fall below the smallest double: 0.02 to the power of 300.
  let log = cases * Math.log(1 - truth);
  for (let k = 0; k <= cases; k += 1) {
    const share = k / cases;
    const where = share <= low + SAME ? "low" : share >= high - SAME ? "high" : "part";
    if (where === "part") between += 1;
    sums[where] += Math.exp(log);
    log += Math.log((cases - k) / (k + 1)) + Math.log(truth / (1 - truth));
  }
  const isUp = fullAt > zeroAt;
  return {
    nothing: isUp ? sums.low : sums.high,
    part: sums.part,
    all: isUp ? sums.high : sums.low,
    between,
  };
}
