import type { Bound, Claim, Condition } from "../grammar/parts";
import { alike, isPercent, marked } from "./item-cursor";
import { WorthItems } from "./item-worths";

/** Values for which something holds: ranges, one end, both ends. */
export abstract class ConditionItems extends WorthItems {
  /** 不足1分钟按1分钟计, 不足1分钟不计. */
  protected part(k: number): boolean {
    if (!this.is(k, "lt") || !/^(?:不足|不满|未满)$/.test(this.chunks[k]!.text) || !this.num(k + 1)) return false;
    const rest = this.chunks.slice(k + 2, k + 6);
    const text = rest.map((each) => each.text).join("");
    const started = /^(?:也|的)?按?\d.*计|^的?按/.test(text) && rest.some((each) => each.amount) && !/比例/.test(text);
    if (started) {
      const to = k + 2 + rest.findIndex((each) => each.amount) + 1;
      return this.push({ kind: "started", ...this.span(k, to) }, this.chunks[to]?.text.startsWith("计") ? to + 1 : to);
    }
    const isIgnored = /^的?(?:不计|不算|忽略|舍去)/.test(text);
    if (isIgnored) return this.push({ kind: "fullOnly", ...this.span(k, k + 2) }, k + 3);
    if (/^的?(?:不扣|按比例)/.test(text) && this.charged)
      return this.push({ kind: "block", ...this.span(k, k + 2) }, k + 2);
    return false;
  }

  protected condition(k: number): boolean {
    if (this.part(k)) return true;
    const push = (to: number, more: Partial<Condition>): true => {
      const end = this.is(to, "mid") && this.chunks[to]!.text !== "" ? to + 1 : to;
      return this.push(
        { kind: "condition", condition: this.build(k, to, more), basis: "value", ...this.span(k, to) },
        end,
      );
    };
    const a = this.num(k);
    const mark = (at: number): Claim | undefined =>
      this.is(at, "incl") ? "claimed" : this.is(at, "excl") ? "refused" : undefined;
    /** The place behind (含), ( 含 ), 含88分. */
    const behindMark = (at: number): { readonly to: number; readonly claim: Claim | undefined } => {
      const begin = this.is(at, "open") ? at + 1 : at;
      const claim = mark(begin);
      if (claim === undefined) return { to: at, claim };
      let to = begin + 1;
      if (this.num(to) && this.is(to + 1, "close")) to += 1;
      if (this.is(to, "close")) to += 1;
      return { to, claim };
    };
    if (a) {
      // 90% <= X < 95%
      for (let gap = 1; gap <= 6; gap += 1) {
        const [p, q] = [k + 1, k + 1 + gap];
        const inner = this.chunks.slice(k + 2, q);
        if (
          inner.some(
            (each) =>
              each.kind === "num" ||
              (each.kind === "cue" &&
                !each.cues.some(
                  (cue) =>
                    cue === "skip" ||
                    cue === "whole" ||
                    cue === "open" ||
                    cue === "close" ||
                    cue === "low" ||
                    cue === "high",
                )),
          )
        )
          break;
        const second = this.num(q + 1);
        if (!second || !this.is(p, "lt", "le", "gt", "ge") || !this.is(q, "lt", "le", "gt", "ge") || p === q) continue;
        const rising = this.is(p, "lt", "le");
        if (rising !== this.is(q, "lt", "le")) continue;
        const [x, y] = alike(a, second);
        const [one, two] = [
          { amount: x, claim: this.is(p, "lt", "gt") && !this.is(p, "le", "ge") ? "refused" : "claimed" } as Bound,
          { amount: y, claim: this.is(q, "lt", "gt") && !this.is(q, "le", "ge") ? "refused" : "claimed" } as Bound,
        ];
        return push(q + 2, rising ? { low: one, high: two } : { low: two, high: one });
      }
      const first = behindMark(k + 1);
      // Ranges.
      const isRange =
        this.is(first.to, "range") && this.num(first.to + 1) !== undefined && !this.num(first.to + 1)!.signed;
      if (isRange) {
        const second = this.num(first.to + 1)!;
        const last = behindMark(first.to + 2);
        const isList =
          this.chunks[first.to]!.loose &&
          second.unit === "points" &&
          a.unit !== "points" &&
          !this.is(last.to, "colon", "earn", "range");
        const isWorth = this.is(last.to, "taken", "added");
        if (!isList && !isWorth) {
          const [x, y] = alike(a, second);
          if (isPercent(x) === isPercent(y)) {
            const falls = x.value > y.value;
            const [p, q]: [Bound, Bound] = [
              { amount: x, claim: first.claim ?? "silent" },
              { amount: y, claim: last.claim ?? "silent" },
            ];
            if (first.claim) marked.add(p);
            if (last.claim) marked.add(q);
            const to = this.is(last.to, "down") ? last.to + 1 : last.to;
            return push(to, { low: falls ? q : p, high: falls ? p : q });
          }
        }
      }
      // 80% to <90%, eighty to under ninety, 92% up to but excluding 96%
      const under =
        this.is(first.to, "range") && this.is(first.to + 1, "lt")
          ? first.to + 1
          : this.is(first.to, "lt") && /^(?:up to but|but)/.test(this.chunks[first.to]!.text)
            ? first.to
            : -1;
      const over = under >= 0 ? this.num(under + 1) : undefined;
      if (over) {
        const [x, y] = alike(a, over);
        if (x.value < y.value)
          return push(under + 2, {
            low: { amount: x, claim: first.claim ?? "claimed" },
            high: { amount: y, claim: "refused" },
          });
      }
      // One end with a word behind the number, and perhaps the other end: 94%以上不足96%.
      const post = this.is(first.to, "up", "down")
        ? first.to
        : this.is(this.past(first.to), "up", "down") && !this.is(first.to, "comma")
          ? this.past(first.to)
          : -1;
      if (post >= 0) {
        const last = behindMark(post + 1);
        const end = this.is(post, "up") ? "low" : "high";
        const bound: Bound = { amount: a, claim: first.claim ?? last.claim ?? "claimed" };
        if (first.claim ?? last.claim) marked.add(bound);
        // 2%以上（含2%）至4%（不含）
        const other = end === "low" && this.is(last.to, "range") ? this.num(last.to + 1) : undefined;
        if (other) {
          const mine = behindMark(last.to + 2);
          const down = this.is(mine.to, "down") ? mine.to + 1 : mine.to;
          const late = behindMark(down);
          const [x, y] = alike(a, other);
          if (x.value < y.value && isPercent(x) === isPercent(y) && !(y.unit === "points" && x.unit !== "points"))
            return push(late.to, {
              low: { ...bound, amount: x },
              high: { amount: y, claim: mine.claim ?? late.claim ?? (down > mine.to ? "claimed" : "silent") },
            });
        }
        return push(last.to, { [end]: bound });
      }
      if (first.claim !== undefined)
        return push(first.to, {
          low: { amount: a, claim: "claimed" },
          high: { amount: a, claim: "claimed" },
          exact: true,
        });
      return false;
    }
    // [90, 95)
    if (this.is(k, "open") && this.num(k + 1) && this.is(k + 2, "comma") && this.num(k + 3)) return false;
    const isFilled =
      this.is(k, "whole") &&
      /满$/.test(this.chunks[k]!.text) &&
      this.num(k + 1) !== undefined &&
      !this.is(k - 1, "per");
    const isFrom =
      this.is(k, "between") &&
      this.chunks[k]!.text === "from" &&
      this.num(k + 1) !== undefined &&
      !this.is(k + 2, "range", "and") &&
      !(this.is(k + 2, "open") && this.is(k + 5, "range"));
    const op = isFilled || isFrom ? "ge" : (["ge", "le", "gt", "lt"] as const).find((cue) => this.is(k, cue));
    if (op) {
      const begin = this.past(k + 1);
      const early = behindMark(begin);
      const amount = this.num(early.to);
      if (!amount) return false;
      if (this.is(early.to + 1, "range") && this.num(early.to + 2) && op === "ge" && this.chunks[k]!.text === "from")
        return false;
      const second =
        this.is(early.to + 1, "range") && !this.chunks[early.to + 1]!.loose ? this.num(early.to + 2) : undefined;
      if (second && !second.signed) {
        const [x, y] = alike(amount, second);
        const isAim = /控制在|within/.test(this.chunks[k]!.text) && x.value < y.value && isPercent(x) === isPercent(y);
        if (!isAim) return this.push({ kind: "block", ...this.span(k, early.to + 3) }, early.to + 3);
        return push(early.to + 3, { low: { amount: x, claim: "silent" }, high: { amount: y, claim: "silent" } });
      }
      const late = behindMark(early.to + 1);
      const end = op === "ge" || op === "gt" ? "low" : "high";
      const claim = early.claim ?? late.claim ?? (op === "ge" || op === "le" ? "claimed" : "refused");
      let to = late.to;
      // 超过10%以上: the second word repeats the side.
      if (this.is(to, end === "low" ? "up" : "down")) to += 1;
      else if (this.is(to, "down", "up")) return this.push({ kind: "block", ...this.span(k, to) }, to);
      return push(to, { [end]: { amount, claim } });
    }
    if (this.is(k, "between")) {
      const x = this.num(k + 1);
      const middle = behindMark(k + 2);
      const y = this.num(middle.to + 1);
      if (!x || !y || !this.is(middle.to, "and", "range", "comma")) return false;
      const last = behindMark(middle.to + 2);
      const [p, q] = alike(x, y);
      const falls = p.value > q.value;
      const [one, two]: [Bound, Bound] = [
        { amount: p, claim: middle.claim ?? "silent" },
        { amount: q, claim: last.claim ?? "silent" },
      ];
      return push(last.to, { low: falls ? two : one, high: falls ? one : two });
    }
    return false;
  }
}
