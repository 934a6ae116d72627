/**
 * Points, shares and values nearer to each other than this are the same. People write fewer decimals, and doubles miss
 * the written decimals by less, as 0.1 + 0.2 misses 0.3.
 */
export const SAME = 1e-9;

/** Whether two numbers are the same within this tolerance. NaN equals no number. */
export function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME;
}

/**
 * What sums of points lose by taking away others, as a share of the full score, at most. 100 random points with deductions miss the edge of
 * their last decimal in one of a hundred cases that lie on it, by at most 1.8e-14 of 100.
 */
export const CANCELLED = 2.5e-16;

/** Numbers that differ by less than this share of their size have the same fifteen digits, by which Excel compares. */
const EXCEL_DIGITS = 5e-15;

/** The least number that compares as equal to a bound: `value >= lowered(bound)` is what Excel answers to `value>=bound`. */
export const lowered = (bound: number): number =>
  Number.isFinite(bound) ? bound - Math.abs(bound) * EXCEL_DIGITS : bound;

/** The greatest number that compares as equal to a bound. */
export const raised = (bound: number): number =>
  Number.isFinite(bound) ? bound + Math.abs(bound) * EXCEL_DIGITS : bound;
