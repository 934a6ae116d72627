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
 * metric: in the metric's own unit; deviation: a fraction above or below the peers' mean; points: points; ratio: a bare ratio, 1.2 for
 * 120 %; scale: the name of a scale.
 */
export type ParameterUnit = "metric" | "deviation" | "points" | "ratio" | "scale";

export interface ParameterSpec {
  readonly unit: ParameterUnit;
  readonly required: boolean;
  /** An optional parameter that must be stated after all where this other one is blank. */
  readonly neededWithout?: ParameterColumn;
  /** Numbers only: `positive` refuses 0 and less, `non-negative` refuses less than 0, `non-zero` refuses 0. */
  readonly domain: "any" | "positive" | "non-negative" | "non-zero";
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
  /** Id of the variant that the Method cell names in brackets, `step (started)`; left out: the method's first variant. */
  readonly variant?: string | undefined;
  /** What the rubric's settings say to methods; left out: the defaults. */
  readonly settings?: MethodSettings | undefined;
};

/**
 * Scores the entries `from` up to, but without, `to` of a column. A value is NaN where there is no number, and its points are then NaN too;
 * NaN for a number means that this value cannot be scored. Both are turned into a status by the caller and never leave the engine.
 */
export type ScoreRange = (values: Float64Array, points: Float64Array, from: number, to: number) => void;

/** What a column is scored against, fixed for one rubric and period. */
export interface ScoringContext {
  /** The metric of everybody with the same role in the same period. */
  readonly peers: Peers;
  /** Points that ledger rows state outright, one sum per entry, added to what the counted events give; undefined where there are none. */
  readonly given: Float64Array | undefined;
}

/**
 * Where an indicator's values come from. metric: its column of Metrics; events: its column of Metrics, else the Ledger; checklist: one
 * column of Metrics for each item of its scale; ratings: the Ratings table; team: the evaluations of the agents that this one leads;
 * periods: the agent's own results of other periods. All but `metric` read the column of Metrics instead where there is one of its name.
 */
export type InputKind = "metric" | "events" | "checklist" | "ratings" | "team" | "periods";

/** A way of applying a method that the Method cell names in brackets after its name. */
export interface MethodVariant {
  readonly id: string;
  /** Words accepted in the brackets; the first is the one shown. */
  readonly names: Localised<readonly string[]>;
  readonly text: Localised;
}

/** A cell that holds something: what `words` of a method is asked to read. */
export type WordCell = Extract<CellValue, { kind: "number" | "text" | "logical" }>;

/** References for a native formula: addresses or literals, written as they go into the formula. */
interface NativeReferences {
  readonly value: string;
  /** Range of all peers' values. */
  readonly peers: string;
  /** Points that the ledger states outright, for methods that read events; left out where there are none. */
  readonly given?: string | undefined;
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
  readonly peers: Peers;
  /** Points that the ledger stated outright for this agent; 0 where there are none. */
  readonly given?: number;
  readonly showAs: ShowAs;
}

/** A worked example: test, documentation and contract between all doors at once. */
export interface MethodExample<S extends ParameterSpecs> {
  readonly parameters: ParametersOf<S>;
  readonly value: RawCell;
  /** Values of all peers, the agent's own included; only where the method compares. */
  readonly peers?: readonly number[];
  /** Points that the ledger states outright; only for methods that read events. */
  readonly given?: number;
  /** Points expected; "failed" where the value cannot be scored or read. */
  readonly points: number | "failed";
  readonly note: Localised;
}

/** One way of turning a value into points. One file holds all there is to know about it. */
export interface ScoringMethod<
  S extends ParameterSpecs = ParameterSpecs,
  Id extends string = string,
  Case extends string = string,
> {
  /** Equals the file name; the stable English name in the Method column. */
  readonly id: Id;
  /** Names accepted in the Method column; the first is the one shown. Casing, width and spaces do not matter. */
  readonly names: Localised<readonly string[]>;
  /** Special cases that a rule in words tells apart by a name of their own; each name is one of `names` as well. */
  readonly cases?: readonly (Localised & { readonly en: Case })[];
  readonly text: Localised<{ readonly summary: string; readonly formula: string }>;
  /** Where the method comes from. */
  readonly source: string;
  readonly parameters: S;
  /** Whether the indicator must have points of its own. */
  readonly points: "required" | "optional" | "none";
  /** How points move when the value grows; `by-parameters` when the thresholds decide. */
  readonly monotone: "up" | "down" | "by-parameters" | "none";
  readonly input: InputKind;
  /** continuous: any number; whole: counts; labels: one of a few words, as numbered by `words`. */
  readonly valueKind: "continuous" | "whole" | "labels";
  /**
   * What its numbers are where they do not measure anything. ratings: from zero at, the lowest there is, to full at; points: given by hand,
   * so that the indicator's own points bound them.
   */
  readonly valuesAre?: "ratings" | "points";
  /** Ways of applying it, the default first; left out where there is but one. */
  readonly variants?: readonly MethodVariant[];
  /** Whether it compares with peers, so that the minimum group size holds. */
  readonly comparesPeers?: boolean;
  /**
   * Reads a cell that is neither blank, N/A nor an error, where the method takes more than plain numbers: words, logical values, grades.
   * Undefined means that the cell cannot be read. Left out: numbers only.
   */
  readonly words?: (parameters: ParametersOf<S>) => (cell: WordCell) => number | undefined;
  /** Whether a growing value is better or worse, where neither `monotone` nor a scale tells; `up` as long as it is not stated. */
  readonly better?: (parameters: ParametersOf<S>) => "up" | "down";
  readonly examples: readonly MethodExample<S>[];
  /** Compiled once for a rubric; the result is then bound to the peers of a period. */
  readonly compile: (parameters: ParametersOf<S>) => (context: ScoringContext) => ScoreRange;
  /**
   * Values at which the curve bends or jumps, in any order; between two neighbours it rises, falls or stays. Where the best worth is reached
   * at the end of the curve, that end is one of them. Used to turn points back into a value.
   */
  readonly landmarks: (parameters: ParametersOf<S>, peers: Peers) => readonly number[];
  /** The same as a plain formula of Excel 2016, without the `=`, for a cell that is neither blank nor N/A. */
  readonly nativeFormula: (parameters: ParametersOf<S>, references: NativeReferences) => string;
  readonly explain: (parameters: ParametersOf<S>, context: ExplanationContext) => MethodExplanation;
  /** How a rule of this method is said in words; left out where no words state one. */
  readonly say?: Sentence;
}

/** Declares a method; the type parameters are inferred, so parameters are checked against their specification, and names against the methods. */
export const defineMethod = <
  const S extends ParameterSpecs,
  const Id extends string,
  const Case extends string = never,
>(
  method: ScoringMethod<S, Id, Case>,
): ScoringMethod<S, Id, Case> => method;

/**
 * Whether an indicator only adjusts the total - adds or takes away - instead of earning points of its own. Adjustments have no share in
 * the denominator and are never scaled.
 */
export function isAdjustment(method: Pick<ScoringMethod, "points">, points: number): boolean {
  return method.points === "none" || (method.points === "optional" && points === 0);
}

/** Whether the intervals or grades of a scale alone say what a value is worth. */
export const isByScale = ({ parameters }: Pick<ScoringMethod, "parameters">): boolean =>
  parameters.scale?.required === true;

/** Whether it takes points away for what happens, from those that the indicator has where it has any. */
export const usesUpPoints = ({ points, monotone }: Pick<ScoringMethod, "points" | "monotone">): boolean =>
  points === "optional" && monotone === "down";

/** Whether its thresholds are fractions above or below the peers' mean. */
export const hasDeviations = ({ parameters }: Pick<ScoringMethod, "parameters">): boolean =>
  Object.values(parameters).some(({ unit }) => unit === "deviation");

/**
 * The scorer of a method that needs nothing but the value. Methods that run over very many values write their own loop instead, as a
 * function of the file: what the engine compiled of a function within `compile` is lost when its rubric is.
 */
export function eachValue(points: (value: number) => number): ScoreRange {
  return (values, out, from, to) => applyToEach(points, values, out, from, to);
}

function applyToEach(
  points: (value: number) => number,
  values: Float64Array,
  out: Float64Array,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i += 1) out[i] = points(values[i]!);
}

/** Scores a whole column at once, for callers that have one column and no rubric. */
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
