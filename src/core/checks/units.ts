import { oncePer } from "../text/once-per";
import type { CellPlace } from "../cell/place";
import type { MetricColumn } from "../metrics/metrics";
import type { RubricColumn } from "../rubric/columns";
import type { Indicator } from "../rubric/rubric";
import { placeOf } from "../rubric/rubric";
import type { Scale } from "../rubric/scale";
import type { KnownIndicator } from "../book/contents";

/** Percentages above this are no rates. Thresholds beyond it on percentage data were typed in per cent. */
const HIGHEST_FRACTION = 1.5;

export interface Threshold {
  readonly at: CellPlace;
  readonly value: number;
  /** Whether its cell holds a duration. */
  readonly isDuration: boolean;
}

const isDurationCell = (indicator: Indicator, column: RubricColumn): boolean =>
  indicator.cells[column]?.value.kind === "duration";

/** Thresholds in the metric's own unit: zero at, full at and fail at, or the bounds of the scale's intervals. */
export const thresholdsOf = oncePer(takeThresholds);

function takeThresholds({ indicator, method, parameters }: KnownIndicator): readonly Threshold[] {
  const own: Threshold[] = [];
  for (const column of LINE_ENDS) {
    const value = indicator[column];
    if (value !== undefined && method.parameters[column]?.unit === "metric")
      own.push({ at: placeOf(indicator, column), value, isDuration: isDurationCell(indicator, column) });
  }
  const { failAt } = indicator;
  if (indicator.critical && failAt !== undefined && method.valueKind === "continuous" && method.input === "metric")
    own.push({ at: placeOf(indicator, "failAt"), value: failAt, isDuration: isDurationCell(indicator, "failAt") });
  const scale = (parameters as { readonly scale?: Scale }).scale;
  if (!scale || method.parameters.scale === undefined) return own;
  return own.length === 0 ? boundsOf(scale) : [...own, ...boundsOf(scale)];
}

const LINE_ENDS = ["zeroAt", "fullAt"] as const;

/** The finite bounds of a scale. Many indicators may share them. */
const boundsOf = oncePer(({ intervals, chained }: Scale): readonly Threshold[] =>
  intervals
    .flatMap((interval) => {
      const isDuration = interval.boundKinds !== undefined;
      return [
        { at: interval.places.from, value: interval.from, isDuration },
        ...(chained ? [] : [{ at: interval.places.to, value: interval.to, isDuration }]),
      ];
    })
    .filter(({ value }) => Number.isFinite(value)),
);

/**
 * The size of one step, if it is in the metric's unit. It changes together with the thresholds, and may also be wrong
 * alone.
 */
export function stepOf({ indicator, method }: KnownIndicator): Threshold | undefined {
  const { step } = indicator;
  return method.parameters.step?.unit === "metric" && step !== undefined
    ? { at: placeOf(indicator, "step"), value: step, isDuration: isDurationCell(indicator, "step") }
    : undefined;
}

/**
 * Statistics that separate fractions from per cents in a column. A column may hold hundreds of thousands of values, so
 * every count is made on request. Questions that the first few values answer come first.
 */
export class UnitStatistics {
  private range: readonly number[] | undefined;
  private parts: ReturnType<typeof countParts> | undefined;

  constructor(private readonly values: Float64Array) {}

  /** Numbers in the column. */
  get count(): number {
    return this.values.length - this.scanned[0]!;
  }

  get lowest(): number {
    return this.scanned[1]!;
  }

  get highest(): number {
    return this.scanned[2]!;
  }

  /** The first value that is not 0. */
  get example(): number {
    return this.values.find((value) => value !== 0 && !Number.isNaN(value)) ?? 0;
  }

  get aboveFraction(): number {
    return (this.parts ??= countParts(this.values)).aboveFraction;
  }

  get notWhole(): number {
    return (this.parts ??= countParts(this.values)).notWhole;
  }

  /** Whether more than this share of all rows holds a number above the limit. */
  isAbove(limit: number, share: number): boolean {
    return reaches(this.values, limit, Math.floor(this.values.length * share) + 1);
  }

  private get scanned(): readonly number[] {
    return (this.range ??= scan(this.values));
  }
}

/** Whether so many values lie above the limit; stops as soon as the answer is known. */
function reaches(values: Float64Array, limit: number, wanted: number): boolean {
  let above = 0;
  for (let i = 0; i < values.length && above < wanted; i += 1) if (values[i]! > limit) above += 1;
  return above >= wanted;
}

/** Number of missing values, the lowest and the highest value. */
function scan(values: Float64Array): readonly number[] {
  let missing = 0;
  let lowest = Infinity;
  let highest = -Infinity;
  // A missing value is NaN, for which every comparison is false.
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
    if (value !== value) missing += 1;
  }
  return [missing, lowest, highest];
}

function countParts(values: Float64Array): { readonly aboveFraction: number; readonly notWhole: number } {
  let aboveFraction = 0;
  let notWhole = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (value > HIGHEST_FRACTION) aboveFraction += 1;
    if (value - Math.floor(value) > 0) notWhole += 1;
  }
  return { aboveFraction, notWhole };
}

/** Made once for each column. */
export const statistics = oncePer(({ values }: MetricColumn) => new UnitStatistics(values));

/** Whether a threshold lies among the data, or close to them. */
export function landsAmong(value: number, data: Pick<UnitStatistics, "lowest" | "highest">): boolean {
  return value >= data.lowest * 0.5 && value <= data.highest * 1.5;
}

export interface Misfits {
  readonly factor: 100 | 0.01;
  readonly of: readonly Threshold[];
}

/**
 * Thresholds that are a hundred times too large or too small, judged by the column's format first and by the numbers
 * otherwise. Only a threshold that would then lie among the data counts: complaints per hundred calls may be 5 at one
 * place and 0.4 at another.
 */
export function misfits(
  thresholds: readonly Threshold[],
  step: Threshold | undefined,
  column: MetricColumn,
  data: UnitStatistics,
): Misfits | undefined {
  const fractions =
    thresholds.every(({ value }) => value > 0 && value <= 1) && thresholds.some(({ value }) => value < 1);
  // Numbers above 1 fit thresholds above 1. Nearly every such column is recognised by its first value.
  if (column.showAs === "number" && !fractions && data.isAbove(1, 0)) return undefined;
  if (data.count === 0 || data.lowest < 0) return undefined;
  const inUnit = data.highest <= 1 && data.notWhole > 0;
  // The step is rescaled together with the thresholds.
  const together = (factor: Misfits["factor"], of: readonly Threshold[]): Misfits => ({
    factor,
    of: step && (factor === 100 ? Math.abs(step.value) < 1 : isWholeStep(step)) ? [...of, step] : of,
  });
  const large = thresholds.filter(({ value }) => Math.abs(value) > HIGHEST_FRACTION);
  const tooLarge = column.showAs === "percent" || (inUnit && large.length === thresholds.length) ? large : [];
  if (tooLarge.some(({ value }) => landsAmong(value / 100, data))) return together(0.01, tooLarge);
  // A step as large as the whole range of a rate: 1 was typed for one percentage point.
  if (step && isWholeStep(step) && (column.showAs === "percent" || inUnit)) return { factor: 0.01, of: [step] };
  const perCents =
    fractions && column.showAs === "number" && data.highest <= 100 && data.aboveFraction * 2 > data.count;
  if (!perCents || thresholds.some(({ value }) => landsAmong(value, data))) return undefined;
  return thresholds.some(({ value }) => landsAmong(value * 100, data)) ? together(100, thresholds) : undefined;
}

const isWholeStep = ({ value }: Threshold): boolean => Math.abs(value) >= 0.5;
