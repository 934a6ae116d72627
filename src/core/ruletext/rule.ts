import type { CriticalRule } from "../rubric/rubric";

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
 * A rule as understood: the fields of a rubric row. Thresholds are in the metric's own unit, percentages as fractions; what the words do
 * not state is left out.
 */
export interface Rule {
  /** A name for the Method column, in English: `linear`, `bands`, `piecewise`, `step` ... */
  readonly method: RuleMethod;
  /** Id of the method's variant, where the words state one: `started`. */
  readonly variant?: string;
  readonly points?: number;
  readonly zeroAt?: number;
  readonly fullAt?: number;
  readonly perEvent?: number;
  readonly step?: number;
  readonly limit?: number;
  readonly scale?: readonly RuleInterval[];
  readonly critical?: CriticalRule;
  readonly failAt?: number;
}

/** Methods that a sentence can state. `bands` is the name of `piecewise` for intervals that are each worth the same all along. */
export type RuleMethod =
  | "linear"
  | "peer"
  | "bands"
  | "piecewise"
  | "deduct"
  | "bonus"
  | "step"
  | "grade"
  | "rating"
  | "attainment"
  | "pass-fail"
  | "target-centred"
  | "checklist"
  | "manual";
