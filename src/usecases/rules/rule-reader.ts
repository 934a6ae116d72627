import { parseCell } from "../../core/cell/cell";
import type { Answer } from "../../core/ruletext/doubt";
import type { PolicyRow } from "../../core/ruletext/policy";
import { readPolicy } from "../../core/ruletext/policy";
import type { RuleReading } from "../../core/ruletext/read-rule";
import { readRule, withAnswer } from "../../core/ruletext/read-rule";
import { scoreByRule } from "../../core/ruletext/score-rule";
import { writeRule } from "../../core/ruletext/write-rule";
import { showPoints } from "../../core/text/format";
import type { Locale } from "../../core/text/locale";

/** What a person changed of a rule before it is applied; what is left out is as it was read. */
export interface RuleChange {
  readonly text?: string;
  readonly section?: string;
  readonly indicator?: string;
  /** As typed. */
  readonly points?: string;
  /** Cells that say something else than the rule may be overwritten. */
  readonly overwrite?: boolean;
  readonly leftOut?: boolean;
}

/** Changes by the key of the rule they belong to. */
export type RuleChanges = Readonly<Record<string, RuleChange>>;

/** Reads rules and keeps what it read, so that an answer to one rule costs the reading of that one. */
export interface RuleReader {
  readonly rule: (text: string, points: number | undefined) => RuleReading;
  readonly policy: (text: string) => readonly PolicyRow[];
}

/** Sentences that are remembered; a rubric holds a few dozen, and every answer makes one more. */
const MOST_KEPT = 2_000;

export function createRuleReader(): RuleReader {
  const kept = new Map<string, RuleReading>();
  let policy: { readonly text: string; readonly rows: readonly PolicyRow[] } = { text: "", rows: [] };
  return {
    rule(text, points) {
      const key = `${points ?? ""}|${text}`;
      let reading = kept.get(key);
      if (!reading) {
        if (kept.size >= MOST_KEPT) kept.clear();
        kept.set(key, (reading = readRule(text, { points })));
      }
      return reading;
    },
    policy(text) {
      if (text !== policy.text) policy = { text, rows: readPolicy(text) };
      return policy.rows;
    },
  };
}

/** The rule as it is understood, in words; "" where nothing was. */
export function ruleInWords({ rule }: RuleReading, locale: Locale): string {
  return rule ? writeRule(rule, locale) : "";
}

/**
 * The text of a rule with the words that settle a doubt; undefined where the answer asks for a number and what was typed is none. Words are in the
 * language of the text where that can be told, so that a rule does not mix two.
 */
export function answerRule(text: string, answer: Answer, typed: string): string | undefined {
  const locale: Locale = /\p{Script=Han}/u.test(text) ? "zh-CN" : "en";
  if (!answer.asks) return withAnswer(text, answer, locale);
  if (parseCell(typed).kind !== "number") return undefined;
  return withAnswer(text, answer, locale, typed.trim());
}

/** How many questions a rule leaves open; what is only worth knowing is none. */
export const openQuestions = ({ doubts }: RuleReading): number =>
  doubts.filter(({ severity }) => severity !== "info").length;

/** What a rule gives for a value that was typed. */
export interface TriedValue {
  readonly value: string;
  /** `7.5`; "" where there are none. */
  readonly points: string;
  /** Why there are no points; "" where there are. */
  readonly why: string;
}

/** Most values that are tried out at once. */
const MOST_TRIED = 50;

/** Scores values that were typed, with semicolons or spaces between them. A rule that compares with peers takes them as the group. */
export function tryRule(
  reading: RuleReading,
  points: number | undefined,
  typed: string,
  locale: Locale,
): readonly TriedValue[] {
  const values = typed
    .split(/[\s;；、]+/u)
    .filter((value) => value !== "")
    .slice(0, MOST_TRIED);
  return scoreByRule(reading, points, values.map(parseCell)).map((score, at): TriedValue => ({
    value: values[at]!,
    points: score.status === "scored" ? showPoints(score.points, locale) : "",
    why: score.status === "scored" ? "" : score.why[locale],
  }));
}
