import type { AgentTotals } from "../model/evaluation";

/** By how many steps the critical items that an agent failed lower the grade, all of them together. */
export function gradesLost({ rubric, criticalFailed }: AgentTotals, agent: number): number {
  return rubric.indicators.reduce((sum, { indicator: { critical } }, k) => {
    const failed = critical?.effect === "grade" && criticalFailed[k]?.[agent] === 1;
    return sum + (failed ? critical.steps : 0);
  }, 0);
}

/** Lowers the grades of who failed such items, to the worst grade at most. Rank and place in the quotas stay. */
export function lowerGrades(draft: AgentTotals): void {
  if (!draft.rubric.indicators.some(({ indicator }) => indicator.critical?.effect === "grade")) return;
  for (let agent = 0; agent < draft.count; agent += 1) {
    const own = draft.grade[agent]!;
    if (own > 0) draft.grade[agent] = Math.max(0, own - gradesLost(draft, agent));
  }
}
