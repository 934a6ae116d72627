import type { Scale } from "../rubric/scale";
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
    used.set(scale, {
      scale,
      showAs: subject.metrics?.column(indicator.metric)?.showAs ?? "number",
      method: method.id,
    });
  }
  return [...used.values()];
}
