import { methodNamed } from "../scoring/compile/registry";
import { isByScale, usesUpPoints } from "../scoring/model/method";
import { readGrades, readVerdict } from "./assemble/cases";
import { readCharges } from "./assemble/charges";
import { Context } from "./assemble/context";
import { readCurve } from "./assemble/curve";
import { tellLeft } from "./assemble/leftovers";
import { readAttainment, readByHand, readCentred, readRating } from "./assemble/simple";
import { toStatements } from "./assemble/statements";
import { withCritical } from "./assemble/critical";
import type { Answer, Doubt } from "./doubt";
import { fold } from "./fold";
import { parse } from "./grammar/parse";
import { isKind } from "./grammar/parts";
import type { Rule } from "./rule";
import { mendWords, tokenise } from "./tokens";
import type { Locale } from "../text/locale";
import methodNotStated from "./doubts/method-not-stated";
import pointsDiffer from "./doubts/points-differ";
import pointsNotStated from "./doubts/points-not-stated";
import slipMended from "./doubts/slip-mended";
import tooLong from "./doubts/too-long";
import worthAbovePoints from "./doubts/worth-above-points";

/** The result of reading a rule. */
export interface RuleReading {
  /** The original text. */
  readonly text: string;
  /** The understood part; undefined if no method was understood. */
  readonly rule: Rule | undefined;
  /** In the order of the text. */
  readonly doubts: readonly Doubt[];
  /** Number of tried phrases, as a measure of the work. Tests use it to show that the work is linear in the text. */
  readonly steps: number;
}

export interface ReadOptions {
  /** Points of the indicator that are stated beside the rule, as in the Points column. */
  readonly points?: number | undefined;
}

/** No rule of one indicator has more parts. Up to here all parts are compared with one another. */
const MOST_PARTS = 600;

/** Readers of the possible meanings of a rule, in the order of trying. */
const READERS = [
  readByHand,
  readCharges,
  readCentred,
  readVerdict,
  readCurve,
  readGrades,
  readRating,
  readAttainment,
] as const;

/**
 * Reads a rule in Chinese or English. Never throws for what people typed. Words that are not understood, open or
 * contradictory become doubts. A parameter without words is left out of the rule.
 *
 * @example readRule("60 分以下不得分，90 分以上满分，之间线性").rule // { method: "linear", zeroAt: 60, fullAt: 90 }
 */
export function readRule(text: string, options: ReadOptions = {}): RuleReading {
  const { folded, slips } = mendWords(fold(text));
  const tokens = tokenise(folded);
  const { parts, steps } = parse(tokens);
  if (parts.length > MOST_PARTS) {
    const doubts = [tooLong([{ from: 0, to: text.length }], { most: MOST_PARTS })];
    return { text, rule: undefined, doubts, steps: steps + tokens.length };
  }
  const said = toStatements(parts);
  const context = new Context(text, said, parts, options.points ?? said.points?.value);
  let rule: Rule | undefined;
  for (const read of READERS) {
    rule = read(context);
    if (rule) break;
  }
  rule = withCritical(context, rule);
  const points = context.points === undefined ? {} : { points: context.points };
  if (rule) {
    const { method, ...rest } = rule;
    rule = { method, ...points, ...rest };
    tellPoints(context, rule, options.points);
  } else if (!context.doubts.some(({ severity }) => severity === "error")) {
    context.raise(methodNotStated([{ from: 0, to: text.length }], {}));
  }
  tellLeft(context, rule);
  for (const { text: typed, meant, ...span } of slips) context.raise(slipMended([span], { typed, meant }));
  for (const { from, to, text: typed, meant } of tokens) {
    if (meant !== undefined) context.raise(slipMended([{ from, to }], { typed, meant }));
  }
  const doubts = [...context.doubts].sort((a, b) => (a.spans[0]?.from ?? 0) - (b.spans[0]?.from ?? 0));
  return { text, rule, doubts, steps: steps + tokens.length };
}

function tellPoints(context: Context, rule: Rule, given: number | undefined): void {
  const stated = context.said.points;
  if (stated && given !== undefined && stated.value !== given) {
    context.raise(pointsDiffer([stated], { inText: stated.value, given }));
  }
  const points = given ?? rule.points;
  const most = Math.max(0, ...(rule.scale ?? []).flatMap((row) => [row.points ?? 0, row.pointsTo ?? 0]));
  const method = methodNamed(rule.method);
  if (isByScale(method) && points !== undefined && most > points) {
    context.raise(worthAbovePoints([{ from: 0, to: context.text.length }], { worth: most, points }));
  }
  const needs = method.points === "required" || (usesUpPoints(method) && context.has(isKind("until")));
  const inPoints = isByScale(method) && most > 0;
  const isTold = context.doubts.some(({ code }) => code === "points-not-stated");
  if (needs && !inPoints && points === undefined && !isTold)
    context.raise(pointsNotStated([{ from: 0, to: context.text.length }], {}));
}

/** The rule and the words that settle a doubt. */
export function withAnswer(text: string, { words }: Answer, locale: Locale, number = ""): string {
  return `${text.replace(/[\s。.;；,，]+$/u, "")}${words[locale].replace("{}", number)}`;
}
