import { foldName } from "../../cell/cell";
import type { Indicator, Rubric } from "../../rubric/rubric";
import { COMPARED_FIELDS, fieldKey } from "./indicator-fields";

/** An indicator of one rubric and its counterpart in another, as indices; undefined if it has none. */
export type IndicatorPair =
  | { readonly before: number; readonly after: number }
  | { readonly before: number; readonly after: undefined }
  | { readonly before: undefined; readonly after: number };

/**
 * Finds the indicators that two rubrics have in common, in the order of the second rubric; removed ones stand at the
 * end. The name decides, and among equal names the section. A remaining pair may be a renamed indicator: it reads the
 * same metric by the same method, or only the name and its consequences differ. It counts only if no other pair fits as
 * well.
 */
export function matchIndicators(before: Rubric, after: Rubric): readonly IndicatorPair[] {
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (same: (a: Indicator, b: Indicator) => boolean, onlyUnique: boolean): void => {
    const open = before.indicators.flatMap((_, index) => (taken.has(index) ? [] : [index]));
    after.indicators.forEach((indicator, index) => {
      if (partner.has(index)) return;
      const fitting = open.filter((each) => !taken.has(each) && same(before.indicators[each]!, indicator));
      const rivals = after.indicators.filter(
        (other, at) => !partner.has(at) && fitting.some((each) => same(before.indicators[each]!, other)),
      );
      if (fitting.length === 0 || (onlyUnique && (fitting.length > 1 || rivals.length > 1))) return;
      partner.set(index, fitting[0]!);
      taken.add(fitting[0]!);
    });
  };
  pair((a, b) => sameName(a.name, b.name) && sameName(a.section, b.section), false);
  pair((a, b) => sameName(a.name, b.name), false);
  pair((a, b) => sameName(a.metric, b.metric) && sameField(a, b, "method"), true);
  pair((a, b) => sameName(a.section, b.section) && EVERYTHING_ELSE.every((field) => sameField(a, b, field)), true);
  return [
    ...after.indicators.map((_, index): IndicatorPair => ({ before: partner.get(index), after: index })),
    ...before.indicators.flatMap((_, index): IndicatorPair[] =>
      taken.has(index) ? [] : [{ before: index, after: undefined }],
    ),
  ];
}

/** A renamed indicator with a blank Metric has another metric, too. The policy's words may also have been edited. */
const EVERYTHING_ELSE = COMPARED_FIELDS.filter((field) => field !== "metric" && field !== "rule" && field !== "note");

function sameName(a: string, b: string): boolean {
  return foldName(a) === foldName(b);
}

function sameField(a: Indicator, b: Indicator, field: (typeof COMPARED_FIELDS)[number]): boolean {
  return fieldKey(a, field) === fieldKey(b, field);
}
