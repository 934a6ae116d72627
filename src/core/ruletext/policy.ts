import type { RuleReading } from "./read-rule";
import { readRule } from "./read-rule";
import type { Span } from "./span";
import { cutTable } from "./policy/table";
import { cutText } from "./policy/running-text";

/** One indicator of a policy. */
export interface PolicyRow {
  /** "" if the policy states none. */
  readonly section: string;
  readonly indicator: string;
  readonly points: number | undefined;
  /** The rule in the words of the policy, for the Rule column. */
  readonly ruleText: string;
  /** Place of the rule in the pasted text. Doubts of the reading count from its beginning. */
  readonly span: Span;
  readonly reading: RuleReading;
}

/**
 * Splits a pasted policy into indicators. The policy is a table with tabs and line ends between its cells, or lines
 * with one indicator each, or running text. Running text looks like `季考 10 分：60 分以下不得分，... 话务量 15 分 ...`. Every row
 * keeps its own words and their doubts.
 */
export function readPolicy(text: string): readonly PolicyRow[] {
  const rows = text.includes("\t") ? cutTable(text) : cutText(text);
  return rows.map(({ section, indicator, points, rule }): PolicyRow => {
    const ruleText = text.slice(rule.from, rule.to);
    const reading = readRule(ruleText, { points });
    return { section, indicator, points: points ?? reading.rule?.points, ruleText, span: rule, reading };
  });
}
