import { foldName } from "../cell/cell";
import type { KnownIndicator } from "../book/contents";
import { readsDurations, scaleUnits, thresholdKinds, timeUnitsOf } from "../book/time-units";
import type { CheckSubject } from "./subject";
import { scaleOf } from "./used-scales";

/** Which side of an indicator has no unit of time where the other is a duration; undefined where both can be compared. */
export function openSide(
  { rubrics, scales, metrics }: CheckSubject,
  each: KnownIndicator,
): "thresholds" | "data" | undefined {
  const { indicator, method } = each;
  if (!metrics?.has(indicator.metric)) return undefined;
  const isDuration = readsDurations(indicator, metrics);
  const scale = scaleOf(each);
  const kinds = thresholdKinds(indicator, method, scale);
  const ofScale = timeUnitsOf(indicator, isDuration, kinds.scale);
  const isOpen =
    typeof timeUnitsOf(indicator, isDuration, kinds.own) === "string" ||
    typeof ofScale === "string" ||
    // A scale that its users need in different units stays as it is written.
    (ofScale !== undefined && scale !== undefined && !scaleUnits(rubrics, scales, metrics).has(foldName(scale.name)));
  return isOpen ? (isDuration ? "thresholds" : "data") : undefined;
}
