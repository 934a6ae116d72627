import type { Localised } from "../../text/locale";
import type { InputDescription } from "../model/input";
import type { MethodExplanation } from "../model/method";
import type { CellValue } from "../../cell/cell";
import type { StatusName } from "../model/status";

/** One replayed indicator of one agent: facts for programs, a sentence for people. */
export interface IndicatorExplanation {
  readonly status: StatusName;
  /** Points before and after the shift of missing indicators' points; undefined unless scored. */
  readonly earned: number | undefined;
  readonly counted: number | undefined;
  /**
   * The most that this indicator can count for this agent: its points and the points shifted to it. 0 for adjustments
   * and for indicators that leave.
   */
  readonly most: number;
  readonly cell: CellValue;
  readonly value: Localised;
  readonly facts: Readonly<Record<string, number | string>>;
  /** One line: the deciding fact and its points. */
  readonly short: Localised;
  /** The same with the source of the value and the shifted points. */
  readonly sentence: Localised;
}

export type Facts = Readonly<Record<string, number | string>>;

/** One step from a value to the points that count. */
export interface IndicatorStep {
  /**
   * value: its cell, or how it was gathered; peers: what it is compared with; curve: its piece of the curve; method:
   * what the method makes of it; points: the share earned; missing: the effect of a missing value; shift: points from
   * other indicators; critical: whether it failed as a critical item; counts: what it is part of.
   */
  readonly id: "value" | "peers" | "curve" | "method" | "points" | "missing" | "shift" | "critical" | "counts";
  readonly facts: Facts;
  readonly sentence: Localised;
}

/** An explanation with its parts. */
export interface Explained extends IndicatorExplanation {
  readonly described: InputDescription | undefined;
  /**
   * The method's explanation; undefined if the method was not asked, because there is no value or there are no peers.
   */
  readonly decided: MethodExplanation | undefined;
}

/** One step from points to grade and rank. */
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
    | "rank"
    // Of agents with several rows in the period: a part, and the mean of the parts.
    | "part"
    | "mean";
  readonly facts: Readonly<Record<string, number | string>>;
  readonly sentence: Localised;
}
