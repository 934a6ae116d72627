import type { Interval, Scale } from "../rubric/scale";
import type { CheckSubject } from "./subject";
import type { LabelUse } from "./used-scales";
import { labelUses } from "./used-scales";

/** Indicators that are scored by the grades of a scale. */
export const gradeUses = (subject: CheckSubject): readonly LabelUse[] =>
  labelUses(subject).filter(({ as }) => as === "grades");

/** Points of a grade for an indicator of so many points; NaN if the scale states no worth. */
export function worthInPoints({ worth }: Interval, points: number): number {
  return worth ? worth.from * (worth.unit === "share" ? points : 1) : NaN;
}

/** The grade with the highest worth, if all grades state a worth in the same unit; otherwise undefined. */
export function bestOf({
  intervals,
}: Scale): (Interval & { readonly worth: NonNullable<Interval["worth"]> }) | undefined {
  type Stated = Interval & { readonly worth: NonNullable<Interval["worth"]> };
  const stated = intervals.filter((each): each is Stated => each.worth !== undefined);
  const alike = stated.length === intervals.length && stated.every(({ worth }) => worth.unit === stated[0]!.worth.unit);
  return alike && stated.length > 0
    ? stated.reduce((best, each) => (each.worth.from > best.worth.from ? each : best))
    : undefined;
}
