import { roundHalfAwayFromZero } from "../text/round";
import type { CompiledRubric } from "./compile";
import type { ScoreColumn, StatusCode } from "./evaluation";
import { STATUS } from "./evaluation";

/**
 * The published precedence - what applies after what:
 *
 * 1. each indicator's own points, by its method
 * 2. points of missing and not applicable indicators: `share` within the section first, then everything else in proportion over the
 *    rubric; only earned points are scaled, never deductions or bonuses
 * 3. sections are summed; a failed critical item of effect `section` makes its section 0
 * 4. deductions and bonuses are added
 * 5. the total is held between the lowest and the highest total
 * 6. failed critical items: `zero` makes the total 0, `cap` holds it at most at the cap
 * 7. the total is rounded once
 */
export interface AgentTotals {
  readonly sections: readonly Float64Array[];
  readonly deductions: Float64Array;
  readonly bonuses: Float64Array;
  readonly status: Uint8Array;
  readonly totalExact: Float64Array;
  readonly total: Float64Array;
  readonly totalWithoutCritical: Float64Array;
}

/** Puts indicator scores together, agent by agent over columns; `counted` of the columns is filled here. */
export function aggregate(
  compiled: CompiledRubric,
  columns: readonly ScoreColumn[],
  criticalFailed: readonly (Uint8Array | undefined)[],
  count: number,
): AgentTotals {
  const sections = compiled.rubric.sections.map(() => new Float64Array(count));
  const deductions = new Float64Array(count);
  const bonuses = new Float64Array(count);
  const status = new Uint8Array(count);
  const totalExact = new Float64Array(count);
  const total = new Float64Array(count);
  const totalWithoutCritical = new Float64Array(count);
  const { decimals, lowestTotal, fullScore } = compiled.settings;
  const highestTotal = compiled.settings.highestTotal ?? fullScore;
  const criticals = criticalFailed.flatMap((failed, index) =>
    failed ? [{ failed, of: compiled.indicators[index]! }] : [],
  );
  const sectionZero = new Uint8Array(sections.length);
  const shift = createShift(compiled);

  for (let agent = 0; agent < count; agent += 1) {
    const agentStatus = shift(columns, agent);
    status[agent] = agentStatus;
    let earned = 0;
    for (let k = 0; k < columns.length; k += 1) {
      const { counted } = columns[k]!;
      const points = counted[agent]!;
      if (!compiled.indicators[k]!.adjusts) sections[compiled.indicators[k]!.section]![agent]! += points;
      else if (points < 0) deductions[agent]! += points;
      else bonuses[agent]! += points;
    }
    let cap = Infinity;
    let anyCritical = false;
    for (const { failed, of } of criticals) {
      if (failed[agent] !== 1) continue;
      anyCritical = true;
      const rule = of.indicator.critical!;
      if (rule.effect === "section") sectionZero[of.section] = 1;
      else cap = Math.min(cap, rule.effect === "cap" ? rule.cap : 0);
    }
    let ungated = 0;
    for (let s = 0; s < sections.length; s += 1) {
      const points = sections[s]![agent]!;
      ungated += points;
      if (sectionZero[s] === 1) {
        sections[s]![agent] = 0;
        sectionZero[s] = 0;
      } else earned += points;
    }
    if (agentStatus !== STATUS.scored) continue;
    const adjustments = deductions[agent]! + bonuses[agent]!;
    const held = Math.min(highestTotal, Math.max(lowestTotal, earned + adjustments));
    const exact = anyCritical ? Math.min(held, cap) : held;
    totalExact[agent] = exact;
    total[agent] = roundHalfAwayFromZero(exact, decimals);
    totalWithoutCritical[agent] = anyCritical
      ? roundHalfAwayFromZero(Math.min(highestTotal, Math.max(lowestTotal, ungated + adjustments)), decimals)
      : total[agent]!;
  }
  return { sections, deductions, bonuses, status, totalExact, total, totalWithoutCritical };
}

/**
 * Makes the function that fills `counted` for one agent and tells the status of the evaluation. Points of indicators that do not count
 * are shifted onto those that do, so that what counts always adds up to the total.
 */
function createShift(compiled: CompiledRubric): (columns: readonly ScoreColumn[], agent: number) => StatusCode {
  const { indicators, rubric } = compiled;
  const weights = new Float64Array(indicators.length);
  return (columns, agent) => {
    let pending = false;
    let failed = false;
    let leaving = false;
    for (let k = 0; k < columns.length; k += 1) {
      const { earned, counted, status } = columns[k]!;
      const code = status[agent]!;
      if (code === STATUS.scored) {
        counted[agent] = earned[agent]!;
        continue;
      }
      counted[agent] = 0;
      if (code === STATUS.failed) failed = true;
      else if (code === STATUS.pending) pending = true;
      else if (!indicators[k]!.adjusts) leaving = true;
    }
    let code: StatusCode = failed ? STATUS.failed : pending ? STATUS.pending : STATUS.scored;
    if (!leaving) return code;

    let present = 0;
    let presentStated = 0;
    for (let k = 0; k < indicators.length; k += 1) {
      const counts = !indicators[k]!.adjusts && columns[k]!.status[agent] !== STATUS.notApplicable;
      weights[k] = counts ? indicators[k]!.indicator.points : 0;
      presentStated += weights[k]!;
    }
    for (let k = 0; k < indicators.length; k += 1) {
      const { adjusts, indicator, section } = indicators[k]!;
      if (adjusts || columns[k]!.status[agent] !== STATUS.notApplicable || indicator.ifMissing !== "share") continue;
      const heirs = rubric.sections[section]!.indicators.filter(
        (index) => !indicators[index]!.adjusts && columns[index]!.status[agent] !== STATUS.notApplicable,
      );
      for (const heir of heirs) weights[heir]! += indicator.points / heirs.length;
    }
    for (let k = 0; k < indicators.length; k += 1) present += weights[k]!;
    // Nothing left to judge by: not scored, never 0 and never 100.
    if (present === 0) return code === STATUS.failed ? code : STATUS.pending;
    const factor = compiled.points / present;
    for (let k = 0; k < indicators.length; k += 1) {
      const points = indicators[k]!.indicator.points;
      const column = columns[k]!;
      if (indicators[k]!.adjusts || points === 0 || column.status[agent] !== STATUS.scored) continue;
      column.counted[agent] = column.earned[agent]! * (weights[k]! / points) * factor;
    }
    if (code === STATUS.scored && presentStated < compiled.settings.coverage * compiled.points) code = STATUS.pending;
    return code;
  };
}
