/**
 * Points, shares and values nearer to each other than this are the same: nobody writes so many decimals, and doubles miss the decimals that
 * were written by less, as 0.1 + 0.2 misses 0.3.
 */
export const SAME = 1e-9;

/** Whether two numbers are the same on the digits that people write; NaN is like no number. */
export function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME;
}
