import { foldName } from "../core/cell/cell";
import { roundHalfAwayFromZero } from "../core/text/round";
import { STATUS } from "../core/scoring/model/status";
import type { EvaluationSet } from "../core/scoring/model/evaluation";
import { groupMeans, weightedMean } from "../core/scoring/model/mean";

/** One rubric's evaluations at a glance. */
export interface ScoreSummary {
  readonly agents: number;
  readonly scored: number;
  readonly pending: number;
  readonly failed: number;
  /** Mean of the existing totals, rounded like a total. Undefined without totals. */
  readonly mean: number | undefined;
  /** Every grade of the scale, best first, also grades without agents. */
  readonly grades: readonly { readonly grade: string; readonly count: number; readonly share: number }[];
  /** The indicators that totals wait for, most frequent first. */
  readonly waiting: readonly { readonly indicator: string; readonly agents: number }[];
}

/** One team's evaluations under one rubric at a glance. */
export interface TeamSummary {
  readonly team: string;
  readonly agents: number;
  readonly scored: number;
  /** Mean of the existing totals, rounded like a total. Undefined without totals. */
  readonly mean: number | undefined;
  /** Share of the best and of the worst grade of the scale among graded agents. Undefined without graded agents. */
  readonly bestShare: number | undefined;
  readonly worstShare: number | undefined;
}

/** Summarises each team of a set, in the order of first appearance. Agents without a team are left out. */
export function summariseTeams(set: EvaluationSet): readonly TeamSummary[] {
  const { decimals } = set.rubric.settings;
  const teams = new Map<string, { readonly name: string; readonly members: number[] }>();
  set.teams.forEach((name, agent) => {
    const key = foldName(name);
    if (key === "") return;
    const team = teams.get(key) ?? { name, members: [] };
    teams.set(key, team);
    team.members.push(agent);
  });
  const groups = [...teams.values()];
  const noTeam = groups.length;
  const groupOf = new Int32Array(set.count).fill(noTeam);
  groups.forEach(({ members }, group) => members.forEach((agent) => (groupOf[agent] = group)));
  const means = groupMeans(groupOf, noTeam + 1, set.total, set.status);
  return groups.map(({ name, members }, group): TeamSummary => {
    const graded = members.filter((agent) => set.grade[agent]! >= 0);
    const shareOf = (grade: number): number | undefined =>
      graded.length === 0 ? undefined : graded.filter((agent) => set.grade[agent] === grade).length / graded.length;
    const mean = means[group]!;
    return {
      team: name,
      agents: members.length,
      scored: members.filter((agent) => set.status[agent] === STATUS.scored).length,
      mean: Number.isNaN(mean) ? undefined : roundHalfAwayFromZero(mean, decimals),
      bestShare: shareOf(set.rubric.grades.length - 1),
      worstShare: shareOf(0),
    };
  });
}

/** Summarises a set. */
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
