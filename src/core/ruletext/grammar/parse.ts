import type { Tag } from "../lexicon/tags";
import type { Token } from "../tokens";
import { CONDITIONS } from "./conditions";
import { MOVES } from "./moves";
import { OTHERS, SPECIAL } from "./others";
import type { Part } from "./parts";
import { Pattern } from "./pattern";
import { readPer } from "./per";
import type { Phrase } from "./phrase";
import { WORTHS } from "./worths";

interface Compiled {
  readonly pattern: Pattern;
  readonly make: Phrase[1];
}

/** Phrases by the tags that they can begin with, in the order of trying. */
const byTag = new Map<Tag, Compiled[]>();
for (const [source, make] of [...SPECIAL, ...CONDITIONS, ...MOVES, ...WORTHS, ...OTHERS]) {
  const pattern = new Pattern(source);
  for (const tag of new Set(pattern.first)) byTag.set(tag, [...(byTag.get(tag) ?? []), { pattern, make }]);
}

export interface Parsed {
  readonly parts: readonly Part[];
  /** Number of tried patterns, as a measure of the work. */
  readonly steps: number;
}

/**
 * Cuts tokens into parts of a rule. At each place it takes the first matching phrase of the grammar, else words that
 * are not understood. Every phrase has a bounded length, so the work is linear in the text.
 */
export function parse(tokens: readonly Token[]): Parsed {
  const parts: Part[] = [];
  let steps = 0;
  let at = 0;
  while (at < tokens.length) {
    const per = readPer(tokens, at);
    if (per) {
      parts.push(per.part);
      at = per.to;
      continue;
    }
    let to = at;
    for (const { pattern, make } of byTag.get(tokens[at]!.tag) ?? []) {
      steps += 1;
      const match = pattern.match(tokens, at);
      const made = match && make(match.caught);
      if (!made) continue;
      parts.push(...made);
      to = match.to;
      break;
    }
    if (to === at) {
      const { from, to: end, text } = tokens[at]!;
      parts.push({ kind: "words", from, to: end, text });
      to += 1;
    }
    at = to;
  }
  return { parts, steps };
}
