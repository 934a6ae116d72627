import { quotasOf } from "../../rubric/scale";
import { roundHalfAwayFromZero } from "../../text/round";
import type { CodedColumn } from "../../metrics/columns";
import type { AgentTotals } from "../model/evaluation";
import { STATUS } from "../model/status";
import { lowerGrades } from "./lowered-grades";
import { rankByTotal, rankWithin } from "./rank";
import { rankingOf } from "./ranking";

/**
 * Gives grades by forced distribution, where the Total scale states shares and no cut-offs: best totals first, until a grade's quota is used
 * up. A quota is the rounded share of the group so far, `10 % and 20 % of 15 agents` being the first 2 and the first 5. Equal totals
 * are not split, unless a tie-break does: who shares a rank shares the better grade, even where its quota is exceeded by that.
 *
 * @param team the teams of the agents, within which quotas may hold
 */
export function applyQuotas(totals: AgentTotals, team: CodedColumn): void {
  const { rubric, total, status, grade } = totals;
  const quotas = rubric.totalScale && quotasOf(rubric.totalScale);
  if (!quotas) return;
  const { decimals, quotaGroup } = rubric.settings;
  const [groupOf, groups] = [team.codes, team.texts.length];
  const whole = quotaGroup === "role";
  // Quotas count heads, so a tie always skips.
  const ranking = { ...rankingOf(totals), dense: false };
  const ranks = whole
    ? rankByTotal(total, status, decimals, ranking)
    : rankWithin(groupOf, groups, -1, total, status, decimals, ranking);
  const sizes = new Int32Array(whole ? 1 : groups);
  for (let i = 0; i < total.length; i += 1) if (status[i] === STATUS.scored) sizes[whole ? 0 : groupOf[i]!]! += 1;
  const lastRanks = Array.from(sizes, (size) => lastRankOf(quotas, size));
  for (let i = 0; i < total.length; i += 1) {
    if (status[i] !== STATUS.scored) continue;
    const limits = lastRanks[whole ? 0 : groupOf[i]!]!;
    let reached = quotas.length - 1;
    while (reached > 0 && ranks[i]! > limits[reached]!) reached -= 1;
    grade[i] = reached;
  }
  lowerGrades(totals);
}

/** For each grade, in ascending order, the last rank that still earns it or a better one. */
export function lastRankOf(quotas: readonly number[], size: number): readonly number[] {
  const limits = new Array<number>(quotas.length);
  let share = 0;
  for (let g = quotas.length - 1; g >= 0; g -= 1) {
    share += quotas[g]!;
    limits[g] = roundHalfAwayFromZero(share * size, 0);
  }
  return limits;
}
