import type { Amount, Bound, Condition, Move, Outcome } from "../grammar/parts";
import { around } from "../span";
import type { Frames, Said, SaidCharge, SaidLabel } from "./frame";
import type { Basis, Item } from "./item";

export const isEmpty = (item: Item | undefined): boolean =>
  item === undefined || (item.kind === "words" && item.text === "");
const unitKind = ({ unit, unitWord }: Amount): string =>
  unit === "percent" || unit === "percentage-point"
    ? "%"
    : unit === "other"
      ? unitWord
      : unit === "none" || unit === "points"
        ? ""
        : unit;
export const amountOf = ({ low, high }: Condition): Amount => (low ?? high)!.amount;
export const isPointsLike = ({ unit, signed }: Amount): boolean => (unit === "points" || unit === "none") && !signed;

export const isTime = (condition: Condition): boolean => amountOf(condition).unit === "other";

/** Whether a condition may be a part of the description: its unit is another one than that of the values scored. */
export const differs = (a: Condition, b: Condition): boolean => {
  const [x, y] = [unitKind(amountOf(a)), unitKind(amountOf(b))];
  const time = /second|minute|hour|day/;
  return x !== y && x !== "" && !(time.test(x) && time.test(y));
};

/** Points that are earned for each event. */
export function asMove({ worth, from, to }: Outcome): Move | undefined {
  if (worth.unit !== "points") return undefined;
  return {
    kind: "move",
    from,
    to,
    sign: 1,
    amount: { from, to, value: worth.value, unit: "points", unitWord: "", signed: false },
  };
}

export function merge(a: Condition, b: Condition): Condition | undefined {
  if (a.exact || b.exact || (a.low && a.high) || (b.low && b.high)) return undefined;
  const low = a.low ?? b.low;
  const high = a.high ?? b.high;
  if (!low || !high || (a.low && b.low) || (a.high && b.high)) return undefined;
  const [x, y] = [unitKind(low.amount), unitKind(high.amount)];
  if (!(low.amount.value < high.amount.value) || (x !== y && (x === "%" || y === "%" || (x !== "" && y !== ""))))
    return undefined;
  const give = (bound: Bound, other: Bound): Bound =>
    bound.amount.unit === "none"
      ? { ...bound, amount: { ...bound.amount, unit: other.amount.unit, unitWord: other.amount.unitWord } }
      : bound;
  return { ...a, ...around([a, b]), low: give(low, high), high: give(high, low) };
}

/** What has been said so far, and what still waits for its other half. */
export abstract class PairState {
  protected readonly said: Said[] = [];
  protected readonly labels: SaidLabel[] = [];
  protected readonly charges: SaidCharge[] = [];
  protected readonly limits: Extract<Item, { kind: "limit" }>[] = [];
  protected readonly floors: Amount[] = [];
  protected readonly targets: Amount[] = [];
  protected readonly open: Condition[] = [];
  protected readonly starts: Outcome[] = [];
  protected readonly others: Outcome[] = [];
  protected readonly lines: Condition[] = [];
  protected points: Amount | undefined;
  protected linear = false;
  protected until = false;
  protected part: "started" | "full" | undefined;
  protected allowed: Amount | undefined;
  protected readonly lone: Move[] = [];

  protected whos: { condition: Condition; basis: Basis; words: string; onwards: boolean }[] = [];
  protected worth: Outcome | Move | undefined;
  protected worthMore = false;
  protected per: Extract<Item, { kind: "per" }> | undefined;
  protected words = "";
  protected isElse = false;
  protected isNone: Item | undefined;
  protected isOr = false;
  protected isAllow = false;
  protected isAfter = false;
  protected sign: -1 | 0 | 1 = 0;
  protected ok = true;
  constructor(
    protected readonly items: readonly Item[],
    protected readonly given: number | undefined,
  ) {}

  protected frames(): Frames | undefined {
    if (!this.ok) return undefined;
    return {
      said: this.said,
      labels: this.labels,
      charges: this.charges,
      limits: this.limits,
      floors: this.floors,
      targets: this.targets,
      points: this.points,
      open: this.open,
      starts: this.starts,
      others: this.others,
      lines: this.lines,
      linear: this.linear,
      until: this.until,
      allowed: this.allowed,
      part: this.part,
      lone: this.lone,
    };
  }

  protected fail(): void {
    this.ok = false;
  }

  protected next(k: number): Item | undefined {
    let at = k + 1;
    while (at < this.items.length && (isEmpty(this.items[at]) || this.items[at]!.kind === "words")) at += 1;
    return this.items[at];
  }

  /** Ends a sentence: what is still open becomes a target, a start from full, or is not understood. */
  protected stop(): void {
    for (const { condition } of this.whos) this.open.push(condition);
    this.whos = [];
    if (this.worth?.kind === "outcome" && (this.worth.worth.unit === "full" || "value" in this.worth.worth))
      this.starts.push(this.worth);
    else if (this.worth?.kind === "move") this.lone.push(this.worth);
    else if (this.worth) this.fail();
    this.worth = undefined;
    if (this.per) this.fail();
    this.per = undefined;
    this.words = "";
    this.isElse = false;
    this.isNone = undefined;
    this.isOr = false;
    this.isAllow = false;
  }

  protected line(): void {
    const last = this.whos[this.whos.length - 1];
    const range = last && last.condition.low && last.condition.high && !last.condition.exact;
    if (range) {
      this.lines.push(last.condition);
      this.whos.pop();
    }
    this.linear = true;
  }
}
