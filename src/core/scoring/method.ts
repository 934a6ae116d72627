import type { RawCell } from "../cell/cell";
import type { Scale } from "../rubric/scale";
import type { ShowAs } from "../text/format";
import type { Localised } from "../text/locale";

/** Columns of the rubric table that can hold a parameter of a method. */
export type ParameterColumn = "zeroAt" | "fullAt" | "perEvent" | "step" | "limit" | "scale";

/**
 * metric: in the metric's own unit; deviation: a fraction above or below the mean; points: points; scale: the name of a scale.
 */
export type ParameterUnit = "metric" | "deviation" | "points" | "scale";

export interface ParameterSpec {
  readonly unit: ParameterUnit;
  readonly required: boolean;
  /** Numbers only: `positive` refuses 0 and less, `non-negative` refuses less than 0. */
  readonly domain: "any" | "positive" | "non-negative";
  /** What the parameter means for this method; also the help of the custom function's argument. */
  readonly text: Localised<{ readonly name: string; readonly help: string }>;
}

export type ParameterSpecs = Readonly<Partial<Record<ParameterColumn, ParameterSpec>>>;

type ValueOf<S extends ParameterSpec> = S["unit"] extends "scale" ? Scale : number;

/** Values of the parameters as a method sees them: required ones are there, optional ones may be undefined. */
export type ParametersOf<S extends ParameterSpecs> = {
  readonly [K in keyof S]: S[K] extends ParameterSpec
    ? S[K]["required"] extends true
      ? ValueOf<S[K]>
      : ValueOf<S[K]> | undefined
    : never;
} & {
  /** Points of the indicator; 0 for a pure deduction or bonus item. */
  readonly points: number;
};

/**
 * Scores a whole column. `values[i]` is NaN where there is no number, and `points[i]` is then NaN too; NaN for a number means that this
 * value cannot be scored. Both are turned into a status by the caller and never leave the engine.
 */
export interface ColumnScorer {
  /**
   * @param values the metric of each agent
   * @param points receives the points of each agent; same length
   * @param peers the metric of everybody with the same role in the same period (usually the same array)
   */
  score(values: Float64Array, points: Float64Array, peers: Float64Array): void;
}

/** References for a native formula: addresses or literals, written as they go into the formula. */
export interface NativeReferences {
  readonly value: string;
  /** Range of all peers' values. */
  readonly peers: string;
}

/** One explained score: facts for programs, a sentence for people. */
export interface MethodExplanation {
  readonly facts: Readonly<Record<string, number | string>>;
  readonly sentence: Localised;
}

export interface ExplanationContext {
  readonly value: number;
  /** Points that the scorer gave; NaN when the value cannot be scored. */
  readonly points: number;
  readonly peers: Float64Array;
  readonly showAs: ShowAs;
}

/** A worked example: test, documentation and contract between all doors at once. */
export interface MethodExample<S extends ParameterSpecs> {
  readonly parameters: ParametersOf<S>;
  readonly value: RawCell;
  /** Values of all peers, the agent's own included; only where the method compares. */
  readonly peers?: readonly number[];
  /** Points expected; "failed" where the value cannot be scored. */
  readonly points: number | "failed";
  readonly note: Localised;
}

/** One way of turning a value into points. One file holds all there is to know about it. */
export interface ScoringMethod<S extends ParameterSpecs = ParameterSpecs> {
  /** Equals the file name; the stable English name in the Method column. */
  readonly id: string;
  /** Names accepted in the Method column; the first is the one shown. Casing, width and spaces do not matter. */
  readonly names: Localised<readonly string[]>;
  readonly text: Localised<{ readonly summary: string; readonly formula: string }>;
  /** Where the method comes from. */
  readonly source: string;
  readonly parameters: S;
  /** Whether the indicator must have points of its own. */
  readonly points: "required" | "optional" | "none";
  /** How points move when the value grows; `by-parameters` when the thresholds decide. */
  readonly monotone: "up" | "down" | "by-parameters" | "none";
  readonly examples: readonly MethodExample<S>[];
  readonly compile: (parameters: ParametersOf<S>) => ColumnScorer;
  /** The same as a plain formula of Excel 2016, without the `=`, for a cell that holds a number. */
  readonly nativeFormula: (parameters: ParametersOf<S>, references: NativeReferences) => string;
  readonly explain: (parameters: ParametersOf<S>, context: ExplanationContext) => MethodExplanation;
}

/** Declares a method; the type parameter is inferred, so parameters are checked against their specification. */
export const defineMethod = <const S extends ParameterSpecs>(method: ScoringMethod<S>): ScoringMethod<S> => method;

/**
 * Whether an indicator only adjusts the total - adds or takes away - instead of earning points of its own. Adjustments have no share in
 * the denominator and are never scaled.
 */
export function isAdjustment(method: Pick<ScoringMethod, "points">, points: number): boolean {
  return method.points === "none" || (method.points === "optional" && points === 0);
}
