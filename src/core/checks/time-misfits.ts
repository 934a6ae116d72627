import { isAboutTime, TIME_FACTORS } from "../cell/duration";
import type { MetricColumn } from "../metrics/metrics";
import type { Indicator } from "../rubric/rubric";
import type { Threshold, UnitStatistics } from "./units";
import { landsAmong } from "./units";

/** Whether an indicator measures time, so that a factor of 60 is one of units. */
export const measuresTime = ({ name, metric, rule }: Indicator, column: Pick<MetricColumn, "showAs">): boolean =>
  column.showAs === "duration" || [name, metric, rule].some(isAboutTime);

/**
 * The factor that brings thresholds among the data where they lie apart by a unit of time; undefined where they do not.
 *
 * @param thresholds other than 0
 */
export function timeMisfit(
  thresholds: readonly Threshold[],
  data: Pick<UnitStatistics, "count" | "lowest" | "highest">,
): number | undefined {
  if (data.count === 0 || data.lowest < 0 || thresholds.some(({ value }) => value < 0)) return undefined;
  if (thresholds.some(({ value }) => landsAmong(value, data))) return undefined;
  // Of two factors, that one is meant which brings more thresholds among the data.
  const landing = TIME_FACTORS.flatMap((factor) => [factor, 1 / factor]).map((factor) => ({
    factor,
    count: thresholds.reduce((sum, { value }) => sum + Number(landsAmong(value * factor, data)), 0),
  }));
  const best = landing.reduce((one, other) => (other.count > one.count ? other : one));
  return best.count > 0 ? best.factor : undefined;
}
