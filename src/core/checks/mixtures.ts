import { TIME_FACTORS } from "../cell/duration";
import type { MetricColumn } from "../metrics/metrics";
import { statistics } from "./units";

/** Finds values of one column that are in another unit than the others. */

/** Fractions above this are no rates. Per cents in a column of fractions lie beyond it. */
const HIGHEST_FRACTION = 1.5;
/** Rates above this are none either, in per cent. */
const HIGHEST_PERCENT = 150;
/** Fractions and per cents, and times in two units, leave room between them. */
const LEAST_GAP = 4;
/** Values that spread less than this cannot be in two units of time. */
const LEAST_SPREAD = 20;
/** So many times as many fractions speak for themselves, wherever the others lie. */
const CLEAR_MAJORITY = 4;

export interface Mixture {
  /** What separates the two units: 100, or one of the factors of time. */
  readonly factor: number;
  /** Rows in the other unit, and whether their numbers are the larger ones. */
  readonly odd: readonly number[];
  readonly areLarger: boolean;
  /** A value of the others. */
  readonly usual: number;
}

interface Part {
  count: number;
  lowest: number;
  highest: number;
}

const emptyPart = (): Part => ({ count: 0, lowest: Infinity, highest: 0 });

function add(part: Part, value: number): void {
  part.count += 1;
  if (value < part.lowest) part.lowest = value;
  if (value > part.highest) part.highest = value;
}

/** Whether the upper part, divided by the factor, lies where the lower one does. */
const lieAlike = (lower: Part, upper: Part, factor: number): boolean =>
  upper.lowest >= LEAST_GAP * lower.highest &&
  upper.lowest / factor >= 0.5 * lower.lowest &&
  upper.highest / factor <= 1.5 * lower.highest;

/**
 * Percent and fraction mixed in a column. The smaller part is the odd one; of two halves the one whose size differs from the
 * thresholds.
 */
export function percentMixture(column: MetricColumn, thresholds: readonly number[]): Mixture | undefined {
  const { lowest, highest } = statistics(column);
  // Nearly every column is of one unit, which its bounds tell.
  if (lowest < 0 || lowest > HIGHEST_FRACTION || highest <= HIGHEST_FRACTION) return undefined;
  const { values } = column;
  const [fractions, perCents] = [emptyPart(), emptyPart()];
  let broken = 0;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    if (value > HIGHEST_FRACTION) add(perCents, value);
    else if (value > 0) {
      // 1 may be either.
      if (value !== 1) add(fractions, value);
      if (value % 1 !== 0) broken += 1;
    }
  }
  if (broken === 0) return undefined;
  const isClear = perCents.count * CLEAR_MAJORITY <= fractions.count && perCents.lowest <= 100;
  if (!isClear && !(perCents.highest <= HIGHEST_PERCENT && lieAlike(fractions, perCents, 100))) return undefined;
  const wantsFractions = thresholds.length === 0 || thresholds.some((value) => Math.abs(value) <= HIGHEST_FRACTION);
  const most = isClear ? 100 : Infinity;
  return mixtureOf(values, 100, {
    lowerPart: fractions,
    upperPart: perCents,
    wantsLower: wantsFractions,
    upper: (value) => value > HIGHEST_FRACTION && value <= most,
    lower: (value) => value > 0 && value <= HIGHEST_FRACTION && value !== 1,
  });
}

/** Two units of time mixed in a column, such as parts of a day beside seconds. */
export function timeMixture(values: Float64Array, thresholds: readonly number[]): Mixture | undefined {
  let [lowest, highest] = [Infinity, 0];
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    if (value < 0) return undefined;
    if (value > 0 && value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  if (!(highest >= LEAST_SPREAD * lowest)) return undefined;
  const sorted = values.filter((value) => value > 0).sort();
  let gap = 1;
  for (let i = 2; i < sorted.length; i += 1) if (sorted[i]! * sorted[gap - 1]! > sorted[gap]! * sorted[i - 1]!) gap = i;
  const [lower, upper] = [emptyPart(), emptyPart()];
  sorted.forEach((value, i) => add(i < gap ? lower : upper, value));
  const apart = Math.sqrt((upper.lowest * upper.highest) / (lower.lowest * lower.highest));
  const missBy = (each: number): number => Math.abs(Math.log(each / apart));
  const [factor] = TIME_FACTORS.filter((each) => lieAlike(lower, upper, each)).sort((a, b) => missBy(a) - missBy(b));
  if (factor === undefined) return undefined;
  const bound = upper.lowest;
  const near = (part: Part): boolean =>
    thresholds.some((value) => value >= 0.5 * part.lowest && value <= 1.5 * part.highest);
  return mixtureOf(values, factor, {
    lowerPart: lower,
    upperPart: upper,
    wantsLower: near(lower) || !near(upper),
    upper: (value) => value >= bound,
    lower: (value) => value > 0 && value < bound,
  });
}

function mixtureOf(
  values: Float64Array,
  factor: number,
  {
    lowerPart,
    upperPart,
    wantsLower,
    upper,
    lower,
  }: {
    readonly lowerPart: Part;
    readonly upperPart: Part;
    readonly wantsLower: boolean;
    readonly upper: (value: number) => boolean;
    readonly lower: (value: number) => boolean;
  },
): Mixture {
  const areLarger = upperPart.count === lowerPart.count ? wantsLower : upperPart.count < lowerPart.count;
  const isOdd = areLarger ? upper : lower;
  const odd = [...values.keys()].filter((row) => isOdd(values[row]!));
  const usual = areLarger ? lowerPart.highest : upperPart.lowest;
  return { factor, odd, areLarger, usual };
}
