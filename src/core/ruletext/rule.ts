import type { CriticalRule } from "../rubric/critical";
import type { MethodName } from "../scoring/compile/registry";
import type { StatedParameters } from "../scoring/model/sentence";

/** An understood rule, as the fields of a rubric row. A field without words is left out. */
export interface Rule extends StatedParameters {
  /** A name for the Method column, in English: `linear`, `bands`, `piecewise`, `step` ... */
  readonly method: MethodName;
  readonly critical?: CriticalRule;
  readonly failAt?: number;
}
