import type { Condition, Part } from "../grammar/parts";
import { isKind } from "../grammar/parts";
import type { Rule } from "../rule";
import type { Context } from "./context";
import { sameUnit } from "./context";
import betweenNotStated from "../doubts/between-not-stated";
import lowestRatingNotStated from "../doubts/lowest-rating-not-stated";
import targetNotStated from "../doubts/target-not-stated";
import unclearUnit from "../doubts/unclear-unit";
import zeroAtNotStated from "../doubts/zero-at-not-stated";

const earns = (part: Part, unit: "full" | "zero"): boolean =>
  part.kind === "outcome" &&
  (part.worth.unit === unit || (unit === "zero" && "value" in part.worth && part.worth.value === 0));

/** The closer to a target the better, on either side: `target-centred`. */
export function readCentred(context: Context): Rule | undefined {
  const { left, statements } = context.said;
  const distances = statements.filter(({ who }) => isKind("condition")(who) && who.of === "distance");
  const centre = left.find(isKind("centre")) ?? (distances.length > 0 ? left.find(isKind("target")) : undefined);
  const band = left.find(isKind("band"));
  if (!left.some(isKind("centre")) && distances.length === 0) return undefined;
  const near = distances.find(({ worth }) => earns(worth, "full"));
  const far = distances.find(({ worth }) => earns(worth, "zero"));
  for (const each of [near, far]) if (each) context.take(each.who, each.worth);
  context.take(centre, band, ...left.filter((part) => earns(part, "full")));
  const amountOf = (condition: Part | undefined) => {
    const { low, high } = condition as Condition;
    return (low ?? high)!.amount;
  };
  const spans = distances.length > 0 ? distances : [centre!];
  const reach = far && amountOf(far.who);
  const size = near ? amountOf(near.who) : isKind("band")(band) ? band.amount : undefined;
  const target = isKind("centre", "target")(centre) ? centre.amount : undefined;
  if (!target) context.raise(targetNotStated(spans, {}));
  if (!reach) context.raise(zeroAtNotStated(spans, {}));
  for (const other of [reach, size]) {
    if (target && other && !sameUnit(target, other)) {
      context.raise(unclearUnit([target, other], { first: context.words(target), second: context.words(other) }));
    }
  }
  if (!context.said.linear && reach) {
    const low = size ?? target;
    context.raise(betweenNotStated(spans, { low: low ? context.words(low) : "0", high: context.words(reach) }));
  }
  return {
    method: "target-centred",
    ...(target ? { fullAt: target.value } : {}),
    // The sum of two stated numbers, rounded to fifteen digits.
    ...(target && reach ? { zeroAt: Number((target.value + reach.value).toPrecision(15)) } : {}),
    ...(size && size.value > 0 ? { step: size.value } : {}),
  };
}

/** A rating scaled to the points: `rating`. */
export function readRating(context: Context): Rule | undefined {
  const rating = context.said.left.find((part) => isKind("rating")(part) && part.high !== undefined);
  if (!isKind("rating")(rating) || context.said.statements.length > 0 || context.said.charges.length > 0)
    return undefined;
  const { low, high } = rating;
  context.take(rating, context.find(isKind("proportion")), ...context.said.left.filter(isKind("rating")));
  const isHundred = context.words(rating) === "百分制";
  if (!low && !isHundred) context.raise(lowestRatingNotStated([rating], { highest: high!.value }));
  const [a, b] = low && low.value > high!.value ? [high!.value, low.value] : [low?.value, high!.value];
  return { method: "rating", ...(a === undefined ? {} : { zeroAt: a }), fullAt: b };
}

/** The attained share of a target: `attainment`. */
export function readAttainment(context: Context): Rule | undefined {
  const { said } = context;
  const attain = said.left.find(isKind("attain"));
  const target = said.left.find(isKind("target"));
  const shares = said.left.some(isKind("formula", "proportion"));
  if (!(attain && (shares || target)) && !(target && shares)) return undefined;
  const full = said.statements.filter(({ who, worth }) => isKind("condition")(who) && earns(worth, "full") && who.low);
  if (full.length !== said.statements.length || full.length > 1 || said.charges.length > 0) return undefined;
  context.take(...said.left.filter(isKind("attain", "formula", "proportion", "target")));
  context.take(...said.left.filter((part) => earns(part, "full")));
  for (const { who, worth } of full) context.take(who, worth);
  const condition = full[0]?.who;
  const amount = isKind("target")(target)
    ? target.amount
    : isKind("condition")(condition)
      ? condition.low!.amount
      : undefined;
  if (!amount) context.raise(targetNotStated([attain ?? target!], {}));
  const limit = said.left.find((part) => isKind("limit")(part) && part.amount.unit === "percent");
  context.take(limit);
  return {
    method: "attainment",
    ...(amount ? { fullAt: amount.value } : {}),
    ...(isKind("limit")(limit) ? { limit: limit.amount.value } : {}),
  };
}

/** The share of a checklist's items that were met, and points from a person: `checklist`, `manual`. */
export function readByHand(context: Context): Rule | undefined {
  const { statements, charges, left } = context.said;
  if (statements.length > 0 || charges.length > 0) return undefined;
  if (left.some(isKind("checklist"))) {
    context.take(...left.filter(isKind("checklist", "proportion", "rating", "verdict", "attain")));
    return { method: "checklist" };
  }
  if (!left.some(isKind("manual"))) return undefined;
  context.take(...left.filter(isKind("manual", "rating")));
  const limit = left.find(isKind("limit"));
  if (!isKind("limit")(limit)) return { method: "manual" };
  context.take(limit);
  return { method: "manual", limit: limit.amount.value };
}
