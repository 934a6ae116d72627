import { readCurve } from "../assemble/curve";
import { Context } from "../assemble/context";
import type { TimeUnit } from "../../cell/duration";
import type { Amount, Bound, Condition, Move, Outcome } from "../grammar/parts";
import type { Rule } from "../rule";
import type { RuleInterval } from "../../scoring/model/sentence";
import type { Frames, Said } from "./frame";
import { toStatements } from "./frame";
import { marked } from "./item-cursor";
import { charges } from "./lower-charges";
import type { Lowered } from "./lowered";
import { amountOf, isCount, isFull, isLoss, isZero, neat, worthValue } from "./lowered";

const SECONDS: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600, day: 86_400 };

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
