import type { CodedColumn } from "../../metrics/columns";
import type { CompiledRubric } from "./compiled";
import type { IndicatorInput } from "./input";

/** The scores of one indicator for all agents of a set, by column. */
export interface ScoreColumn {
  /** Points that the method gave, before any missing policy. They mean something only if the status is scored. */
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
  /** 1 for each agent whose points shifted because an indicator does not count; `countedPoints` computes the shift. */
  readonly shifted: Uint8Array;
  /** Points that left each agent's denominator. */
  readonly gone: Float64Array;
  /** Points that stayed in the denominator of each shifted agent, added up; the difference to `gone` would lose digits. */
  readonly present: Float64Array;
  /** 1 for each agent with an indicator that is pending, not applicable or failed. */
  readonly incomplete: Uint8Array;
  /** Counted points per section, in the order of the rubric's sections, without adjustments. */
  readonly sections: readonly Float64Array[];
  readonly deductions: Float64Array;
  readonly bonuses: Float64Array;
  /** STATUS codes of the whole evaluation. */
  readonly status: Uint8Array;
  /** The total at full precision. It means something only if the status is scored. */
  readonly totalExact: Float64Array;
  /** The total rounded once by the rubric's rounding. It decides grade and rank. */
  readonly total: Float64Array;
  /** The total without the effect of critical items, rounded likewise. */
  readonly totalWithoutCritical: Float64Array;
  /** 1 for each agent that failed the indicator as a critical item; undefined if the indicator is not critical. */
  readonly criticalFailed: readonly (Uint8Array | undefined)[];
  /** Index into `rubric.grades`. -1 without a total, without a Total scale, or in a gap of the scale. */
  readonly grade: Int16Array;
}

/** A part of an agent's evaluation: a row of its own in Metrics, scored by its own rubric. */
export interface EvaluationPart {
  /** The set in which the part was scored; it holds the parts of other agents, too. */
  readonly set: EvaluationSet;
  readonly agent: number;
  readonly days: number;
}

/** The parts of an agent whose total is their mean by days. */
export interface JoinedParts {
  /** In the order of Metrics. */
  readonly all: readonly EvaluationPart[];
  /** The one of most days, which gives rubric, team and points of the evaluation. */
  readonly main: EvaluationPart;
}

/** All evaluations of one rubric in one period, by columns. Agents have the order of the Metrics table. */
export interface EvaluationSet extends AgentTotals {
  readonly period: string;
  /** Row of each agent in the Metrics table, counted from 0 at the first data row. */
  readonly rows: Int32Array;
  readonly agentIds: readonly string[];
  readonly names: readonly string[];
  readonly teams: readonly string[];
  /** Team numbers; `teams` holds the names. */
  readonly team: CodedColumn;
  /** The values behind each indicator, in the order of the rubric's indicators. */
  readonly inputs: readonly IndicatorInput[];
  /** Rank within the role: 1 is the best; ties share a rank and the next rank is skipped; 0 while pending. */
  readonly rank: Int32Array;
  /** Rank within the team, among the agents with the same role. */
  readonly teamRank: Int32Array;
  /** By agent; undefined if no agent of the set has parts. Their totals are means, all other columns are those of the main part. */
  readonly parts: ReadonlyMap<number, JoinedParts> | undefined;
}
