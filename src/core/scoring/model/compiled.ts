import { lowered, raised } from "../../text/tolerance";
import type { Indicator, Rubric } from "../../rubric/rubric";
import type { Scale } from "../../rubric/scale";
import type { RubricSettings, SectionBounds } from "../../rubric/settings";
import type { CellReader } from "../../metrics/reading";
import type { ParameterSpecs, ParametersOf, ScoreRange, ScoringContext, ScoringMethod } from "./method";

/** An indicator that is ready to score columns. */
export interface CompiledIndicator {
  readonly indicator: Indicator;
  readonly method: ScoringMethod;
  readonly parameters: ParametersOf<ParameterSpecs>;
  /** The method with its parameters. It is bound to the peers of a period before it scores. */
  readonly scorer: (context: ScoringContext) => ScoreRange;
  /** Reads a cell of Metrics for the method. */
  readonly read: CellReader;
  /** The indicator only adds or takes away: no share in the denominator, never scaled. */
  readonly adjusts: boolean;
  /** Index of its section. */
  readonly section: number;
  /**
   * Whether a growing value earns more (`up`) or less (`down`). This decides on which side of Fail at a value fails.
   */
  readonly better: "up" | "down";
  /** Fail at as the method reads it, for instance a grade; undefined if the row states none. */
  readonly failAt: number | undefined;
}

/** Whether a value is at or past Fail at, on the side on which less is earned; as Excel compares. */
export const failsAt = ({ better, failAt }: Pick<CompiledIndicator, "better" | "failAt">, value: number): boolean =>
  failAt !== undefined && (better === "up" ? value <= raised(failAt) : value >= lowered(failAt));

/** A rubric that is ready to score every agent and period: plain data and functions. */
export interface CompiledRubric {
  readonly rubric: Rubric;
  readonly indicators: readonly CompiledIndicator[];
  readonly settings: RubricSettings;
  /** Sum of the points of all indicators that are no adjustments. */
  readonly points: number;
  /** What a total may miss the edge of its last decimal by and still lie on it; 0 where nothing is taken away. */
  readonly slack: number;
  /**
   * Whether points of any indicator may be split equally over its section. Otherwise one factor scales everything that
   * an agent earned.
   */
  readonly shares: boolean;
  /** Bounds of each section, in the order of the rubric's sections; undefined for a section without bounds. */
  readonly bounds: readonly (SectionBounds | undefined)[];
  /** The scale that turns totals into grades; undefined if the workbook has none. */
  readonly totalScale: Scale | undefined;
  /** Labels of the total scale in ascending order, with the same indices as its intervals. */
  readonly grades: readonly string[];
}
