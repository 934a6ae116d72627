import { closedBounds, quotasOf } from "../../rubric/scale";
import type { CompiledRubric } from "../model/compiled";
import type { AgentTotals } from "../model/evaluation";
import { STATUS } from "../model/status";
import { lowerGrades } from "./lowered-grades";
import { roundTotal } from "./round-total";
import { createWeigher } from "./shift";
import { SAME } from "../../text/tolerance";

/**
 * Puts together the totals of agents whose sections, deductions and bonuses hold the sums of what was earned. What applies after what is
 * stated in `PRECEDENCE`.
 */
export function settle(draft: AgentTotals): void {
  shiftPoints(draft);
  if (bends(draft.rubric)) bendSums(draft);
  else addUp(draft);
  conclude(draft);
}

/** Rounds the exact totals of who is scored, and gives grades by cut-offs. */
export function conclude(draft: AgentTotals): void {
  roundTotals(draft);
  giveGrades(draft);
}

/** Whether anything but deductions and bonuses comes between the earned points and the total: bounds of sections, critical items. */
export function bends({ bounds, indicators }: CompiledRubric): boolean {
  return bounds.some((each) => each !== undefined) || indicators.some(({ indicator }) => Boolean(indicator.critical));
}

/** Shifts points of what does not count: step 2 of the precedence. Who has too little left to be judged by is pending. */
function shiftPoints(draft: AgentTotals): void {
  const { rubric, count, gone, present, sections, status, shifted } = draft;
  const { points, settings } = rubric;
  const presenceOf = createPresence(draft);
  const addAgain = rubric.shares ? createAdder(draft) : undefined;
  for (let agent = 0; agent < count; agent += 1) {
    if (gone[agent] === 0) continue;
    const stated = presenceOf(agent);
    present[agent] = stated;
    // Nothing left to judge by: not scored, never 0 and never 100.
    const nothing = stated <= SAME;
    if ((nothing || stated < settings.coverage * points - SAME) && status[agent] === STATUS.scored) {
      status[agent] = STATUS.pending;
    }
    if (nothing) continue;
    shifted[agent] = 1;
    if (addAgain) addAgain(agent);
    else for (const section of sections) section[agent]! *= points / stated;
  }
}

/** Makes the function that adds up the points of the indicators that an agent is judged by. */
function createPresence({ rubric, indicators, gone }: AgentTotals): (agent: number) => number {
  const earning = rubric.indicators.flatMap(({ adjusts }, k) => (adjusts ? [] : [k]));
  const points = earning.map((k) => rubric.indicators[k]!.indicator.points);
  // Differences of whole numbers are exact. Adding up costs 1.1 times as much for all of scoring, at 40,000 agents.
  if (points.every(Number.isInteger)) return (agent) => rubric.points - gone[agent]!;
  const status = earning.map((k) => indicators[k]!.status);
  return (agent) => {
    let sum = 0;
    for (let k = 0; k < points.length; k += 1) if (status[k]![agent] !== STATUS.notApplicable) sum += points[k]!;
    return sum;
  };
}

/** Makes the function that sums an agent's sections anew, each indicator with a weight of its own. */
function createAdder({ rubric, indicators, sections }: AgentTotals): (agent: number) => void {
  const weigh = createWeigher(rubric, indicators);
  const weights = new Float64Array(indicators.length);
  return (agent) => {
    weigh(agent, weights);
    for (const section of sections) section[agent] = 0;
    indicators.forEach(({ earned, status }, k) => {
      if (!(weights[k]! > 0) || status[agent] !== STATUS.scored) return;
      const { section, indicator } = rubric.indicators[k]!;
      sections[section]![agent]! += earned[agent]! * (weights[k]! / indicator.points);
    });
  };
}

/** Holds a total within the bounds that the rubric sets. */
function holderOf({ settings: { lowestTotal, fullScore, highestTotal = fullScore } }: CompiledRubric) {
  return (total: number): number => Math.min(highestTotal, Math.max(lowestTotal, total));
}

/** Totals where nothing bends a sum. */
function addUp({ rubric, count, sections, deductions, bonuses, totalExact }: AgentTotals): void {
  const hold = holderOf(rubric);
  for (let agent = 0; agent < count; agent += 1) {
    let sum = 0;
    for (const section of sections) sum += section[agent]!;
    totalExact[agent] = hold(sum + (deductions[agent]! + bonuses[agent]!));
  }
}

/** Applies what bends a sum: bounds of sections, caps of their deductions and bonuses, critical items. Steps 3 to 9 of the precedence. */
function bendSums(draft: AgentTotals): void {
  const { rubric, count, criticalFailed, sections, deductions, bonuses, totalExact, totalWithoutCritical } = draft;
  const hold = holderOf(rubric);
  const anyCritical = criticalFailed.some((failed) => failed !== undefined);
  const capped = rubric.bounds.some((bounds) => bounds?.deductions !== undefined || bounds?.bonuses !== undefined);
  for (let agent = 0; agent < count; agent += 1) {
    let ungated = 0;
    sections.forEach((section, s) => {
      const { lowest = -Infinity, highest = Infinity } = rubric.bounds[s] ?? {};
      section[agent] = Math.min(highest, Math.max(lowest, section[agent]!));
      ungated += section[agent]!;
    });
    if (capped) capAdjustments(draft, agent);
    const adjustments = deductions[agent]! + bonuses[agent]!;
    const free = hold(ungated + adjustments);
    totalExact[agent] = free;
    if (!anyCritical) continue;
    totalWithoutCritical[agent] = roundTotal(rubric, free);
    let [cap, factor] = [Infinity, 1];
    criticalFailed.forEach((failed, k) => {
      if (failed?.[agent] !== 1) return;
      const { indicator, section } = rubric.indicators[k]!;
      const rule = indicator.critical!;
      if (rule.effect === "section") sections[section]![agent] = Math.min(0, sections[section]![agent]!);
      else if (rule.effect === "times") factor *= rule.factor;
      else if (rule.effect !== "grade") cap = Math.min(cap, rule.effect === "cap" ? rule.cap : 0);
    });
    const gated = sections.reduce((sum, section) => sum + section[agent]!, 0);
    // A factor raises what is negative, and a bound what lies beyond it: a veto does neither.
    totalExact[agent] = Math.min(free, cap, hold(gated + adjustments) * factor);
  }
}

/** Deductions and bonuses again, section by section, because each section has its own cap. */
function capAdjustments({ rubric, indicators, sections, deductions, bonuses }: AgentTotals, agent: number): void {
  const taken = sections.map(() => 0);
  const added = sections.map(() => 0);
  indicators.forEach(({ earned, status }, k) => {
    const { adjusts, section } = rubric.indicators[k]!;
    if (!adjusts || status[agent] !== STATUS.scored) return;
    if (earned[agent]! < 0) taken[section]! += earned[agent]!;
    else added[section]! += earned[agent]!;
  });
  const { bounds } = rubric;
  deductions[agent] = taken.reduce((sum, own, s) => sum + Math.max(own, -(bounds[s]?.deductions ?? Infinity)), 0);
  bonuses[agent] = added.reduce((sum, own, s) => sum + Math.min(own, bounds[s]?.bonuses ?? Infinity), 0);
}

/** Rounds the totals; who is not scored has none. */
function roundTotals({ rubric, count, status, total, totalExact, totalWithoutCritical }: AgentTotals): void {
  for (let agent = 0; agent < count; agent += 1) {
    if (status[agent] !== STATUS.scored) totalExact[agent] = totalWithoutCritical[agent] = 0;
    total[agent] = roundTotal(rubric, totalExact[agent]!);
  }
}

/** Gives each total the grade in whose interval it lies; none where the scale has a gap. */
function giveGrades(draft: AgentTotals): void {
  const { totalScale } = draft.rubric;
  const { count, total, status, grade } = draft;
  // A scale that states quotas instead of cut-offs is for the whole group to apply.
  if (!totalScale || quotasOf(totalScale)) return;
  const { first, last } = closedBounds(totalScale.intervals);
  for (let agent = 0; agent < count; agent += 1) {
    if (status[agent] !== STATUS.scored) continue;
    let k = first.length - 1;
    while (k >= 0 && !(total[agent]! >= first[k]!)) k -= 1;
    grade[agent] = k >= 0 && total[agent]! <= last[k]! ? k : -1;
  }
  lowerGrades(draft);
}
