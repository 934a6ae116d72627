import type { Metrics } from "../../metrics/metrics";
import { KIND } from "../../metrics/reading";
import { isRun, take } from "../gather/rows";
import { failsAt, type CompiledIndicator, type CompiledRubric } from "../model/compiled";
import type { AgentTotals, EvaluationSet } from "../model/evaluation";
import type { IndicatorInput } from "../model/input";
import { STATUS } from "../model/status";
import { settle } from "./aggregate";
import { createDraft } from "./draft";
import { applyQuotas } from "./grade-quotas";
import { rankByTotal, rankWithin } from "./rank";
import { rankingOf } from "./ranking";
import { SAME } from "../../text/tolerance";

/** Scores one rubric in one period, by columns. */
export function scoreRubric(
  compiled: CompiledRubric,
  metrics: Metrics,
  period: string,
  rows: Int32Array,
  inputs: readonly IndicatorInput[],
): EvaluationSet {
  return rankedSet(scoreInputs(compiled, inputs, rows.length), metrics, period, rows, inputs);
}

/** The evaluations of a period from the totals of its agents: with grades by quotas, and ranks. */
export function rankedSet(
  totals: AgentTotals,
  metrics: Metrics,
  period: string,
  rows: Int32Array,
  inputs: readonly IndicatorInput[],
  parts?: EvaluationSet["parts"],
): EvaluationSet {
  const { total, status, rubric: compiled } = totals;
  const { decimals } = compiled.settings;
  const { codes, texts } = metrics.coded("team");
  const team = { codes: take(codes, rows), texts };
  applyQuotas(totals, team);
  const ranking = rankingOf(totals);
  let teamRank: Int32Array | undefined;
  return {
    ...totals,
    period,
    rows,
    inputs,
    parts,
    team,
    agentIds: pick(metrics.agentIds, rows),
    names: pick(metrics.names, rows),
    teams: pick(metrics.teams, rows),
    rank: rankByTotal(total, status, decimals, ranking),
    // Made when first asked for: scoring 40,000 agents costs 1.2 times as much where it is made at once.
    get teamRank() {
      return (teamRank ??= rankWithin(team.codes, texts.length, texts.indexOf(""), total, status, decimals, ranking));
    },
  };
}

function pick(texts: readonly string[], rows: Int32Array): readonly string[] {
  if (isRun(rows) && rows.length === texts.length) return texts;
  const result = new Array<string>(rows.length);
  for (let i = 0; i < rows.length; i += 1) result[i] = texts[rows[i]!]!;
  return result;
}

/**
 * Points and totals of as many agents as the inputs hold values for. What only the whole group can decide - quotas and ranks - is not
 * among it.
 */
export function scoreInputs(compiled: CompiledRubric, inputs: readonly IndicatorInput[], count: number): AgentTotals {
  const draft = createDraft(compiled, count);
  compiled.indicators.forEach((_, k) => scoreIndicator(draft, inputs[k]!, k));
  settle(draft);
  return draft;
}

/** Scores one indicator and adds it to the sums of the agents. */
function scoreIndicator(draft: AgentTotals, input: IndicatorInput, k: number): void {
  const { values, kinds, peers, given } = input;
  const incomparable = input.tooFewPeers || input.centreIsZero;
  const { count, deductions, bonuses } = draft;
  const compiled = draft.rubric.indicators[k]!;
  const { earned } = draft.indicators[k]!;
  const section = draft.sections[compiled.section]!;
  if (incomparable) earned.fill(NaN);
  else compiled.scorer({ peers, given })(values, earned, 0, count);
  const verdicts = verdictsOn(compiled, incomparable);
  const { adjusts } = compiled;
  for (let agent = 0; agent < count; agent += 1) {
    const points = earned[agent]!;
    if (Number.isNaN(points)) giveVerdict(draft, k, agent, verdicts[kinds[agent]!]!);
    else if (!adjusts) section[agent]! += points;
    else if (points < 0) deductions[agent]! += points;
    else bonuses[agent]! += points;
  }
  if (draft.criticalFailed[k]) failCritical(draft, k, values);
}

/** What becomes of an indicator without points. The first two leave the evaluation complete. */
const VERDICT = { zero: 0, full: 1, pending: 2, failed: 3, leaves: 4 } as const;

/** What becomes of each kind of cell that earned no points: what a missing policy says about a single cell is decided here. */
function verdictsOn({ indicator: { ifMissing }, adjusts }: CompiledIndicator, incomparable: boolean): Uint8Array {
  const verdicts = new Uint8Array(Object.keys(KIND).length).fill(VERDICT.failed);
  verdicts[KIND.notApplicable] = VERDICT.leaves;
  if (ifMissing === "exclude" || ifMissing === "share") verdicts[KIND.blank] = VERDICT.leaves;
  else if (ifMissing === "pending") verdicts[KIND.blank] = VERDICT.pending;
  else verdicts[KIND.blank] = ifMissing === "full" && !adjusts ? VERDICT.full : VERDICT.zero;
  // Where nothing can be compared, the indicator applies to nobody, with or without a value.
  if (incomparable) verdicts[KIND.number] = verdicts[KIND.blank] = VERDICT.leaves;
  verdicts[KIND.waiting] = VERDICT.pending;
  return verdicts;
}

/** Gives the verdict on an agent's indicator that earned no points. */
function giveVerdict(draft: AgentTotals, k: number, agent: number, verdict: number): void {
  const { earned, status } = draft.indicators[k]!;
  const { adjusts, section, indicator } = draft.rubric.indicators[k]!;
  earned[agent] = 0;
  if (verdict > VERDICT.full) draft.incomplete[agent] = 1;
  if (verdict === VERDICT.leaves) {
    status[agent] = STATUS.notApplicable;
    if (!adjusts) draft.gone[agent]! += indicator.points;
  } else if (verdict === VERDICT.failed) {
    status[agent] = STATUS.failed;
    draft.status[agent] = STATUS.failed;
  } else if (verdict === VERDICT.pending) {
    status[agent] = STATUS.pending;
    if (draft.status[agent] !== STATUS.failed) draft.status[agent] = STATUS.pending;
  } else if (verdict === VERDICT.full) {
    earned[agent] = indicator.points;
    draft.sections[section]![agent]! += indicator.points;
  }
}

/**
 * Notes who failed a critical item: who earns nothing, or has a value at or past Fail at. A value that is not there fails only where If
 * missing makes it earn nothing. An item without points fails by Fail at alone.
 */
function failCritical(draft: AgentTotals, k: number, values: Float64Array): void {
  const compiled = draft.rubric.indicators[k]!;
  const { adjusts, indicator } = compiled;
  const missingFails = indicator.ifMissing === "zero";
  const { earned, status } = draft.indicators[k]!;
  const failed = draft.criticalFailed[k]!;
  for (let agent = 0; agent < draft.count; agent += 1) {
    const value = values[agent]!;
    if (status[agent] !== STATUS.scored || (Number.isNaN(value) && !missingFails)) continue;
    if (failsAt(compiled, value) || (!adjusts && earned[agent]! <= SAME)) failed[agent] = 1;
  }
}
