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

/** Parts about points. None of them may be lost without a doubt. */
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

/** Whether an event has a price, so that words can name the event. */
const isCharge = ({ method }: Rule): boolean => methodNamed(method).parameters.perEvent !== undefined;

/** Reports everything that did not become a part of the rule. */
export function tellLeft(context: Context, rule: Rule | undefined): void {
  const { parts } = context;
  const { left: open, statements, charges, lines, repeats } = context.said;
  if (rule)
    tellStatements(context, rule, [
      ...statements.map(({ who, worth }) => [who, worth]),
      ...charges.map(({ per, move }) => [per, move]),
    ]);
  // Pairs that did not become a part of the rule are left over too.
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
    // If nothing was understood, or the reading stopped early, one doubt covers everything except words with numbers.
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

/** Reports a value with its worth, or an event with its price, as a whole if it is no part of the rule. */
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

/** Reports words that change a rule, and words that may do so and are not understood. */
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
  // The text before the first number or worth is the name of the metric. A clause without either only describes.
  if (first < 0) return;
  // Words beside points for each event name the event.
  if (clause.some(isKind("per", "repeat"))) return;
  for (const span of runsOfWords(clause.slice(first))) {
    context.raise(wordsNotUnderstood([span], { words: context.words(span) }));
  }
}

/**
 * Consecutive words. Words before a number name it, as in `satisfaction of 95 %`. A single word of letters after a
 * number is its unit, as in `50 payments`.
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
