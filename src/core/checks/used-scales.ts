import { oncePer } from "../text/once-per";
import type { Interval, Scale } from "../rubric/scale";
import { quotasOf } from "../rubric/scale";
import { checklistScale } from "../scoring/compile/checklist-scale";
import { findTotalScale } from "../scoring/compile/compile";
import { namedScale } from "../scoring/compile/parameters";
import type { ShowAs } from "../text/format";
import { outOfOrder } from "./monotone";
import type { CheckSubject } from "./subject";
import type { KnownIndicator } from "../book/contents";

/** A scale in use, and the format of the metric that it applies to. */
export interface UsedScale {
  readonly scale: Scale;
  readonly showAs: ShowAs;
  /** Undefined for the Total scale. */
  readonly method: string | undefined;
  /** Whether a number is looked up among its intervals, or a word among its labels. */
  readonly reads: "intervals" | "labels";
}

/** An indicator that reads a scale's labels: as grades, or as the items of a checklist. */
export interface LabelUse extends KnownIndicator {
  readonly scale: Scale;
  readonly as: "grades" | "items";
}

/** The scale in an indicator's Scale cell. */
export const scaleOf = ({ parameters }: KnownIndicator): Scale | undefined =>
  (parameters as { readonly scale?: Scale }).scale;

/**
 * Indicators with a scale of labels instead of intervals. A checklist with a column of its own in Metrics reads no
 * items.
 */
export const labelUses = oncePer(({ known, scales, metrics }: CheckSubject): readonly LabelUse[] =>
  known.flatMap((each): LabelUse[] => {
    const items = each.method.input === "checklist";
    if (items ? metrics?.has(each.indicator.metric) : each.method.valueKind !== "labels") return [];
    const scale = items ? checklistScale(each.indicator, scales) : scaleOf(each);
    return scale ? [{ ...each, scale, as: items ? "items" : "grades" }] : [];
  }),
);

/**
 * Scales that an indicator or the total uses, once for intervals and once for labels. A scale without use does no harm.
 */
export const usedScales = oncePer(findUsedScales);

function findUsedScales(subject: CheckSubject): readonly UsedScale[] {
  const used: UsedScale[] = [];
  const add = (
    scale: Scale | undefined,
    reads: UsedScale["reads"],
    method?: string,
    showAs: ShowAs = "number",
  ): void => {
    if (scale && !used.some((each) => each.scale === scale && each.reads === reads))
      used.push({ scale, showAs, method, reads });
  };
  const total = findTotalScale(subject.scales);
  add(total, total && quotasOf(total) ? "labels" : "intervals");
  const labels = labelUses(subject);
  for (const { scale, method } of labels) add(scale, "labels", method.id);
  for (const each of subject.known) {
    const { indicator, method } = each;
    if (method.valueKind === "labels" || method.input === "checklist") continue;
    add(namedScale(indicator, method, subject.scales), "labels", method.id);
    add(scaleOf(each), "intervals", method.id, subject.metrics?.column(indicator.metric)?.showAs);
  }
  return used;
}

/** Scales with stated intervals that are looked up. A scale of labels alone has none. */
export const usedIntervals = oncePer((subject: CheckSubject): readonly UsedScale[] =>
  usedScales(subject).filter(({ scale, reads }) => reads === "intervals" && !scale.bare),
);

/** Whether the bounds themselves have no known fault. Otherwise gaps and overlaps are consequences. */
export const hasSoundBounds = ({ intervals }: Scale): boolean =>
  intervals.every(
    ({ readable, from, to, fromBelongs, toBelongs }) =>
      readable && (from < to || (from === to && fromBelongs && toBelongs)),
  );

/** The furthest-reaching of the intervals before one, in ascending order. A wide interval covers those after it. */
export function furthestBefore(intervals: readonly Interval[], index: number): Interval {
  return intervals
    .slice(0, index)
    .reduce((best, each) => (each.to > best.to || (each.to === best.to && each.toBelongs) ? each : best));
}

/** Two neighbours with a gap between them: a whole stretch, or just the bound where they touch. */
export interface Gap {
  readonly before: Interval;
  readonly next: Interval;
  readonly touches: boolean;
}

export function gapsOf({ intervals }: Scale): readonly Gap[] {
  return intervals.slice(1).flatMap((next, index): Gap[] => {
    const before = furthestBefore(intervals, index + 1);
    const touches = next.from === before.to;
    return next.from > before.to || (touches && !next.fromBelongs && !before.toBelongs)
      ? [{ before, next, touches }]
      : [];
  });
}

/**
 * The first row whose bound breaks the order of the rows above, with the row before it; undefined if bounds only fall
 * or only rise. Two rows alone have no order.
 */
export function rowOutOfOrder({ intervals }: Scale): readonly [row: Interval, before: Interval] | undefined {
  if (intervals.length < 3) return undefined;
  const rows = [...intervals].sort((a, b) => a.places.row.row - b.places.row.row);
  const [first] = outOfOrder(rows.map(({ from }) => (from === -Infinity ? -Number.MAX_VALUE : from)));
  return first && [rows[first[0]]!, rows[first[1]]!];
}
