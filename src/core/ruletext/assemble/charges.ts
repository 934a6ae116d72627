import type { Amount, Condition, Move, Part, Per } from "../grammar/parts";
import { isKind } from "../grammar/parts";
import type { Rule } from "../rule";
import type { Span } from "../span";
import type { Context } from "./context";
import { sameUnit } from "./context";
import type { Charge } from "./said";
import directionNotStated from "../doubts/direction-not-stated";
import eventGroups from "../doubts/event-groups";
import perEventNotStated from "../doubts/per-event-not-stated";
import repeatsOpen from "../doubts/repeats-open";
import signNotStated from "../doubts/sign-not-stated";
import stepNotStated from "../doubts/step-not-stated";
import stepPartNotStated from "../doubts/step-part-not-stated";
import targetNotStated from "../doubts/target-not-stated";
import unclearUnit from "../doubts/unclear-unit";

/** Reads a rule that takes or gives points for each event or each step: `deduct`, `bonus`, `step`. */
export function readCharges(context: Context): Rule | undefined {
  const { charges, repeats } = context.said;
  if (repeats.length > 0) return readRepeats(context);
  const first = charges.find(({ move }) => move.amount) ?? charges[0];
  if (!first) return undefined;
  // If a charge is repeated with its points, the repetition with the points counts.
  for (const { per, move } of charges) if (!move.amount) context.take(per, move);
  return isStep(context, first) ? readStep(context, first) : readEvents(context, first);
}

/** Whether points depend on the distance from a target, not on the number of events. */
function isStep(context: Context, { per }: Charge): boolean {
  const { size, direction, target } = per;
  const isShare = size?.unit === "percent" || size?.unit === "percentage-point";
  if (isShare) return true;
  const isMeasure = size?.unit === "other" || size?.unit === "points";
  if (!direction) return isMeasure && (target !== undefined || findTarget(context) !== undefined);
  if (isMeasure) return true;
  // One record too few is an event, unless the number of records has a target.
  return target !== undefined || size?.unit !== "count" || size.value !== 1 || findTarget(context) !== undefined;
}

const earnsFull = (part: Part | undefined): boolean => part?.kind === "outcome" && part.worth.unit === "full";

/** All points at the start need no charge of their own: 无差错得满分, every error costs ... */
function takeFull(context: Context): void {
  context.take(...context.said.left.filter(earnsFull), context.find(isKind("until")));
}

function limitOf(context: Context, sign: Move["sign"]): { readonly limit?: number } {
  const limit = context.said.left.find(
    (part) =>
      isKind("limit")(part) &&
      !context.isTaken(part) &&
      (part.sign === sign || part.sign === 0) &&
      isPoints(part.amount),
  );
  if (isKind("limit")(limit)) {
    context.take(limit);
    return { limit: limit.amount.value };
  }
  // `no more than 5 points` is a limit unless it belongs to a comparison.
  const condition = openConditions(context).find(
    ({ low, high }) => !low && high?.claim === "claimed" && isLimit(high.amount, sign),
  );
  if (!condition) return {};
  context.take(condition);
  return { limit: Math.abs(condition.high!.amount.value) };
}

/** Points, or a bare number with the sign of the charge it limits: +2 per commendation, at most +6. */
const isLimit = ({ unit, signed, value }: Amount, sign: Move["sign"]): boolean =>
  signed ? (unit === "points" || unit === "none") && value * sign > 0 : unit === "points";

const isPoints = ({ unit }: Amount): boolean => unit === "points" || unit === "none";

const openConditions = (context: Context): readonly Condition[] =>
  context.said.left.filter(
    (part): part is Condition => isKind("condition")(part) && part.of === "value" && !context.isTaken(part),
  );

/** The sign of points without one, from the words around them. */
function signOf(context: Context, move: Move): Move["sign"] {
  if (move.sign !== 0) return move.sign;
  const limit = context.said.left.find(isKind("limit"));
  if (context.has(isKind("until")) || (isKind("limit")(limit) && limit.sign < 0)) return -1;
  return isKind("limit")(limit) && limit.sign > 0 ? 1 : 0;
}

function readEvents(context: Context, { per, move, ...span }: Charge): Rule | undefined {
  context.take(per, move);
  const same = context.said.charges.filter(
    (other) => other.move.amount?.value === move.amount?.value && other.move.sign === move.sign && !other.per.direction,
  );
  for (const other of same) context.take(other.per, other.move);
  takeFull(context);
  const sign = signOf(context, move);
  if (!move.amount) context.raise(perEventNotStated([span], {}));
  if (sign === 0) context.raise(signNotStated([span], { amount: move.amount?.value ?? 0 }));
  if (per.size && per.size.value !== 1) context.raise(eventGroups([per.size], { count: per.size.value }));
  const perEvent = move.amount ? { perEvent: move.amount.value } : {};
  if (sign === 0) return undefined;
  const whole = per.size === undefined || per.size.value === 1 ? perEvent : {};
  return { method: sign < 0 ? "deduct" : "bonus", ...whole, ...limitOf(context, sign) };
}

/** The first event costs 1, the second 2, every further one 5. */
function readRepeats(context: Context): Rule {
  const { repeats, charges } = context.said;
  const rows: { from: number; points: number }[] = [];
  const [base] = charges;
  let isOpen = true;
  let last = 0;
  if (base && base.move.amount && repeats[0]?.nth !== 1) {
    context.take(base.per, base.move);
    rows.push({ from: 1, points: base.move.amount.value });
    last = (repeats[0]?.nth ?? 2) - 1;
  }
  const spans: Span[] = [];
  for (const { nth = last + 1, onwards, move, span } of repeats) {
    context.take(move);
    spans.push(span);
    if (!move.amount) context.raise(perEventNotStated([span], {}));
    else rows.push({ from: nth, points: move.amount.value });
    if (nth !== last + 1) context.raise(repeatsOpen([span], { nth: last }));
    last = nth;
    isOpen = !onwards;
  }
  if (isOpen) context.raise(repeatsOpen(spans, { nth: last }));
  // Every further charge names the same events.
  for (const charge of charges) context.take(charge.per);
  takeFull(context);
  return { method: "deduct", ...limitOf(context, -1), scale: rows };
}

/** The value that steps are counted from: a stated target, or the condition that earns all points or opens the rule. */
function findTarget(
  context: Context,
): { readonly amount: Amount; readonly direction: Per["direction"]; readonly parts: readonly Part[] } | undefined {
  const { left, statements } = context.said;
  const named = left.find(isKind("target"));
  if (isKind("target")(named)) return { amount: named.amount, direction: undefined, parts: [named] };
  const free = openConditions(context).find((condition) => !condition.low || !condition.high || condition.exact);
  if (free) {
    const direction = free.exact ? undefined : free.high ? "lower" : "higher";
    return { amount: (free.high ?? free.low)!.amount, direction, parts: [free] };
  }
  const earnsAll = (worth: Part): boolean =>
    earnsFull(worth) || (isKind("outcome")(worth) && "value" in worth.worth && worth.worth.value === context.points);
  const full = statements.find(
    ({ who, worth }) =>
      isKind("condition")(who) && who.of === "value" && earnsAll(worth) && (who.exact || !who.low || !who.high),
  );
  if (!full || full.who.kind !== "condition") return undefined;
  const { low, high } = full.who;
  return { amount: (low ?? high)!.amount, direction: undefined, parts: [full.who, full.worth] };
}

function readStep(context: Context, { per, move, ...span }: Charge): Rule | undefined {
  context.take(per, move);
  const found = per.target ? { amount: per.target, direction: undefined, parts: [] } : findTarget(context);
  context.take(...(found?.parts ?? []));
  takeFull(context);
  const sign = signOf(context, move);
  const direction = per.direction ?? found?.direction;
  if (!found) context.raise(targetNotStated([span], {}));
  if (!per.size) context.raise(stepNotStated([per], {}));
  if (!direction) context.raise(directionNotStated([span], {}));
  if (!move.amount) context.raise(perEventNotStated([span], {}));
  if (sign === 0) context.raise(signNotStated([span], { amount: move.amount?.value ?? 0 }));
  if (found && per.size && !sameUnit(found.amount, per.size)) {
    context.raise(
      unclearUnit([found.amount, per.size], { first: context.words(found.amount), second: context.words(per.size) }),
    );
  }
  const variant = partOf(context, per);
  if (variant === undefined && per.size)
    context.raise(stepPartNotStated([per.size], { size: context.words(per.size) }));
  if (sign === 0) return undefined;
  const isHigherBetter = (direction === "lower") === sign < 0;
  // An item without points of its own takes away by a negative number.
  const takesFromNothing = sign < 0 && !((context.points ?? 0) > 0);
  return {
    method: "step",
    ...(variant === undefined ? {} : { variant }),
    ...(found ? { fullAt: found.amount.value } : {}),
    ...(move.amount ? { perEvent: takesFromNothing ? -move.amount.value : move.amount.value } : {}),
    ...(per.size && direction ? { step: isHigherBetter ? per.size.value : -per.size.value } : {}),
    ...limitOf(context, sign),
  };
}

function partOf(context: Context, per: Per): string | undefined {
  const stated = context.find(isKind("step-part"));
  if (stated && (!stated.size || !per.size || stated.size.value === per.size.value || stated.size.unit === "count")) {
    context.take(stated);
    return stated.part;
  }
  if (per.part) return per.part;
  const proportion = context.find(isKind("proportion"));
  if (!proportion) return undefined;
  context.take(proportion);
  return "proportional";
}
