import { foldName } from "../../cell/cell";
import { isSame } from "../../text/tolerance";
import type { AgentTotals } from "../model/evaluation";
import type { Ranking } from "./rank";
import { countedPoints } from "./shift";

/** How the agents of a set are ranked by the settings of its rubric. */
export function rankingOf(totals: AgentTotals): Ranking {
  const { rubric } = totals;
  const { ranks, tieBreak } = rubric.settings;
  const deciding = tieBreak.flatMap((name) => {
    const k = rubric.indicators.findIndex(({ indicator }) => foldName(indicator.name) === name);
    return k < 0 ? [] : [k];
  });
  return { dense: ranks === "dense", breakTie: deciding.length > 0 ? breakerOf(totals, deciding) : undefined };
}

/** More counted points on the first of these indicators rank higher; where they are equal, on the next. */
function breakerOf(totals: AgentTotals, deciding: readonly number[]): NonNullable<Ranking["breakTie"]> {
  return (a, b) => {
    for (const k of deciding) {
      const [own, other] = [countedPoints(totals, k, a), countedPoints(totals, k, b)];
      if (!isSame(own, other)) return other - own;
    }
    return 0;
  };
}
