import type { EvaluationSet } from "../model/evaluation";
import { STATUS } from "../model/status";
import type { GradeLine } from "../total/grade-lines";
import { isReached } from "../total/grade-lines";
import type { Found } from "./nearest";
import { shareOfMain } from "../total/join-parts";
import { countedPoints, weightsOf } from "../total/shift";
import type { CostUnit, Ways } from "./ways";
import { waysOf } from "./ways";
import type { Question, Spot } from "./what-if";
import { answer, supposing } from "./what-if";
import { SAME } from "../../text/tolerance";
import { oncePerName } from "../../text/once-per";

/**
 * The nearest value that earns the wanted points, or the most that any value can earn; undefined if the indicator does
 * not count.
 */
type Reach = (Found & { readonly reachable: true }) | { readonly reachable: false; readonly most: number | undefined };

/** A change of one single value that moves a total across a line. */
interface Change extends Spot, Found {
  /** The agent's present value; NaN if there is none. */
  readonly from: number;
  /** The new total, from scoring the agent anew. */
  readonly total: number;
  readonly cost: { readonly amount: number; readonly unit: CostUnit };
}

/** A line that an agent has to cross: upwards from below, downwards from at or above it. */
interface Crossing {
  readonly agent: number;
  readonly line: Pick<GradeLine, "at" | "belongs">;
}

/** Turns points and totals of a set into values. */
export interface Inverse {
  readonly valueFor: (agent: number, index: number, points: number) => Reach;
  /** For each crossing the single changes that achieve it, the cheapest first. */
  readonly changes: (crossings: readonly Crossing[]) => readonly (readonly Change[])[];
  /** Counted points that each indicator can still earn for an agent; Infinity without a limit. */
  readonly rooms: (agent: number) => readonly number[];
}

export function createInverse(set: EvaluationSet): Inverse {
  const waysAt = oncePerName((index: number): Ways => waysOf(set, index));
  const earnedAt = ({ agent, index }: Spot): number => {
    const { earned, status } = set.indicators[index]!;
    return status[agent] === STATUS.scored ? earned[agent]! : -Infinity;
  };
  return {
    valueFor: (agent, index, points) => {
      const holds = (earned: number): boolean => earned >= points - SAME;
      const value = set.inputs[index]!.values[agent]!;
      const now = earnedAt({ agent, index });
      if (!Number.isNaN(value) && holds(now)) return { reachable: true, value, stated: value };
      const search = waysAt(index).search(agent, "better", holds);
      const [{ found, most }] = answer(set, [{ agent, index, measure: "points", search }]) as [Answer];
      if (found) return { reachable: true, ...found };
      const best = Math.max(now, most);
      return { reachable: false, most: best === -Infinity ? undefined : best };
    },
    changes: (crossings) => {
      const questions = crossings.flatMap(({ agent, line }, crossing) => {
        if (set.status[agent] !== STATUS.scored) return [];
        const up = !isReached(line, set.total[agent]!);
        const holds = (total: number): boolean => !Number.isNaN(total) && isReached(line, total) === up;
        return movable(set, agent).map((index): Question & { readonly crossing: number } => {
          const search = waysAt(index).search(agent, up ? "better" : "worse", holds);
          return { crossing, agent, index, measure: "total", search };
        });
      });
      const found = answer(set, questions).flatMap((each, row) =>
        each.found ? [{ ...questions[row]!, ...each.found }] : [],
      );
      const { total } = supposing(set, found)(Float64Array.from(found, ({ stated }) => stated));
      const result = crossings.map((): Change[] => []);
      found.forEach(({ crossing, agent, index, value, stated }, row) => {
        const { startOf, spread, unit } = waysAt(index);
        const cost = { amount: Math.abs(value - startOf(agent)) / spread, unit };
        const from = set.inputs[index]!.values[agent]!;
        result[crossing]!.push({ agent, index, from, value, stated, total: total[row]!, cost });
      });
      for (const changes of result) changes.sort((a, b) => a.cost.amount - b.cost.amount);
      return result;
    },
    rooms: (agent) => {
      const weights = weightsOf(set, agent);
      const spots = set.rubric.indicators.map((_, index) => ({ agent, index }));
      const answers = answer(
        set,
        spots.map((spot) => ({
          ...spot,
          measure: "points",
          search: waysAt(spot.index).search(agent, "better", () => false),
        })),
      );
      return spots.map((spot, index) => {
        const { adjusts, indicator } = set.rubric.indicators[index]!;
        const leaves = set.indicators[index]!.status[agent] === STATUS.notApplicable;
        const { most, mostAt } = answers[index]!;
        if (leaves || !(most > earnedAt(spot))) return 0;
        if (adjusts && waysAt(index).isEnd(mostAt)) return Infinity;
        const room = most * (adjusts ? 1 : weights[index]! / indicator.points) - countedPoints(set, index, agent);
        return room * shareOfMain(set, agent);
      });
    },
  };
}

type Answer = ReturnType<typeof answer>[number];

/** Indicators with a value that can change: they count, and are or can be measured. */
function movable(set: EvaluationSet, agent: number): readonly number[] {
  return set.indicators.flatMap(({ status }, index) => (status[agent] === STATUS.scored ? [index] : []));
}
