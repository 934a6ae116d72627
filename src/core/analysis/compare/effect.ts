import { foldName } from "../../cell/cell";
import type { EvaluationSet } from "../../scoring/model/evaluation";
import { STATUS } from "../../scoring/model/status";
import { weightedMean } from "../../scoring/model/mean";
import { countedPoints } from "../../scoring/total/shift";
import { roundHalfAwayFromZero } from "../../text/round";
import type { IndicatorPair } from "./match-indicators";

/** Statistics of the totals of a set. */
export interface TotalsSpread {
  /** Agents with a total. */
  readonly scored: number;
  /** Undefined if no agent has a total. */
  readonly mean: number | undefined;
  /** Standard deviation of the present totals: of all agents of the period, not of a sample. */
  readonly deviation: number | undefined;
}

/** Agents whose grade changed in the same way. */
interface GradeMove {
  /** "" stands for no grade. */
  readonly from: string;
  readonly to: string;
  /** Indices into the sets. */
  readonly agents: readonly number[];
}

/** The average points of one indicator, by each of the two rubrics. */
interface IndicatorEffect {
  /** Name in the second rubric; name in the first one if the second lacks the indicator. */
  readonly indicator: string;
  /**
   * Mean of the points that count in the totals. Undefined if the rubric lacks the indicator or no agent has a total.
   */
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** The effect of another rubric on the agents of a period. */
export interface RubricEffect {
  readonly before: EvaluationSet;
  readonly after: EvaluationSet;
  readonly spreadBefore: TotalsSpread;
  readonly spreadAfter: TotalsSpread;
  /** Rounded total after less rounded total before, for each agent; NaN if one of them is missing. */
  readonly change: Float64Array;
  /** Numbers of agents whose total rises, falls, and stays. */
  readonly up: number;
  readonly down: number;
  readonly same: number;
  /** Mean of the changes over agents with both totals. */
  readonly meanChange: number | undefined;
  /** Agents that gain a total, and agents that lose it. */
  readonly gained: readonly number[];
  readonly lost: readonly number[];
  /** Sorted by number of agents, the most first. */
  readonly gradeMoves: readonly GradeMove[];
  /** Number of agents with different ranks in the two rubrics. */
  readonly rankMoved: number;
  readonly indicators: readonly IndicatorEffect[];
}

/**
 * Compares the same agents scored by two rubrics.
 *
 * @param pairs which indicators of the two rubrics are the same one
 * @throws Error when the two sets are not of the same agents in the same order
 */
export function effectOf(before: EvaluationSet, after: EvaluationSet, pairs: readonly IndicatorPair[]): RubricEffect {
  if (before.count !== after.count || before.agentIds.some((id, agent) => id !== after.agentIds[agent])) {
    throw new Error(`${before.count} and ${after.count} agents of ${before.period} are not the same ones`);
  }
  const change = new Float64Array(before.count).fill(NaN);
  const decimals = Math.max(before.rubric.settings.decimals, after.rubric.settings.decimals);
  const [gained, lost]: [number[], number[]] = [[], []];
  let [up, down, same, rankMoved] = [0, 0, 0, 0];
  for (let agent = 0; agent < before.count; agent += 1) {
    const [had, has] = [before.status[agent] === STATUS.scored, after.status[agent] === STATUS.scored];
    if (had && has) {
      // Both are rounded already, but their difference may have binary noise in the last digits.
      const moved = roundHalfAwayFromZero(after.total[agent]! - before.total[agent]!, decimals);
      change[agent] = moved;
      if (moved > 0) up += 1;
      else if (moved < 0) down += 1;
      else same += 1;
      if (before.rank[agent] !== after.rank[agent]) rankMoved += 1;
    } else if (has) gained.push(agent);
    else if (had) lost.push(agent);
  }
  const meanChange = weightedMean(change);
  return {
    before,
    after,
    spreadBefore: spreadOf(before),
    spreadAfter: spreadOf(after),
    change,
    up,
    down,
    same,
    meanChange: Number.isNaN(meanChange) ? undefined : meanChange,
    gained,
    lost,
    gradeMoves: gradeMoves(before, after),
    rankMoved,
    indicators: pairs.map((pair) => indicatorEffect(before, after, pair)),
  };
}

/** Mean and standard deviation of the present totals, in two passes, so that a common offset costs no digits. */
function spreadOf({ total, status, count }: EvaluationSet): TotalsSpread {
  const totals = total.map((each, agent) => (status[agent] === STATUS.scored ? each : NaN));
  const mean = weightedMean(totals);
  if (Number.isNaN(mean)) return { scored: 0, mean: undefined, deviation: undefined };
  let scored = 0;
  for (let agent = 0; agent < count; agent += 1) if (status[agent] === STATUS.scored) scored += 1;
  const variance = weightedMean(totals.map((each) => (each - mean) ** 2));
  return { scored, mean, deviation: Math.sqrt(variance) };
}

/**
 * Agents in the order of their change, the largest first in either direction. Agents without both totals come first of
 * all.
 */
export function byChange({ change, gained, lost }: RubricEffect): Int32Array {
  const moved = [...change.keys()].filter((agent) => !Number.isNaN(change[agent]!));
  moved.sort((a, b) => Math.abs(change[b]!) - Math.abs(change[a]!) || a - b);
  return Int32Array.from([...lost, ...gained, ...moved]);
}

/** The grade of an agent; "" for none. */
export function gradeOf({ rubric, grade, status }: EvaluationSet, agent: number): string {
  return status[agent] === STATUS.scored ? (rubric.grades[grade[agent]!] ?? "") : "";
}

function gradeMoves(before: EvaluationSet, after: EvaluationSet): readonly GradeMove[] {
  const columns = after.rubric.grades.length + 1;
  // Case and width of a label may differ between two workbooks. Such a difference is no change of grade.
  const sameGrade = before.rubric.grades.map((grade) =>
    after.rubric.grades.findIndex((other) => foldName(other) === foldName(grade)),
  );
  const moves = new Map<number, number[]>();
  for (let agent = 0; agent < before.count; agent += 1) {
    const [from, to] = [before.grade[agent]!, after.grade[agent]!];
    // Gained and lost totals are reported separately.
    if (before.status[agent] !== STATUS.scored || after.status[agent] !== STATUS.scored) continue;
    if (from < 0 ? to < 0 : sameGrade[from] === to) continue;
    const key = (from + 1) * columns + to + 1;
    const agents = moves.get(key) ?? [];
    moves.set(key, agents);
    agents.push(agent);
  }
  return [...moves.values()]
    .map((agents) => ({ from: gradeOf(before, agents[0]!), to: gradeOf(after, agents[0]!), agents }))
    .sort((a, b) => b.agents.length - a.agents.length || a.agents[0]! - b.agents[0]!);
}

function indicatorEffect(before: EvaluationSet, after: EvaluationSet, pair: IndicatorPair): IndicatorEffect {
  const meanOf = (set: EvaluationSet, index: number | undefined): number | undefined => {
    if (index === undefined) return undefined;
    const points = new Float64Array(set.count).fill(NaN);
    for (let agent = 0; agent < set.count; agent += 1) {
      if (set.status[agent] === STATUS.scored) points[agent] = countedPoints(set, index, agent);
    }
    const mean = weightedMean(points);
    return Number.isNaN(mean) ? undefined : mean;
  };
  const set = pair.after === undefined ? before : after;
  return {
    indicator: set.rubric.indicators[(pair.after ?? pair.before)!]!.indicator.name,
    before: meanOf(before, pair.before),
    after: meanOf(after, pair.after),
  };
}
