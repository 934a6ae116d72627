import type { Metrics } from "../../metrics/metrics";
import { KIND } from "../../metrics/metrics";
import { Aggregate } from "./aggregate";
import type { CompiledIndicator, CompiledRubric } from "../model/compiled";
import { Draft } from "./draft";
import type { EvaluationSet, ScoreColumn } from "../model/evaluation";
import { STATUS } from "../model/status";
import { applyQuotas } from "./grade-quotas";
import type { IndicatorInput } from "../model/input";
import type { ScoreRange } from "../model/method";
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
  const steps = compiled.indicators.map((indicator, k) => new Step(draft, indicator, k, inputs[k]!));
  const aggregate = new Aggregate(draft);
  for (let from = 0; from < count; from += BLOCK) {
    const to = Math.min(count, from + BLOCK);
    for (const step of steps) step.score(from, to);
    aggregate.settle(from, to);
  }
  return draft;
}

/**
 * Scores one indicator for a block of agents and adds it to their sums. Its loops over every value are functions of this file that take
 * nothing but arrays and numbers: what the engine compiles for objects is lost whenever the garbage collector finds none of them in use.
 */
class Step {
  private readonly range: ScoreRange;
  private readonly holes: Int32Array;
  private readonly column: ScoreColumn;
  private readonly failed: Uint8Array | undefined;
  private readonly verdicts: Uint8Array;
  /** Points of the indicator in the denominator. */
  private readonly worth: number;

  constructor(
    private readonly draft: Draft,
    private readonly compiled: CompiledIndicator,
    k: number,
    private readonly input: IndicatorInput,
  ) {
    const { peers, given, tooFewPeers, values } = input;
    this.range = tooFewPeers ? scoreNobody : compiled.scorer({ peers, given });
    this.holes = new Int32Array(Math.min(BLOCK, values.length));
    this.column = draft.columns[k]!;
    this.failed = draft.criticalFailed[k];
    this.verdicts = verdictsOn(compiled, tooFewPeers);
    this.worth = compiled.adjusts ? 0 : compiled.indicator.points;
  }

  score(from: number, to: number): void {
    const { draft, compiled, input, holes, failed, range, verdicts, worth } = this;
    const { earned, status } = this.column;
    const sum = draft.sums[compiled.section]!;
    range(input.values, earned, from, to);
    const open = compiled.adjusts
      ? addBySign(earned, draft.deductions, draft.bonuses, from, to, holes)
      : add(earned, sum, from, to, holes);
    if (open > 0) {
      fill(holes, open, input.kinds, verdicts, worth, earned, status, sum, draft.incomplete, draft.gone, draft.status);
    }
    if (failed) failCritical(compiled, input.values, this.column, failed, from, to);
  }
}

const scoreNobody: ScoreRange = (_, points, from, to) => void points.fill(NaN, from, to);

/** What becomes of an indicator without points. The first two leave the evaluation complete. */
const VERDICT = { zero: 0, full: 1, pending: 2, failed: 3, leaves: 4 } as const;

/** What becomes of each kind of cell that earned no points: what a missing policy says about a single cell is decided here. */
function verdictsOn({ indicator: { ifMissing }, adjusts }: CompiledIndicator, tooFewPeers: boolean): Uint8Array {
  const verdicts = new Uint8Array(Object.keys(KIND).length).fill(VERDICT.failed);
  verdicts[KIND.notApplicable] = VERDICT.leaves;
  if (tooFewPeers) verdicts[KIND.number] = VERDICT.leaves;
  if (ifMissing === "exclude" || ifMissing === "share") verdicts[KIND.blank] = VERDICT.leaves;
  else if (ifMissing === "pending") verdicts[KIND.blank] = VERDICT.pending;
  else verdicts[KIND.blank] = ifMissing === "full" && !adjusts ? VERDICT.full : VERDICT.zero;
  return verdicts;
}

/** Gives the verdict on each of the first `open` holes. */
function fill(
  holes: Int32Array,
  open: number,
  kinds: Uint8Array,
  verdicts: Uint8Array,
  worth: number,
  earned: Float64Array,
  status: Uint8Array,
  sum: Float64Array,
  incomplete: Uint8Array,
  gone: Float64Array,
  ofAgent: Uint8Array,
): void {
  for (let i = 0; i < open; i += 1) {
    const agent = holes[i]!;
    const verdict = verdicts[kinds[agent]!]!;
    earned[agent] = 0;
    if (verdict > VERDICT.full) incomplete[agent] = 1;
    if (verdict === VERDICT.leaves) {
      status[agent] = STATUS.notApplicable;
      gone[agent]! += worth;
    } else if (verdict === VERDICT.failed) {
      status[agent] = STATUS.failed;
      ofAgent[agent] = STATUS.failed;
    } else if (verdict === VERDICT.pending) {
      status[agent] = STATUS.pending;
      if (ofAgent[agent] !== STATUS.failed) ofAgent[agent] = STATUS.pending;
    } else if (verdict === VERDICT.full) {
      earned[agent] = worth;
      sum[agent]! += worth;
    }
  }
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
