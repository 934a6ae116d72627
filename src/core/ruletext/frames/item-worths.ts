import type { Amount, Move, Outcome } from "../grammar/parts";
import { ChargeItems } from "./item-charges";
import { isPercent, isPoints } from "./item-cursor";

/** Points that are earned, taken away or added. */
export abstract class WorthItems extends ChargeItems {
  /** A share of the points: half the points, a quarter of the points, 25% of the points. */
  protected share(k: number): { readonly value: number; readonly to: number } | undefined {
    let at = this.past(k);
    if (this.is(at, "half")) {
      const to = this.past(at + 1);
      return { value: 0.5, to: this.is(to, "ofPoints", "full") ? to + 1 : at + 1 };
    }
    const word = this.chunks[at]?.text ?? "";
    if (/^(?:quarter|one-quarter|three-quarters|third)$/.test(word)) {
      const value = /third/.test(word) ? 1 / 3 : /three/.test(word) ? 0.75 : 0.25;
      at = this.past(at + 1);
      return this.is(at, "ofPoints", "full") ? { value, to: at + 1 } : undefined;
    }
    return undefined;
  }

  protected move(k: number): boolean {
    // 较上月减少10% tells of values, not of points.
    const isChange = /^(?:增加?|减少)$/.test(this.chunks[k]!.text);
    if (isChange && this.num(k + 1)?.unit !== "points") return false;
    const sign = this.is(k, "take") ? -1 : this.is(k, "add") ? 1 : 0;
    if (sign !== 0) {
      let begin = this.past(k + 1, "earn", "colon", "open", "ofPoints");
      const isNamed =
        this.chunks[begin]?.kind === "word" &&
        this.chunks[begin]!.cues.length === 0 &&
        this.chunks[begin]!.text.length <= 6;
      if (isNamed && /[扣减加]/.test(this.chunks[k]!.text)) {
        const behind = this.past(begin + 1, "ofPoints");
        const next = this.num(behind);
        if (next && (next.unit === "points" || isPercent(next))) begin = behind;
      }
      const share = this.share(begin);
      if (share)
        return this.pushMove(k, share.to, (-1 * -sign) as -1 | 1, {
          ...this.span(k, share.to),
          value: share.value,
          unit: "percent",
          unitWord: "",
          signed: false,
        });
      const amount = this.num(begin);
      const isAmount = amount && (isPoints(amount) || isPercent(amount)) && !this.is(begin + 1, "up", "down");
      if (isAmount && this.is(begin + 1, "range") && this.num(begin + 2)) {
        return this.push({ kind: "block", ...this.span(k, begin + 3) }, begin + 3);
      }
      if (isAmount) {
        const isFormula = this.is(begin + 1, "block") || this.is(begin - 1, "block");
        if (isFormula) return this.push({ kind: "block", ...this.span(k, begin + 2) }, begin + 2);
        if (sign < 0 || amount.value >= 0) return this.pushMove(k, begin + 1, sign, amount);
        return this.push({ kind: "block", ...this.span(k, begin + 1) }, begin + 1);
      }
      return this.push({ kind: sign < 0 ? "loss" : "gain", ...this.span(k, k + 1) }, k + 1);
    }
    if (this.is(k, "taken")) return this.push({ kind: "loss", ...this.span(k, k + 1) }, k + 1);
    const amount = this.num(k);
    if (!amount || this.is(k + 1, "up", "down", "range", "incl", "excl")) return false;
    const behind = this.past(k + 1, "ofPoints", this.is(k + 2, "taken", "added") ? "earn" : "skip");
    if (isPoints(amount) && !amount.signed && this.is(behind, "taken")) return this.pushMove(k, behind + 1, -1, amount);
    if (isPoints(amount) && !amount.signed && this.is(behind, "added")) return this.pushMove(k, behind + 1, 1, amount);
    if (isPercent(amount) && this.is(behind, "taken")) return this.pushMove(k, behind + 1, -1, amount);
    if (amount.signed && isPoints(amount)) return this.pushMove(k, k + 1, amount.value < 0 ? -1 : 1, amount);
    if (amount.signed && isPercent(amount)) return this.push({ kind: "block", ...this.span(k, k + 1) }, k + 1);
    return false;
  }

  protected pushMove(from: number, to: number, sign: -1 | 1, amount: Amount): boolean {
    const end = this.is(to, "ofPoints") ? to + 1 : to;
    const again = this.past(end);
    const last = this.is(again, "taken") && sign < 0 ? again + 1 : end;
    const value = Math.abs(amount.value);
    const move: Move = { kind: "move", ...this.span(from, last), sign, amount: { ...amount, value } };
    const more = /额外|另加|再加|additional|extra|又/.test(
      this.chunks
        .slice(Math.max(0, from - 1), to + 1)
        .map(({ text }) => text)
        .join(" "),
    );
    return this.push({ kind: "move", move, isShare: isPercent(amount), more, ...this.span(from, last) }, last);
  }

  protected outcome(from: number, to: number, worth: Outcome["worth"]): boolean {
    const last = this.is(to, "ofPoints") ? to + 1 : to;
    return this.push(
      { kind: "worth", worth: { kind: "outcome", ...this.span(from, last), worth }, ...this.span(from, last) },
      last,
    );
  }

  protected worth(k: number): boolean {
    const isEarn = this.is(k, "earn");
    let begin = isEarn ? this.past(k + 1, "earn", "colon", "open") : k;
    if (isEarn && this.is(begin, "added")) {
      const extra = this.num(this.past(begin + 1));
      if (extra && isPoints(extra) && !extra.signed) return this.pushMove(k, this.past(begin + 1) + 1, 1, extra);
      begin = this.past(begin + 1);
    }
    if (this.is(begin, "untouched")) return this.outcome(k, begin + 1, { unit: "full" });
    if (this.is(begin, "zero") || (isEarn && this.is(begin, "none")))
      return this.outcome(k, begin + 1, { unit: "zero" });
    if (
      this.is(begin, "none") &&
      (begin + 1 >= this.chunks.length ||
        this.is(begin + 1, "stop", "comma", "close", "lt", "gt", "le", "ge") ||
        /^(?:at|if|for|when)$/.test(this.chunks[begin + 1]!.text))
    )
      return this.outcome(k, begin + 1, { unit: "zero" });
    if (this.is(begin, "full")) {
      const amount = this.num(this.past(begin + 1, "earn", "colon"));
      if (
        amount &&
        isPoints(amount) &&
        this.past(begin + 1, "earn", "colon") <= begin + 2 &&
        amount.unit === "points" &&
        this.items.every(({ kind }) => kind === "words" || kind === "stop" || kind === "colon" || kind === "number")
      ) {
        const to = this.past(begin + 1, "earn", "colon") + 1;
        return this.push({ kind: "points", amount, ...this.span(k, to) }, to);
      }
      return this.outcome(k, begin + 1, { unit: "full" });
    }
    const share = this.share(begin);
    if (share) return this.outcome(k, share.to, { unit: "share", value: share.value, to: undefined });
    const amount = this.num(begin);
    if (!amount) return false;
    const until = this.is(begin + 1, "range") ? this.num(begin + 2) : undefined;
    if (
      isEarn &&
      until &&
      until.unit === "points" &&
      isPoints(amount) &&
      this.chunks.slice(begin + 3, begin + 8).some(({ cues }) => cues.includes("linear"))
    ) {
      return this.outcome(k, begin + 3, { unit: "points", value: amount.value, to: until.value });
    }
    const isNext =
      this.is(begin + 1, "up", "down", "incl", "excl") ||
      (this.is(begin + 1, "range") && !this.chunks[begin + 1]!.loose);
    if (isNext || amount.signed) return false;
    // 满意率为100%得满分: the verb joins the name and its value.
    if (
      isEarn &&
      /^(?:为|是|is|are|equals)$/.test(this.chunks[k]!.text) &&
      this.is(begin + 1, "earn", "full", "zero") &&
      !this.is(begin + 1, "skip")
    )
      return false;
    const behind = this.past(begin + 1);
    if (isEarn && isPoints(amount) && this.is(behind, "taken")) return this.pushMove(k, behind + 1, -1, amount);
    // 30% of target bonus
    if (
      isPercent(amount) &&
      (isEarn || this.is(behind, "ofPoints") || (this.is(behind, "full") && this.chunks[begin + 1]!.text === "of"))
    ) {
      return this.outcome(k, this.is(behind, "ofPoints", "full") ? behind + 1 : begin + 1, {
        unit: "share",
        value: amount.value,
        to: undefined,
      });
    }
    if (isEarn && isPoints(amount)) {
      const text = this.chunks[k]!.text;
      // 得分90分以上 names a value, 为 90 may name one too.
      if (this.is(begin + 1, "earn", "full", "zero") && !this.is(begin + 1, "skip")) return false;
      return text === "are" || text === "is"
        ? false
        : this.outcome(k, begin + 1, { unit: "points", value: amount.value, to: undefined });
    }
    return false;
  }
}
