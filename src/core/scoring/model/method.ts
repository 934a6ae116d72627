import type { CellValue, RawCell } from "../../cell/cell";
import type { Scale } from "../../rubric/scale";
import type { MethodSettings } from "../../rubric/settings";
import type { ShowAs } from "../../text/format";
import type { Localised } from "../../text/locale";
import type { Peers } from "./peers";
import { createPeers } from "./peers";
import type { Sentence } from "./sentence";

/** Columns of the rubric table that can hold a parameter of a method. */
export type ParameterColumn = "zeroAt" | "fullAt" | "perEvent" | "step" | "limit" | "scale";

/**
 * metric: the unit of the metric; deviation: a fraction above or below the peers' mean; points: points; ratio: a bare
 * ratio, 1.2 for 120 %; scale: the name of a scale.
 */
export type ParameterUnit = "metric" | "deviation" | "points" | "ratio" | "scale";

export interface ParameterSpec {
  readonly unit: ParameterUnit;
  readonly required: boolean;
  /** The other parameter whose absence makes this optional one required. */
  readonly neededWithout?: ParameterColumn;
  /** Only for numbers: `positive` refuses 0 and less, `non-negative` refuses less than 0, `non-zero` refuses 0. */
  readonly domain: "any" | "positive" | "non-negative" | "non-zero";
  /** The meaning of the parameter for this method. It is also the help of the custom function's argument. */
  readonly text: Localised<{ readonly name: string; readonly help: string }>;
}

export type ParameterSpecs = Readonly<Partial<Record<ParameterColumn, ParameterSpec>>>;

type ValueOf<S extends ParameterSpec> = S["unit"] extends "scale" ? Scale : number;

/** Parameter values for a method: required ones have a value, optional ones may be undefined. */
export type ParametersOf<S extends ParameterSpecs> = {
  readonly [K in keyof S]: S[K] extends ParameterSpec
    ? S[K]["required"] extends true
      ? ValueOf<S[K]>
      : ValueOf<S[K]> | undefined
    : never;
} & {
  /** Points of the indicator; 0 for a pure deduction or bonus item. */
  readonly points: number;
  /** Id of the variant in the brackets of the Method cell, `step (started)`; left out: the first variant. */
  readonly variant?: string | undefined;
  /** The rubric's settings for methods; left out: the defaults. */
  readonly settings?: MethodSettings | undefined;
};

/**
 * Scores the entries from `from` to before `to` of a column. A value without a number is NaN, and so are its points.
 * NaN for a number means that the method cannot score it. The caller turns both into a status, so NaN never leaves the
 * engine.
 */
export type ScoreRange = (values: Float64Array, points: Float64Array, from: number, to: number) => void;

/** What a scorer needs beside the values, fixed for one rubric and period. */
export interface ScoringContext {
  /** The values of all agents with the same role in the same period. */
  readonly peers: Peers;
  /**
   * By how much points that ledger rows state themselves exceed what the same events would come to by the rule, one sum
   * per entry; negative where they fall short. All events are in the values. Undefined if no ledger is read.
   */
  readonly given: Float64Array | undefined;
}

/**
 * Source of an indicator's values. metric: its column of Metrics; events: its column of Metrics, else the Ledger;
 * checklist: one column of Metrics for each item of its scale; ratings: the Ratings table; team: the evaluations of the
 * agents that this one leads; periods: the agent's own results of other periods. All but `metric` read a column of
 * Metrics instead, if the indicator names one.
 */
export type InputKind = "metric" | "events" | "checklist" | "ratings" | "team" | "periods";

/** A variant of a method. The Method cell names it in brackets after the method. */
export interface MethodVariant {
  readonly id: string;
  /** Words accepted in the brackets; the first is shown. */
  readonly names: Localised<readonly string[]>;
  readonly text: Localised;
}

/** A filled cell, for `words` of a method to read. */
export type WordCell = Extract<CellValue, { kind: "number" | "text" | "logical" }>;

/** References for a native formula: addresses or literals, in their form within the formula. */
interface NativeReferences {
  readonly value: string;
  /** Range of the values of all peers. */
  readonly peers: string;
  /** See `ScoringContext.given`, for methods that read events; left out if there is none. */
  readonly given?: string | undefined;
}

/** One explained score: facts for programs, a sentence for people. */
export interface MethodExplanation {
  readonly facts: Readonly<Record<string, number | string>>;
  readonly sentence: Localised;
}

export interface ExplanationContext {
  readonly value: number;
  /** Points from the scorer; NaN if it cannot score the value. */
  readonly points: number;
  readonly peers: Peers;
  /** See `ScoringContext.given`, of this agent; 0 if there is none. */
  readonly given?: number;
  readonly showAs: ShowAs;
}

/**
 * A worked example. It is a test, documentation, and the contract between custom function, task pane, command and
 * native formula.
 */
export interface MethodExample<S extends ParameterSpecs> {
  readonly parameters: ParametersOf<S>;
  readonly value: RawCell;
  /** Values of all peers, the agent's own included; only for methods that compare. */
  readonly peers?: readonly number[];
  /** See `ScoringContext.given`; only for methods that read events. */
  readonly given?: number;
  /** Expected points; "failed" if the value cannot be read or scored. */
  readonly points: number | "failed";
  readonly note: Localised;
}

/** One way of turning a value into points. One file holds everything about a method. */
export interface ScoringMethod<
  S extends ParameterSpecs = ParameterSpecs,
  Id extends string = string,
  Case extends string = string,
> {
  /** The stable English name in the Method column; the same as the file name. */
  readonly id: Id;
  /** Names accepted in the Method column; the first is shown. Case, width and spaces do not matter. */
  readonly names: Localised<readonly string[]>;
  /** Special cases with a name of their own in rules in words. Each name is also one of `names`. */
  readonly cases?: readonly (Localised & { readonly en: Case })[];
  readonly text: Localised<{ readonly summary: string; readonly formula: string }>;
  /** The origin of the method. */
  readonly source: string;
  readonly parameters: S;
  /** Whether the indicator must have points. */
  readonly points: "required" | "optional" | "none";
  /** Direction of the points while the value grows; `by-parameters` if the thresholds decide. */
  readonly monotone: "up" | "down" | "by-parameters" | "none";
  readonly input: InputKind;
  /** continuous: any number; whole: counts; labels: one of a few words, numbered by `words`. */
  readonly valueKind: "continuous" | "whole" | "labels";
  /**
   * The meaning of values that are not measured. ratings: numbers from Zero at, the lowest rating, to Full at. points:
   * given by hand, so the indicator's own points bound them.
   */
  readonly valuesAre?: "ratings" | "points";
  /** Variants of the method, the default first; left out if there is only one. */
  readonly variants?: readonly MethodVariant[];
  /** Whether the method compares with peers. The minimum group size then holds. */
  readonly comparesPeers?: boolean;
  /**
   * Reads a cell that is neither blank, N/A nor an error, if the method takes more than plain numbers: words, logical
   * values, grades. Undefined for a cell that it cannot read. Left out: the method takes numbers only.
   */
  readonly words?: (parameters: ParametersOf<S>) => (cell: WordCell) => number | undefined;
  /** The better direction of a value, if neither `monotone` nor a scale decides; `up` by default. */
  readonly better?: (parameters: ParametersOf<S>) => "up" | "down";
  readonly examples: readonly MethodExample<S>[];
  /** Compiles the method once for a rubric. The result is then bound to the peers of a period. */
  readonly compile: (parameters: ParametersOf<S>) => (context: ScoringContext) => ScoreRange;
  /**
   * Values at which the curve bends or jumps, in any order. Between two neighbours the curve rises, falls or stays. If
   * the end of the curve has the best worth, it is one of them. Turning points back into a value needs them.
   */
  readonly landmarks: (parameters: ParametersOf<S>, peers: Peers) => readonly number[];
  /** The method as a plain formula of Excel 2016, without the `=`, for a cell that is neither blank nor N/A. */
  readonly nativeFormula: (parameters: ParametersOf<S>, references: NativeReferences) => string;
  readonly explain: (parameters: ParametersOf<S>, context: ExplanationContext) => MethodExplanation;
  /**
   * What the events up to a number come to by the rule alone, before any limit, as points that are not negative; only for
   * methods that read events. An event with points of its own takes the place of its price.
   */
  readonly priceOf?: (parameters: ParametersOf<S>) => (count: number) => number;
  /** A rule of this method in words; left out if no words state such a rule. */
  readonly say?: Sentence;
}

/**
 * Declares a method. Types are inferred, so the compiler checks parameters against their specification, and names
 * against the methods.
 */
export const defineMethod = <
  const S extends ParameterSpecs,
  const Id extends string,
  const Case extends string = never,
>(
  method: ScoringMethod<S, Id, Case>,
): ScoringMethod<S, Id, Case> => method;

/**
 * Whether an indicator only adjusts the total, by adding or taking away, and earns no points of its own. Adjustments
 * have no share in the denominator and are never scaled.
 */
export function isAdjustment(method: Pick<ScoringMethod, "points">, points: number): boolean {
  return method.points === "none" || (method.points === "optional" && points === 0);
}

/** Whether the intervals or grades of a scale alone decide the worth of a value. */
export const isByScale = ({ parameters }: Pick<ScoringMethod, "parameters">): boolean =>
  parameters.scale?.required === true;

/** Whether events use up points: those of the indicator, if it has any. */
export const usesUpPoints = ({ points, monotone }: Pick<ScoringMethod, "points" | "monotone">): boolean =>
  points === "optional" && monotone === "down";

/** Whether the thresholds are fractions above or below the peers' mean. */
export const hasDeviations = ({ parameters }: Pick<ScoringMethod, "parameters">): boolean =>
  Object.values(parameters).some(({ unit }) => unit === "deviation");

/** The scorer of a method that needs nothing but the value. */
export function eachValue(points: (value: number) => number): ScoreRange {
  return (values, out, from, to) => {
    for (let i = from; i < to; i += 1) out[i] = points(values[i]!);
  };
}

/** Scores a whole column at once, for callers with one column and no rubric. */
export function scoreColumn<S extends ParameterSpecs>(
  method: ScoringMethod<S>,
  parameters: ParametersOf<S>,
  values: Float64Array,
  context: Partial<ScoringContext> = {},
): Float64Array {
  const points = new Float64Array(values.length);
  const peers = context.peers ?? createPeers(values);
  method.compile(parameters)({ peers, given: context.given })(values, points, 0, values.length);
  return points;
}
