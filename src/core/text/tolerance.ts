/**
 * Points, shares and values nearer to each other than this are the same. People write fewer decimals, and doubles miss
 * the written decimals by less, as 0.1 + 0.2 misses 0.3.
 */
export const SAME = 1e-9;

/** Whether two numbers are the same within this tolerance. NaN equals no number. */
export function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME;
}
