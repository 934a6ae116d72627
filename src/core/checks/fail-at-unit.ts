import { placeOf } from "../rubric/rubric";
import type { Metrics } from "../metrics/metrics";
import type { KnownIndicator } from "../book/contents";
import type { Threshold } from "./units";
import { misfits, statistics, stepOf, thresholdsOf } from "./units";

/** A Fail at that is a hundred times too large or too small for the line and its data. */
export interface FailAtMisfit {
  readonly failAt: Threshold;
  readonly factor: 100 | 0.01;
}

/** A value this many times beyond the others is in another unit. */
const FAR = 10;

/**
 * The misfit of a critical item's Fail at beside sound thresholds; undefined if it is in their unit, or if the
 * thresholds themselves are in the wrong one.
 */
export function failAtMisfit(each: KnownIndicator, metrics: Metrics | undefined): FailAtMisfit | undefined {
  const found = lookAt(each, metrics);
  return found && found !== "with-thresholds" ? found : undefined;
}

/** Whether Fail at is in another unit, alone or together with the thresholds; what else it does is then a consequence. */
export const isFailAtMisfit = (each: KnownIndicator, metrics: Metrics | undefined): boolean =>
  lookAt(each, metrics) !== undefined;

function lookAt(each: KnownIndicator, metrics: Metrics | undefined): FailAtMisfit | "with-thresholds" | undefined {
  const { indicator, method } = each;
  const { failAt } = indicator;
  if (!indicator.critical || failAt === undefined || failAt === 0) return undefined;
  if (method.input !== "metric" || method.valueKind !== "continuous") return undefined;
  const at = placeOf(indicator, "failAt");
  const isOwn = (one: Threshold): boolean => one.at.row === at.row && one.at.column === at.column;
  const column = metrics?.column(indicator.metric);
  if (!column) return undefined;
  const data = statistics(column);
  const all = thresholdsOf(each).filter(({ value }) => value !== 0);
  const together = misfits(all, stepOf(each), column, data);
  if (together) return together.of.some(isOwn) ? "with-thresholds" : undefined;
  const others = all.filter((one) => !isOwn(one)).map(({ value }) => value);
  const ends = [...others, ...(data.count > 0 ? [data.lowest, data.highest] : [])].map(Math.abs);
  const [low, high] = [Math.min(...ends.filter((value) => value > 0)), Math.max(...ends)];
  if (ends.length === 0 || !Number.isFinite(low)) return undefined;
  const size = Math.abs(failAt);
  const factor = size > high * FAR ? 0.01 : size < low / FAR ? 100 : undefined;
  const isAmong = factor !== undefined && size * factor >= low / 2 && size * factor <= high * 1.5;
  return isAmong
    ? { failAt: { at, value: failAt, isDuration: indicator.cells.failAt?.value.kind === "duration" }, factor }
    : undefined;
}
