import type { Localised } from "../../text/locale";

/** One row of a rule's scale, as in the Scales table. A field left out is a blank cell. */
export interface RuleInterval {
  /** Left out: a bare interval. */
  readonly grade?: string;
  readonly from?: number;
  readonly to?: number;
  /** Left out if the row states no bound. */
  readonly ends?: "[)" | "(]" | "[]" | "()";
  readonly points?: number;
  readonly pointsTo?: number;
  readonly share?: number;
  readonly shareTo?: number;
}

/**
 * The parameters of a method that a rule in words states. Thresholds are in the metric's own unit, percentages are
 * fractions. A parameter that the words do not state is left out.
 */
export interface StatedParameters {
  /** Id of the method's variant, `started` for instance, if the words state one. */
  readonly variant?: string;
  readonly points?: number;
  readonly zeroAt?: number;
  readonly fullAt?: number;
  readonly perEvent?: number;
  readonly step?: number;
  readonly limit?: number;
  readonly scale?: readonly RuleInterval[];
}

/** How to write a value in the metric's own unit. */
export interface Metric {
  readonly inPercent: boolean;
  readonly show: (value: number) => string;
}

/** A part of a sentence in both languages; undefined if there is nothing to say. */
export type Clause = Localised | undefined;

/** A rule in words, clause by clause. Reading the clauses gives the same parameters back. */
export type Sentence = (stated: StatedParameters, metric: Metric) => readonly Clause[];

/** Stands in a clause for a parameter that the method needs and the rule does not state. */
export const HOLE = "___";
