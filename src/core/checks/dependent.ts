import { foldName } from "../cell/cell";
import type { Metrics } from "../metrics/metrics";
import type { Rubric } from "../rubric/rubric";
import { dependsOn } from "../scoring/period/score-period";
import { rowsOf } from "../scoring/gather/rows";
import type { CheckSubject } from "./subject";

/** A rubric whose results depend on other results, with its agents in one period. */
export interface DependentRows {
  readonly rubric: Rubric;
  readonly period: string;
  readonly rows: Int32Array;
}

/** Rubrics that depend on teams, or on other periods, in each requested period and the periods within it. */
export function dependentRows(
  { rubrics, rubricNames, metrics, period, calendar }: CheckSubject,
  on: Parameters<typeof dependsOn>[2],
): readonly DependentRows[] {
  if (!metrics) return [];
  const dependent = rubrics.filter((rubric) => dependsOn(rubric, metrics, on));
  if (dependent.length === 0) return [];
  return periodsOf(metrics)
    .filter((each) => period === undefined || calendar.same(each, period) || calendar.holds(period, each))
    .flatMap((each) =>
      dependent.map((rubric) => ({
        rubric,
        period: each,
        rows: rowsOf(metrics, rubric.name, each, rubricNames.length === 1),
      })),
    )
    .filter(({ rows }) => rows.length > 0);
}

/** Each period once, in its first spelling. */
function periodsOf(metrics: Metrics): readonly string[] {
  return [
    ...new Map([...metrics.coded("period").texts].reverse().map((text) => [foldName(text), text])).values(),
  ].reverse();
}
