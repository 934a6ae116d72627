import type { CompiledRubric } from "../model/compiled";
import type { AgentTotals, EvaluationSet, ScoreColumn } from "../model/evaluation";
import { STATUS } from "../model/status";
import { isSame } from "../../text/tolerance";
import { oncePer } from "../../text/once-per";

/**
 * Makes the function that tells how much each indicator counts for one agent: its own points, plus equal shares of points that leave its
 * section by `share`, and all of it scaled to the points of the rubric. 0 for what leaves, and for adjustments.
 */
export function createWeigher(
  compiled: CompiledRubric,
  columns: readonly ScoreColumn[],
): (agent: number, weights: Float64Array) => { readonly stated: number; readonly present: number } {
  const { indicators, rubric } = compiled;
  const gone = new Float64Array(rubric.sections.length);
  const heirs = new Float64Array(rubric.sections.length);
  return (agent, weights) => {
    gone.fill(0);
    heirs.fill(0);
    let stated = 0;
    for (let k = 0; k < indicators.length; k += 1) {
      const { adjusts, indicator, section } = indicators[k]!;
      const leaves = columns[k]!.status[agent] === STATUS.notApplicable;
      weights[k] = adjusts || leaves ? 0 : indicator.points;
      stated += weights[k]!;
      if (weights[k]! > 0) heirs[section]! += 1;
      else if (leaves && !adjusts && indicator.ifMissing === "share") gone[section]! += indicator.points;
    }
    let present = 0;
    for (let k = 0; k < indicators.length; k += 1) {
      const { section } = indicators[k]!;
      if (weights[k]! > 0) weights[k]! += gone[section]! / heirs[section]!;
      present += weights[k]!;
    }
    if (present > 0 && !isSame(present, compiled.points)) {
      const factor = compiled.points / present;
      for (let k = 0; k < indicators.length; k += 1) weights[k]! *= factor;
    }
    return { stated, present };
  };
}

/**
 * Points that count in the total: what was earned, scaled where points of indicators that do not count were shifted here. 0 where the
 * indicator does not count. Worked out on demand, because most points are never shifted.
 */
export function countedPoints(set: AgentTotals, index: number, agent: number): number {
  const { earned, status } = set.indicators[index]!;
  if (status[agent] !== STATUS.scored) return 0;
  const { adjusts, indicator } = set.rubric.indicators[index]!;
  if (set.shifted[agent] === 0 || adjusts) return earned[agent]!;
  const { points, shares } = set.rubric;
  if (!shares) return earned[agent]! * (points / set.present[agent]!);
  return earned[agent]! * (weightsOf(set, agent)[index]! / indicator.points);
}

/**
 * By how much each agent's earned points are scaled to count in the total, 1 where nothing was shifted: `countedPoints` for whole columns.
 * Undefined where points may be shared within a section, so that every indicator has a factor of its own.
 */
export const countedFactors = oncePer(({ rubric, shifted, present }: EvaluationSet): Float64Array | undefined =>
  rubric.shares ? undefined : factorsFrom(rubric.points, shifted, present),
);

function factorsFrom(points: number, shifted: Uint8Array, present: Float64Array): Float64Array {
  const factors = new Float64Array(present.length);
  for (let i = 0; i < factors.length; i += 1) factors[i] = shifted[i] === 0 ? 1 : points / present[i]!;
  return factors;
}

/** Weights of the agent asked for last: points are mostly asked for agent by agent. */
const lastWeighed = oncePer(({ rubric, indicators }: AgentTotals) => ({
  agent: -1,
  weights: new Float64Array(indicators.length),
  weigh: createWeigher(rubric, indicators),
}));

/** How much each indicator counts for an agent; the array is overwritten by the next call. */
export function weightsOf(set: AgentTotals, agent: number): Float64Array {
  const last = lastWeighed(set);
  if (last.agent !== agent) last.weigh(agent, last.weights);
  last.agent = agent;
  return last.weights;
}
