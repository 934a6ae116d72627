import { closedBounds, quotasOf } from "../rubric/scale";
import { roundColumn, roundTo } from "../text/round";
import type { Draft } from "./draft";
import { bends } from "./draft";
import { STATUS } from "./evaluation";
import { createWeigher } from "./shift";

/** Sums of decimals such as 0.55 x 100 are compared on the digits that people wrote. */
const SAME = 1e-9;

/**
 * Makes the function that puts together the totals of the agents `from` up to, but without, `to`, whose sections, deductions and bonuses
 * hold the sums of what was earned. What applies after what is stated in `PRECEDENCE`.
 */
export function createAggregate(draft: Draft): (from: number, to: number) => void {
  const { compiled, status, gone, deductions, bonuses, total, totalExact, totalWithoutCritical, grade } = draft;
  const { decimals, rounding, lowestTotal, fullScore, highestTotal = fullScore } = compiled.settings;
  const settle = createSettle(draft);
  const bend = createBend(draft);
  // A scale that states quotas instead of cut-offs is for the whole group to apply.
  const { totalScale } = compiled;
  const cutOffs = totalScale && !quotasOf(totalScale) ? closedBounds(totalScale.intervals) : undefined;
  return (from, to) => {
    for (let agent = from; agent < to; agent += 1) if (gone[agent] !== 0) settle(agent);
    if (bend) for (let agent = from; agent < to; agent += 1) bend(agent);
    else {
      if (draft.sums[0] !== totalExact) for (const section of draft.sums) addTo(totalExact, section, from, to);
      for (let agent = from; agent < to; agent += 1) {
        // Not by comparisons: the engine then makes an object of every total, for the garbage collector.
        totalExact[agent] = Math.min(
          highestTotal,
          Math.max(lowestTotal, totalExact[agent]! + (deductions[agent]! + bonuses[agent]!)),
        );
      }
    }
    for (let agent = from; agent < to; agent += 1) {
      if (status[agent] !== STATUS.scored) totalExact[agent] = totalWithoutCritical[agent] = 0;
    }
    roundColumn(totalExact, total, from, to, decimals, rounding);
    if (cutOffs) gradeColumn(cutOffs, total, status, grade, from, to);
  };
}

/** Index of each total's interval; -1 where there is no total or the scale has a gap. */
function gradeColumn(
  { first, last }: ReturnType<typeof closedBounds>,
  total: Float64Array,
  status: Uint8Array,
  grade: Int16Array,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i += 1) {
    if (status[i] !== STATUS.scored) continue;
    let k = first.length - 1;
    while (k >= 0 && !(total[i]! >= first[k]!)) k -= 1;
    grade[i] = k >= 0 && total[i]! <= last[k]! ? k : -1;
  }
}

function addTo(sum: Float64Array, column: Float64Array, from: number, to: number): void {
  for (let agent = from; agent < to; agent += 1) sum[agent]! += column[agent]!;
}

/** Shifts points of what does not count: step 2 of the precedence. */
function createSettle({ compiled, columns, gone, sums, totalExact, status, shifted }: Draft): (agent: number) => void {
  const weigh = createWeigher(compiled, columns);
  const weights = new Float64Array(columns.length);
  return (agent) => {
    const stated = compiled.points - gone[agent]!;
    if (stated <= SAME) {
      // Nothing left to judge by: not scored, never 0 and never 100.
      if (status[agent] === STATUS.scored) status[agent] = STATUS.pending;
      return;
    }
    if (status[agent] === STATUS.scored && stated < compiled.settings.coverage * compiled.points - SAME) {
      status[agent] = STATUS.pending;
    }
    shifted[agent] = 1;
    if (!compiled.shares) {
      const factor = compiled.points / stated;
      if (sums[0] === totalExact) totalExact[agent]! *= factor;
      else for (let s = 0; s < sums.length; s += 1) sums[s]![agent]! *= factor;
      return;
    }
    weigh(agent, weights);
    for (let s = 0; s < sums.length; s += 1) sums[s]![agent] = 0;
    for (let k = 0; k < columns.length; k += 1) {
      if (!(weights[k]! > 0) || columns[k]!.status[agent] !== STATUS.scored) continue;
      const { section, indicator } = compiled.indicators[k]!;
      sums[section]![agent]! += columns[k]!.earned[agent]! * (weights[k]! / indicator.points);
    }
  };
}

/**
 * Makes the function that applies what bends a sum: bounds of sections, caps of their deductions and bonuses, critical items. Steps 3 to 6
 * of the precedence; undefined where the rubric has none of it.
 */
function createBend(draft: Draft): ((agent: number) => void) | undefined {
  const { compiled, columns, criticalFailed, sums: sections, deductions, bonuses, totalExact } = draft;
  const { totalWithoutCritical } = draft;
  if (!bends(compiled)) return undefined;
  const critical = criticalFailed.some((failed) => failed !== undefined);
  const { decimals, rounding, lowestTotal, fullScore, highestTotal = fullScore } = compiled.settings;
  const hold = (value: number): number => Math.min(highestTotal, Math.max(lowestTotal, value));
  const capped = compiled.bounds.some((bounds) => bounds?.deductions !== undefined || bounds?.bonuses !== undefined);
  const taken = new Float64Array(sections.length);
  const added = new Float64Array(sections.length);
  /** Deductions and bonuses again, section by section, because each section has its own cap. */
  const capAdjustments = (agent: number): void => {
    taken.fill(0);
    added.fill(0);
    columns.forEach(({ earned, status }, k) => {
      const { adjusts, section } = compiled.indicators[k]!;
      if (!adjusts || status[agent] !== STATUS.scored) return;
      if (earned[agent]! < 0) taken[section]! += earned[agent]!;
      else added[section]! += earned[agent]!;
    });
    deductions[agent] = taken.reduce(
      (sum, own, s) => sum + Math.max(own, -(compiled.bounds[s]?.deductions ?? Infinity)),
      0,
    );
    bonuses[agent] = added.reduce((sum, own, s) => sum + Math.min(own, compiled.bounds[s]?.bonuses ?? Infinity), 0);
  };
  return (agent) => {
    let ungated = 0;
    for (let s = 0; s < sections.length; s += 1) {
      const { lowest = -Infinity, highest = Infinity } = compiled.bounds[s] ?? {};
      const held = Math.min(highest, Math.max(lowest, sections[s]![agent]!));
      sections[s]![agent] = held;
      ungated += held;
    }
    if (capped) capAdjustments(agent);
    let cap = Infinity;
    let failed = false;
    for (let k = 0; k < criticalFailed.length; k += 1) {
      if (criticalFailed[k]?.[agent] !== 1) continue;
      const { indicator, section } = compiled.indicators[k]!;
      failed = true;
      if (indicator.critical!.effect === "section") sections[section]![agent] = 0;
      else cap = Math.min(cap, indicator.critical!.effect === "cap" ? indicator.critical!.cap : 0);
    }
    let gated = 0;
    for (let s = 0; s < sections.length; s += 1) gated += sections[s]![agent]!;
    const adjustments = deductions[agent]! + bonuses[agent]!;
    totalExact[agent] = Math.min(cap, hold(gated + adjustments));
    totalWithoutCritical[agent] = failed || critical ? roundTo(hold(ungated + adjustments), decimals, rounding) : 0;
  };
}
