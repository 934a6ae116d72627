import type { Amount } from "../grammar/parts";
import type { Doubt } from "../doubt";
import type { RuleInterval } from "../../scoring/model/sentence";
import outsideNotStated from "../doubts/outside-not-stated";
import stepPartNotStated from "../doubts/step-part-not-stated";
import type { Frames, Said, SaidCharge } from "./frame";
import type { Lowered } from "./lowered";
import { neat, partOf } from "./lowered";

/** The value from which steps count, and on which side they lie. */
export interface Base {
  readonly low: Amount | undefined;
  readonly high: Amount | undefined;
}

export interface Table {
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
export function tabled(
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
    const bound = base.low ?? base.high!;
    doubts.push(
      outsideNotStated([charge.per], {
        bound: text.slice(bound.from, bound.to),
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
