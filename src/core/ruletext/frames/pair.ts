import type { Amount, Condition, Move, Outcome } from "../grammar/parts";
import { isSame } from "../../text/tolerance";
import type { Frames } from "./frame";
import type { Basis, Item } from "./item";
import { amountOf, differs, isPointsLike, isTime, merge } from "./pair-state";
import { PairWorths } from "./pair-worths";

/** Fills the slots of frames from items, sentence by sentence. */
class Pairing extends PairWorths {
  run(): Frames | undefined {
    this.items.forEach((item, k) => this.ok && this.take(item, k));
    this.stop();
    return this.frames();
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
}

export const framesOf = (items: readonly Item[], points?: number): Frames | undefined =>
  new Pairing(items, points).run();
