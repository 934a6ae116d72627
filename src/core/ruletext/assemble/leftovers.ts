import type { Part, PartOf } from "../grammar/parts";
import { isKind } from "../grammar/parts";
import type { Rule } from "../rule";
import { methodNamed } from "../../scoring/compile/registry";
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

/** Whether something that happens has a price, so that words can name it. */
const isCharge = ({ method }: Rule): boolean => methodNamed(method).parameters.perEvent !== undefined;

/** Tells of everything that did not become a part of the rule. */
export function tellLeft(context: Context, rule: Rule | undefined): void {
  const { parts } = context;
  const { left: open, statements, charges, lines, repeats } = context.said;
  if (rule)
    tellStatements(context, rule, [
      ...statements.map(({ who, worth }) => [who, worth]),
      ...charges.map(({ per, move }) => [per, move]),
    ]);
  // What was put together and then not made a part of the rule is left as well.
  const together = [
    ...statements.flatMap(({ who, worth }) => [who, worth]),
    ...charges.flatMap(({ per, move }) => [per, move]),
    ...repeats.map(({ move }) => move),
    ...lines,
  ];
  const left = [...new Set<Part>([...open, ...together])]
    .filter((part) => !context.isTaken(part))
    .sort((a, b) => a.from - b.from);
  for (const part of left.filter(isKind("mean-share"))) {
    context.raise(meanShareUnclear([part], { words: context.words(part) }));
  }
  const isBusy = context.doubts.some(({ severity }) => severity === "error");
  for (const part of left) {
    if (!bearsPoints(part)) continue;
    if (part.kind === "rating" && part.high === undefined) continue;
    // Where nothing was understood, or the reading broke off, one doubt says it; numbers are told of all the same.
    const holdsNumber = /[0-9０-９一二两三四五六七八九十百]/.test(context.words(part));
    if ((!rule || isBusy || part.kind === "repeat") && !holdsNumber) continue;
    // 其他工作未完成每项扣 1 分: such words name the event.
    const isName = isKind("verdict", "otherwise", "label")(part) && rule && isCharge(rule);
    if (isName) continue;
    if (!rule && isBusy && part.kind !== "bare") continue;
    if (part.kind === "bare" || !rule) context.raise(numberNotUnderstood([part], { number: context.words(part) }));
    else tellApart(context, rule, part);
  }
  tellWords(context, parts);
}

const isBreak = isKind("comma", "stop", "colon");

/** Who gets what, or what something costs, that is no part of the rule: told of as a whole. */
function tellStatements(context: Context, rule: Rule, pairs: readonly (readonly Part[])[]): void {
  for (const pair of pairs) {
    if (pair.some((part) => context.isTaken(part) || isKind("label", "verdict", "otherwise")(part))) continue;
    context.take(...pair);
    tellApart(context, rule, around(pair));
  }
}

function tellApart(context: Context, { method }: Rule, span: Span): void {
  const names = methodNamed(method).names["zh-CN"];
  context.raise(notCombined([span], { words: context.words(span), method, methodZh: names[0]! }));
}

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
  const first = clause.findIndex((part) => bearsPoints(part) && !isKind("verdict", "otherwise", "label")(part));
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
  // Beside points for each event, words name the event.
  if (clause.some(isKind("per", "repeat"))) return;
  for (const span of runsOfWords(clause.slice(first))) {
    context.raise(wordsNotUnderstood([span], { words: context.words(span) }));
  }
}

/**
 * Words that stand together. A word in front of a number names it, as in `satisfaction of 95 %`; a single word of letters behind one is its unit,
 * as in `50 payments`.
 */
function runsOfWords(parts: readonly Part[]): readonly Span[] {
  const runs: Span[] = [];
  let run: PartOf<"words">[] = [];
  let before: Part | undefined;
  const end = (next: Part | undefined): void => {
    const namesNext = isKind("condition", "per", "repeat")(next);
    const isUnit = run.length === 1 && isKind("bare", "condition", "target")(before) && /^[a-z]+$/.test(run[0]!.text);
    if (run.length > 0 && !namesNext && !isUnit) runs.push(around(run));
    run = [];
    before = next;
  };
  for (const part of parts) {
    if (part.kind === "words") run.push(part);
    else if (part.kind !== "silent") end(part);
  }
  end(undefined);
  return runs;
}
