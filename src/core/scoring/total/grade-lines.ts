import { quotasOf } from "../../rubric/scale";
import type { EvaluationSet } from "../model/evaluation";
import { STATUS } from "../model/status";
import { lastRankOf } from "./grade-quotas";

/** The total from which on a grade is earned. */
export interface GradeLine {
  readonly grade: string;
  readonly at: number;
  /** Whether the total at the line itself earns the grade. */
  readonly belongs: boolean;
}

export const isReached = ({ at, belongs }: Pick<GradeLine, "at" | "belongs">, total: number): boolean =>
  belongs ? total >= at : total > at;

/**
 * Makes the function that tells an agent's grade lines, the lowest first; the lowest grade of all has none. Where grades are given by quotas,
 * a line is the total of the last one of the others whom the quota lets in, so that it is not the same for everybody.
 */
export function gradeLinesOf(set: EvaluationSet): (agent: number) => readonly GradeLine[] {
  const { totalScale, settings } = set.rubric;
  if (!totalScale) return () => [];
  const quotas = quotasOf(totalScale);
  if (!quotas) {
    const lines = totalScale.intervals
      .map(({ grade, from, fromBelongs }) => ({ grade, at: from, belongs: fromBelongs }))
      .slice(1);
    return () => lines;
  }
  const groupOf = (agent: number): string => (settings.quotaGroup === "team" ? set.teams[agent]! : "");
  const groups = new Map<string, number[]>();
  for (let agent = 0; agent < set.count; agent += 1) {
    if (set.status[agent] !== STATUS.scored) continue;
    const totals = groups.get(groupOf(agent));
    if (totals) totals.push(set.total[agent]!);
    else groups.set(groupOf(agent), [set.total[agent]!]);
  }
  const made = new Map(
    [...groups].map(([group, totals]) => [
      group,
      { best: totals.sort((a, b) => b - a), lastRanks: lastRankOf(quotas, totals.length) },
    ]),
  );
  return (agent) => {
    const { best, lastRanks } = made.get(groupOf(agent))!;
    return totalScale.intervals.flatMap(({ grade }, g) => {
      const last = lastRanks[g]!;
      if (g === 0 || last === 0) return [];
      // Who stands among the best leaves a place to the next one.
      const at = best[set.total[agent]! >= best[last - 1]! ? last : last - 1];
      return at === undefined ? [] : [{ grade, at, belongs: true }];
    });
  };
}

/** The nearest line above an agent that leads to another grade; undefined at the top, and without grades or a total. */
export function nextLine(lines: readonly GradeLine[], set: EvaluationSet, agent: number): GradeLine | undefined {
  const own = set.rubric.grades[set.grade[agent]!];
  const next = lines.find((line) => line.grade !== own && !isReached(line, set.total[agent]!));
  // Where quotas leave a grade no place of its own, the same total leads to the one above.
  return next && lines.filter(({ at, belongs }) => at === next.at && belongs === next.belongs).at(-1);
}
