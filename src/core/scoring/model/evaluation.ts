import type { CodedColumn } from "../../metrics/columns";
import type { CompiledRubric } from "./compiled";
import type { IndicatorInput } from "./input";

/** One indicator's scores for all agents of a set, by column. */
export interface ScoreColumn {
  /** Points as the method gave them, before any missing policy; only meaningful where the status is scored. */
  readonly earned: Float64Array;
  /** STATUS codes. */
  readonly status: Uint8Array;
}

/** Scores and totals of agents by one rubric, by columns. */
export interface AgentTotals {
  readonly rubric: CompiledRubric;
  readonly count: number;
  /** In the order of the rubric's indicators. */
  readonly indicators: readonly ScoreColumn[];
  /** 1 for each agent whose points were shifted because something does not count; `countedPoints` knows how. */
  readonly shifted: Uint8Array;
  /** Points of each agent that left the denominator. */
  readonly gone: Float64Array;
  /** 1 for each agent with an indicator that is not scored: pending, not applicable or failed. */
  readonly incomplete: Uint8Array;
  /** Counted points per section, in the order of the rubric's sections; adjustments are not in them. */
  readonly sections: readonly Float64Array[];
  readonly deductions: Float64Array;
  readonly bonuses: Float64Array;
  /** STATUS codes of the evaluation as a whole. */
  readonly status: Uint8Array;
  /** Full precision; only meaningful where the status is scored. */
  readonly totalExact: Float64Array;
  /** Rounded once by the rubric's rounding; decides grade and rank. */
  readonly total: Float64Array;
  /** Total before critical items were applied, rounded likewise. */
  readonly totalWithoutCritical: Float64Array;
  /** Who failed each indicator as a critical item: 1 per agent; undefined where the indicator is not critical. */
  readonly criticalFailed: readonly (Uint8Array | undefined)[];
  /** Index into `rubric.grades`; -1 without a total, without a Total scale, or where the scale has a gap. */
  readonly grade: Int16Array;
}

/** All evaluations of one rubric in one period, by columns; agents stand in the order of the Metrics table. */
export interface EvaluationSet extends AgentTotals {
  readonly period: string;
  /** Row of each agent in the Metrics table, counted from 0 at the first data row. */
  readonly rows: Int32Array;
  readonly agentIds: readonly string[];
  readonly names: readonly string[];
  readonly teams: readonly string[];
  /** Teams by number; `teams` in words. */
  readonly team: CodedColumn;
  /** What each indicator was scored from, in the order of the rubric's indicators. */
  readonly inputs: readonly IndicatorInput[];
  /** 1 is the best; ties share a rank and the next rank is skipped; 0 when pending. Within the role. */
  readonly rank: Int32Array;
  /** Within the team, among those with the same role. */
  readonly teamRank: Int32Array;
}
