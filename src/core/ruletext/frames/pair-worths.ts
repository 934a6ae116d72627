import type { Amount, Move, Outcome } from "../grammar/parts";
import type { Item } from "./item";
import { amountOf, asMove, isEmpty, isPointsLike, PairState } from "./pair-state";

/** Pairs worths with the values, labels and events before or behind them. */
export abstract class PairWorths extends PairState {
  protected earn(worth: Outcome | Move, more: boolean, k: number): void {
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

  protected mayLabel({ worth }: Outcome): boolean {
    return worth.unit === "points" || worth.unit === "share" || worth.unit === "zero" || worth.unit === "full";
  }

  protected each(item: Extract<Item, { kind: "per" }>, k: number): void {
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

  protected nextEarns(k: number): boolean {
    const next = this.next(k);
    return next?.kind === "move" || (next?.kind === "number" && isPointsLike(next.amount));
  }

  protected charge(item: Extract<Item, { kind: "per" }>, move: Move, more: boolean): void {
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

  protected allow(): void {
    const last = this.whos[this.whos.length - 1];
    if (!last || amountOf(last.condition).unit !== "count") return;
    const amount = last.condition.high?.amount ?? last.condition.low!.amount;
    this.whos.pop();
    this.allowed = amount;
  }

  protected label(worth: Outcome): void {
    this.labels.push({ label: this.words, worth, from: worth.from, to: worth.to });
    this.words = "";
  }
}
