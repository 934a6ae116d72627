import { countedPoints } from "../../src/core/scoring/total/shift";
import { KINDS } from "./data";
import type { HandScores } from "./hand-loop";
import type { ProductScores } from "./product";

const SAME = 1e-9;

/** Fails unless both come to the same numbers, before anything is measured. @throws Error naming the first difference */
export function agree({ set, teamMeans }: ProductScores, hand: HandScores): void {
  const close = (what: string, agent: number, own: number, other: number): void => {
    if (!(Math.abs(own - other) <= SAME * Math.max(1, Math.abs(other))))
      throw new Error(`${what} of agent ${agent}: product ${own}, by hand ${other}`);
  };
  for (let agent = 0; agent < set.count; agent += 1) {
    KINDS.forEach((kind, k) => {
      const counted = countedPoints(set, k, agent);
      const { earned } = set.indicators[k]!;
      close(`${kind} ${k + 1}`, agent, earned[agent]!, hand.points[k]![agent]!);
      if (set.shifted[agent] === 0) close(`counted ${k + 1}`, agent, counted, hand.points[k]![agent]!);
    });
    close("total", agent, set.total[agent]!, hand.total[agent]!);
    close("grade", agent, set.grade[agent]!, hand.grade[agent]!);
    close("rank", agent, set.rank[agent]!, hand.rank[agent]!);
  }
  if (teamMeans.length !== hand.teamMeans.length) throw new Error("different numbers of teams");
  teamMeans.forEach((mean, team) => close("team mean", team, mean, hand.teamMeans[team]!));
}
