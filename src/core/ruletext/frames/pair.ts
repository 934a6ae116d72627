import type { Amount, Bound, Condition, Move, Outcome, Part, Per } from "../grammar/parts";
import type { Charge, Repeat, Statement, Statements } from "../assemble/said";
import { around } from "../span";
import { isSame } from "../../text/tolerance";
import type { Basis, Item } from "./items";

/** A value or label and what it earns. */
export interface Said {
  readonly who: Condition;
  readonly worth: Outcome | Move;
  readonly basis: Basis;
  /** Words beside the number, as in `2 late arrivals`. */
  readonly words: string;
  readonly isOnwards: boolean;
}

export interface SaidLabel {
  readonly label: string;
  readonly worth: Outcome;
  readonly from: number;
  readonly to: number;
}

export interface SaidCharge {
  readonly per: Per;
  readonly move: Move;
  readonly words: string;
  readonly bare: boolean;
  /** Whether the points come on top of those for the target: `an additional 0.5 points`. */
  readonly more: boolean;
  /** Whether the words behind say that they count only after what was allowed. */
  readonly isAfter: boolean;
}

/** The frames of a rule with their slots filled. */
export interface Frames {
  readonly said: readonly Said[];
  readonly labels: readonly SaidLabel[];
  readonly charges: readonly SaidCharge[];
  readonly limits: readonly Extract<Item, { kind: "limit" }>[];
  readonly floors: readonly Amount[];
  readonly targets: readonly Amount[];
  readonly points: Amount | undefined;
  /** Conditions without a worth: a target, or part of a description. */
  readonly open: readonly Condition[];
  /** All points without a condition: a rule that starts from full. */
  readonly starts: readonly Outcome[];
  readonly others: readonly Outcome[];
  readonly lines: readonly Condition[];
  readonly linear: boolean;
  readonly until: boolean;
  /** Events that cost nothing. */
  readonly allowed: Amount | undefined;
  readonly part: "started" | "full" | undefined;
  /** Points without an occasion: `Profanity (-15)`. */
  readonly lone: readonly Move[];
}

const isEmpty = (item: Item | undefined): boolean => item === undefined || (item.kind === "words" && item.text === "");
const unitKind = ({ unit, unitWord }: Amount): string =>
  unit === "percent" || unit === "percentage-point"
    ? "%"
    : unit === "other"
      ? unitWord
      : unit === "none" || unit === "points"
        ? ""
        : unit;
const amountOf = ({ low, high }: Condition): Amount => (low ?? high)!.amount;
const isPointsLike = ({ unit, signed }: Amount): boolean => (unit === "points" || unit === "none") && !signed;

const isTime = (condition: Condition): boolean => amountOf(condition).unit === "other";

/** Whether a condition may be a part of the description: its unit is another one than that of the values scored. */
const differs = (a: Condition, b: Condition): boolean => {
  const [x, y] = [unitKind(amountOf(a)), unitKind(amountOf(b))];
  const time = /second|minute|hour|day/;
  return x !== y && x !== "" && !(time.test(x) && time.test(y));
};

class Pairing {
  private readonly said: Said[] = [];
  private readonly labels: SaidLabel[] = [];
  private readonly charges: SaidCharge[] = [];
  private readonly limits: Extract<Item, { kind: "limit" }>[] = [];
  private readonly floors: Amount[] = [];
  private readonly targets: Amount[] = [];
  private readonly open: Condition[] = [];
  private readonly starts: Outcome[] = [];
  private readonly others: Outcome[] = [];
  private readonly lines: Condition[] = [];
  private points: Amount | undefined;
  private linear = false;
  private until = false;
  private part: "started" | "full" | undefined;
  private allowed: Amount | undefined;
  private readonly lone: Move[] = [];

  private whos: { condition: Condition; basis: Basis; words: string; onwards: boolean }[] = [];
  private worth: Outcome | Move | undefined;
  private worthMore = false;
  private per: Extract<Item, { kind: "per" }> | undefined;
  private words = "";
  private isElse = false;
  private isNone: Item | undefined;
  private isOr = false;
  private isAllow = false;
  private isAfter = false;
  private sign: -1 | 0 | 1 = 0;
  private ok = true;

  constructor(
    private readonly items: readonly Item[],
    private readonly given: number | undefined,
  ) {}

  run(): Frames | undefined {
    this.items.forEach((item, k) => this.ok && this.take(item, k));
    this.stop();
    if (!this.ok) return undefined;
    const {
      said,
      labels,
      charges,
      limits,
      floors,
      targets,
      points,
      open,
      starts,
      others,
      lines,
      linear,
      until,
      allowed,
      part,
      lone,
    } = this;
    return {
      said,
      labels,
      charges,
      limits,
      floors,
      targets,
      points,
      open,
      starts,
      others,
      lines,
      linear,
      until,
      allowed,
      part,
      lone,
    };
  }

  private fail(): void {
    this.ok = false;
  }

  private next(k: number): Item | undefined {
    let at = k + 1;
    while (at < this.items.length && (isEmpty(this.items[at]) || this.items[at]!.kind === "words")) at += 1;
    return this.items[at];
  }

  private take(item: Item, k: number): void {
    switch (item.kind) {
      case "block":
        return this.fail();
      case "words":
        if (item.text !== "") this.words = `${this.words} ${item.text}`.trim();
        return;
      case "condition":
        return this.condition(item.condition, item.basis, k);
      case "goal":
        return this.condition(item.condition, "value", k);
      case "number":
        return this.number(item.amount, k);
      case "worth":
        return this.earn(item.worth, false, k);
      case "move":
        return this.earn(item.move, item.more, k);
      case "per":
        return this.each(item, k);
      case "limit":
        this.limits.push(item);
        return;
      case "floor":
        this.floors.push(item.amount);
        return;
      case "target":
        this.targets.push(item.amount);
        return;
      case "points":
        // 4.4分(满分5分): the highest rating is not what the item is worth.
        if (this.given !== undefined && item.amount.value !== this.given) return;
        this.points ??= item.amount;
        this.whos = [];
        return;
      case "band":
        return this.fail();
      case "loss":
        this.sign = -1;
        return;
      case "gain":
        this.sign = 1;
        return;
      case "until":
        this.until = true;
        return;
      case "started":
        this.part = "started";
        return;
      case "fullOnly":
        this.part = "full";
        return;
      case "linear":
        return this.line();
      case "mid":
        return;
      case "else":
        this.isElse = true;
        return;
      case "allow":
        this.isAllow = true;
        return this.allow();
      case "after":
        this.isAfter = true;
        return;
      case "onwards": {
        const who = this.whos[this.whos.length - 1];
        if (who) who.onwards = true;
        return;
      }
      case "or":
        this.isOr = true;
        return;
      case "none":
        if (this.whos.length === 0 && !this.per && !this.isNone) this.isNone = item;
        return;
      case "comma":
        this.isOr = false;
        return;
      case "colon":
        return;
      case "stop":
        this.stop();
        return;
    }
  }

  /** Ends a sentence: what is still open becomes a target, a start from full, or is not understood. */
  private stop(): void {
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

  private line(): void {
    const last = this.whos[this.whos.length - 1];
    const range = last && last.condition.low && last.condition.high && !last.condition.exact;
    if (range) {
      this.lines.push(last.condition);
      this.whos.pop();
    }
    this.linear = true;
  }

  private condition(condition: Condition, basis: Basis, k: number): void {
    if (this.worth && this.whos.length === 0) {
      const { worth } = this;
      // A worth at the start, without a value: 得10分, 95%以上... belongs to the value behind it only within the sentence.
      this.worth = undefined;
      this.say(condition, basis, worth);
      return;
    }
    const last = this.whos[this.whos.length - 1];
    if (last) {
      const merged = this.isOr ? undefined : merge(last.condition, condition);
      if (merged) {
        this.whos[this.whos.length - 1] = { ...last, condition: merged };
        return;
      }
      if (!this.isOr) {
        // 80% of calls answered in 20 seconds: the duration describes what is counted.
        if (isTime(condition) && condition.exact && differs(condition, last.condition)) return;
        if (isTime(last.condition) && differs(last.condition, condition)) this.whos.pop();
        else if (this.next(k)?.kind === "per" || this.isPerSoon(k)) this.open.push(this.whos.pop()!.condition);
        else return this.fail();
      }
    }
    this.whos.push({ condition, basis, words: "", onwards: false });
    if (this.isAllow) this.allow();
  }

  private isPerSoon(k: number): boolean {
    for (let at = k + 1; at < this.items.length && at <= k + 4; at += 1) {
      const { kind } = this.items[at]!;
      if (kind === "per") return true;
      if (kind === "worth" || kind === "move" || kind === "condition") return false;
    }
    return false;
  }

  private say(condition: Condition, basis: Basis, worth: Outcome | Move): void {
    this.said.push({ who: condition, worth, basis, words: this.words, isOnwards: false });
  }

  private number(amount: Amount, k: number): void {
    const next = this.next(k);
    const isWorthNext = next?.kind === "worth" || (next?.kind === "move" && this.items[k + 2]?.kind !== "per");
    const canBeWorth = isPointsLike(amount) || amount.unit === "percent";
    const outcome = (): Outcome => ({
      kind: "outcome",
      from: amount.from,
      to: amount.to,
      worth: { unit: amount.unit === "percent" ? "share" : "points", value: amount.value, to: undefined },
    });
    if (this.isAllow && amount.unit === "count" && !this.allowed) {
      this.allowed = amount;
      return;
    }
    // 服务态度 10%: the weight behind a name.
    const isWeight = amount.unit === "percent" && this.given !== undefined && isSame(amount.value * 100, this.given);
    const isFirst = this.items
      .slice(0, k)
      .every(({ kind }) => kind === "words" || kind === "stop" || kind === "colon" || kind === "comma");
    if (
      isWeight &&
      isFirst &&
      !this.worth &&
      next?.kind !== "worth" &&
      next?.kind !== "move" &&
      next?.kind !== "number"
    )
      return;
    // 2 points per call: the sign is told by the words around it, or not at all.
    if (
      isPointsLike(amount) &&
      (this.items[k + 1]?.kind === "per" ||
        (next?.kind === "per" && amount.unit === "points") ||
        (this.per && amount.unit !== "none") ||
        (this.per && this.whos.length === 0 && amount.unit === "none"))
    ) {
      const move: Move = { kind: "move", from: amount.from, to: amount.to, sign: this.sign, amount };
      return this.earn(move, false, k);
    }
    const who = this.whos[this.whos.length - 1]?.condition;
    // A级100%，B级80%: two bare percentages are no value and its worth, unless a colon joins them.
    if (
      who?.exact &&
      amountOf(who).unit === "percent" &&
      amount.unit === "percent" &&
      this.items[k - 1]?.kind !== "colon"
    )
      return this.fail();
    if (
      (this.whos.length > 0 || this.isElse || this.isNone) &&
      canBeWorth &&
      !(amount.unit === "percent" && isWorthNext)
    )
      return this.earn(outcome(), false, k);
    if (this.whos.length === 0 && amount.unit === "points" && next?.kind === "condition" && !this.worth) {
      this.worth = outcome();
      return;
    }
    if (
      amount.unit === "points" &&
      this.items[k - 1] !== undefined &&
      !isWorthNext &&
      this.whos.length === 0 &&
      !this.worth
    ) {
      // 严重失误(30分), 到岗 100分
      if (this.points === undefined && this.said.length + this.charges.length === 0 && this.isHeading(k)) {
        this.points = amount;
        return;
      }
      if (this.words !== "") return this.label(outcome());
    }
    if (this.words !== "" && isPointsLike(amount) && !isWorthNext && this.labelled(k)) return this.label(outcome());
    const bound = { amount, claim: "claimed" as const };
    this.condition(
      { kind: "condition", from: amount.from, to: amount.to, low: bound, high: bound, exact: true, of: "value" },
      "value",
      k,
    );
  }

  /** Whether points stand behind a name at the beginning, before the rule itself. */
  private isHeading(k: number): boolean {
    const before = this.items.slice(0, k);
    if (before.some(({ kind }) => kind !== "words" && kind !== "colon" && kind !== "none")) return false;
    const behind = this.items.slice(k + 1);
    return (
      !behind.some((item) => item.kind === "worth" && "value" in item.worth.worth) &&
      behind.some(({ kind }) => kind === "move" || kind === "per" || kind === "worth")
    );
  }

  private labelled(k: number): boolean {
    const next = this.items[k + 1];
    return next === undefined || next.kind === "comma" || next.kind === "stop" || next.kind === "words";
  }

  private label(worth: Outcome): void {
    this.labels.push({ label: this.words, worth, from: worth.from, to: worth.to });
    this.words = "";
  }

  private earn(worth: Outcome | Move, more: boolean, k: number): void {
    if (this.per) {
      const move = worth.kind === "move" ? worth : asMove(worth);
      if (!move) return this.fail();
      this.charge(this.per, move, more);
      this.per = undefined;
      return;
    }
    const next = this.next(k);
    if (
      next?.kind === "per" &&
      (worth.kind === "move" || "value" in worth.worth) &&
      !(next.per.size === undefined && this.whos.length > 0 && false)
    ) {
      const move = worth.kind === "move" ? worth : asMove(worth);
      const isNear = this.items.slice(k + 1).find((item) => !isEmpty(item))?.kind !== "stop";
      if (move && isNear && !(worth.kind === "outcome" && this.whos.length > 0)) {
        this.worth = move;
        this.worthMore = more;
        return;
      }
    }
    if (this.isElse && worth.kind === "outcome") {
      this.others.push(worth);
      this.isElse = false;
      this.words = "";
      return;
    }
    if (this.isElse && worth.kind === "move") return this.fail();
    if (this.whos.length > 0) {
      for (const { condition, basis, onwards } of this.whos) {
        this.said.push({ who: condition, worth, basis, words: this.words, isOnwards: onwards });
      }
      this.whos = [];
      this.words = "";
      return;
    }
    if (this.isNone && worth.kind === "outcome") {
      const amount: Amount = {
        from: this.isNone.from,
        to: this.isNone.to,
        value: 0,
        unit: "count",
        unitWord: "",
        signed: false,
      };
      const bound = { amount, claim: "claimed" as const };
      this.said.push({
        who: { kind: "condition", from: amount.from, to: amount.to, low: bound, high: bound, exact: true, of: "value" },
        worth,
        basis: "value",
        words: this.words,
        isOnwards: false,
      });
      this.isNone = undefined;
      this.words = "";
      return;
    }
    // The first late arrival is free.
    if (
      worth.kind === "outcome" &&
      worth.worth.unit === "full" &&
      !this.worth &&
      /^(?:the )?first\b|^首次|^第一次/.test(this.words)
    ) {
      this.allowed = { from: worth.from, to: worth.to, value: 1, unit: "count", unitWord: "", signed: false };
      this.words = "";
      return;
    }
    if (this.worth) {
      if (this.worth.kind === "outcome") this.starts.push(this.worth);
      else return this.fail();
    }
    if (worth.kind === "outcome" && this.words !== "" && next?.kind !== "condition" && this.mayLabel(worth))
      return this.label(worth);
    this.worth = worth;
    this.worthMore = more;
  }

  private mayLabel({ worth }: Outcome): boolean {
    return worth.unit === "points" || worth.unit === "share" || worth.unit === "zero" || worth.unit === "full";
  }

  private each(item: Extract<Item, { kind: "per" }>, k: number): void {
    if (this.worth) {
      const move = this.worth.kind === "move" ? this.worth : asMove(this.worth);
      if (move && !this.nextEarns(k)) {
        this.worth = undefined;
        return this.charge(item, move, this.worthMore);
      }
      if (this.worth.kind === "outcome") {
        this.starts.push(this.worth);
        this.worth = undefined;
      } else return this.fail();
    }
    if (this.per) return this.fail();
    this.per = item;
  }

  private nextEarns(k: number): boolean {
    const next = this.next(k);
    return next?.kind === "move" || (next?.kind === "number" && isPointsLike(next.amount));
  }

  private charge(item: Extract<Item, { kind: "per" }>, move: Move, more: boolean): void {
    const { per, words, bare } = item;
    const sign = move.sign === 0 ? this.sign : move.sign;
    this.charges.push({
      per,
      move: { ...move, sign },
      words: `${this.words} ${words}`.trim(),
      bare,
      more,
      isAfter: this.isAfter,
    });
    this.isAfter = false;
    this.words = "";
    for (const { condition } of this.whos) this.open.push(condition);
    this.whos = [];
  }

  private allow(): void {
    const last = this.whos[this.whos.length - 1];
    if (!last || amountOf(last.condition).unit !== "count") return;
    const amount = last.condition.high?.amount ?? last.condition.low!.amount;
    this.whos.pop();
    this.allowed = amount;
  }
}

/** Points that are earned for each event. */
function asMove({ worth, from, to }: Outcome): Move | undefined {
  if (worth.unit !== "points") return undefined;
  return {
    kind: "move",
    from,
    to,
    sign: 1,
    amount: { from, to, value: worth.value, unit: "points", unitWord: "", signed: false },
  };
}

function merge(a: Condition, b: Condition): Condition | undefined {
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

export const framesOf = (items: readonly Item[], points?: number): Frames | undefined =>
  new Pairing(items, points).run();

/** The frames in the form that the readers of methods take. */
export function toStatements(
  frames: Frames,
  more: Partial<Statements> = {},
): { readonly statements: Statements; readonly parts: readonly Part[] } {
  const statements = frames.said.map(({ who, worth }): Statement => ({ ...around([who, worth]), who, worth }));
  const others = frames.others.map((worth): Statement => ({
    ...around([worth]),
    who: { kind: "otherwise", from: worth.from, to: worth.to },
    worth,
  }));
  const charges = frames.charges.map(({ per, move }): Charge => ({ ...around([per, move]), per, move }));
  const left: Part[] = [
    ...frames.open,
    ...frames.targets.map((amount): Part => ({ kind: "target", from: amount.from, to: amount.to, amount })),
    ...frames.limits.map(({ sign, amount, from, to }): Part => ({ kind: "limit", sign, amount, from, to })),
    ...frames.starts,
  ];
  const repeats: Repeat[] = [];
  const all: Statements = {
    statements: [...statements, ...others],
    charges,
    repeats,
    lines: frames.lines,
    linear: frames.linear,
    points: frames.points,
    criticals: [],
    left,
    ...more,
  };
  const parts: Part[] = [
    ...all.statements.flatMap(({ who, worth }) => [who, worth]),
    ...charges.flatMap(({ per, move }) => [per, move]),
    ...left,
  ];
  if (frames.until) parts.push({ kind: "until", from: parts[0]?.from ?? 0, to: parts[0]?.to ?? 0 });
  return { statements: all, parts };
}
