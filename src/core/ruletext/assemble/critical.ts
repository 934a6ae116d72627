import type { Rule } from "../rule";
import type { Context } from "./context";
import failBoundExcluded from "../doubts/fail-bound-excluded";

/** Adds what a critical item does, and from which value on it fails. */
export function withCritical(context: Context, rule: Rule | undefined): Rule | undefined {
  const [first] = context.said.criticals;
  if (!first || !rule) return rule;
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
