import type { Amount, Bound, Claim } from "../grammar/parts";
import type { RuleInterval } from "../../scoring/model/sentence";
import type { Context } from "./context";
import type { Piece } from "./pieces";
import { highOf, lowOf, meets, withClaim } from "./pieces";
import boundClaimedTwice from "../doubts/bound-claimed-twice";
import boundRefused from "../doubts/bound-refused";
import boundUnclear from "../doubts/bound-unclear";
import betweenNotStated from "../doubts/between-not-stated";
import gap from "../doubts/gap";
import outsideNotStated from "../doubts/outside-not-stated";
import overlap from "../doubts/overlap";
import worthNotStated from "../doubts/worth-not-stated";
import zeroAtNotStated from "../doubts/zero-at-not-stated";
import fullAtNotStated from "../doubts/full-at-not-stated";
import pointsNotStated from "../doubts/points-not-stated";
import { isSame } from "../../text/tolerance";

/**
 * Makes the rows of a scale from pieces in ascending order. Reports gaps, overlaps, and bounds that both or neither of
 * two pieces claim. A bound in doubt belongs to neither side, so that no value is scored by a guess.
 *
 * @param isTold whether the gaps have been told of already
 */
export function intervalsOf(
  context: Context,
  pieces: readonly Piece[],
  isTold: boolean,
): { readonly scale: readonly RuleInterval[] } {
  const filled = withOtherwise(context, closeWhole(pieces));
  const settled: Piece[] = [];
  for (const piece of filled) {
    const before = settled[settled.length - 1];
    if (!before) settled.push(piece);
    else {
      const [left, right] = meeting(context, before, piece, isTold);
      settled[settled.length - 1] = left;
      settled.push(right);
    }
  }
  if (!isTold) outer(context, settled);
  for (const piece of settled) tellWorth(context, piece);
  return { scale: settled.map(toRow) };
}

/**
 * Ranges of whole numbers, 70-79 and 80-89, include both ends, because they cannot mean anything else. The ends of
 * touching ranges, 70-80 and 80-90, depend on the words around them.
 */
function closeWhole(pieces: readonly Piece[]): readonly Piece[] {
  const isOneApart = (piece: Piece, k: number): boolean => {
    const [end, start] = [piece.high?.amount, pieces[k + 1]?.low?.amount];
    if (!end || !start) return false;
    const unit = end.unit === "percent" || start.unit === "percent" ? 0.01 : 1;
    const isWhole = ({ value }: Amount): boolean => isSame(value / unit, Math.round(value / unit));
    return isWhole(end) && isWhole(start) && isSame(start.value - end.value, unit);
  };
  if (!pieces.some(isOneApart)) return pieces;
  const closed = (bound: Bound): Bound => (bound.claim === "silent" ? withClaim(bound, "claimed") : bound);
  return pieces.map((piece) =>
    piece.low && piece.high ? { ...piece, low: closed(piece.low), high: closed(piece.high) } : piece,
  );
}

/** Adds all values outside the pieces, if the words state their worth. */
function withOtherwise(context: Context, pieces: readonly Piece[]): readonly Piece[] {
  const other = context.said.statements.find(({ who }) => who.kind === "otherwise");
  if (!other || other.worth.kind !== "outcome" || context.isTaken(other.who)) return pieces;
  context.take(other.who, other.worth);
  const { worth } = other.worth;
  const inPoints = pieces.some((piece) => piece.worth?.unit === "points");
  const value =
    worth.unit === "zero"
      ? 0
      : worth.unit === "full"
        ? inPoints
          ? context.points
          : 1
        : (worth as { readonly value: number }).value;
  const filling = {
    from: other.from,
    to: other.to,
    grade: undefined,
    line: false,
    worth:
      value === undefined
        ? undefined
        : {
            unit: worth.unit === "points" || inPoints ? ("points" as const) : ("share" as const),
            from: value,
            to: value,
          },
  };
  const opposite = (bound: Bound): Bound => withClaim(bound, bound.claim === "refused" ? "claimed" : "refused");
  const result: Piece[] = [];
  let reached: Bound | undefined;
  let isOpen = true;
  for (const piece of pieces) {
    const beginsAt = piece.low;
    if (beginsAt && (isOpen || beginsAt.amount.value > (reached?.amount.value ?? -Infinity))) {
      if (result.length === 0 || reached)
        result.push({ ...filling, low: reached && opposite(reached), high: opposite(beginsAt) });
    }
    result.push(piece);
    if (!piece.high) reached = undefined;
    else if (isOpen || !reached || piece.high.amount.value > reached.amount.value) reached = piece.high;
    isOpen = false;
    if (!piece.high) return result;
  }
  if (reached) result.push({ ...filling, low: opposite(reached), high: undefined });
  return result;
}

/** Decides about the bound between one piece and the next. */
function meeting(context: Context, before: Piece, next: Piece, isTold: boolean): readonly [Piece, Piece] {
  const [end, start] = [highOf(before), lowOf(next)];
  if (end < start) {
    // Counts are whole, so 1 and 2 leave no gap.
    const counts = before.high!.amount.unit === "count" || next.low!.amount.unit === "count";
    if (counts && start - end === 1 && before.high!.claim !== "refused" && next.low!.claim !== "refused") {
      return [
        { ...before, high: withClaim(next.low!, "refused") },
        { ...next, low: withClaim(next.low!, "claimed") },
      ];
    }
    if (!isTold) tellGap(context, before, next);
    return [before, next];
  }
  if (end > start) {
    const to = Math.min(end, highOf(next));
    const words = (bound: Bound | undefined): string => (bound ? context.words(bound.amount) : "∞");
    context.raise(overlap([before, next], { low: words(next.low), high: words(to === end ? before.high : next.high) }));
    return [before, next];
  }
  return touching(context, before, next);
}

function touching(context: Context, before: Piece, next: Piece): readonly [Piece, Piece] {
  const give = (left: Claim, right: Claim): readonly [Piece, Piece] => [
    { ...before, high: withClaim(before.high!, left) },
    { ...next, low: withClaim(next.low!, right) },
  ];
  const [left, right] = [before.high!.claim, next.low!.claim];
  const bound = context.words((left === "silent" ? next : before) === next ? next.low!.amount : before.high!.amount);
  if (meets(before, next))
    return left === "claimed" && right !== "claimed" ? give("claimed", "refused") : give("refused", "claimed");
  if (left === "claimed" && right === "claimed") {
    context.raise(boundClaimedTwice([before, next], { bound }));
    return give("refused", "refused");
  }
  if (left === "claimed" || (left === "silent" && right === "refused")) return give("claimed", "refused");
  if (right === "claimed" || (right === "silent" && left === "refused")) return give("refused", "claimed");
  context.raise((left === "refused" ? boundRefused : boundUnclear)([before, next], { bound }));
  return give("refused", "refused");
}

function tellGap(context: Context, before: Piece, next: Piece): void {
  const [low, high] = [before.high!.amount, next.low!.amount].map((amount) => context.words(amount)) as [
    string,
    string,
  ];
  const worths = [before.worth, next.worth];
  const ends = worths.map((worth) =>
    worth?.from === 0 && worth.to === 0
      ? "zero"
      : worth?.from === (worth?.unit === "share" ? 1 : context.points)
        ? "full"
        : "",
  );
  const isLine = context.said.linear || context.said.lines.length > 0;
  const isPlain = !isLine && ends.includes("zero") && ends.includes("full");
  context.raise((isPlain ? betweenNotStated : gap)([before, next], { low, high }));
}

/** Impossible values: percentages and marks above their hundred, counts and percentages below nothing. */
const isNatural = ({ amount: { value, unit } }: Bound, side: "below" | "above"): boolean =>
  side === "below" ? value === 0 : value === (unit === "percent" || unit === "percentage-point" ? 1 : 100);

function outer(context: Context, settled: Piece[]): void {
  const [first, last] = [settled[0], settled[settled.length - 1]];
  if (!first || !last) return;
  const single = settled.length === 1 && !first.line;
  if (single && first.worth) {
    const isNothing = first.worth.from === 0;
    context.raise(isNothing ? fullAtNotStated([first], {}) : zeroAtNotStated([first], {}));
    return;
  }
  if (first.low && !isNatural(first.low, "below")) {
    context.raise(outsideNotStated([first], { bound: context.words(first.low.amount), side: "below" }));
  }
  if (last.high && !isNatural(last.high, "above")) {
    context.raise(outsideNotStated([last], { bound: context.words(last.high.amount), side: "above" }));
  }
}

function tellWorth(context: Context, piece: Piece): void {
  if (piece.worth) return;
  const isGapTold = context.doubts.some(({ code }) => code === "gap");
  if (piece.line && isGapTold) return;
  // The rule takes points away, but states no points to take them from.
  if (!piece.line && context.points === undefined) {
    if (!context.doubts.some(({ code }) => code === "points-not-stated")) context.raise(pointsNotStated([piece], {}));
    return;
  }
  context.raise(worthNotStated([piece], { what: context.words(piece) }));
}

function toRow({ low, high, worth, grade }: Piece): RuleInterval {
  const close = high === undefined || high.claim === "refused" ? ")" : "]";
  const open = low?.claim === "refused" || (low === undefined && close === "]") ? "(" : "[";
  const [from, to] = worth?.unit === "share" ? (["share", "shareTo"] as const) : (["points", "pointsTo"] as const);
  return {
    ...(grade === undefined ? {} : { grade }),
    ...(low ? { from: low.amount.value } : {}),
    ...(high ? { to: high.amount.value } : {}),
    ends: `${open}${close}` as "[)",
    ...(worth ? { [from]: worth.from } : {}),
    ...(worth && worth.to !== worth.from ? { [to]: worth.to } : {}),
  };
}
