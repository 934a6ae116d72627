import type { Part } from "../grammar/parts";
import { isKind } from "../grammar/parts";
import type { Rule } from "../rule";
import { findMethod } from "../../scoring/registry";
import type { Span } from "../span";
import { around } from "../span";
import type { Context } from "./context";
import exceptionNotUnderstood from "../doubts/exception-not-understood";
import meanShareUnclear from "../doubts/mean-share-unclear";
import notCombined from "../doubts/not-combined";
import numberNotUnderstood from "../doubts/number-not-understood";
import vagueWord from "../doubts/vague-word";
import wordsNotUnderstood from "../doubts/words-not-understood";

/** Parts that say something about points: none may be lost without a word. */
const bearsPoints = isKind(
  "condition",
  "outcome",
  "bare",
  "move",
  "per",
  "limit",
  "centre",
  "band",
  "target",
  "rise",
  "repeat",
  "label",
  "verdict",
  "otherwise",
  "points",
  "rating",
);

/** Tells of everything that did not become a part of the rule. */
export function tellLeft(context: Context, rule: Rule | undefined): void {
  const { parts } = context;
  const left = context.said.left.filter((part) => !context.isTaken(part));
  tellMeans(context, left);
  const isBusy = context.doubts.some(({ severity }) => severity === "error");
  for (const part of left) {
    if (!bearsPoints(part)) continue;
    if (part.kind === "rating" && part.high === undefined) continue;
    // Where nothing was understood, or the reading broke off, one doubt says it; numbers are told of all the same.
    const holdsNumber = /[0-9０-９一二两三四五六七八九十百]/.test(context.words(part));
    if (!rule && !holdsNumber) continue;
    if (!rule && isBusy && part.kind !== "bare") continue;
    if (part.kind === "bare" || !rule) context.raise(numberNotUnderstood([part], { number: context.words(part) }));
    else {
      const method = findMethod(rule.method)!;
      context.raise(
        notCombined([part], { words: context.words(part), method: rule.method, methodZh: method.names["zh-CN"][0]! }),
      );
    }
  }
  tellWords(context, parts);
}

/** A share of the mean that may be a distance from it leaves its number behind the word. */
function tellMeans(context: Context, left: readonly Part[]): void {
  for (const part of left) {
    if (part.kind !== "bare" || part.amount.unit !== "percent") continue;
    const at = context.parts.indexOf(part);
    const mean = context.parts.slice(Math.max(0, at - 3), at).find(isKind("peer"));
    if (!mean) continue;
    context.take(part);
    const span = around([mean, part]);
    context.raise(meanShareUnclear([span], { words: context.words(span) }));
  }
}

const isBreak = isKind("comma", "stop", "colon");

/** Words that change a rule, and words that are not understood where they may do so. */
function tellWords(context: Context, parts: readonly Part[]): void {
  for (let at = 0; at < parts.length;) {
    let to = at;
    while (to < parts.length && !isBreak(parts[to])) to += 1;
    tellClause(context, parts.slice(at, to));
    at = to + 1;
  }
}

function tellClause(context: Context, clause: readonly Part[]): void {
  const first = clause.findIndex(bearsPoints);
  for (const part of clause) {
    if (part.kind === "vague") context.raise(vagueWord([part], { words: context.words(part) }));
    if (part.kind === "except") context.raise(exceptionNotUnderstood([part], { words: context.words(part) }));
  }
  const or = clause.findIndex(isKind("or"));
  if (
    or >= 0 &&
    clause.slice(0, or).some(isKind("condition", "bare")) &&
    clause.slice(or).some(isKind("condition", "bare"))
  ) {
    context.raise(exceptionNotUnderstood([clause[or]!], { words: context.words(clause[or]!) }));
  }
  // In front of the first number or worth stands the name of what is measured; a clause without any only describes.
  if (first < 0) return;
  for (const span of runsOfWords(clause.slice(first + 1))) {
    context.raise(wordsNotUnderstood([span], { words: context.words(span) }));
  }
}

/** Words that stand together. A word in front of a number or a worth names it, as in `satisfaction of 95 %`. */
function runsOfWords(parts: readonly Part[]): readonly Span[] {
  const runs: Span[] = [];
  let run: Part[] = [];
  const end = (next: Part | undefined): void => {
    const namesNext = isKind("condition", "per", "repeat")(next);
    if (run.length > 0 && !namesNext) runs.push(around(run));
    run = [];
  };
  for (const part of parts) {
    if (part.kind === "words") run.push(part);
    else if (part.kind !== "silent") end(part);
  }
  end(undefined);
  return runs;
}
