import { roundHalfAwayFromZero } from "../core/text/round";
import { STATUS } from "../core/scoring/evaluation";
import type { EvaluationSet } from "../core/scoring/evaluation";
import { weightedMean } from "../core/scoring/mean";

/** One rubric's evaluations at a glance. */
export interface ScoreSummary {
  readonly agents: number;
  readonly scored: number;
  readonly pending: number;
  readonly failed: number;
  /** Mean of the totals that are there, rounded like a total; undefined when there is none. */
  readonly mean: number | undefined;
  /** Best grade first; every grade of the scale, also those nobody has. */
  readonly grades: readonly { readonly grade: string; readonly count: number; readonly share: number }[];
  /** Which indicators totals wait for, the most frequent first. */
  readonly waiting: readonly { readonly indicator: string; readonly agents: number }[];
}

/** Counts what a set holds. */
export function summarise(set: EvaluationSet): ScoreSummary {
  const counts = new Map<number, number>();
  for (const status of set.status) counts.set(status, (counts.get(status) ?? 0) + 1);
  const scored = counts.get(STATUS.scored) ?? 0;
  const mean = weightedMean(
    Float64Array.from(set.total, (total, agent) => (set.status[agent] === STATUS.scored ? total : NaN)),
  );
  return {
    agents: set.count,
    scored,
    pending: counts.get(STATUS.pending) ?? 0,
    failed: counts.get(STATUS.failed) ?? 0,
    mean: Number.isNaN(mean) ? undefined : roundHalfAwayFromZero(mean, set.rubric.settings.decimals),
    grades: gradeCounts(set, scored),
    waiting: waitingCounts(set),
  };
}

function gradeCounts(set: EvaluationSet, scored: number): ScoreSummary["grades"] {
  const counts = set.rubric.grades.map(() => 0);
  set.grade.forEach((grade, agent) => {
    if (grade >= 0 && set.status[agent] === STATUS.scored) counts[grade]! += 1;
  });
  return set.rubric.grades
    .map((grade, index) => ({ grade, count: counts[index]!, share: scored === 0 ? 0 : counts[index]! / scored }))
    .reverse();
}

function waitingCounts(set: EvaluationSet): ScoreSummary["waiting"] {
  return set.rubric.rubric.indicators
    .map((indicator, index) => {
      const { status } = set.indicators[index]!;
      let agents = 0;
      for (let agent = 0; agent < set.count; agent += 1) {
        if (set.status[agent] === STATUS.pending && status[agent] === STATUS.pending) agents += 1;
      }
      return { indicator: indicator.name, agents };
    })
    .filter((each) => each.agents > 0)
    .sort((a, b) => b.agents - a.agents);
}
