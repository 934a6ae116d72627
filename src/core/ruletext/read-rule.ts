import type { Locale } from "../text/locale";
import type { Answer } from "./doubt";
import { fold } from "./fold";
import { readFrames } from "./frames/read";
import { readPhrases } from "./read-phrases";
import type { ReadOptions, RuleReading } from "./reading";
import { choose } from "./rivals";
import { mendWords } from "./tokens";

export type { ReadOptions, RuleReading } from "./reading";

/**
 * Reads a rule in Chinese or English. Never throws for what people typed. Two readers read it; where both understand it
 * and would give different points, that is a question. Words that are open or contradictory become doubts. A parameter
 * without words is left out of the rule.
 *
 * @example readRule("60 分以下不得分，90 分以上满分，之间线性").rule // { method: "linear", zeroAt: 60, fullAt: 90 }
 */
export function readRule(text: string, options: ReadOptions = {}): RuleReading {
  const folded = fold(text);
  return choose(readPhrases(mendWords(folded), options), readFrames(folded, options), options);
}

/** The rule and the words that settle a doubt. */
export function withAnswer(text: string, { words }: Answer, locale: Locale, number = ""): string {
  return `${text.replace(/[\s。.;；,，]+$/u, "")}${words[locale].replace("{}", number)}`;
}
