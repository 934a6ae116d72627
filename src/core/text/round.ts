/**
 * Rounds as Excel's ROUND shows it: half away from zero, judged on the 15 significant digits that Excel holds a number to, so that
 * 1.005 becomes 1.01 although its double lies just below. The only rounding of a score; everything else is rounding for show.
 *
 * @example roundHalfAwayFromZero(1.005, 2) // 1.01
 * @example roundHalfAwayFromZero(-2.5, 0) // -3
 */
export function roundHalfAwayFromZero(value: number, decimals: number): number {
  const factor = POWERS[decimals];
  if (factor === undefined) throw new RangeError(`decimals is ${decimals}; it must be a whole number from 0 to 10`);
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

const POWERS: readonly number[] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10];
const NEAR_HALF = 1e-3;
