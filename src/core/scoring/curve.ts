/**
 * Share of a straight line from 0 at `zeroAt` to 1 at `fullAt`, held at 0 and 1 outside. The order of the two decides the direction:
 * full above zero means higher is better, full below zero means lower is better. Both bounds belong to the held part, so that the share
 * there is exactly 0 or 1. NaN stays NaN.
 *
 * @example linearShare(0.98, 0.97, 0.99) // about 0.5
 */
export function linearShare(value: number, zeroAt: number, fullAt: number): number {
  const rising = fullAt > zeroAt;
  if (rising ? value >= fullAt : value <= fullAt) return 1;
  if (rising ? value <= zeroAt : value >= zeroAt) return 0;
  return (value - zeroAt) / (fullAt - zeroAt);
}

/** A number as a literal of a formula; negative ones in brackets, so that `a-(-1)` stays readable to Excel. */
export function literal(value: number): string {
  return value < 0 ? `(${String(value).toUpperCase()})` : String(value).toUpperCase();
}
