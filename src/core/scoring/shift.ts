import type { CompiledRubric } from "./compile";
import type { ScoreColumn, StatusCode } from "./evaluation";
import { STATUS } from "./evaluation";

/** Sums of decimals such as 0.55 x 100 are compared on the digits that people wrote. */
const SAME = 1e-9;

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
    if (present > 0 && Math.abs(present - compiled.points) > SAME) {
      const factor = compiled.points / present;
      for (let k = 0; k < indicators.length; k += 1) weights[k]! *= factor;
    }
    return { stated, present };
  };
}

/**
 * Makes the function that settles one agent with an incomplete evaluation: it tells the evaluation's status and shifts points of
 * indicators that do not count onto those that do, so that what counts always adds up to the total.
 */
export function createShift(compiled: CompiledRubric, columns: readonly ScoreColumn[]): (agent: number) => StatusCode {
  const { indicators } = compiled;
  const weights = new Float64Array(indicators.length);
  const weigh = createWeigher(compiled, columns);
  return (agent) => {
    const { code, leaving } = settle(columns, agent);
    if (!leaving) return code;
    const { stated, present } = weigh(agent, weights);
    if (stated === compiled.points) return code;
    // Nothing left to judge by: not scored, never 0 and never 100.
    if (present === 0) return code === STATUS.failed ? code : STATUS.pending;
    for (let k = 0; k < indicators.length; k += 1) {
      const { earned, counted, status } = columns[k]!;
      if (weights[k]! > 0 && status[agent] === STATUS.scored) {
        counted[agent] = earned[agent]! * (weights[k]! / indicators[k]!.indicator.points);
      }
    }
    const covered = stated >= compiled.settings.coverage * compiled.points - SAME;
    return code === STATUS.scored && !covered ? STATUS.pending : code;
  };
}

/** The worst status of an agent's indicators decides; points count only where they are scored. */
function settle(
  columns: readonly ScoreColumn[],
  agent: number,
): { readonly code: StatusCode; readonly leaving: boolean } {
  let code: StatusCode = STATUS.scored;
  let leaving = false;
  for (let k = 0; k < columns.length; k += 1) {
    const own = columns[k]!.status[agent]!;
    if (own === STATUS.scored) continue;
    columns[k]!.counted[agent] = 0;
    if (own === STATUS.notApplicable) leaving = true;
    else if (code !== STATUS.failed) code = own as StatusCode;
  }
  return { code, leaving };
}
