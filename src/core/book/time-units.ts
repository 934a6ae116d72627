import { foldName } from "../cell/cell";
import type { TimeUnit } from "../cell/duration";
import { inUnit, TIME_UNITS, unitNamedIn, unitOfRule } from "../cell/duration";
import type { Metrics } from "../metrics/metrics";
import type { BoundUnits } from "../rubric/read-scales";
import type { Indicator, Rubric } from "../rubric/rubric";
import type { Scale } from "../rubric/scale";
import { findScale } from "../scoring/compile/parameters";
import { findMethod } from "../scoring/compile/registry";
import type { ScoringMethod } from "../scoring/model/method";

/** Brings thresholds and data that are durations into one unit. Without durations on either side nothing is touched. */

type Threshold = "zeroAt" | "fullAt" | "step" | "failAt";
const THRESHOLDS: readonly Threshold[] = ["zeroAt", "fullAt", "step", "failAt"];

/** Thresholds of an indicator that are in the metric's unit. */
export function measuredThresholds({ parameters, valueKind, input }: ScoringMethod): readonly Threshold[] {
  const own = THRESHOLDS.filter((id) => id !== "failAt" && parameters[id]?.unit === "metric");
  return valueKind === "continuous" && input === "metric" ? [...own, "failAt"] : own;
}

/** What thresholds in either form are multiplied by, or the side whose unit nobody states. */
export type TimeUnits = BoundUnits | "thresholds-open" | "data-open";

/**
 * How the thresholds of an indicator come into the unit of its data; undefined where no side is a duration.
 *
 * @param kinds of the thresholds other than 0
 */
export function timeUnitsOf(
  indicator: Pick<Indicator, "name" | "metric" | "rule">,
  isDuration: boolean,
  kinds: readonly string[],
): TimeUnits | undefined {
  const header = unitNamedIn(indicator.metric) ?? unitNamedIn(indicator.name);
  const rule = unitOfRule(indicator.rule);
  const [plain, durations] = [kinds.includes("number"), kinds.includes("duration")];
  // Where the rule and the header name different units, neither says what the threshold cells are in.
  const stated: TimeUnit | undefined =
    header !== undefined && rule !== undefined && header !== rule ? undefined : (header ?? rule);
  if (isDuration) {
    if (!plain) return undefined;
    return stated === undefined ? "thresholds-open" : { number: TIME_UNITS[stated], duration: 1 };
  }
  if (!durations) return undefined;
  const data = header ?? rule;
  return data === undefined ? "data-open" : { number: 1, duration: 1 / TIME_UNITS[data] };
}

/** The kinds of an indicator's thresholds other than 0, and of the bounds of its scale. */
export function thresholdKinds(
  indicator: Indicator,
  method: ScoringMethod,
  scale: Scale | undefined,
): { readonly own: readonly string[]; readonly scale: readonly string[] } {
  const own = measuredThresholds(method).flatMap((id) => {
    const cell = indicator.cells[id]?.value;
    return cell && indicator[id] !== undefined && indicator[id] !== 0 ? [cell.kind] : [];
  });
  return { own, scale: method.parameters.scale && scale && !scale.bare ? scale.intervals.flatMap(kindsOf) : [] };
}

const kindsOf = ({ boundKinds, from, to }: Scale["intervals"][number]): readonly string[] =>
  boundKinds ?? [from, to].flatMap((bound) => (Number.isFinite(bound) && bound !== 0 ? ["number"] : []));

/** Whether the values that an indicator reads are durations. */
export const readsDurations = ({ metric }: Pick<Indicator, "metric">, metrics: Metrics | undefined): boolean =>
  metrics?.showAs(metric) === "duration";

/** Rubrics whose thresholds are in the unit of the data. */
export function rubricsInUnits(
  rubrics: readonly Rubric[],
  scales: readonly Scale[],
  metrics: Metrics | undefined,
): readonly Rubric[] {
  return rubrics.map((rubric) => {
    const indicators = rubric.indicators.map((indicator) => inUnits(indicator, scales, metrics));
    const same = indicators.every((each, index) => each === rubric.indicators[index]);
    return same ? rubric : { ...rubric, indicators };
  });
}

function inUnits(indicator: Indicator, scales: readonly Scale[], metrics: Metrics | undefined): Indicator {
  const method = findMethod(indicator.method);
  if (!method) return indicator;
  const kinds = thresholdKinds(indicator, method, findScale(scales, indicator.scale));
  const units = timeUnitsOf(indicator, readsDurations(indicator, metrics), kinds.own);
  if (units === undefined || typeof units === "string") return indicator;
  const changed: Partial<Record<Threshold, number>> = {};
  for (const id of measuredThresholds(method)) {
    const cell = indicator.cells[id]?.value;
    if (cell?.kind === "number" || cell?.kind === "duration") changed[id] = inUnit(cell.value, units[cell.kind]);
  }
  return { ...indicator, ...changed };
}

/** What the bounds of each scale are multiplied by; a scale whose users need different factors stays as it is. */
export function scaleUnits(
  rubrics: readonly Rubric[],
  scales: readonly Scale[],
  metrics: Metrics | undefined,
): ReadonlyMap<string, BoundUnits> {
  const wanted = new Map<string, (TimeUnits | undefined)[]>();
  for (const indicator of rubrics.flatMap((rubric) => rubric.indicators)) {
    const method = findMethod(indicator.method);
    const scale = method?.parameters.scale && findScale(scales, indicator.scale);
    if (!method || !scale) continue;
    const kinds = thresholdKinds(indicator, method, scale).scale;
    const units = timeUnitsOf(indicator, readsDurations(indicator, metrics), kinds);
    const key = foldName(scale.name);
    wanted.set(key, [...(wanted.get(key) ?? []), units]);
  }
  const found = new Map<string, BoundUnits>();
  for (const [key, [first, ...others]] of wanted) {
    if (first === undefined || typeof first === "string") continue;
    const agree = others.every(
      (other) => typeof other === "object" && other.number === first.number && other.duration === first.duration,
    );
    if (agree) found.set(key, first);
  }
  return found;
}
