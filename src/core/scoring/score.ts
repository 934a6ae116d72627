import { foldName } from "../cell/cell";
import type { MetricColumn, Metrics } from "../metrics/metrics";
import { KIND } from "../metrics/metrics";
import { intervalAt } from "../rubric/scale";
import { aggregate } from "./aggregate";
import type { CompiledIndicator, CompiledRubric } from "./compile";
import type { EvaluationSet, ScoreColumn } from "./evaluation";
import { STATUS } from "./evaluation";
import { rankByTotal, rankWithin } from "./rank";

/** Rows of the Metrics table that a rubric scores in a period. Rows without an agent ID are nobody's. */
export function rowsOf(metrics: Metrics, rubric: string, period: string, onlyRubric: boolean): Int32Array {
  const [wantedRubric, wantedPeriod] = [foldName(rubric), foldName(period)];
  const folded = new Map<string, string>();
  const fold = (text: string): string => {
    let result = folded.get(text);
    if (result === undefined) folded.set(text, (result = foldName(text)));
    return result;
  };
  const rows: number[] = [];
  for (let row = 0; row < metrics.rowCount; row += 1) {
    if (metrics.agentIds[row] === "" || fold(metrics.periods[row]!) !== wantedPeriod) continue;
    const own = fold(metrics.rubrics[row]!);
    if (own === wantedRubric || (own === "" && onlyRubric)) rows.push(row);
  }
  return Int32Array.from(rows);
}

/** Scores one rubric in one period, by columns. */
export function scoreRubric(
  compiled: CompiledRubric,
  metrics: Metrics,
  period: string,
  rows: Int32Array,
): EvaluationSet {
  const count = rows.length;
  const values: Float64Array[] = [];
  const indicators = compiled.indicators.map((indicator): ScoreColumn => {
    const column = metrics.column(indicator.indicator.metric);
    if (!column)
      throw new Error(
        `${compiled.rubric.name} / ${indicator.indicator.name}: no metric column “${indicator.indicator.metric}”`,
      );
    const own = gather(column.values, rows);
    values.push(own);
    return scoreColumn(indicator, own, column, rows);
  });
  const critical = compiled.indicators.map((indicator, k) => failedCritical(indicator, values[k]!, indicators[k]!));
  const totals = aggregate(compiled, indicators, critical, count);
  const teams = pick(metrics.teams, rows);
  const grade = new Int16Array(count).fill(-1);
  if (compiled.totalScale) {
    for (let agent = 0; agent < count; agent += 1) {
      if (totals.status[agent] === STATUS.scored) grade[agent] = intervalAt(compiled.totalScale, totals.total[agent]!);
    }
  }
  return {
    rubric: compiled,
    period,
    count,
    rows,
    agentIds: pick(metrics.agentIds, rows),
    names: pick(metrics.names, rows),
    teams,
    indicators,
    ...totals,
    criticalFailed: critical,
    grade,
    rank: rankByTotal(totals.total, totals.status, compiled.settings.decimals),
    teamRank: rankWithin(teams, totals.total, totals.status, compiled.settings.decimals),
  };
}

function pick(texts: readonly string[], rows: Int32Array): readonly string[] {
  const result = new Array<string>(rows.length);
  for (let i = 0; i < rows.length; i += 1) result[i] = texts[rows[i]!]!;
  return result;
}

function gather(source: Float64Array, rows: Int32Array): Float64Array {
  const result = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i += 1) result[i] = source[rows[i]!]!;
  return result;
}

/** Points and status of one indicator for all rows; what a missing policy decides about a single cell is decided here. */
function scoreColumn(
  { indicator, scorer, adjusts }: CompiledIndicator,
  own: Float64Array,
  metric: MetricColumn,
  rows: Int32Array,
): ScoreColumn {
  const earned = new Float64Array(own.length);
  const status = new Uint8Array(own.length);
  scorer.score(own, earned, own);
  for (let i = 0; i < own.length; i += 1) {
    const kind = metric.kinds[rows[i]!]!;
    if (kind === KIND.number) {
      if (Number.isNaN(earned[i]!)) {
        earned[i] = 0;
        status[i] = STATUS.failed;
      }
      continue;
    }
    earned[i] = 0;
    if (kind === KIND.unreadable) status[i] = STATUS.failed;
    else if (kind === KIND.notApplicable) status[i] = STATUS.notApplicable;
    else if (indicator.ifMissing === "pending") status[i] = STATUS.pending;
    else if (indicator.ifMissing === "exclude" || indicator.ifMissing === "share") status[i] = STATUS.notApplicable;
    else if (indicator.ifMissing === "full" && !adjusts) earned[i] = indicator.points;
  }
  return { earned, counted: new Float64Array(own.length), status };
}

/**
 * Who failed a critical item: a measured value that earns nothing, or one at or past Fail at. A value that is not there fails
 * nobody. Undefined when the indicator is not critical.
 */
function failedCritical(
  { indicator, adjusts, better }: CompiledIndicator,
  own: Float64Array,
  column: ScoreColumn,
): Uint8Array | undefined {
  if (!indicator.critical) return undefined;
  const failed = new Uint8Array(own.length);
  const failAt = indicator.failAt;
  for (let i = 0; i < own.length; i += 1) {
    const value = own[i]!;
    if (Number.isNaN(value) || column.status[i] !== STATUS.scored) continue;
    const past = failAt !== undefined && (better === "up" ? value <= failAt : value >= failAt);
    if (past || (!adjusts && column.earned[i]! <= 0)) failed[i] = 1;
  }
  return failed;
}
