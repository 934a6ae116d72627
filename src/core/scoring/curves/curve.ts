/**
 * Share of a straight line from 0 at `zeroAt` to 1 at `fullAt`, held at 0 and 1 outside. The order of the two decides the direction:
 * full above zero means higher is better, full below zero means lower is better. Both bounds belong to the held part, so that the share
 * there is exactly 0 or 1. NaN stays NaN.
 *
 * @example linearShare(0.98, 0.97, 0.99) // about 0.5
 */
export function linearShare(value: number, zeroAt: number, fullAt: number): number {
  // The sign of the span turns the direction; without branches this is as quick as a loop written by hand.
  return Math.min(1, Math.max(0, (value - zeroAt) / (fullAt - zeroAt)));
}

/** Beyond this a share is held before it is multiplied, so that no infinity meets a zero. */
const VAST = 1e300;

/**
 * Points on such a line for a whole column; `out` may be `values` itself. Measured values fall on either side of a threshold as they like, and
 * a processor that guesses wrong loses more time than the sum takes: so sides are counted as 0 and 1 instead of branched on.
 *
 * @example scoreLine(values, out, 0, values.length, 10, 60, 90) // 10 points x linearShare(value, 60, 90)
 */
export function scoreLine(
  values: Float64Array,
  out: Float64Array,
  from: number,
  to: number,
  points: number,
  zeroAt: number,
  fullAt: number,
): void {
  const span = fullAt - zeroAt;
  for (let i = from; i < to; i += 1) {
    const share = Math.max(-VAST, Math.min(VAST, (values[i]! - zeroAt) / span));
    const full = +(share >= 1);
    const between = +(share > 0) - full;
    out[i] = points * (full + between * share);
  }
}

/** How far each value of a column lies from the centre, in sizes. */
export function deviate(
  values: Float64Array,
  out: Float64Array,
  from: number,
  to: number,
  centre: number,
  size: number,
): void {
  for (let i = from; i < to; i += 1) out[i] = (values[i]! - centre) / size;
}

/** Points on such a line as a plain formula. */
export const lineFormula = (points: number, value: string, zeroAt: number, fullAt: number): string =>
  `${literal(points)}*MAX(0,MIN(1,(${value}-${literal(zeroAt)})/(${literal(fullAt)}-${literal(zeroAt)})))`;

/** A number as a literal of a formula; negative ones in brackets, so that `a-(-1)` stays readable to Excel. */
export function literal(value: number): string {
  return value < 0 ? `(${String(value).toUpperCase()})` : String(value).toUpperCase();
}
