import type { TimeUnit } from "../cell/duration";
import type { Doubt } from "./doubt";
import type { Rule } from "./rule";

/** The result of reading a rule. */
export interface RuleReading {
  /** The original text. */
  readonly text: string;
  /** The understood part; undefined if no method was understood. */
  readonly rule: Rule | undefined;
  /** The unit of its thresholds, where the words name several units of time. */
  readonly timeUnit?: TimeUnit;
  /** In the order of the text. */
  readonly doubts: readonly Doubt[];
  /** Number of tried phrases, as a measure of the work. Tests use it to show that the work is linear in the text. */
  readonly steps: number;
}

export interface ReadOptions {
  /** Points of the indicator that are stated beside the rule, as in the Points column. */
  readonly points?: number | undefined;
}
