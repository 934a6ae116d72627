import type { Metrics } from "../../metrics/metrics";
import { partsIn, type Parts, type PartsByRow } from "../../metrics/parts";
import type { EvaluationPart, EvaluationSet, JoinedParts } from "../model/evaluation";
import { roundTotal } from "./round-total";
import type { IndicatorInput } from "../model/input";
import { weightedMean } from "../model/mean";
import { picked } from "../model/peers";
import { STATUS } from "../model/status";
import { conclude } from "./aggregate";
import type { AgentTotals } from "./draft";
import { gradesLost, lowerGrade } from "./lowered-grades";
import { rankedSet } from "./score";

/**
 * Makes one evaluation of the parts of each agent who stands several times in the period: the mean of the parts by days, each part first made
 * a share of its full score. It stays in the set of its main part; the other parts leave their sets. Grades and ranks are given anew.
 */
export function joinParts(sets: readonly EvaluationSet[], metrics: Metrics, period: string): readonly EvaluationSet[] {
  const parts = partsIn(metrics, period);
  if (parts.size === 0) return sets;
  const scored = new Map(sets.flatMap((set) => Array.from(set.rows, (row, agent) => [row, { set, agent }] as const)));
  return sets.map((set) => joinedSet(set, parts, scored, metrics)).filter(({ count }) => count > 0);
}

type Scored = Pick<EvaluationPart, "set" | "agent">;

function joinedSet(
  set: EvaluationSet,
  parts: PartsByRow,
  scored: ReadonlyMap<number, Scored>,
  metrics: Metrics,
): EvaluationSet {
  if (!set.rows.some((row) => parts.has(row))) return set;
  const agents = Int32Array.from(set.rows.keys()).filter((agent) => {
    const own = parts.get(set.rows[agent]!);
    return !own || own.main === set.rows[agent];
  });
  const rows = agents.map((agent) => set.rows[agent]!);
  const totals = pickTotals(set, agents);
  const joined = new Map<number, JoinedParts>();
  rows.forEach((row, agent) => {
    const own = parts.get(row);
    if (own) joined.set(agent, joinedParts(own, scored));
  });
  for (const [agent, own] of joined) enterMean(totals, agent, own);
  conclude(totals);
  const inputs = set.inputs.map((input) => pickInput(input, agents));
  const made = rankedSet(totals, metrics, set.period, rows, inputs, joined);
  for (const [agent, { all, main }] of joined) {
    const others = all.filter((part) => part !== main);
    lowerGrade(
      made,
      agent,
      others.reduce((sum, part) => sum + gradesLost(part.set, part.agent), 0),
    );
  }
  return made;
}

function joinedParts({ rows, days, main }: Parts, scored: ReadonlyMap<number, Scored>): JoinedParts {
  const all = rows.flatMap((row, k): EvaluationPart[] => {
    const place = scored.get(row);
    return place ? [{ ...place, days: days[k]! }] : [];
  });
  return { all, main: all.find(({ set, agent }) => set.rows[agent] === main)! };
}

/**
 * Enters the mean of an agent's parts as the exact total. A part that cannot be scored makes the whole so, and so does one that is pending. A
 * part of no days says nothing.
 */
function enterMean(totals: AgentTotals, agent: number, { all }: JoinedParts): void {
  const { fullScore } = totals.rubric.settings;
  const counting = all.filter(({ days }) => days > 0);
  const codes = counting.map(({ set, agent: own }) => set.status[own]!);
  const worst = [STATUS.failed, STATUS.pending].find((code) => codes.includes(code)) ?? STATUS.scored;
  totals.status[agent] = worst;
  if (worst !== STATUS.scored) return;
  totals.totalExact[agent] = meanOfParts(counting, fullScore, ({ set, agent: own }) => set.totalExact[own]!);
  if (totals.totalWithoutCritical === totals.total) return;
  const without = meanOfParts(counting, fullScore, ({ set, agent: own }) => set.totalWithoutCritical[own]!);
  totals.totalWithoutCritical[agent] = roundTotal(totals.rubric, without);
}

/** The mean by days of a total of each part, in points of this full score. Each part counts as a share of its own. */
function meanOfParts(
  parts: readonly EvaluationPart[],
  fullScore: number,
  totalOf: (part: EvaluationPart) => number,
): number {
  const shares = parts.map((part) => {
    const own = part.set.rubric.settings.fullScore;
    // Parts of the same full score need no share, and keep their digits.
    return own === fullScore ? totalOf(part) : (totalOf(part) / own) * fullScore;
  });
  return weightedMean(
    shares,
    parts.map(({ days }) => days),
  );
}

/** The share of an agent's days that its points stand for: 1 without parts. */
export function shareOfMain({ parts }: EvaluationSet, agent: number): number {
  const own = parts?.get(agent);
  return own ? own.main.days / own.all.reduce((sum, { days }) => sum + days, 0) : 1;
}

/** Totals of main parts, scored anew for these agents of a set, become means with the other parts as they are. */
export function joinAnew({ parts }: EvaluationSet, agents: readonly number[], scored: AgentTotals): void {
  if (!parts) return;
  const { fullScore } = scored.rubric.settings;
  agents.forEach((agent, row) => {
    const own = parts.get(agent);
    if (!own || scored.status[row] !== STATUS.scored) return;
    const counting = own.all.filter(({ days }) => days > 0);
    scored.totalExact[row] = meanOfParts(counting, fullScore, (part) =>
      part === own.main ? scored.totalExact[row]! : part.set.totalExact[part.agent]!,
    );
    scored.total[row] = roundTotal(scored.rubric, scored.totalExact[row]!);
  });
}

/** Copies of the columns at some agents. */
function pickTotals(set: EvaluationSet, agents: Int32Array): AgentTotals {
  const numbers = (column: Float64Array): Float64Array => Float64Array.from(agents, (agent) => column[agent]!);
  const codes = (column: Uint8Array): Uint8Array => Uint8Array.from(agents, (agent) => column[agent]!);
  const total = numbers(set.total);
  return {
    rubric: set.rubric,
    count: agents.length,
    indicators: set.indicators.map(({ earned, status }) => ({ earned: numbers(earned), status: codes(status) })),
    shifted: codes(set.shifted),
    gone: numbers(set.gone),
    present: numbers(set.present),
    incomplete: codes(set.incomplete),
    sections: set.sections.map(numbers),
    deductions: numbers(set.deductions),
    bonuses: numbers(set.bonuses),
    status: codes(set.status),
    totalExact: numbers(set.totalExact),
    total,
    totalWithoutCritical: set.totalWithoutCritical === set.total ? total : numbers(set.totalWithoutCritical),
    criticalFailed: set.criticalFailed.map((failed) => failed && codes(failed)),
    grade: new Int16Array(agents.length).fill(-1),
  };
}

function pickInput(input: IndicatorInput, agents: Int32Array): IndicatorInput {
  const { values, kinds, given, describe, peers } = input;
  return {
    ...input,
    values: Float64Array.from(agents, (agent) => values[agent]!),
    kinds: Uint8Array.from(agents, (agent) => kinds[agent]!),
    given: given && Float64Array.from(agents, (agent) => given[agent]!),
    describe: describe && ((agent) => describe(agents[agent]!)),
    peers: picked(peers, agents),
  };
}
