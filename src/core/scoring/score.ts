import type { Metrics } from "../metrics/metrics";
import { KIND } from "../metrics/metrics";
import { createAggregate } from "./aggregate";
import type { CompiledIndicator, CompiledRubric } from "./compile";
import { Draft } from "./draft";
import type { EvaluationSet, ScoreColumn } from "./evaluation";
import { STATUS } from "./evaluation";
import { applyQuotas } from "./grade-quotas";
import type { IndicatorInput } from "./input";
import type { ScoreRange } from "./method";
import { ScoredSet } from "./scored-set";

/** Agents scored together: few enough that all their columns stay in the processor's cache until their totals are made. */
const BLOCK = 1024;

/** Scores one rubric in one period, by columns. */
export function scoreRubric(
  compiled: CompiledRubric,
  metrics: Metrics,
  period: string,
  rows: Int32Array,
  inputs: readonly IndicatorInput[],
): EvaluationSet {
  const draft = scoreInputs(compiled, inputs, rows.length);
  const set = new ScoredSet(draft, metrics, period, rows, inputs);
  applyQuotas(compiled, draft, set.team.codes, set.team.texts.length);
  return set;
}

/**
 * Points and totals of as many agents as the inputs hold values for. What only the whole group can decide - quotas and ranks - is not
 * among it.
 */
export function scoreInputs(compiled: CompiledRubric, inputs: readonly IndicatorInput[], count: number): Draft {
  const draft = new Draft(compiled, count);
  const steps = compiled.indicators.map((indicator, k) => createStep(draft, indicator, k, inputs[k]!));
  const aggregate = createAggregate(draft);
  for (let from = 0; from < count; from += BLOCK) {
    const to = Math.min(count, from + BLOCK);
    for (const step of steps) step(from, to);
    aggregate(from, to);
  }
  return draft;
}

/** Makes the function that scores one indicator for a block of agents and adds it to their sums. */
function createStep(
  draft: Draft,
  compiled: CompiledIndicator,
  k: number,
  input: IndicatorInput,
): (from: number, to: number) => void {
  const { earned } = draft.columns[k]!;
  const { values, peers, given, tooFewPeers } = input;
  const score: ScoreRange = tooFewPeers
    ? (_, points, from, to) => void points.fill(NaN, from, to)
    : compiled.scorer({ peers, given });
  const holes = new Int32Array(Math.min(BLOCK, values.length));
  const fill = createFill(draft, compiled, k, input);
  const failed = draft.criticalFailed[k];
  return (from, to) => {
    score(values, earned, from, to);
    const open = compiled.adjusts
      ? addBySign(earned, draft.deductions, draft.bonuses, from, to, holes)
      : add(earned, draft.sums[compiled.section]!, from, to, holes);
    for (let i = 0; i < open; i += 1) fill(holes[i]!);
    if (failed) failCritical(compiled, values, draft.columns[k]!, failed, from, to);
  };
}

/** Adds what was earned and notes where nothing was; tells how many there are. */
function add(earned: Float64Array, sum: Float64Array, from: number, to: number, holes: Int32Array): number {
  let open = 0;
  for (let agent = from; agent < to; agent += 1) {
    const points = earned[agent]!;
    if (points === points) sum[agent]! += points;
    else holes[open++] = agent;
  }
  return open;
}

function addBySign(
  earned: Float64Array,
  negative: Float64Array,
  positive: Float64Array,
  from: number,
  to: number,
  holes: Int32Array,
): number {
  let open = 0;
  for (let agent = from; agent < to; agent += 1) {
    const points = earned[agent]!;
    if (points < 0) negative[agent]! += points;
    else if (points >= 0) positive[agent]! += points;
    else holes[open++] = agent;
  }
  return open;
}

/** Makes the function that decides about one agent without points: what a missing policy says about a single cell is decided here. */
function createFill(
  draft: Draft,
  { indicator, adjusts, section }: CompiledIndicator,
  k: number,
  { kinds, tooFewPeers }: IndicatorInput,
): (agent: number) => void {
  const { earned, status } = draft.columns[k]!;
  const { ifMissing, points } = indicator;
  return (agent) => {
    earned[agent] = 0;
    const kind = kinds[agent]!;
    const leaves =
      kind === KIND.notApplicable ||
      (kind === KIND.number && tooFewPeers) ||
      (kind === KIND.blank && (ifMissing === "exclude" || ifMissing === "share"));
    if (kind !== KIND.blank || (ifMissing !== "zero" && ifMissing !== "full")) draft.incomplete[agent] = 1;
    if (leaves) {
      status[agent] = STATUS.notApplicable;
      if (!adjusts) draft.gone[agent]! += points;
    } else if (kind !== KIND.blank) {
      status[agent] = STATUS.failed;
      draft.status[agent] = STATUS.failed;
    } else if (ifMissing === "pending") {
      status[agent] = STATUS.pending;
      if (draft.status[agent] !== STATUS.failed) draft.status[agent] = STATUS.pending;
    } else if (ifMissing === "full" && !adjusts) {
      earned[agent] = points;
      draft.sums[section]![agent]! += points;
    }
  };
}

/**
 * Notes who failed a critical item: a measured value that earns nothing, or one at or past Fail at. A value that is not there fails
 * nobody.
 */
function failCritical(
  { adjusts, better, failAt }: CompiledIndicator,
  values: Float64Array,
  { earned, status }: ScoreColumn,
  failed: Uint8Array,
  from: number,
  to: number,
): void {
  for (let agent = from; agent < to; agent += 1) {
    const value = values[agent]!;
    if (Number.isNaN(value) || status[agent] !== STATUS.scored) continue;
    const past = failAt !== undefined && (better === "up" ? value <= failAt : value >= failAt);
    if (past || (!adjusts && earned[agent]! <= 0)) failed[agent] = 1;
  }
}
