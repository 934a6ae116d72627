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

/** A person's changes of a rule before it is applied. Omitted fields stay as read. */
export interface RuleChange {
  readonly text?: string;
  readonly section?: string;
  readonly indicator?: string;
  /** As typed. */
  readonly points?: string;
  /** The rule may overwrite cells that differ from it. */
  readonly overwrite?: boolean;
  readonly leftOut?: boolean;
}

/** Changes by the key of the rule they belong to. */
export type RuleChanges = Readonly<Record<string, RuleChange>>;

/** Reads rules and remembers the readings, so that an answer to one rule rereads only that rule. */
export interface RuleReader {
  readonly rule: (text: string, points: number | undefined) => RuleReading;
  readonly policy: (text: string) => readonly PolicyRow[];
}

/** Most remembered sentences. A rubric holds a few dozen, and every answer adds one. */
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

/** The understood part of a rule in words; "" if nothing was understood. */
export function ruleInWords({ rule }: RuleReading, locale: Locale): string {
  return rule ? writeRule(rule, locale) : "";
}

/**
 * The text of a rule with words that settle a doubt. Undefined if the answer needs a number and the typed text is none. The words follow
 * the language of the text where it is clear, so that a rule does not mix two languages.
 */
export function answerRule(text: string, answer: Answer, typed: string): string | undefined {
  const locale: Locale = /\p{Script=Han}/u.test(text) ? "zh-CN" : "en";
  if (!answer.asks) return withAnswer(text, answer, locale);
  const { kind } = parseCell(typed);
  if (kind !== "number" && kind !== "duration") return undefined;
  return withAnswer(text, answer, locale, typed.trim());
}

/** Number of open questions of a rule. Remarks of level info are no questions. */
export const openQuestions = ({ doubts }: RuleReading): number =>
  doubts.filter(({ severity }) => severity !== "info").length;

/** The result of a rule for a typed value. */
export interface TriedValue {
  readonly value: string;
  /** `7.5`; "" for no points. */
  readonly points: string;
  /** The reason for no points; "" if there are points. */
  readonly why: string;
}

/** Most values of one try-out. */
const MOST_TRIED = 50;

/** Most words of a duration: `1 h 3 min 25 s`. */
const MOST_WORDS = 6;

/** Typed values, between semicolons or spaces. A duration such as `3 min 25 s` is one value. */
const typedValues = (typed: string): readonly string[] =>
  typed.split(/[;；、\n]+/u).flatMap((part) => {
    const words = part.split(/\s+/u).filter((word) => word !== "");
    const isDuration = (size: number): boolean => parseCell(words.slice(0, size).join(" ")).kind === "duration";
    const values: string[] = [];
    while (words.length > 0 && values.length < MOST_TRIED) {
      const size = Array.from({ length: MOST_WORDS }, (_, less) => MOST_WORDS - less).find(isDuration) ?? 1;
      values.push(words.splice(0, size).join(" "));
    }
    return values;
  });

/** Scores typed values, separated by semicolons or spaces. For a rule that compares with peers they are the group. */
export function tryRule(
  reading: RuleReading,
  points: number | undefined,
  typed: string,
  locale: Locale,
): readonly TriedValue[] {
  const values = typedValues(typed).slice(0, MOST_TRIED);
  return scoreByRule(reading, points, values.map(parseCell)).map((score, at): TriedValue => ({
    value: values[at]!,
    points: score.status === "scored" ? showPoints(score.points, locale) : "",
    why: score.status === "scored" ? "" : score.why[locale],
  }));
}
