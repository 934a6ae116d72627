import { roundHalfAwayFromZero } from "../text/round";
import type { CompiledRubric } from "./compile";
import type { EvaluationSet, ScoreColumn } from "./evaluation";
import { STATUS } from "./evaluation";
import { createShift } from "./shift";

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
export type AgentTotals = Pick<
  EvaluationSet,
  "sections" | "deductions" | "bonuses" | "status" | "totalExact" | "total" | "totalWithoutCritical"
>;

/** Puts indicator scores together; `counted` of the columns is filled here. Columns are summed one after the other, not agent by agent. */
export function aggregate(
  compiled: CompiledRubric,
  columns: readonly ScoreColumn[],
  criticalFailed: readonly (Uint8Array | undefined)[],
  count: number,
): AgentTotals {
  const status = countPoints(compiled, columns, count);
  const sections = compiled.rubric.sections.map(() => new Float64Array(count));
  const deductions = new Float64Array(count);
  const bonuses = new Float64Array(count);
  columns.forEach(({ counted }, k) => {
    const { adjusts, section } = compiled.indicators[k]!;
    if (!adjusts) add(sections[section]!, counted);
    else splitBySign(counted, deductions, bonuses);
  });
  const ungated = sumOf(sections, count);
  const { gated, cap } = applyCritical(compiled, sections, criticalFailed, ungated, count);
  const { decimals, lowestTotal, fullScore, highestTotal = fullScore } = compiled.settings;
  const totalExact = new Float64Array(count);
  const total = new Float64Array(count);
  const totalWithoutCritical = gated === ungated ? total : new Float64Array(count);
  for (let agent = 0; agent < count; agent += 1) {
    if (status[agent] !== STATUS.scored) continue;
    const adjustments = deductions[agent]! + bonuses[agent]!;
    const held = Math.min(highestTotal, Math.max(lowestTotal, gated[agent]! + adjustments));
    const exact = cap ? Math.min(held, cap[agent]!) : held;
    totalExact[agent] = exact;
    total[agent] = roundHalfAwayFromZero(exact, decimals);
    if (gated !== ungated) {
      const without = Math.min(highestTotal, Math.max(lowestTotal, ungated[agent]! + adjustments));
      totalWithoutCritical[agent] = roundHalfAwayFromZero(without, decimals);
    }
  }
  return { sections, deductions, bonuses, status, totalExact, total, totalWithoutCritical };
}

/** Fills `counted` and tells the status of each evaluation. Where everything is scored, what was earned counts as it is. */
function countPoints(compiled: CompiledRubric, columns: readonly ScoreColumn[], count: number): Uint8Array {
  const incomplete = new Uint8Array(count);
  for (const { earned, counted, status } of columns) {
    counted.set(earned);
    for (let agent = 0; agent < count; agent += 1) incomplete[agent]! |= status[agent]!;
  }
  const shift = createShift(compiled, columns);
  const result = new Uint8Array(count);
  for (let agent = 0; agent < count; agent += 1) if (incomplete[agent] !== 0) result[agent] = shift(agent);
  return result;
}

function add(sum: Float64Array, column: Float64Array): void {
  for (let agent = 0; agent < sum.length; agent += 1) sum[agent]! += column[agent]!;
}

function splitBySign(column: Float64Array, negative: Float64Array, positive: Float64Array): void {
  for (let agent = 0; agent < column.length; agent += 1) {
    const points = column[agent]!;
    if (points < 0) negative[agent]! += points;
    else positive[agent]! += points;
  }
}

function sumOf(sections: readonly Float64Array[], count: number): Float64Array {
  const sum = new Float64Array(count);
  for (const section of sections) add(sum, section);
  return sum;
}

/** Zeroes sections of failed critical items, and finds each agent's cap. Without critical items nothing is copied. */
function applyCritical(
  compiled: CompiledRubric,
  sections: readonly Float64Array[],
  criticalFailed: readonly (Uint8Array | undefined)[],
  ungated: Float64Array,
  count: number,
): { readonly gated: Float64Array; readonly cap: Float64Array | undefined } {
  if (criticalFailed.every((failed) => failed === undefined)) return { gated: ungated, cap: undefined };
  const cap = new Float64Array(count).fill(Infinity);
  criticalFailed.forEach((failed, k) => {
    const { indicator, section } = compiled.indicators[k]!;
    const rule = indicator.critical;
    if (!failed || !rule) return;
    for (let agent = 0; agent < count; agent += 1) {
      if (failed[agent] !== 1) continue;
      if (rule.effect === "section") sections[section]![agent] = 0;
      else cap[agent] = Math.min(cap[agent]!, rule.effect === "cap" ? rule.cap : 0);
    }
  });
  return { gated: sumOf(sections, count), cap };
}
