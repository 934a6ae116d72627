import type { Localised } from "../../text/locale";
import type { InputDescription } from "../model/input";
import type { MethodExplanation } from "../model/method";
import type { CellValue } from "../../cell/cell";
import type { StatusName } from "../model/status";

/** One indicator of one agent, replayed: facts for programs, a sentence for people. */
export interface IndicatorExplanation {
  readonly status: StatusName;
  /** Points before and after points of missing indicators were shifted; undefined unless scored. */
  readonly earned: number | undefined;
  readonly counted: number | undefined;
  /** The most that this indicator can count for this agent: its points, with what was shifted here; 0 for adjustments and what leaves. */
  readonly most: number;
  readonly cell: CellValue;
  readonly value: Localised;
  readonly facts: Readonly<Record<string, number | string>>;
  /** One line: what decided, and the points that it gives. */
  readonly short: Localised;
  /** The same, with where the value came from and what was shifted here. */
  readonly sentence: Localised;
}

export type Facts = Readonly<Record<string, number | string>>;

/** One step on the way from a value to the points that count. */
export interface IndicatorStep {
  /**
   * value: what stands there, or how it was gathered; peers: what it is compared with; curve: the piece of the curve it lies in; method: what
   * the method makes of it; points: the share earned; missing: what happens without a value; shift: points that came from others; critical:
   * whether it failed as a critical item; counts: what it is part of.
   */
  readonly id: "value" | "peers" | "curve" | "method" | "points" | "missing" | "shift" | "critical" | "counts";
  readonly facts: Facts;
  readonly sentence: Localised;
}

/** An explanation with the parts that it was made of. */
export interface Explained extends IndicatorExplanation {
  readonly described: InputDescription | undefined;
  /** What the method says; undefined where it was not asked, because there is no value or nobody to compare with. */
  readonly decided: MethodExplanation | undefined;
}

/** One step on the way from points to grade and rank. */
export interface TotalStep {
  readonly id:
    | "missing"
    | "shift"
    | "sections"
    | "bounds"
    | "critical-section"
    | "caps"
    | "adjustments"
    | "held"
    | "critical"
    | "rounding"
    | "grade"
    | "rank";
  readonly facts: Readonly<Record<string, number | string>>;
  readonly sentence: Localised;
}
