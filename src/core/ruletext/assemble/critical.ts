import type { PartOf } from "../grammar/parts";
import { isKind } from "../grammar/parts";
import type { Rule } from "../rule";
import type { Context } from "./context";
import type { SaidCritical } from "./said";
import criticalForAnother from "../doubts/critical-for-another";
import failBoundExcluded from "../doubts/fail-bound-excluded";

/** Adds the effect of a critical item, and the value from which it fails. */
export function withCritical(context: Context, rule: Rule | undefined): Rule | undefined {
  const [first] = context.said.criticals;
  if (!first || !rule) return rule;
  const other = context.said.criticals.flatMap((each) => strangers(context, each))[0];
  if (other) {
    context.raise(criticalForAnother([other], { event: context.words(other) }));
    return rule;
  }
  const effects = context.said.criticals.map((each) => each.rule);
  const { effect, cap } = effects.find((each) => each.effect !== "zero") ?? first.rule;
  const critical = effect === "cap" ? { effect, cap: cap!.value } : { effect };
  const when = context.said.criticals.find((each) => each.when)?.when;
  const bound = when?.high ?? when?.low;
  if (!when || !bound) return { ...rule, critical };
  if (bound.claim === "refused") {
    context.raise(failBoundExcluded([when], { bound: context.words(bound.amount) }));
    return { ...rule, critical };
  }
  return { ...rule, critical, failAt: bound.amount.value };
}

/** Words that only say that an event happens. */
const HAPPENS = /^(?:出现|发生|存在|有|达到|若有|如有|一经|any|occurs?|happens?|more|case|cases)$/i;

/**
 * Words of a clause about failing, if the rest of the rule counts something else: an absence fails, lateness costs
 * points.
 */
function strangers(context: Context, { names }: SaidCritical): readonly PartOf<"words">[] {
  const wordsOf = (part: PartOf<"words">): string => part.text.toLowerCase();
  const others = context.parts.filter(isKind("words")).filter((part) => !names.includes(part));
  return names.filter(
    (part) =>
      part.text.length > 1 &&
      !HAPPENS.test(part.text) &&
      !others.some((other) => wordsOf(other).includes(wordsOf(part))),
  );
}
