/**
 * Rounds as Excel's ROUND shows it: half away from zero, judged on the 15 significant digits that Excel holds a number to, so that
 * 1.005 becomes 1.01 although its double lies just below. The only rounding of a score; everything else is rounding for show.
 *
 * @example roundHalfAwayFromZero(1.005, 2) // 1.01
 * @example roundHalfAwayFromZero(-2.5, 0) // -3
 */
export function roundHalfAwayFromZero(value: number, decimals: number): number {
  const factor = factorOf(decimals);
  const scaled = Math.abs(value) * factor;
  const below = Math.floor(scaled);
  const fraction = scaled - below;
  // Away from a half the plain way is exact; close to it only the decimal digits can tell which side was meant.
  if (fraction < 0.5 - NEAR_HALF || fraction > 0.5 + NEAR_HALF) {
    return (value < 0 ? -1 : 1) * ((fraction > 0.5 ? below + 1 : below) / factor) + 0;
  }
  const rounded = Math.round(Number(scaled.toPrecision(15))) / factor;
  return value < 0 ? -rounded : rounded;
}

function factorOf(decimals: number): number {
  const factor = POWERS[decimals];
  if (factor === undefined) throw new RangeError(`decimals is ${decimals}; it must be a whole number from 0 to 10`);
  return factor;
}

/** How a total is rounded: half away from zero as Excel does it, half to even, or cut off towards or away from zero. */
export type Rounding = "half-away" | "half-even" | "down" | "up";

/** Words for each way of rounding: English first, then Chinese. */
export const ROUNDINGS: Readonly<Record<Rounding, readonly string[]>> = {
  "half-away": ["half away from zero", "四舍五入"],
  "half-even": ["half to even", "四舍六入五成双", "half even", "banker's"],
  down: ["down", "舍去", "去尾"],
  up: ["up", "进一", "进位"],
};

/**
 * Rounds the way a rubric states. What misses a whole or a half of the last decimal only by the arithmetic of doubles is on it, so that
 * 0.29 x 100 is 29 and is not cut off to 28, and points that are 7.50000000000004 are not rounded up to 7.51.
 *
 * @example roundTo(2.345, 2, "half-even") // 2.34
 * @example roundTo(2.341, 2, "up") // 2.35
 */
export function roundTo(value: number, decimals: number, rounding: Rounding): number {
  if (rounding === "half-away") return roundHalfAwayFromZero(value, decimals);
  const factor = factorOf(decimals);
  const exact = Math.abs(value) * factor;
  const edge = Math.round(exact * 2) / 2;
  const scaled = Math.abs(exact - edge) < NEAR_EDGE ? edge : exact;
  const below = Math.floor(scaled);
  const fraction = scaled - below;
  const up =
    rounding === "up"
      ? fraction > 0
      : rounding === "half-even" && (fraction > 0.5 || (fraction === 0.5 && below % 2 === 1));
  const rounded = (up ? below + 1 : below) / factor;
  return (value < 0 ? -rounded : rounded) + 0;
}

const POWERS: readonly number[] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10];
const NEAR_HALF = 1e-3;
/** Sums of points miss an edge by less; rubrics and data have fewer decimals. As in the plain formulas: nine decimals beyond the last. */
// eslint-disable-next-line no-restricted-syntax -- half of the last digit that the plain formulas round to, not a comparison of points
const NEAR_EDGE = 5e-10;
