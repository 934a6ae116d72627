import type { KnownIndicator } from "../book/contents";
import type { MetricColumn } from "../metrics/metrics";
import { thresholdsOf } from "./units";

/** So many others for each odd one: with fewer nobody knows which of the two is odd. */
export const OTHERS_FOR = 4;
/** The gap between the sizes. With less, the values run into each other. */
export const APART = 5;

/** Marks go up to a hundred. */
export const HIGHEST_MARK = 100;

interface Odd {
  readonly rows: readonly number[];
  /** What the odd values must be multiplied by. */
  readonly factor: 100 | 0.01;
  readonly usual: number;
}

/** Values of another size than nearly all others; undefined if there are none, or if sizes run into each other. */
export function oddOnes({ values }: MetricColumn, othersFor: number, apart: number): Odd | undefined {
  const small: number[] = [];
  const large: number[] = [];
  let count = 0;
  let lowest = Infinity;
  let highest = 0;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    if (!(value > 0)) continue;
    if (value <= 1) small.push(row);
    else if (value > HIGHEST_MARK) large.push(row);
    else {
      count += 1;
      if (value < lowest) lowest = value;
      if (value > highest) highest = value;
    }
  }
  const rows = small.length > 0 ? small : large;
  const factor = small.length > 0 ? 100 : 0.01;
  if (rows.length === 0 || (small.length > 0 && large.length > 0) || count < rows.length * othersFor) return undefined;
  const ofOne = (value: number): boolean => {
    const meant = value * factor;
    const isApart = factor === 100 ? value * apart <= lowest : value >= highest * apart;
    return isApart && meant >= lowest / 2 && meant <= HIGHEST_MARK;
  };
  // A single 1 may be a mark, and whole numbers alone may be counts.
  const isWhole = factor === 100 && rows.every((row) => values[row] === 1);
  if (isWhole || !rows.every((row) => ofOne(values[row]!))) return undefined;
  return { rows, factor, usual: values.find((value) => value > 1 && value <= HIGHEST_MARK)! };
}

/** Whether the thresholds of an indicator are those of marks, or none at all, as of points by hand. */
export function hasMarks(each: KnownIndicator): boolean {
  const thresholds = thresholdsOf(each).map(({ value }) => Math.abs(value));
  return !thresholds.some((value) => value > HIGHEST_MARK) && thresholds.some((value) => value > 1);
}
