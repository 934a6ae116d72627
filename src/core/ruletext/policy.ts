import { fold } from "./fold";
import { isKind } from "./grammar/parts";
import { parse } from "./grammar/parse";
import type { RuleReading } from "./read-rule";
import { readRule } from "./read-rule";
import type { Span } from "./span";
import { tokenise } from "./tokens";
import { cutTable } from "./policy/table";
import { cutText } from "./policy/running-text";

/** One indicator of a policy. */
export interface PolicyRow {
  /** "" where none is stated. */
  readonly section: string;
  readonly indicator: string;
  readonly points: number | undefined;
  /** The rule as the policy words it, for the Rule column. */
  readonly ruleText: string;
  /** Where the rule stands in the pasted text; doubts of the reading count from its beginning. */
  readonly span: Span;
  readonly reading: RuleReading;
}

/** A row as it was cut out of a policy, before its rule is read. */
export interface CutRow {
  readonly section: string;
  readonly indicator: string;
  /** Points that stand in a cell of their own, or with the name. */
  readonly points: number | undefined;
  readonly rule: Span;
}

/**
 * Splits a pasted policy into indicators: a table with tabs and line ends between its cells, lines with one indicator each, or running text such
 * as `季考 10 分：60 分以下不得分，... 话务量 15 分 ...`. Every row keeps its own words, and the doubts about them.
 */
export function readPolicy(text: string): readonly PolicyRow[] {
  const rows = text.includes("\t") ? cutTable(text) : cutText(text);
  return rows.map(({ section, indicator, points, rule }): PolicyRow => {
    const ruleText = text.slice(rule.from, rule.to);
    const reading = readRule(ruleText, { points });
    return { section, indicator, points: points ?? reading.rule?.points, ruleText, span: rule, reading };
  });
}

/** Points that a short text such as a cell states: `10`, `10 分`, `10%`; undefined where it states none. */
export function pointsIn(text: string): number | undefined {
  const { parts } = parse(tokenise(fold(text)));
  const [only, more] = parts.filter((part) => !isKind("silent")(part));
  if (more !== undefined) return undefined;
  if (isKind("points")(only)) return only.amount.value;
  if (!isKind("bare")(only) || only.amount.value < 0) return undefined;
  const { unit, value } = only.amount;
  if (unit === "percent") return Number((value * 100).toPrecision(15));
  return unit === "points" || unit === "none" ? value : undefined;
}
