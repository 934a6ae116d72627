import type { Localised } from "../../text/locale";

/** One row of a rule's scale, as the Scales table holds it; what is left out is a blank cell. */
export interface RuleInterval {
  /** Left out: a bare interval. */
  readonly grade?: string;
  readonly from?: number;
  readonly to?: number;
  /** Left out where no bound is stated. */
  readonly ends?: "[)" | "(]" | "[]" | "()";
  readonly points?: number;
  readonly pointsTo?: number;
  readonly share?: number;
  readonly shareTo?: number;
}

/**
 * What a rule in words states of the parameters of its method. Thresholds are in the metric's own unit, percentages as fractions; what the
 * words leave out is left out.
 */
export interface StatedParameters {
  /** Id of the method's variant, where the words state one: `started`. */
  readonly variant?: string;
  readonly points?: number;
  readonly zeroAt?: number;
  readonly fullAt?: number;
  readonly perEvent?: number;
  readonly step?: number;
  readonly limit?: number;
  readonly scale?: readonly RuleInterval[];
}

/** How a value in the metric's own unit is written. */
export interface Metric {
  readonly inPercent: boolean;
  readonly show: (value: number) => string;
}

/** A part of a sentence in both languages; undefined for what is not said. */
export type Clause = Localised | undefined;

/** A rule in words, clause by clause. The reader of rules reads the same parameters out of them. */
export type Sentence = (stated: StatedParameters, metric: Metric) => readonly Clause[];

/** Stands in a clause where a rule leaves out what its method needs. */
export const HOLE = "___";
