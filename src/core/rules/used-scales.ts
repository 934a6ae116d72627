import type { Interval, Scale } from "../rubric/scale";
import { findTotalScale } from "../scoring/compile";
import type { ShowAs } from "../text/format";
import type { CheckSubject } from "./subject";

/** A scale that something refers to, and how the metric that runs over it is shown. */
export interface UsedScale {
  readonly scale: Scale;
  readonly showAs: ShowAs;
  /** Undefined for the Total scale. */
  readonly method: string | undefined;
}

/** Scales that an indicator or the total uses, each once; what nobody uses harms nobody. */
export function usedScales(subject: CheckSubject): readonly UsedScale[] {
  const used = new Map<Scale, UsedScale>();
  const total = findTotalScale(subject.scales);
  if (total) used.set(total, { scale: total, showAs: "number", method: undefined });
  for (const { indicator, method, parameters } of subject.known) {
    const scale = (parameters as { readonly scale?: Scale }).scale;
    if (!scale || used.has(scale)) continue;
    const showAs = subject.metrics?.column(indicator.metric)?.showAs ?? "number";
    used.set(scale, { scale, showAs, method: method.id });
  }
  return [...used.values()];
}

/** Of the intervals before one, in ascending order, the one that reaches furthest: a wide one covers what follows it. */
export function furthestBefore(intervals: readonly Interval[], index: number): Interval {
  return intervals
    .slice(0, index)
    .reduce((best, each) => (each.to > best.to || (each.to === best.to && each.toBelongs) ? each : best));
}
