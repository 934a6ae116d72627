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
import { parse } from "./grammar/parse";
import { isKind } from "./grammar/parts";
import type { ReadOptions, RuleReading } from "./reading";
import type { Rule } from "./rule";
import type { mendWords } from "./tokens";
import { tokenise } from "./tokens";
import methodNotStated from "./doubts/method-not-stated";
import pointsDiffer from "./doubts/points-differ";
import pointsNotStated from "./doubts/points-not-stated";
import slipMended from "./doubts/slip-mended";
import tooLong from "./doubts/too-long";
import worthAbovePoints from "./doubts/worth-above-points";

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

/** Reads a rule phrase by phrase: the first phrase of the grammar that fits, then one reader for each family of methods. */
export function readPhrases({ folded, slips }: ReturnType<typeof mendWords>, options: ReadOptions): RuleReading {
  const text = folded.original;
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
