import type { CompiledRubric } from "./compile";
import type { ScoreColumn, StatusCode } from "./evaluation";
import { STATUS } from "./evaluation";

/**
 * Makes the function that settles one agent with an incomplete evaluation: it tells the evaluation's status and shifts points of
 * indicators that do not count onto those that do, so that what counts always adds up to the total.
 */
export function createShift(compiled: CompiledRubric, columns: readonly ScoreColumn[]): (agent: number) => StatusCode {
  const { indicators, rubric } = compiled;
  const weights = new Float64Array(indicators.length);
  const leaves = (k: number, agent: number): boolean => columns[k]!.status[agent] === STATUS.notApplicable;
  return (agent) => {
    const { code, leaving } = settle(columns, agent);
    if (!leaving) return code;

    let stated = 0;
    for (let k = 0; k < indicators.length; k += 1) {
      weights[k] = indicators[k]!.adjusts || leaves(k, agent) ? 0 : indicators[k]!.indicator.points;
      stated += weights[k]!;
    }
    if (stated === compiled.points) return code;
    for (let k = 0; k < indicators.length; k += 1) {
      const { adjusts, indicator, section } = indicators[k]!;
      if (adjusts || !leaves(k, agent) || indicator.ifMissing !== "share") continue;
      const heirs = rubric.sections[section]!.indicators.filter((index) => weights[index]! > 0);
      for (const heir of heirs) weights[heir]! += indicator.points / heirs.length;
    }
    let present = 0;
    for (let k = 0; k < indicators.length; k += 1) present += weights[k]!;
    // Nothing left to judge by: not scored, never 0 and never 100.
    if (present === 0) return code === STATUS.failed ? code : STATUS.pending;
    const factor = compiled.points / present;
    for (let k = 0; k < indicators.length; k += 1) {
      const { earned, counted, status } = columns[k]!;
      const points = indicators[k]!.indicator.points;
      if (weights[k]! > 0 && status[agent] === STATUS.scored) {
        counted[agent] = earned[agent]! * (weights[k]! / points) * factor;
      }
    }
    const covered = stated >= compiled.settings.coverage * compiled.points;
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
