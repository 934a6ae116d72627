import type { Calendar } from "../../metrics/periods";
import type { Scale } from "../../rubric/scale";
import { weightOf } from "../compile/checklist-scale";

/** An inner period and its weight. The period is undefined if a scale names a period without data. */
export interface PeriodPart {
  readonly label: string;
  readonly period: string | undefined;
  readonly weight: number;
}

/**
 * The inner periods of a period: those that the scale of weights lists, else those that lie within it, with equal weights. Some of the
 * latter may lie within others: which of them count is decided agent by agent.
 */
export function periodParts(
  { holds, isLabelOf }: Calendar,
  outer: string,
  periods: readonly string[],
  scale: Scale | undefined,
): readonly PeriodPart[] {
  if (!scale) {
    return periods.filter((period) => holds(outer, period)).map((period) => ({ label: period, period, weight: 1 }));
  }
  return scale.intervals.map((interval) => ({
    label: interval.grade,
    period: periods.find((period) => isLabelOf(interval.grade, outer, period)),
    weight: weightOf(interval),
  }));
}
