import type { Rubric } from "../rubric/rubric";
import type { CompiledIndicator } from "../scoring/model/compiled";
import { compileRubric } from "../scoring/compile/compile";
import { gatherIndicator } from "../scoring/gather/inputs";
import type { IndicatorInput } from "../scoring/model/input";
import { inputOf } from "../scoring/gather/other-results";
import { rowsOf, take } from "../scoring/gather/rows";
import { newestPeriod } from "./newest-period";
import type { CheckSubject } from "./subject";
import { oncePer } from "../text/once-per";

/**
 * Fewer agents than this say nothing about a rubric. Suppose each agent misses full points with a chance of one in ten:
 * then all of 30 agents reach them by chance once in 24 times, all of 10 agents once in three times.
 */
export const FEWEST_AGENTS = 30;

/**
 * This many agents, spread evenly over the table, stand for all. A share of the spread is then known to about five
 * points in a hundred.
 */
const SAMPLE = 400;

/**
 * Rubrics with more indicators are left out. One indicator of so many hardly matters to the total, and checking must
 * not take longer than scoring.
 */
const MOST_INDICATORS = 300;

/** Points that one indicator gives the agents of the newest period. */
export interface EarnedPoints {
  readonly compiled: CompiledIndicator;
  /** Of the sampled agents, in their order; NaN without a score. */
  readonly sample: Float64Array;
  /** Moments of the sample. */
  readonly moments: Moments;
  /** Of all scored agents, in no order, computed on request. */
  readonly all: () => Float64Array;
}

/** Points of a rubric on real metrics, before any shift, cap or rounding. */
export interface EarnedRubric {
  readonly rubric: Rubric;
  readonly period: string;
  /** Number of sampled agents. */
  readonly count: number;
  /** Indicators with values that do not come from other results; `complete` says whether these are all indicators. */
  readonly indicators: readonly EarnedPoints[];
  readonly complete: boolean;
  /** Sum of the points of all indicators that are no adjustments. */
  readonly points: number;
}

/**
 * Points of agents by each rubric in the requested period, or else the newest one. Rubrics with fewer agents than
 * `FEWEST_AGENTS`, or with very many indicators, are left out. Only for subjects without errors. Computed once for all
 * checks that ask.
 */
export const earnedPoints = oncePer((subject: CheckSubject): readonly EarnedRubric[] =>
  subject.rubrics.flatMap((rubric) => earnedBy(subject, rubric)),
);

function earnedBy(subject: CheckSubject, rubric: Rubric): readonly EarnedRubric[] {
  const { metrics, rubricNames, scales, settings } = subject;
  const period = subject.period ?? newestPeriod(subject);
  if (!metrics || period === undefined || rubric.indicators.length > MOST_INDICATORS) return [];
  const rows = rowsOf(metrics, rubric.name, period, rubricNames.length === 1);
  if (rows.length < FEWEST_AGENTS) return [];
  const compiled = compileRubric(rubric, scales, settings.forRubric(rubric.name));
  const places = spread(rows.length);
  const standings = (): never => {
    throw new Error(`${rubric.name}: what comes from other results is not gathered for statistics`);
  };
  const direct = compiled.indicators.filter(
    ({ indicator, method }) => !["team", "periods"].includes(inputOf(indicator, method, metrics)),
  );
  const own = new Float64Array(places.length);
  const indicators = direct.map((indicator): EarnedPoints => {
    const input = gatherIndicator({ compiled, indicator, sources: { ...subject, metrics }, period, rows, standings });
    const sample = new Float64Array(places.length);
    for (let i = 0; i < places.length; i += 1) own[i] = input.values[places[i]!]!;
    scoreInto(sample, indicator, input, own, input.given && take(input.given, places));
    const all = (): Float64Array => {
      const points = new Float64Array(input.values.length);
      scoreInto(points, indicator, input, input.values, input.given);
      return points.filter((each) => !Number.isNaN(each));
    };
    return { compiled: indicator, sample, moments: momentsOf(sample), all };
  });
  const complete = direct.length === compiled.indicators.length;
  return [{ rubric, period, count: places.length, indicators, complete, points: compiled.points }];
}

/** Indices of the sampled agents: all, or enough to stand for all. */
function spread(count: number): Int32Array {
  const sampled = Math.min(count, SAMPLE);
  return Int32Array.from({ length: sampled }, (_, index) => Math.floor((index * count) / sampled));
}

/** Scores a column. The peers are always all agents. */
function scoreInto(
  points: Float64Array,
  { scorer }: CompiledIndicator,
  { peers, tooFewPeers }: IndicatorInput,
  values: Float64Array,
  given: Float64Array | undefined,
): void {
  if (tooFewPeers) points.fill(NaN);
  else scorer({ peers, given })(values, points, 0, values.length);
}

export interface Moments {
  readonly count: number;
  readonly mean: number;
  /** Sum of squared distances from the mean. */
  readonly spread: number;
  readonly lowest: number;
  readonly highest: number;
}

/** Mean and spread of a column, in two passes; NaN does not count. */
export function momentsOf(column: Float64Array): Moments {
  let [count, sum, lowest, highest] = [0, 0, Infinity, -Infinity];
  for (let i = 0; i < column.length; i += 1) {
    const value = column[i]!;
    if (Number.isNaN(value)) continue;
    count += 1;
    sum += value;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  const mean = count > 0 ? sum / count : 0;
  let squares = 0;
  for (let i = 0; i < column.length; i += 1) {
    const away = column[i]! - mean;
    if (!Number.isNaN(away)) squares += away * away;
  }
  return { count, mean, spread: squares, lowest, highest };
}
