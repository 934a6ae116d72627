import type { Amount, Bound, Claim, Move, Per } from "../grammar/parts";
import { alike, isBare, isPercent, isPoints, ItemCursor } from "./item-cursor";

/** Places in a ranking, what a rule starts from, each event or step, limits and targets. */
export abstract class ChargeItems extends ItemCursor {
  /** 第 2 名, 第4-6名, 前三名, 前 10%, top 10%. */
  protected rank(k: number): boolean {
    const place = this.is(k, "rank") ? this.num(k) : undefined;
    if (place) {
      const bound: Bound = { amount: place, claim: "claimed" };
      const more = this.is(k + 1, "up", "onwards");
      const condition = this.build(k, k + 1, more ? { low: bound } : { low: bound, high: bound, exact: true });
      return this.push({ kind: "condition", condition, basis: "rank", ...this.span(k, k + 1) }, more ? k + 2 : k + 1);
    }
    const isTop = this.chunks[k]?.text === "top";
    const before = this.chunks[k]?.text ?? "";
    const isFirst = isTop || before.endsWith("前");
    const isNth = before === "第";
    if (!isFirst && !isNth) return false;
    const a = this.num(k + 1);
    if (!a) return false;
    let to = k + 2;
    let b: Amount | undefined;
    if (this.is(to, "range") && this.num(to + 1)) {
      b = this.num(to + 1);
      to += 2;
    }
    const isPlace = /名$/.test(this.chunks[to - 1]!.text) || isTop || isPercent(a);
    const isRanked = this.chunks.slice(0, k).some(({ text }) => /排名|名次|排序|位次/.test(text));
    if (isNth && !b && a.unit === "none" && isRanked) {
      const bound: Bound = { amount: { ...a, unit: "count" }, claim: "claimed" };
      const more = this.is(to, "up", "onwards") || this.is(to + 1, "onwards");
      const end = more ? (this.is(to, "up", "onwards") ? to + 1 : to + 2) : to;
      const condition = this.build(k, to, more ? { low: bound } : { low: bound, high: bound, exact: true });
      return this.push({ kind: "condition", condition, basis: "rank", ...this.span(k, to) }, end);
    }
    const isEvent = a.unit === "count" && !/名$/.test(this.chunks[to - 1]!.text);
    if (isNth && isEvent) {
      const bound: Bound = { amount: a, claim: "claimed" };
      const onwards = this.is(to, "onwards", "up");
      const condition = this.build(k, to, { low: bound, ...(onwards ? {} : { high: bound, exact: true }) });
      this.push({ kind: "condition", condition, basis: "rank", ...this.span(k, to) }, onwards ? to + 1 : to);
      this.items.push({ kind: "onwards", ...this.span(k, to) });
      return true;
    }
    if (isFirst && isEvent && !isTop) {
      const condition = this.build(k, to, { high: { amount: a, claim: "claimed" } });
      return this.push({ kind: "condition", condition, basis: "value", ...this.span(k, to) }, to);
    }
    if (!isPlace) return false;
    const claimed = (amount: Amount): Bound => ({ amount, claim: "claimed" });
    const [low, high] = b ? alike(a, b) : [a, a];
    const ends = isNth || b ? { low: claimed(low), high: claimed(high), exact: !b } : { high: claimed(a) };
    return this.push({ kind: "condition", condition: this.build(k, to, ends), basis: "rank", ...this.span(k, to) }, to);
  }

  /** Weights beside the rule, and the points that it starts from: （权重10%）, starting from 20. */
  protected given(k: number): boolean {
    const isWeight = this.is(k, "weight") || (this.chunks[k]!.text === "占比" && this.is(k - 1, "open"));
    const to = this.past(k + 1, "earn", "colon", "weight", "range");
    const amount = this.num(to);
    if (!amount || this.is(to + 1, "up", "down", "range", "incl", "excl")) return false;
    if (isWeight && (isPercent(amount) || this.is(k - 1, "open"))) {
      const end = this.past(to + 1, "weight");
      return this.push({ kind: "words", text: "", ...this.span(k, end) }, end);
    }
    if (this.is(k, "base") && isPoints(amount)) {
      return this.push({ kind: "points", amount, ...this.span(k, to + 1) }, to + 1);
    }
    return false;
  }

  protected per(k: number): boolean {
    const isShort =
      !this.is(k, "per") &&
      this.is(k, "low", "high") &&
      !this.is(k, "gt", "ge", "lt", "le") &&
      this.num(k + 1) !== undefined &&
      this.is(k + 2, "take", "add") &&
      this.num(k + 3) !== undefined;
    if (isShort) {
      const per: Per = {
        kind: "per",
        ...this.span(k, k + 2),
        direction: this.is(k, "low") ? "lower" : "higher",
        size: this.num(k + 1),
        target: undefined,
        part: undefined,
      };
      this.charged = true;
      return this.push({ kind: "per", per, words: "", bare: true, ...this.span(k, k + 2) }, k + 2);
    }
    if (!this.is(k, "per")) return false;
    let [size, target]: (Amount | undefined)[] = [];
    let direction: Per["direction"];
    let part: Per["part"];
    let words = "";
    let bare = true;
    let directed = -1;
    let to = k + 1;
    const behind: Amount[] = [];
    let named = false;
    let both = false;
    for (; to < this.chunks.length && to - k <= 16; to += 1) {
      const amount = this.num(to);
      if (amount) {
        const isSize = direction !== undefined && !size && behind.length === 1 && this.is(to + 1, "take", "add");
        if (
          amount.signed ||
          (amount.unit === "points" && !isSize && (size || behind.length > 0 || (!direction && words !== "")))
        )
          break;
        if (this.is(to + 1, "taken", "added") || (this.is(to + 1, "skip") && this.is(to + 2, "taken", "added"))) break;
        if (isBare(amount) && size && !direction) break;
        if (named && !target) target = amount;
        else if (both) continue;
        else if (!size && !direction) size = amount;
        else behind.push(amount);
        named = false;
      } else if (this.is(to, "target")) named = true;
      else if (this.is(to, "or") && direction && this.is(to + 1, "low", "high") && this.num(to + 2)) {
        // below 3 or above 5: on both sides of what earns all points.
        both = true;
        to += 1;
      } else if (this.is(to, "up", "down") && direction && this.chunks[to]!.text.startsWith("or ") && this.num(to + 1))
        both = true;
      else if (this.is(to, "started")) part = "started";
      else if (this.is(to, "whole") && !size && behind.length === 0 && to === k + 1) part = "full";
      else if (this.is(to, "low", "high") && !this.is(to, "per") && !direction && !(this.is(to, "skip") && false)) {
        direction = this.is(to, "low") ? "lower" : "higher";
        directed = to;
      } else if (
        this.is(
          to,
          "take",
          "add",
          "comma",
          "stop",
          "colon",
          "zero",
          "cap",
          "per",
          "until",
          "floor",
          "taken",
          "added",
          "else",
          "untouched",
        )
      )
        break;
      else if (
        this.is(to, "earn") &&
        (this.num(this.past(to + 1)) || this.is(this.past(to + 1), "added") || this.is(to + 1, "full"))
      )
        break;
      else if (this.is(to, "full", "half")) break;
      else if (this.is(to, "ge", "gt", "le", "lt", "up", "down") && !direction) {
        if (this.num(to + 1) && !size) break;
        if (this.num(to + 1)) {
          // for each call that waits longer than 5 minutes: the number describes the event.
          words += " ?";
          to += 1;
        }
      } else if (this.is(to, "block")) {
        this.push({ kind: "block", ...this.span(to, to + 1) }, to);
        break;
      } else if (this.chunks[to]!.kind === "word") {
        words += ` ${this.chunks[to]!.text}`;
        if (directed < 0 || !size) bare = false;
        if (!size || this.chunks[to]!.text.length > 1) bare = false;
      }
    }
    if (size) target ??= behind[0];
    else if (behind.length > 1) [target, size] = behind;
    else [size] = behind;
    if (both) [target, direction] = [undefined, undefined];
    if (behind.length > 2 || (size === behind[0] && behind.length > 1 && size)) {
      if (behind.length > 2) return this.push({ kind: "block", ...this.span(k, to) }, to);
    }
    if (target && size && isPercent(target) !== isPercent(size)) {
      // The number behind the direction describes the event.
      if (size.unit === "count") [target, direction] = [undefined, undefined];
      else return this.push({ kind: "block", ...this.span(k, to) }, to);
    }
    // 每迟到1次, per late report: what happens, not how far.
    const isEvent = direction !== undefined && size === undefined;
    // each one short, each audit fewer: one of a number that was asked for.
    const isShortfall =
      isEvent && directed >= 0 && /^(?:fewer|short|short of|shortfall|below|under)$/.test(this.chunks[directed]!.text);
    if (isShortfall) {
      size = { ...this.span(directed, directed + 1), value: 1, unit: "count", unitWord: "", signed: false };
      bare = true;
    }
    const per: Per = {
      kind: "per",
      ...this.span(k, to),
      direction: isEvent && !isShortfall ? undefined : direction,
      size,
      target,
      part,
    };
    this.charged = true;
    return this.push({ kind: "per", per, words: words.trim(), bare, ...this.span(k, to) }, to);
  }

  protected limit(k: number): boolean {
    const isCap = this.is(k, "cap");
    const isFloor = this.is(k, "floor");
    const before = this.is(k, "take") && this.is(k + 1, "cap") ? k + 1 : k;
    if (before === k && !isCap && !isFloor) return this.limitBehind(k);
    let to = this.past(before + 1, "earn", "range");
    let sign: Move["sign"] =
      before > k || /扣/.test(this.chunks[k]!.text)
        ? -1
        : /加/.test(this.chunks[k]!.text) && !/扣|减/.test(this.chunks[k]!.text)
          ? 1
          : 0;
    if (this.is(to, "take")) sign = -1;
    else if (this.is(to, "add")) sign = 1;
    if (this.is(to, "take", "add", "earn", "taken", "added", "colon")) to = this.past(to + 1, "earn", "colon");
    const shareAt = isFloor && this.is(to, "full", "ofPoints") ? this.past(to + 1) : -1;
    if (shareAt >= 0 && this.charged && this.num(shareAt) && isPercent(this.num(shareAt)!)) {
      return this.push({ kind: "floor", amount: this.num(shareAt)!, ...this.span(k, shareAt + 1) }, shareAt + 1);
    }
    const amount = this.num(to);
    if (!amount || (!isPoints(amount) && !(isPercent(amount) && isCap))) return false;
    if (this.is(to + 1, "up", "down", "range")) return false;
    const isAmbiguous = this.is(k, "le", "ge");
    if (
      isAmbiguous &&
      (!this.charged || (isBare(amount) && !this.charged) || (amount.unit !== "points" && !isBare(amount)))
    )
      return false;
    if (isPercent(amount)) return this.push({ kind: "block", ...this.span(k, to + 1) }, to + 1);
    if (isFloor && !isCap) {
      const end = this.is(to + 1, "until") ? to + 2 : to + 1;
      return this.push({ kind: "floor", amount, ...this.span(k, end) }, end);
    }
    let end = to + 1;
    if (this.is(end, "taken")) [sign, end] = [-1, end + 1];
    else if (this.is(end, "added")) [sign, end] = [1, end + 1];
    if (amount.signed) sign = amount.value < 0 ? -1 : 1;
    return this.push(
      { kind: "limit", sign, amount: { ...amount, value: Math.abs(amount.value) }, ...this.span(k, end) },
      end,
    );
  }

  /** 20分封顶, 5分为限. */
  protected limitBehind(k: number): boolean {
    const amount = this.num(k);
    const to = this.past(k + 1);
    if (
      !amount ||
      amount.unit !== "points" ||
      !this.is(to, "cap") ||
      this.num(to + 1) ||
      this.is(to + 1, "take", "add")
    )
      return false;
    if (this.chunks[to]!.text === "不超过") return false;
    return this.push({ kind: "limit", sign: 0, amount, ...this.span(k, to + 1) }, to + 1);
  }

  protected target(k: number): boolean {
    const named = this.num(k);
    if (named && this.is(k + 1, "asTarget")) {
      const isCap = this.chunks[k + 1]!.text === "为限" && named.unit === "points";
      if (isCap) return this.push({ kind: "limit", sign: 0, amount: named, ...this.span(k, k + 2) }, k + 2);
      return this.push({ kind: "target", amount: named, ...this.span(k, k + 2) }, k + 2);
    }
    const op = this.is(k, "ge", "le", "gt", "lt") ? k : -1;
    const first = op === k ? this.past(k + 1) : k;
    if (!this.is(first, "target")) return false;
    let to = this.past(first + 1, "earn", "colon", "ge");
    const amount = this.num(to);
    if (amount && !this.is(to + 1, "up", "down", "range") && !(op === k)) {
      return this.push({ kind: "target", amount, ...this.span(k, to + 1) }, to + 1);
    }
    if (op !== k) {
      to = first + 1;
      return this.push({ kind: "words", text: this.chunks[first]!.text, ...this.span(k, to) }, to);
    }
    if (amount) return false;
    const tag = this.chunks[k]!;
    const isLow = tag.cues.includes("le") || tag.cues.includes("lt");
    const hole: Amount = { ...this.span(first, first + 1), value: NaN, unit: "none", unitWord: "", signed: false };
    const claim: Claim = tag.cues.includes("gt") || tag.cues.includes("lt") ? "refused" : "claimed";
    const condition = this.build(k, first + 1, { [isLow ? "high" : "low"]: { amount: hole, claim } });
    return this.push({ kind: "goal", condition, ...this.span(k, first + 1) }, first + 1);
  }
}
