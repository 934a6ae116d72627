import { foldName } from "../cell/cell";
import type { Metrics } from "../metrics/metrics";
import { KIND } from "../metrics/metrics";
import { bends, createAggregate } from "./aggregate";
import type { Draft } from "./aggregate";
import type { CompiledIndicator, CompiledRubric } from "./compile";
import type { EvaluationSet, ScoreColumn } from "./evaluation";
import { STATUS } from "./evaluation";
import { applyQuotas } from "./grade-quotas";
import type { IndicatorInput } from "./input";
import type { ScoreRange } from "./method";
import { rankByTotal, rankWithin } from "./rank";

/** Agents scored together: few enough that all their columns stay in the processor's cache until their totals are made. */
const BLOCK = 1024;

/** Rows of the Metrics table that a rubric scores in a period. Rows without an agent ID are nobody's. */
export function rowsOf(metrics: Metrics, rubric: string, period: string, onlyRubric: boolean): Int32Array {
  const [wantedRubric, wantedPeriod] = [foldName(rubric), foldName(period)];
  const [rubrics, periods] = [metrics.coded("rubric"), metrics.coded("period")];
  const rubricFits = rubrics.texts.map(foldName).map((own) => own === wantedRubric || (own === "" && onlyRubric));
  const periodFits = periods.texts.map((own) => foldName(own) === wantedPeriod);
  const { agentIds } = metrics;
  const rows = new Int32Array(metrics.rowCount);
  let count = 0;
  for (let row = 0; row < rows.length; row += 1) {
    if (periodFits[periods.codes[row]!] && rubricFits[rubrics.codes[row]!] && agentIds[row] !== "") {
      rows[count] = row;
      count += 1;
    }
  }
  return rows.subarray(0, count);
}

/** Scores one rubric in one period, by columns. */
export function scoreRubric(
  compiled: CompiledRubric,
  metrics: Metrics,
  period: string,
  rows: Int32Array,
  inputs: readonly IndicatorInput[],
): EvaluationSet {
  const count = rows.length;
  const draft = scoreInputs(compiled, inputs, count);
  const { status, total, columns } = draft;
  const { decimals } = compiled.settings;
  const teams = metrics.coded("team");
  const teamOf = take(teams.codes, rows);
  applyQuotas(compiled, draft, teamOf, teams.texts.length);
  const rank = rankByTotal(total, status, decimals);
  return Object.assign(new OnDemand(metrics, draft, rows, teamOf), {
    rubric: compiled,
    period,
    count,
    rows,
    agentIds: pick(metrics.agentIds, rows),
    inputs,
    indicators: columns,
    shifted: draft.shifted,
    gone: draft.gone,
    incomplete: draft.incomplete,
    deductions: draft.deductions,
    bonuses: draft.bonuses,
    status,
    totalExact: draft.totalExact,
    total,
    totalWithoutCritical: draft.totalWithoutCritical,
    criticalFailed: draft.criticalFailed,
    grade: draft.grade,
    rank,
  } satisfies Omit<EvaluationSet, keyof OnDemand>);
}

/**
 * What not everybody asks of a set of evaluations. A class because of its accessors: those of an object literal keep all that they see in memory
 * until the next full collection, here the columns of every scoring.
 */
class OnDemand {
  private made: { -readonly [Name in "names" | "teams" | "sections" | "teamRank"]?: EvaluationSet[Name] } = {};

  constructor(
    private readonly metrics: Metrics,
    private readonly draft: Draft,
    private readonly ownRows: Int32Array,
    private readonly teamOf: Int32Array,
  ) {}

  get names(): readonly string[] {
    return (this.made.names ??= pick(this.metrics.names, this.ownRows));
  }

  get teams(): readonly string[] {
    return (this.made.teams ??= pick(this.metrics.teams, this.ownRows));
  }

  get sections(): readonly Float64Array[] {
    return (this.made.sections ??= sectionsOf(this.draft));
  }

  get teamRank(): Int32Array {
    const { texts } = this.metrics.coded("team");
    const { total, status, compiled } = this.draft;
    const { decimals } = compiled.settings;
    return (this.made.teamRank ??= rankWithin(this.teamOf, texts.length, texts.indexOf(""), total, status, decimals));
  }
}

/**
 * Points and totals of as many agents as the inputs hold values for. What only the whole group can decide - quotas and ranks - is not
 * among it.
 */
export function scoreInputs(compiled: CompiledRubric, inputs: readonly IndicatorInput[], count: number): Draft {
  const draft = createDraft(compiled, count);
  const steps = compiled.indicators.map((indicator, k) => createStep(draft, indicator, k, inputs[k]!));
  const aggregate = createAggregate(draft);
  for (let from = 0; from < count; from += BLOCK) {
    const to = Math.min(count, from + BLOCK);
    for (const step of steps) step(from, to);
    aggregate(from, to);
  }
  return draft;
}

/** Whether rows follow one another without a gap, so that columns need not be copied. */
export const isRun = (rows: Int32Array): boolean =>
  rows.length > 0 && rows[rows.length - 1]! - rows[0]! === rows.length - 1;

/** The entries of a column that stand at these rows; a view, not a copy, where they follow one another. */
export function take<T extends Float64Array | Uint8Array | Int32Array>(column: T, rows: Int32Array): T {
  if (isRun(rows)) return column.subarray(rows[0]!, rows[0]! + rows.length) as T;
  const result = new (column.constructor as new (length: number) => T)(rows.length);
  for (let i = 0; i < rows.length; i += 1) result[i] = column[rows[i]!]!;
  return result;
}

function pick(texts: readonly string[], rows: Int32Array): readonly string[] {
  if (isRun(rows) && rows.length === texts.length) return texts;
  const result = new Array<string>(rows.length);
  for (let i = 0; i < rows.length; i += 1) result[i] = texts[rows[i]!]!;
  return result;
}

/**
 * Each column is an array of its own: pages of smaller ones are used again by the next scoring, those of one large array are asked
 * of the system anew each time.
 */
function createDraft(compiled: CompiledRubric, count: number): Draft {
  const { indicators, rubric } = compiled;
  const critical = indicators.map(({ indicator }) => Boolean(indicator.critical));
  const anyCritical = critical.includes(true);
  const whole = !compiled.shares && !bends(compiled);
  const adjusts = indicators.some((each) => each.adjusts);
  const column = (): Float64Array => new Float64Array(count);
  const codes = (): Uint8Array => new Uint8Array(count);
  const grade = new Int16Array(count).fill(-1);
  const [total, totalExact, deductions] = [column(), column(), column()];
  const sums = rubric.sections.map(() => (whole ? totalExact : column()));
  return {
    compiled,
    columns: indicators.map((): ScoreColumn => ({ earned: column(), status: codes() })),
    sums,
    deductions,
    // Without items that only adjust, one column of zeros is enough for both.
    bonuses: adjusts ? column() : deductions,
    gone: column(),
    totalExact,
    total,
    totalWithoutCritical: anyCritical ? column() : total,
    status: codes(),
    shifted: codes(),
    incomplete: codes(),
    criticalFailed: critical.map((isCritical) => (isCritical ? codes() : undefined)),
    grade,
  };
}

/** Counted points of each section. Summed again where nothing but missing indicators changed what was earned. */
function sectionsOf({ compiled, columns, shifted, gone, sums, totalExact }: Draft): readonly Float64Array[] {
  if (sums[0] !== totalExact) return sums;
  const count = gone.length;
  const sections = compiled.rubric.sections.map(() => new Float64Array(count));
  compiled.indicators.forEach(({ adjusts, section }, k) => {
    const { earned } = columns[k]!;
    const sum = sections[section]!;
    if (!adjusts) for (let agent = 0; agent < count; agent += 1) sum[agent]! += earned[agent]!;
  });
  for (const sum of sections) {
    for (let agent = 0; agent < count; agent += 1) {
      if (shifted[agent] === 1) sum[agent]! *= compiled.points / (compiled.points - gone[agent]!);
    }
  }
  return sections;
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
