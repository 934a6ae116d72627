import { makeScale } from "../rubric/make-scale";
import type { Interval, Scale } from "../rubric/scale";
import type { RuleInterval } from "../scoring/model/sentence";

/**
 * The scale of a rule in the form of the engine, in ascending order. Rows with only From end where the next one begins.
 */
export function toScale(name: string, rows: readonly RuleInterval[]): Scale {
  const made = makeScale(
    name,
    rows.map(({ grade, from, to, points, share, pointsTo, shareTo }) => {
      const unit = share === undefined ? "points" : "share";
      const worth = share ?? points ?? NaN;
      return { grade, from, to, worth: { unit, from: worth, to: (unit === "share" ? shareTo : pointsTo) ?? worth } };
    }),
  );
  const intervals = made.intervals.map((interval, k): Interval => {
    const { ends = "[)", points, share } = rows[k]!;
    return {
      ...interval,
      fromBelongs: ends.startsWith("["),
      toBelongs: ends.endsWith("]"),
      worth: points === undefined && share === undefined ? undefined : interval.worth,
    };
  });
  if (made.bare || rows.some(({ to }) => to !== undefined)) return { ...made, intervals };
  const chained = intervals.map((interval, k) => ({ ...interval, to: intervals[k + 1]?.from ?? interval.to }));
  return { ...made, intervals: chained, chained: true };
}
