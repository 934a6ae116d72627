import { readCurve } from "../assemble/curve";
import { readCharges } from "../assemble/charges";
import { Context } from "../assemble/context";
import type { TimeUnit } from "../../cell/duration";
import type { Doubt } from "../doubt";
import type { Amount, Bound, Condition, Move, Outcome } from "../grammar/parts";
import type { Rule } from "../rule";
import type { RuleInterval } from "../../scoring/model/sentence";
import outsideNotStated from "../doubts/outside-not-stated";
import stepPartNotStated from "../doubts/step-part-not-stated";
import targetNotStated from "../doubts/target-not-stated";
import type { Frames, Said, SaidCharge } from "./pair";
import { marked } from "./items";
import { toStatements } from "./pair";

export interface Lowered {
  readonly rule: Rule;
  readonly doubts: readonly Doubt[];
  readonly timeUnit?: TimeUnit;
}

/** People mean at most fifteen digits. */
const neat = (value: number): number => Number(value.toPrecision(15)) + 0;

const SECONDS: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600, day: 86_400 };

const isCount = ({ unit }: Amount): boolean => unit === "count";
const isLoss = ({ worth }: Said): boolean => worth.kind === "move" && worth.sign < 0;
const isFull = (worth: Outcome | Move, points: number | undefined): boolean =>
  worth.kind === "outcome" &&
  (worth.worth.unit === "full" ||
    ("value" in worth.worth &&
      (worth.worth.unit === "points" ? worth.worth.value === points : worth.worth.value === 1)));
const worthValue = ({ worth }: Outcome, points: number | undefined): number => {
  if (worth.unit === "zero") return 0;
  if (worth.unit === "full") return points ?? NaN;
  const { unit, value } = worth as Extract<Outcome["worth"], { readonly value: number }>;
  return unit === "points" ? value : neat(value * (points ?? NaN));
};
const isZero = (worth: Outcome | Move): boolean =>
  worth.kind === "outcome" && (worth.worth.unit === "zero" || ("value" in worth.worth && worth.worth.value === 0));
const amountOf = ({ low, high }: Condition): Amount => (low ?? high)!.amount;

/** Brings durations of a rule into the unit that stands first, and shares of the points into points. */
function settle(
  frames: Frames,
  points: number | undefined,
  hole: Amount | undefined,
): { readonly frames: Frames; readonly timeUnit: TimeUnit | undefined } | undefined {
  let failed = false;
  const unit = [
    ...frames.targets,
    ...frames.said.flatMap(({ who }) => [who.low?.amount, who.high?.amount]),
    ...frames.open.flatMap(({ low, high }) => [low?.amount, high?.amount]),
    ...frames.charges.flatMap(({ per }) => [per.target, per.size]),
  ].find((amount) => amount && amount.unit === "other" && SECONDS[amount.unitWord] !== undefined)?.unitWord;
  const own = (amount: Amount): Amount => {
    if (Number.isNaN(amount.value)) {
      if (!hole) failed = true;
      return hole ? { ...hole, from: amount.from, to: amount.to } : amount;
    }
    const [size, base] = [SECONDS[amount.unitWord], unit && SECONDS[unit]];
    if (!size || !base || amount.unitWord === unit) return amount;
    return { ...amount, unitWord: unit!, value: neat((amount.value * size) / base) };
  };
  const bound = (each: Bound | undefined): Bound | undefined => {
    if (!each) return undefined;
    const made = { ...each, amount: own(each.amount) };
    if (marked.has(each)) marked.add(made);
    return made;
  };
  const who = (condition: Condition): Condition => ({
    ...condition,
    low: bound(condition.low),
    high: bound(condition.high),
  });
  const move = <M extends Outcome | Move>(each: M): M => {
    if (each.kind !== "move" || !each.amount) return each;
    const { unit: kind, value } = each.amount;
    if (kind !== "percent" && kind !== "percentage-point") return each;
    if (points === undefined) {
      failed = true;
      return each;
    }
    return { ...each, amount: { ...each.amount, unit: "points", value: neat(value * points) } };
  };
  const result: Frames = {
    ...frames,
    said: frames.said.map((each) => ({ ...each, who: who(each.who), worth: move(each.worth) })),
    open: frames.open.map(who),
    lines: frames.lines.map(who),
    targets: frames.targets.map(own),
    floors: frames.floors.map((each) =>
      each.unit === "percent" && points !== undefined ? { ...each, value: neat(each.value * points) } : each,
    ),
    charges: frames.charges.map((each) => ({
      ...each,
      per: { ...each.per, size: each.per.size && own(each.per.size), target: each.per.target && own(each.per.target) },
      move: move(each.move),
    })),
  };
  return failed ? undefined : { frames: result, timeUnit: unit === "day" ? undefined : (unit as TimeUnit | undefined) };
}

/** Lowers the frames of a rule to a method; undefined if they do not fill one without a rest. */
export function lower(text: string, given: Frames, points: number | undefined, hole?: Amount): Lowered | undefined {
  const none = given.said.find(
    ({ who, worth }) =>
      who.exact && amountOf(who).value === 0 && worth.kind === "outcome" && worth.worth.unit === "points",
  );
  // 没有漏接得8分, 漏接1次扣2分: without an event all points are earned.
  const start = none && given.said.some(isLoss) ? worthValue(none.worth as Outcome, undefined) : undefined;
  const stated = points ?? given.points?.value ?? start;
  const known = hole ?? given.targets[0] ?? given.charges.find(({ per }) => per.target)?.per.target;
  const settled = settle(startFrom(given, stated), stated, known);
  const lowered = settled && lowerSettled(text, settled.frames, stated);
  return lowered && settled.timeUnit ? { ...lowered, timeUnit: settled.timeUnit } : lowered;
}

/** A clean record is worth 10 points, 达标得10分: all points without a number, before what each event costs. */
function startFrom(frames: Frames, points: number | undefined): Frames {
  const { labels, charges: each, said } = frames;
  if (labels.length !== 1 || each.length + said.length === 0) return frames;
  return isFull(labels[0]!.worth, points)
    ? { ...frames, labels: [], starts: [...frames.starts, labels[0]!.worth] }
    : frames;
}

function lowerSettled(text: string, frames: Frames, stated: number | undefined): Lowered | undefined {
  if (frames.lone.length > 0) return lone(frames, stated);
  if (frames.labels.length > 0) return grades(frames, stated);
  const one = singleCharge(frames) ?? frames;
  if (one.charges.length > 0) return charges(text, one, stated);
  if (one.said.length === 0 && one.lines.length === 0) return undefined;
  return curve(text, one, stated);
}

/** Profanity (-15): an event that costs all points costs them once. */
function lone(
  { lone: moves, said, labels, charges: each, others, open, lines, limits }: Frames,
  points: number | undefined,
): Lowered | undefined {
  const [move] = moves;
  if (
    moves.length !== 1 ||
    said.length + labels.length + each.length + others.length + open.length + lines.length + limits.length > 0
  )
    return undefined;
  if (!move?.amount || move.sign >= 0 || points === undefined || points <= 0 || move.amount.value < points)
    return undefined;
  return { rule: { method: "deduct", perEvent: move.amount.value }, doubts: [] };
}

/** 迟到一次扣1分: the price of one event, written as a value with its worth. */
function singleCharge(frames: Frames): Frames | undefined {
  const losses = frames.said.filter((each) => each.worth.kind === "move");
  const [only] = losses;
  if (!only || losses.length !== 1 || frames.charges.length > 0) return undefined;
  const { who, worth } = only;
  if (!who.exact || amountOf(who).value !== 1 || !isCount(amountOf(who)) || only.basis === "rank") return undefined;
  const rest = frames.said.filter((each) => each !== only);
  if (
    !rest.every(
      ({ who: other, worth: what }) => isZero(what) || (isFull(what, undefined) && amountOf(other).value === 0),
    )
  )
    return undefined;
  const per = {
    kind: "per" as const,
    from: who.from,
    to: who.to,
    direction: undefined,
    size: amountOf(who),
    target: undefined,
    part: undefined,
  };
  return {
    ...frames,
    said: rest,
    charges: [{ per, move: worth as Move, words: only.words, bare: false, more: false, isAfter: false }],
  };
}

const LABELS =
  /^(?:优|良|优良|中|差|一般|合格|达标|符合|满意|称职|胜任|[a-e]|[a-e]?级|yes|no|y|n|是|否|excellent|good|fair|poor|outstanding|acceptable|average)$|满意|优秀|良好|合格|达标|符合|较好|较差|一般|称职|expectation|satisf|excellent|\bgood\b|needs|\bpoor\b|outstanding|acceptable|partial|not done|not met|\bmet\b|\bdone\b|pass|fail|complete|correct|weak|strong/;

/** 符合3分，基本符合1.5分: labels with their points. */
function grades(frames: Frames, points: number | undefined): Lowered | undefined {
  const { labels, said, charges: each, others } = frames;
  if (
    said.length + each.length + others.length + frames.open.length + frames.starts.length > 0 ||
    labels.length < 2 ||
    frames.linear
  )
    return undefined;
  const names = labels.map(({ label }) =>
    label
      .replace(/^(?:评为|被评为|评价为?|rated)/, "")
      .replace(/[的者:]$/, "")
      .trim(),
  );
  const worths = labels.map(({ worth }) => worthValue(worth, points));
  // Three labels or more that share out the points, down to nothing, need no word of a known scale.
  const isScale =
    labels.length >= 3 &&
    worths.includes(0) &&
    Math.max(...worths) === (points ?? Math.max(...worths)) &&
    new Set(worths).size === worths.length;
  if (new Set(names).size < names.length || !names.every((name) => name.length <= 30 && (isScale || LABELS.test(name))))
    return undefined;
  if (worths.some((value) => Number.isNaN(value))) return undefined;
  const rows = worths.map((value, k): RuleInterval => ({ grade: names[k]!, points: value }));
  const most = Math.max(...worths);
  if (points !== undefined && most > points) return undefined;
  return { rule: { method: "grade", ...(points === undefined ? { points: most } : {}), scale: rows }, doubts: [] };
}

const finished = (context: Context, rule: Rule | undefined): Lowered | undefined => {
  if (!rule) return undefined;
  const { statements, charges: each, left, lines } = context.said;
  const all = [
    ...statements.flatMap(({ who, worth }) => [who, worth]),
    ...each.flatMap(({ per, move }) => [per, move]),
    ...left,
    ...lines,
  ];
  return all.every(
    (part) => context.isTaken(part) || (part.kind === "outcome" && part.worth.unit === "full" && left.includes(part)),
  )
    ? { rule, doubts: context.doubts }
    : undefined;
};

/** Bands, lines and places in a ranking. */
function curve(text: string, frames: Frames, points: number | undefined): Lowered | undefined {
  if (frames.limits.length + frames.floors.length > 0 || frames.allowed || frames.targets.length > 0) return undefined;
  let { said } = frames;
  const losses = said.filter(isLoss);
  const gains = said.filter(({ worth }) => worth.kind === "move" && worth.sign > 0);
  if (
    gains.length > 0 &&
    (losses.length > 0 || (points ?? 0) < Math.max(...gains.map(({ worth }) => (worth as Move).amount!.value)))
  )
    return undefined;
  if (said.some(({ worth }) => worth.kind === "move" && worth.sign === 0)) return undefined;
  said = settleMarks(said);
  // Bonus bands: what is added is what the item earns.
  said = said.map((each) =>
    each.worth.kind === "move" && each.worth.sign > 0
      ? {
          ...each,
          worth: {
            kind: "outcome",
            from: each.worth.from,
            to: each.worth.to,
            worth: { unit: "points", value: each.worth.amount!.value, to: undefined },
          } as Outcome,
        }
      : each,
  );
  const amounts = said.map(({ who }) => amountOf(who));
  const counted =
    amounts.some(isCount) && amounts.every((amount) => isCount(amount) || amount.unit === "none" || amount.value === 0);
  const isRank = said.some(({ basis }) => basis === "rank");
  if (isRank && said.some(({ isOnwards }) => isOnwards)) return undefined;
  if (isRank) said = said.map((each) => ({ ...each, who: asCount(each.who) }));
  if (isRank && losses.length > 0) return undefined;
  // Several events of one each, with prices of their own, are several rules.
  const ones = said.filter(({ who, worth }) => who.exact && amountOf(who).value === 1 && worth.kind === "move");
  if (ones.length > 1) return undefined;
  const lowest = Math.min(...said.map(({ who }) => who.low?.amount.value ?? -Infinity));
  const isFromOne =
    counted && !isRank && losses.length > 0 && lowest === 1 && said.every((each) => isLoss(each) || isZero(each.worth));
  if (counted && losses.length > 0 && !isFromOne && lowest > 1) return undefined;
  if (isFromOne && points !== undefined) said = [startsFull(said[0]!, points), ...said];
  else if (isFromOne) return undefined;
  const { statements, parts } = toStatements({ ...frames, said });
  const context = new Context(text, statements, parts, points);
  const lowered = finished(context, readCurve(context));
  if (!lowered) return undefined;
  const most = Math.max(0, ...(lowered.rule.scale ?? []).map((row) => row.points ?? 0));
  // Bands whose worth grows and falls without order are mostly misread.
  return most > (points ?? Infinity) && losses.length > 0 ? undefined : lowered;
}

/** An end with a mark of its own, (含), takes the bound from a neighbour that only says 以上. */
function settleMarks(said: readonly Said[]): readonly Said[] {
  const ends = said.flatMap(({ who }) => [who.low, who.high]).filter((bound) => bound !== undefined);
  const own = (bound: Bound | undefined): Bound | undefined => {
    if (!bound || marked.has(bound) || bound.claim === "refused") return bound;
    const rival = ends.find(
      (other) => other !== bound && marked.has(other) && other.amount.value === bound.amount.value,
    );
    return rival ? { ...bound, claim: rival.claim === "claimed" ? "refused" : "claimed" } : bound;
  };
  return said.map((each) =>
    each.who.exact ? each : { ...each, who: { ...each.who, low: own(each.who.low), high: own(each.who.high) } },
  );
}

const asCount = (who: Condition): Condition => {
  const own = (bound: Bound | undefined): Bound | undefined =>
    bound &&
    (bound.amount.unit === "percent"
      ? bound
      : { ...bound, amount: { ...bound.amount, unit: "count" as const, unitWord: "" } });
  return { ...who, low: own(who.low), high: own(who.high) };
};

function startsFull({ who }: Said, points: number): Said {
  const amount: Amount = { ...amountOf(who), value: 0, unit: "count", unitWord: "", signed: false };
  const bound: Bound = { amount, claim: "claimed" };
  return {
    who: { ...who, low: bound, high: bound, exact: true },
    worth: { kind: "outcome", from: who.from, to: who.to, worth: { unit: "points", value: points, to: undefined } },
    basis: "value",
    words: "",
    isOnwards: false,
  };
}

/** Points for each event or each step, with what limits them. */
function charges(text: string, frames: Frames, points: number | undefined): Lowered | undefined {
  const [first, second] = frames.charges as [SaidCharge, SaidCharge?];
  if (frames.charges.length > 2 || !first.move.amount || frames.others.length > 0 || frames.lines.length > 0)
    return undefined;
  if (frames.limits.length > 1 || frames.floors.length > 1) return undefined;
  const { size } = first.per;
  const isEvent = !first.per.direction && (size === undefined || isCount(size));
  if (second) return twoSided(text, frames, points, first, second);
  if (first.move.sign === 0 && !isSigned(frames, points)) return undefined;
  const bareEvent = first.bare && first.per.direction !== undefined && size !== undefined && isCount(size);
  return isEvent ? events(text, frames, points, first) : steps(text, frames, points, first, bareEvent);
}

const isSigned = (frames: Frames, points: number | undefined): boolean =>
  frames.until ||
  (frames.limits.length === 1 &&
    (frames.limits[0]!.sign !== 0 || (points !== undefined && frames.limits[0]!.amount.value === points)));

const signOf = (frames: Frames, { move }: SaidCharge): -1 | 1 => {
  if (move.sign !== 0) return move.sign;
  const [limit] = frames.limits;
  return frames.until || limit?.sign === -1 ? -1 : 1;
};

const limitOf = (frames: Frames, points: number | undefined): { limit?: number } | undefined => {
  const [limit, floor] = [frames.limits[0], frames.floors[0]];
  if (limit && floor) return undefined;
  // 最高18分 of 15: the most that can be reached.
  if (limit)
    return {
      limit:
        points !== undefined &&
        points > 0 &&
        limit.sign === 0 &&
        limit.amount.value > points &&
        !frames.charges.every(({ move }) => move.sign < 0)
          ? neat(limit.amount.value - points)
          : limit.amount.value,
    };
  if (!floor || floor.value === 0) return {};
  return points === undefined || floor.value > points ? undefined : { limit: neat(points - floor.value) };
};

function events(text: string, frames: Frames, points: number | undefined, charge: SaidCharge): Lowered | undefined {
  const sign = signOf(frames, charge);
  const each = charge.move.amount!.value;
  const limit = limitOf(frames, points);
  if (!limit || frames.targets.length > 0 || frames.lines.length > 0) return undefined;
  const group = charge.per.size?.value ?? 1;
  const starts = frames.starts.every((worth) => isFull(worth, points));
  if (!starts) return undefined;
  let free = 0;
  let zeroFrom: number | undefined;
  for (const { who, worth, basis, isOnwards } of frames.said) {
    const amount = amountOf(who);
    if (!isCount(amount) && amount.value !== 0 && !(amount.unit === "none")) return undefined;
    if (isFull(worth, points) && !who.low && who.high)
      free = Math.max(free, who.high.claim === "refused" ? amount.value - 1 : amount.value);
    else if (isFull(worth, points) && who.exact) free = Math.max(free, amount.value);
    else if (isFull(worth, points) && who.low && who.high) free = Math.max(free, who.high.amount.value);
    else if (isZero(worth) && who.low && !who.high)
      zeroFrom = who.low.claim === "refused" ? amount.value + 1 : amount.value;
    else if (isZero(worth) && who.exact && sign > 0 && amount.value === 0) continue;
    else return undefined;
    if (basis === "rank" && !isOnwards && !isFull(worth, points)) return undefined;
  }
  if (frames.allowed) free = Math.max(free, frames.allowed.value);
  for (const open of frames.open) {
    const amount = amountOf(open);
    // A number of another kind describes the event: 超 6 小时的每台.
    if (!isCount(amount) && !open.exact && amount.unit === "other") continue;
    if (open.exact || open.from > charge.per.from) return undefined;
    if (open.low && !open.high && open.low.claim === "refused") free = Math.max(free, amount.value);
    else if (open.high && !open.low && open.high.claim === "claimed") free = Math.max(free, amount.value);
    else if (open.low && !open.high && (charge.isAfter || frames.said.length > 0))
      free = Math.max(free, amount.value - 1);
    else return undefined;
  }
  if (group !== 1) {
    if (free > 0 || zeroFrom !== undefined || sign > 0) return undefined;
    const part = partOf(frames, charge);
    const variant = part === undefined ? {} : { variant: part };
    const doubts =
      part !== undefined
        ? []
        : [stepPartNotStated([charge.per], { size: text.slice(charge.per.size!.from, charge.per.size!.to) })];
    if ((points ?? 0) <= 0) return undefined;
    return { rule: { method: "step", ...variant, fullAt: 0, perEvent: each, step: -group, ...limit }, doubts };
  }
  if (zeroFrom !== undefined) {
    if (free > 0 || sign > 0 || points === undefined || zeroFrom > 20) return undefined;
    const rows = Array.from({ length: zeroFrom }, (_, k): RuleInterval => ({
      from: k,
      to: k + 1,
      ends: "[)",
      points: Math.max(0, neat(points - k * each)),
    }));
    return { rule: { method: "bands", scale: [...rows, { from: zeroFrom, ends: "[)", points: 0 }] }, doubts: [] };
  }
  if (free > 0) {
    if (sign > 0) return undefined;
    return {
      rule: {
        method: "deduct",
        ...limit,
        scale: [
          { from: 1, points: 0 },
          { from: free + 1, points: each },
        ],
      },
      doubts: [],
    };
  }
  return { rule: { method: sign < 0 ? "deduct" : "bonus", perEvent: each, ...limit }, doubts: [] };
}

/** The value from which steps count, and on which side they lie. */
interface Base {
  readonly low: Amount | undefined;
  readonly high: Amount | undefined;
}

function baseOf(
  frames: Frames,
  points: number | undefined,
): { readonly base: Base | undefined; readonly zero: Said | undefined; readonly ok: boolean } {
  let base: Base | undefined;
  let zero: Said | undefined;
  let ok = true;
  const found = (next: Base): void => {
    const same = base && base.low?.value === next.low?.value && base.high?.value === next.high?.value;
    const touches =
      base &&
      [base.low?.value, base.high?.value].some(
        (value) => value !== undefined && (value === next.low?.value || value === next.high?.value),
      );
    if (base && !same && !touches) ok = false;
    base = base && !same ? { low: base.low ?? next.low, high: base.high ?? next.high } : next;
  };
  for (const each of frames.said) {
    const { who, worth } = each;
    if (isFull(worth, points) && who.of === "value")
      found(who.exact ? { low: who.low!.amount, high: undefined } : { low: who.low?.amount, high: who.high?.amount });
    else if (isZero(worth) && !zero && !who.exact && !(who.low && who.high)) zero = each;
    else ok = false;
  }
  for (const amount of frames.targets) found({ low: amount, high: undefined });
  return { base, zero, ok };
}

function steps(
  text: string,
  frames: Frames,
  points: number | undefined,
  charge: SaidCharge,
  bareEvent: boolean,
): Lowered | undefined {
  const sign = signOf(frames, charge);
  const { per, move } = charge;
  const limit = limitOf(frames, points);
  if (!limit || !per.size || !frames.starts.every((worth) => isFull(worth, points))) return undefined;
  const found = baseOf(frames, points);
  if (!found.ok || frames.allowed || frames.lines.length > 0) return undefined;
  const { zero } = found;
  let { base } = found;
  let { direction } = per;
  for (const open of frames.open) {
    const { low, high } = open;
    if (
      open.exact &&
      low!.amount.unit !== "percent" &&
      low!.amount.value === points &&
      (base || frames.targets.length > 0)
    )
      continue;
    const isSame =
      base &&
      [low?.amount.value, high?.amount.value].some(
        (value) => value !== undefined && (value === base?.low?.value || value === base?.high?.value),
      );
    if (isSame) {
      direction ??= open.low && !open.high ? "higher" : open.high && !open.low ? "lower" : undefined;
      continue;
    }
    if (base || open.from > per.from) return undefined;
    base = { low: low?.amount, high: high?.amount };
    // 超过300秒每10秒扣1分: the side is the one that the words before name.
    direction ??= open.exact
      ? undefined
      : low && !high
        ? low.claim === "refused"
          ? "higher"
          : "lower"
        : high && !low
          ? high.claim === "refused"
            ? "lower"
            : "higher"
          : undefined;
  }
  const named = per.target;
  if (named && base && named.value !== base.low?.value && named.value !== base.high?.value) return undefined;
  if (named) base = { low: named, high: undefined };
  if (isCount(per.size) && per.direction && !base) {
    // 每少报一期 is an event; 每少1次 needs the number that was asked for.
    if (!bareEvent && per.size.value === 1 && frames.said.length === 0)
      return events(text, { ...frames, charges: [] }, points, { ...charge, per: { ...per, direction: undefined } });
  }
  if (!base) {
    if ((points ?? 0) > 0 && sign > 0) return undefined;
    return asked(text, frames, points, charge, limit);
  }
  direction ??=
    sign < 0
      ? base.low && base.high
        ? undefined
        : base.low && !isExactBase(frames, base.low)
          ? "lower"
          : base.high
            ? "higher"
            : undefined
      : undefined;
  if (base.low && base.high && base.low.value !== base.high.value && sign < 0 && !zero)
    return bothSides(
      text,
      frames,
      points,
      charge,
      base,
      limit,
      per.direction ?? (frames.open.length === 2 ? undefined : direction),
    );
  if (!direction) return undefined;
  const edge = (base.low && base.high ? (direction === "lower" ? base.low : base.high) : (base.low ?? base.high))!;
  if (unitOf(edge) !== unitOf(per.size) && unitOf(per.size) !== "" && unitOf(edge) !== "") return undefined;
  if ((unitOf(edge) === "%") !== (unitOf(per.size) === "%")) return undefined;
  const onTop = sign > 0 && (points ?? 0) > 0;
  const table = { edge: edge.value, size: per.size.value, each: move.amount!.value, direction, sign };
  if (zero || onTop) {
    if (points === undefined) return undefined;
    const isBase = frames.said.some(({ worth }) => isFull(worth, points)) || charge.more || frames.starts.length > 0;
    if (onTop && !isBase) return undefined;
    return tabled(text, frames, points, charge, [table], limit, zero, base);
  }
  const variant = partOf(frames, charge);
  const doubts =
    variant === undefined ? [stepPartNotStated([per.size], { size: text.slice(per.size.from, per.size.to) })] : [];
  const takesFromNothing = sign < 0 && !((points ?? 0) > 0);
  const isHigherBetter = (direction === "lower") === sign < 0;
  return {
    rule: {
      method: "step",
      ...(variant === undefined ? {} : { variant }),
      fullAt: edge.value,
      perEvent: takesFromNothing ? -move.amount!.value : move.amount!.value,
      step: isHigherBetter ? per.size.value : -per.size.value,
      ...limit,
    },
    doubts,
  };
}

const isExactBase = (frames: Frames, amount: Amount): boolean =>
  frames.targets.some(({ value }) => value === amount.value);

const unitOf = ({ unit, unitWord }: Amount): string =>
  unit === "percent" || unit === "percentage-point" ? "%" : unit === "other" ? unitWord : "";

const partOf = ({ part, linear }: Frames, { per }: SaidCharge): string | undefined =>
  part ?? (linear ? "proportional" : per.part);

/** Steps without a target: the reader of steps asks for it. */
function asked(
  text: string,
  frames: Frames,
  points: number | undefined,
  charge: SaidCharge,
  limit: { limit?: number },
): Lowered | undefined {
  const { statements, parts } = toStatements({ ...frames, limits: [], floors: [], said: [] });
  const context = new Context(text, statements, parts, points);
  const rule = readCharges(context);
  if (!rule || rule.method !== "step") return undefined;
  if (!context.doubts.some(({ code }) => code === "target-not-stated"))
    context.raise(targetNotStated([charge.per], {}));
  return { rule: { ...rule, ...limit }, doubts: context.doubts };
}

interface Table {
  readonly edge: number;
  readonly size: number;
  readonly each: number;
  readonly direction: "lower" | "higher";
  readonly sign: -1 | 1;
  /** The most that this side adds or takes, if it has a limit of its own. */
  readonly most?: number;
}

const MOST_ROWS = 120;
/** Gains without a limit are told so far; farther values are not scored. */
const MOST_OPEN = 20;

/**
 * Steps that the method `step` does not hold: with a value from which nothing is earned, on both sides of a target, or on
 * top of all points. Each step becomes a row of a scale.
 */
function tabled(
  text: string,
  frames: Frames,
  points: number,
  charge: SaidCharge,
  tables: readonly Table[],
  { limit = Infinity }: { limit?: number },
  zero: Said | undefined,
  base: Base,
): Lowered | undefined {
  const variant = partOf(frames, charge);
  if (variant === "proportional") return undefined;
  const rows: RuleInterval[] = [];
  const doubts: Doubt[] = [];
  const zeroBound = zero?.who.low ?? zero?.who.high;
  const zeroSide = zero ? (zero.who.low ? "higher" : "lower") : undefined;
  const sides = tables.map(({ direction }) => direction);
  for (const { edge, size, each, direction, sign, most = limit } of tables) {
    const ends = sign < 0 ? Math.min(most, points) : most;
    const isEndless = !Number.isFinite(ends);
    const steps = isEndless ? MOST_OPEN : Math.ceil(neat(ends / each));
    if (steps > MOST_ROWS) return undefined;
    const out = direction === "lower" ? -1 : 1;
    const at = (k: number): number => neat(edge + out * k * size);
    const worth = (k: number): number => neat(points + sign * Math.min(ends, k * each));
    for (let k = 1; k <= steps; k += 1) {
      const value = at(k);
      if (zeroBound && zeroSide === direction) {
        const past = out * (value - zeroBound.amount.value);
        if (past > 0 || (past === 0 && zeroBound.claim !== "refused")) break;
      }
      const isLast = k === steps && !isEndless && zeroSide !== direction;
      const open = direction === "lower" ? { to: value } : { from: value };
      if (isLast && variant !== "started")
        rows.push({ ...open, ends: direction === "lower" ? "(]" : "[)", points: worth(k) });
      else if (variant === undefined) rows.push({ from: value, to: value, ends: "[]", points: worth(k) });
      else {
        const [near, far] = variant === "full" ? [value, at(k + 1)] : [at(k - 1), value];
        const row = direction === "lower" ? { from: far, to: near } : { from: near, to: far };
        const closed = variant === "full" ? near : far;
        rows.push({ ...row, ends: row.from === closed ? "[)" : "(]", points: worth(k) });
      }
    }
  }
  const isBoth = sides.length > 1;
  const [low, high] = [base.low?.value ?? base.high!.value, base.high?.value ?? base.low!.value];
  if (isBoth) rows.push({ from: low, to: high, ends: "[]", points });
  else if (tables[0]!.sign > 0) {
    rows.push({ from: low, to: high, ends: "[]", points });
    doubts.push(
      outsideNotStated([charge.per], {
        bound: text.slice(base.low!.from, base.low!.to),
        side: sides[0] === "higher" ? "below" : "above",
      }),
    );
  } else rows.push(sides[0] === "lower" ? { from: low, ends: "[)", points } : { to: high, ends: "(]", points });
  if (zero) {
    const { low: zeroLow, high: zeroHigh } = zero.who;
    rows.push({
      ...(zeroLow ? { from: zeroLow.amount.value } : { to: zeroHigh!.amount.value }),
      ends: zeroLow ? (zeroLow.claim === "refused" ? "()" : "[)") : zeroHigh!.claim === "refused" ? "()" : "(]",
      points: 0,
    });
    if (!zeroLow === (tables[0]!.direction === "higher")) return undefined;
  }
  if (variant === undefined)
    doubts.push(
      stepPartNotStated([charge.per.size!], { size: text.slice(charge.per.size!.from, charge.per.size!.to) }),
    );
  rows.sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity) || (a.to ?? Infinity) - (b.to ?? Infinity));
  return { rule: { method: "bands", scale: rows }, doubts };
}

function bothSides(
  text: string,
  frames: Frames,
  points: number | undefined,
  charge: SaidCharge,
  base: Base,
  limit: { limit?: number },
  direction: "lower" | "higher" | undefined,
): Lowered | undefined {
  if (points === undefined || !charge.per.size) return undefined;
  const table = { size: charge.per.size.value, each: charge.move.amount!.value, sign: -1 as const };
  const tables: Table[] = [];
  if (direction !== "higher") tables.push({ ...table, edge: base.low!.value, direction: "lower" });
  if (direction !== "lower") tables.push({ ...table, edge: base.high!.value, direction: "higher" });
  if (tables.length !== 2) return undefined;
  return tabled(text, frames, points, charge, tables, limit, undefined, base);
}

/** 每高1个百分点加1分，每低1个百分点扣1分: one charge for each side of the target. */
function twoSided(
  text: string,
  frames: Frames,
  points: number | undefined,
  first: SaidCharge,
  second: SaidCharge,
): Lowered | undefined {
  const limit = limitOf(frames, points);
  const { base, ok, zero } = baseOf(frames, points);
  if (!ok || zero || points === undefined || points === 0 || !limit || frames.open.length > 1 || frames.allowed)
    return undefined;
  const [open] = frames.open;
  const opened = open && { low: open.low?.amount, high: open.high?.amount };
  if (open && (base || (open.low && open.high && !open.exact))) return undefined;
  const isBase = base ?? opened ?? (first.per.target && { low: first.per.target, high: undefined });
  if (!isBase) return undefined;
  const both = [first, second];
  const [stated] = frames.limits;
  const isBoth = stated !== undefined && /加扣|加减|扣加|either|both/.test(text.slice(stated.from, stated.to));
  const onTotal = stated !== undefined && stated.sign === 0 && stated.amount.value > points;
  // A limit that does not say which side it limits is no limit of one of them.
  if (stated && stated.sign === 0 && !isBoth && !onTotal) return undefined;
  const mostOf = (sign: Move["sign"]): number =>
    !stated || (!isBoth && (onTotal ? 1 : stated.sign) !== sign) ? Infinity : (limit.limit ?? Infinity);
  const table = both.map(({ per, move }): Table | undefined => {
    const edge = per.direction === "lower" ? (isBase.low ?? isBase.high)! : (isBase.high ?? isBase.low)!;
    if (!per.direction || !per.size || !move.amount || move.sign === 0 || unitOf(edge) !== unitOf(per.size))
      return undefined;
    return {
      edge: edge.value,
      size: per.size.value,
      each: move.amount.value,
      direction: per.direction,
      sign: move.sign,
      most: mostOf(move.sign),
    };
  });
  if (!table.every((each) => each !== undefined) || table[0]!.direction === table[1]!.direction) return undefined;
  return tabled(text, frames, points, first, table, limit, undefined, isBase);
}
