import type { Amount, Bound, Condition, Outcome, Part, PartOf } from "../grammar/parts";
import { isKind } from "../grammar/parts";
import type { Rule } from "../rule";
import { around } from "../span";
import type { Context } from "./context";
import { sameUnit } from "./context";
import { intervalsOf } from "./intervals";
import type { Piece, Worth } from "./pieces";
import { byPlace, chainTiers, highOf, lowOf } from "./pieces";
import type { Statement } from "./said";
import betweenNotStated from "../doubts/between-not-stated";
import directionNotStated from "../doubts/direction-not-stated";
import fullAtNotStated from "../doubts/full-at-not-stated";
import peerBands from "../doubts/peer-bands";
import thresholdsContradict from "../doubts/thresholds-contradict";
import unclearUnit from "../doubts/unclear-unit";
import zeroAtNotStated from "../doubts/zero-at-not-stated";

/** A statement about values and their worth. */
interface Stated {
  readonly who: Condition;
  readonly worth: Worth | undefined;
  readonly grade: string | undefined;
  readonly statement: Statement;
}

/** Reads a rule about the worth of values: a line, bands, pieces, a comparison with the mean, or a passing value. */
export function readCurve(context: Context): Rule | undefined {
  const { said } = context;
  const stated = toStated(context);
  const rises = said.left.filter(isKind("rise"));
  if (stated.length === 0 && said.lines.length === 0 && rises.length === 0) return undefined;
  if (!unitsAgree(context, [...stated.map(({ who }) => who), ...said.lines])) return undefined;
  const isPeer = stated.some(({ who }) => who.of === "peer");
  const line = twoEnds(context, stated, isPeer);
  if (line) return line;
  if (isPeer) {
    context.raise(
      peerBands(
        stated.map(({ statement }) => statement),
        {},
      ),
    );
    take(context, stated);
    return undefined;
  }
  return readPieces(context, stated, rises);
}

const take = (context: Context, stated: readonly Stated[]): void => {
  for (const { statement } of stated) context.take(statement.who, statement.worth);
  context.take(...context.said.lines);
};

/** In a comparison with the mean, percentages are distances from it. */
function asDeviation(who: Statement["who"]): Statement["who"] {
  if (who.kind !== "condition" || (who.of !== "value" && who.of !== "change")) return who;
  const amount = (who.low ?? who.high)!.amount;
  return amount.unit === "percent" || amount.unit === "percentage-point" ? { ...who, of: "peer" } : who;
}

/** Statements about values. A grade beside one names its interval. */
function toStated(context: Context): readonly Stated[] {
  const { statements } = context.said;
  const most = Math.max(
    ...statements.map(({ worth }) =>
      worth.kind === "outcome" && worth.worth.unit === "points" ? worth.worth.value : 0,
    ),
  );
  const takesAway = statements.some(({ worth, who }) => worth.kind === "move" && who.kind === "condition");
  const inPoints = context.points !== undefined && (most > 0 || takesAway);
  const comparesPeers =
    context.has(isKind("peer")) || statements.some(({ who }) => who.kind === "condition" && who.of === "peer");
  return statements.flatMap((statement): Stated[] => {
    const { worth } = statement;
    const who = comparesPeers ? asDeviation(statement.who) : statement.who;
    if (who.kind !== "condition" || who.of === "distance" || who.of === "change" || context.isTaken(statement.who))
      return [];
    const label = statements.find((other) => other.worth === worth && isKind("label", "verdict")(other.who));
    const grade = label && (label.who.kind === "label" ? label.who.label : context.words(label.who));
    if (label) context.take(label.who);
    return [{ who, worth: worthFrom(worth, context, inPoints), grade, statement }];
  });
}

function worthFrom(worth: Statement["worth"], { points }: Context, inPoints: boolean): Worth | undefined {
  if (worth.kind === "move") {
    const left =
      worth.sign < 0 && worth.amount && points !== undefined
        ? Number((points - worth.amount.value).toPrecision(15))
        : undefined;
    return left === undefined ? undefined : { unit: "points", from: left, to: left };
  }
  const { unit } = worth.worth;
  const scale = inPoints ? points! : 1;
  if (unit === "full") return { unit: inPoints ? "points" : "share", from: scale, to: scale };
  if (unit === "zero") return { unit: inPoints ? "points" : "share", from: 0, to: 0 };
  const { value, to = value } = worth.worth as Extract<Outcome["worth"], { value: number }>;
  return { unit, from: value, to: to ?? value };
}

function unitsAgree(context: Context, conditions: readonly Condition[]): boolean {
  const amounts = conditions.flatMap(({ low, high }) => [low, high]).flatMap((bound) => (bound ? [bound.amount] : []));
  const first = amounts.find(({ value, unit }) => value !== 0 || unit !== "none");
  const odd = first && amounts.find((amount) => !sameUnit(first, amount));
  if (!first || !odd) return true;
  context.raise(unclearUnit([first, odd], { first: context.words(first), second: context.words(odd) }));
  conditions.forEach((condition) => context.take(condition));
  context.said.statements.forEach(({ who, worth }) => context.take(who, worth));
  return false;
}

const isZero = ({ worth }: Stated): boolean => worth?.from === 0 && worth.to === 0;

/** Whether a worth is the most possible: all points, the points of the indicator, or the most that the rule gives. */
function isFull({ worth }: Stated, context: Context, stated: readonly Stated[]): boolean {
  if (!worth || worth.from !== worth.to) return false;
  if (worth.unit === "share") return worth.from === 1;
  const most = Math.max(...stated.map((other) => (other.worth?.unit === "points" ? other.worth.to : 0)));
  return worth.from > 0 && worth.from === (context.points ?? most);
}

/**
 * A line between one condition that earns all points and one that earns nothing: `linear`, or `peer` if the words
 * compare with the mean.
 */
function twoEnds(context: Context, stated: readonly Stated[], isPeer: boolean): Rule | undefined {
  const { said } = context;
  const full = stated.filter((each) => isFull(each, context, stated));
  const zero = stated.filter(isZero);
  if (full.length > 1 || zero.length > 1 || full.length + zero.length !== stated.length) return undefined;
  if (context.has(isKind("rise")) || context.has(isKind("otherwise"))) return undefined;
  const method = isPeer ? "peer" : "linear";
  const isLine = said.linear || said.lines.length > 0 || isPeer;
  const points = full[0]?.worth?.unit === "points" ? { points: full[0].worth.from } : {};
  if (full.length === 0 || zero.length === 0) {
    if (!isLine && stated.length > 0) return undefined;
    take(context, stated);
    const [end] = full.length > 0 ? full : zero;
    const spans = end ? [end.statement] : said.lines;
    context.raise(
      zero.length === 0 && (full.length > 0 || !end) ? zeroAtNotStated(spans, {}) : fullAtNotStated(spans, {}),
    );
    const at = end && onlyBound(end.who);
    return at === undefined
      ? { method, ...points }
      : { method, ...points, [full.length > 0 ? "fullAt" : "zeroAt"]: at };
  }
  const ends = facing(full[0]!.who, zero[0]!.who);
  if (!ends) {
    if (highOf(zero[0]!.who) === lowOf(full[0]!.who) || highOf(full[0]!.who) === lowOf(zero[0]!.who)) return undefined;
    if (!isLine && !isOneSided(full[0]!, zero[0]!)) return undefined;
    const spans = [full[0]!.statement, zero[0]!.statement];
    context.raise(
      thresholdsContradict(spans, { full: context.words(full[0]!.who), zero: context.words(zero[0]!.who) }),
    );
    take(context, stated);
    return { method, ...points };
  }
  if (!isLine) return undefined;
  const alongAll = said.lines.every(({ low, high }) =>
    [low, high].every((bound) => bound && [ends.zero, ends.full].includes(bound.amount.value)),
  );
  if (!alongAll) return undefined;
  take(context, stated);
  if (isPeer && !said.linear && said.lines.length === 0) {
    context.raise(between(context, ends.low, ends.high, [full[0]!.statement, zero[0]!.statement]));
  }
  return { method, ...points, zeroAt: ends.zero, fullAt: ends.full };
}

const isOneSided = (a: Stated, b: Stated): boolean => [a, b].every(({ who }) => !who.exact && (!who.low || !who.high));

const between = (context: Context, low: Amount, high: Amount, spans: Parameters<typeof betweenNotStated>[0]) =>
  betweenNotStated(spans, { low: context.words(low), high: context.words(high) });

/** The only bound of a condition that is open at one end, or names one value. */
const onlyBound = ({ low, high, exact }: Condition): number | undefined =>
  exact || !high ? low?.amount.value : low ? undefined : high.amount.value;

/** The facing ends of two conditions; undefined if they overlap, touch or face away. */
function facing(
  full: Condition,
  zero: Condition,
): { full: number; zero: number; low: Amount; high: Amount } | undefined {
  if (highOf(zero) < lowOf(full))
    return { zero: highOf(zero), full: lowOf(full), low: zero.high!.amount, high: full.low!.amount };
  if (highOf(full) < lowOf(zero))
    return { full: highOf(full), zero: lowOf(zero), low: full.high!.amount, high: zero.low!.amount };
  return undefined;
}

/** Bands, pieces on lines, and the worth of all other values. */
function readPieces(context: Context, stated: readonly Stated[], rises: readonly PartOf<"rise">[]): Rule | undefined {
  const { said } = context;
  take(context, stated);
  const passed = passFail(context, stated);
  if (passed) return passed;
  const anchors = [...stated.filter(({ who }) => who.exact).map(toPiece), ...rises.flatMap(anchorOf)];
  context.take(...rises.filter(({ at }) => at));
  const isLine = said.linear || said.lines.length > 0 || rises.length > 0;
  const bands = chainTiers(stated.filter(({ who }) => !who.exact).map(toPiece));
  const unsure = isLine
    ? []
    : stated.filter(({ who }) => who.exact && who.low!.amount.unit !== "count" && !hasNeighbour(who, bands));
  if (unsure.length > 0) {
    const [a, b] = [...unsure].sort((x, y) => lowOf(x.who) - lowOf(y.who));
    if (a && b && unsure.length === 2 && stated.length === 2) {
      context.raise(
        between(
          context,
          a.who.low!.amount,
          b.who.low!.amount,
          unsure.map(({ statement }) => statement),
        ),
      );
      return {
        method: "bands",
        ...pointsOf(context, anchors),
        ...intervalsOf(context, [...anchors].sort(byPlace), true),
      };
    }
    context.raise(
      directionNotStated(
        unsure.map(({ statement }) => statement),
        {},
      ),
    );
  }
  const pieces = [...bands, ...linePieces(context, bands, anchors, rises.length > 0)];
  const lonely = anchors.filter(
    (anchor) =>
      !pieces.some((piece) => piece.line && (lowOf(piece) === lowOf(anchor) || highOf(piece) === lowOf(anchor))),
  );
  const all = [...pieces, ...lonely].sort(byPlace);
  const { scale } = intervalsOf(context, all, unsure.length > 0);
  const isSloped = all.some(({ line, worth }) => line && worth?.from !== worth?.to);
  return { method: isSloped || all.some(({ line }) => line) ? "piecewise" : "bands", ...pointsOf(context, all), scale };
}

const hasNeighbour = ({ low }: Condition, bands: readonly Piece[]): boolean =>
  bands.some((band) => lowOf(band) === low!.amount.value || highOf(band) === low!.amount.value);

const toPiece = ({ who, worth, grade, statement }: Stated): Piece => ({
  ...around([statement]),
  low: who.low,
  high: who.high,
  worth,
  grade,
  line: worth !== undefined && worth.from !== worth.to,
});

function anchorOf({ worth, at, from, to }: PartOf<"rise">): readonly Piece[] {
  if (!at) return [];
  const bound: Bound = { amount: at, claim: "claimed" };
  return [
    {
      from,
      to,
      low: bound,
      high: bound,
      grade: undefined,
      line: false,
      worth: { unit: "points", from: worth.value, to: worth.value },
    },
  ];
}

/** The points of the indicator: as stated, or else the most that the rule gives. */
function pointsOf(context: Context, pieces: readonly Piece[]): { readonly points?: number } {
  if (context.points !== undefined || pieces.length === 0) return {};
  if (!pieces.every(({ worth }) => worth?.unit === "points" || (worth?.from === 0 && worth.to === 0))) return {};
  const most = Math.max(...pieces.map(({ worth }) => Math.max(worth!.from, worth!.to)));
  return most > 0 ? { points: most } : {};
}

/** Lines along stated ranges. If the words say so, also along everything between two stated values or bands. */
function linePieces(
  context: Context,
  bands: readonly Piece[],
  anchors: readonly Piece[],
  isRising: boolean,
): readonly Piece[] {
  const known = [...bands, ...anchors].sort(byPlace);
  const ranged = context.said.lines.map((range): Piece => {
    const [left, right] = [worthAt(known, lowOf(range), "left"), worthAt(known, highOf(range), "right")];
    const worth =
      left && right && left.unit === right.unit ? { unit: left.unit, from: left.to, to: right.from } : undefined;
    return { ...around([range]), low: range.low, high: range.high, worth, grade: undefined, line: true };
  });
  if (!context.said.linear && !isRising) return ranged;
  const between = known.slice(1).flatMap((next, k): Piece[] => {
    const before = known[k]!;
    if (!(highOf(before) < lowOf(next)) || before.worth?.unit !== next.worth?.unit) return [];
    if (ranged.some((piece) => lowOf(piece) < lowOf(next) && highOf(piece) > highOf(before))) return [];
    const worth = before.worth && next.worth && { unit: before.worth.unit, from: before.worth.to, to: next.worth.from };
    const claim = (piece: Piece, bound: Bound): Bound => ({
      ...bound,
      claim: anchors.includes(piece) ? "claimed" : "silent",
    });
    return [
      {
        ...around([before, next]),
        low: claim(before, before.high!),
        high: claim(next, next.low!),
        worth,
        grade: undefined,
        line: true,
      },
    ];
  });
  return [...ranged, ...between];
}

/** The stated worth at a value: of an anchor, or of the band that ends or begins there. */
function worthAt(known: readonly Piece[], value: number, side: "left" | "right"): Worth | undefined {
  const anchor = known.find((piece) => lowOf(piece) === value && highOf(piece) === value);
  const band = known.find((piece) => (side === "left" ? highOf(piece) : lowOf(piece)) === value);
  return (anchor ?? band)?.worth;
}

/** `95 % passes, anything else does not`: all points from one value on, otherwise none. */
function passFail(context: Context, stated: readonly Stated[]): Rule | undefined {
  const [only] = stated;
  const others = context.said.statements.filter(({ who }) => who.kind === "otherwise");
  if (stated.length !== 1 || others.length !== 1 || !only || !isFull(only, context, stated) || only.who.exact)
    return undefined;
  const { worth } = others[0]!;
  const isNothing =
    worth.kind === "outcome" && (worth.worth.unit === "zero" || ("value" in worth.worth && worth.worth.value === 0));
  if (!isNothing || only.who.high || only.who.low?.claim !== "claimed") return undefined;
  context.take(others[0]!.who, worth as Part);
  const points = only.worth?.unit === "points" && context.points === undefined ? { points: only.worth.from } : {};
  return { method: "pass-fail", ...points, fullAt: only.who.low.amount.value };
}
