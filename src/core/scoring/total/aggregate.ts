import { closedBounds, quotasOf } from "../../rubric/scale";
import { roundColumn, roundTo } from "../../text/round";
import type { Draft } from "./draft";
import { bends } from "./draft";
import { STATUS } from "../model/status";
import { createWeigher } from "./shift";
import { SAME } from "../../text/tolerance";

/**
 * Puts together the totals of agents whose sections, deductions and bonuses hold the sums of what was earned. What applies after what is
 * stated in `PRECEDENCE`.
 */
export class Aggregate {
  private readonly shift: Shift;
  private readonly bend: Bend | undefined;
  private readonly cutOffs: ReturnType<typeof closedBounds> | undefined;

  constructor(private readonly draft: Draft) {
    const { totalScale } = draft.compiled;
    this.shift = new Shift(draft);
    this.bend = bends(draft.compiled) ? new Bend(draft) : undefined;
    // A scale that states quotas instead of cut-offs is for the whole group to apply.
    this.cutOffs = totalScale && !quotasOf(totalScale) ? closedBounds(totalScale.intervals) : undefined;
  }

  /** The totals of the agents `from` up to, but without, `to`. */
  settle(from: number, to: number): void {
    const { shift, bend, cutOffs, draft } = this;
    const { compiled, status, total, totalExact, totalWithoutCritical, grade, sums, deductions, bonuses } = draft;
    const { decimals, rounding, lowestTotal, fullScore, highestTotal = fullScore } = compiled.settings;
    shift.apply(from, to);
    if (bend) for (let agent = from; agent < to; agent += 1) bend.apply(agent);
    else {
      if (sums[0] !== totalExact) for (const section of sums) addTo(totalExact, section, from, to);
      addUp(totalExact, deductions, bonuses, lowestTotal, highestTotal, from, to);
    }
    clearUnscored(status, totalExact, totalWithoutCritical, from, to);
    roundColumn(totalExact, total, from, to, decimals, rounding);
    if (cutOffs) gradeColumn(cutOffs.first, cutOffs.last, total, status, grade, from, to);
  }
}

/*
 * The loops that every rubric needs are functions that take nothing but arrays and numbers: what the engine compiles for objects is lost
 * whenever the garbage collector finds none of them in use.
 */

/** Totals where nothing bends a sum: with deductions and bonuses, held within the bounds of a total. */
function addUp(
  sum: Float64Array,
  deductions: Float64Array,
  bonuses: Float64Array,
  lowest: number,
  highest: number,
  from: number,
  to: number,
): void {
  for (let agent = from; agent < to; agent += 1) {
    // Not by comparisons: the engine then makes an object of every total, for the garbage collector.
    sum[agent] = Math.min(highest, Math.max(lowest, sum[agent]! + (deductions[agent]! + bonuses[agent]!)));
  }
}

function clearUnscored(
  status: Uint8Array,
  totalExact: Float64Array,
  totalWithoutCritical: Float64Array,
  from: number,
  to: number,
): void {
  for (let agent = from; agent < to; agent += 1) {
    if (status[agent] !== STATUS.scored) totalExact[agent] = totalWithoutCritical[agent] = 0;
  }
}

function addTo(sum: Float64Array, column: Float64Array, from: number, to: number): void {
  for (let agent = from; agent < to; agent += 1) sum[agent]! += column[agent]!;
}

/** Index of each total's interval; -1 where there is no total or the scale has a gap. */
function gradeColumn(
  first: Float64Array,
  last: Float64Array,
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

/** Shifts points of what does not count: step 2 of the precedence. */
class Shift {
  private readonly weigh: ReturnType<typeof createWeigher>;
  private readonly weights: Float64Array;

  constructor(private readonly draft: Draft) {
    this.weigh = createWeigher(draft.compiled, draft.columns);
    this.weights = new Float64Array(draft.columns.length);
  }

  /** Does so for the agents `from` up to, but without, `to`. */
  apply(from: number, to: number): void {
    const { compiled, gone, sums, totalExact, status, shifted } = this.draft;
    const { points, shares, settings } = compiled;
    markShifted(gone, status, shifted, points, settings.coverage * points, from, to);
    if (shares) {
      for (let agent = from; agent < to; agent += 1) if (shifted[agent] === 1) this.addAgain(agent);
    } else if (sums[0] === totalExact) scaleUp(totalExact, gone, shifted, points, from, to);
    else for (const section of sums) scaleUp(section, gone, shifted, points, from, to);
  }

  /** Sums an agent's sections anew, each indicator with a weight of its own. */
  private addAgain(agent: number): void {
    const { draft, weights } = this;
    const { compiled, columns, sums } = draft;
    this.weigh(agent, weights);
    for (let s = 0; s < sums.length; s += 1) sums[s]![agent] = 0;
    for (let k = 0; k < columns.length; k += 1) {
      if (!(weights[k]! > 0) || columns[k]!.status[agent] !== STATUS.scored) continue;
      const { section, indicator } = compiled.indicators[k]!;
      sums[section]![agent]! += columns[k]!.earned[agent]! * (weights[k]! / indicator.points);
    }
  }
}

/** Notes whose points are shifted; who has too little left to be judged by is pending. */
function markShifted(
  gone: Float64Array,
  status: Uint8Array,
  shifted: Uint8Array,
  points: number,
  least: number,
  from: number,
  to: number,
): void {
  for (let agent = from; agent < to; agent += 1) {
    if (gone[agent] === 0) continue;
    const stated = points - gone[agent]!;
    // Nothing left to judge by: not scored, never 0 and never 100.
    const nothing = stated <= SAME;
    if ((nothing || stated < least - SAME) && status[agent] === STATUS.scored) status[agent] = STATUS.pending;
    if (!nothing) shifted[agent] = 1;
  }
}

/** One factor for all that an agent earned. */
function scaleUp(
  sum: Float64Array,
  gone: Float64Array,
  shifted: Uint8Array,
  points: number,
  from: number,
  to: number,
): void {
  for (let agent = from; agent < to; agent += 1) {
    if (shifted[agent] === 1) sum[agent]! *= points / (points - gone[agent]!);
  }
}

/** Applies what bends a sum: bounds of sections, caps of their deductions and bonuses, critical items. Steps 3 to 6 of the precedence. */
class Bend {
  private readonly critical: boolean;
  private readonly capped: boolean;
  private readonly taken: Float64Array;
  private readonly added: Float64Array;

  constructor(private readonly draft: Draft) {
    const { compiled, criticalFailed, sums } = draft;
    this.critical = criticalFailed.some((failed) => failed !== undefined);
    this.capped = compiled.bounds.some((bounds) => bounds?.deductions !== undefined || bounds?.bonuses !== undefined);
    this.taken = new Float64Array(sums.length);
    this.added = new Float64Array(sums.length);
  }

  apply(agent: number): void {
    const { compiled, criticalFailed, sums, deductions, bonuses, totalExact, totalWithoutCritical } = this.draft;
    let ungated = 0;
    for (let s = 0; s < sums.length; s += 1) {
      const { lowest = -Infinity, highest = Infinity } = compiled.bounds[s] ?? {};
      const held = Math.min(highest, Math.max(lowest, sums[s]![agent]!));
      sums[s]![agent] = held;
      ungated += held;
    }
    if (this.capped) this.capAdjustments(agent);
    let cap = Infinity;
    let failed = false;
    for (let k = 0; k < criticalFailed.length; k += 1) {
      if (criticalFailed[k]?.[agent] !== 1) continue;
      const { indicator, section } = compiled.indicators[k]!;
      failed = true;
      if (indicator.critical!.effect === "section") sums[section]![agent] = 0;
      else cap = Math.min(cap, indicator.critical!.effect === "cap" ? indicator.critical!.cap : 0);
    }
    let gated = 0;
    for (let s = 0; s < sums.length; s += 1) gated += sums[s]![agent]!;
    const { decimals, rounding, lowestTotal, fullScore, highestTotal = fullScore } = compiled.settings;
    const hold = (value: number): number => Math.min(highestTotal, Math.max(lowestTotal, value));
    const adjustments = deductions[agent]! + bonuses[agent]!;
    totalExact[agent] = Math.min(cap, hold(gated + adjustments));
    totalWithoutCritical[agent] =
      failed || this.critical ? roundTo(hold(ungated + adjustments), decimals, rounding) : 0;
  }

  /** Deductions and bonuses again, section by section, because each section has its own cap. */
  private capAdjustments(agent: number): void {
    const { taken, added } = this;
    const { compiled, columns, deductions, bonuses } = this.draft;
    taken.fill(0);
    added.fill(0);
    columns.forEach(({ earned, status }, k) => {
      const { adjusts, section } = compiled.indicators[k]!;
      if (!adjusts || status[agent] !== STATUS.scored) return;
      if (earned[agent]! < 0) taken[section]! += earned[agent]!;
      else added[section]! += earned[agent]!;
    });
    const { bounds } = compiled;
    deductions[agent] = taken.reduce((sum, own, s) => sum + Math.max(own, -(bounds[s]?.deductions ?? Infinity)), 0);
    bonuses[agent] = added.reduce((sum, own, s) => sum + Math.min(own, bounds[s]?.bonuses ?? Infinity), 0);
  }
}
