import { readCharges } from "../assemble/charges";
import { Context } from "../assemble/context";
import type { Amount, Move } from "../grammar/parts";
import { methodNamed } from "../../scoring/compile/registry";
import type { RuleInterval } from "../../scoring/model/sentence";
import stepPartNotStated from "../doubts/step-part-not-stated";
import targetNotStated from "../doubts/target-not-stated";
import type { Frames, Said, SaidCharge } from "./frame";
import { toStatements } from "./frame";
import type { Base, Table } from "./lower-tables";
import { tabled } from "./lower-tables";
import type { Lowered } from "./lowered";
import { amountOf, isCount, isFull, isZero, neat, partOf } from "./lowered";

/** Points for each event or each step, with what limits them. */
export function charges(text: string, frames: Frames, points: number | undefined): Lowered | undefined {
  const [first, second] = frames.charges as [SaidCharge, SaidCharge?];
  if (frames.charges.length > 2 || !first.move.amount || frames.others.length > 0 || frames.lines.length > 0)
    return undefined;
  if (frames.limits.length > 1 || frames.floors.length > 1) return undefined;
  // In a ranking, lower places are greater numbers.
  if (frames.said.some(({ basis, isOnwards, who }) => basis === "rank" && !isOnwards && !(who.low && !who.high)))
    return undefined;
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
    else if (open.low && !open.high && (charge.isAfter || frames.said.length > 0 || frames.allowed))
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
  if (!rule || methodNamed(rule.method).parameters.step === undefined) return undefined;
  if (!context.doubts.some(({ code }) => code === "target-not-stated"))
    context.raise(targetNotStated([charge.per], {}));
  return { rule: { ...rule, ...limit }, doubts: context.doubts };
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
