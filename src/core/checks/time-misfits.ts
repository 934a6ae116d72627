import { isAboutTime } from "../cell/duration";
import type { MetricColumn } from "../metrics/metrics";
import type { Indicator } from "../rubric/rubric";
import type { Threshold, UnitStatistics } from "./units";
import { landsAmong } from "./units";

/** Units of time differ by these; data without their time format are parts of a day. */
const FACTORS = [60, 3600, 86_400] as const;

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
  return FACTORS.flatMap((factor) => [factor, 1 / factor]).find((factor) =>
    thresholds.some(({ value }) => landsAmong(value * factor, data)),
  );
}
