import type { Amount, Bound, Claim, Condition, Move, Outcome, Per } from "../grammar/parts";
import type { Span } from "../span";
import { around } from "../span";
import type { Chunk } from "./chunks";
import type { Cue } from "./cues";

/** What the chunks of a text say, one after the other. */
export type Item = Span &
  (
    | { readonly kind: "condition"; readonly condition: Condition; readonly basis: Basis }
    | { readonly kind: "worth"; readonly worth: Outcome }
    | { readonly kind: "move"; readonly move: Move; readonly isShare: boolean; readonly more: boolean }
    | { readonly kind: "per"; readonly per: Per; readonly words: string; readonly bare: boolean }
    | { readonly kind: "limit"; readonly sign: Move["sign"]; readonly amount: Amount }
    | { readonly kind: "floor" | "target" | "points" | "band"; readonly amount: Amount }
    | { readonly kind: "goal"; readonly condition: Condition }
    | { readonly kind: "number"; readonly amount: Amount }
    | {
        readonly kind:
          | "loss"
          | "gain"
          | "until"
          | "linear"
          | "mid"
          | "else"
          | "allow"
          | "after"
          | "onwards"
          | "or"
          | "started"
          | "fullOnly"
          | "none";
      }
    | { readonly kind: "comma" | "colon" | "stop" }
    | { readonly kind: "words"; readonly text: string }
    | { readonly kind: "block" }
  );

/** Whether the bounds of a condition are values, places in a ranking, or counts in the order of events. */
export type Basis = "value" | "rank";

const isPercent = ({ unit }: Amount): boolean => unit === "percent" || unit === "percentage-point";
const isPoints = ({ unit }: Amount): boolean => unit === "points" || unit === "none";
const isBare = ({ unit }: Amount): boolean => unit === "none";

/** A number without a unit takes the unit of its neighbour, as in 90-95%. */
function alike(a: Amount, b: Amount): readonly [Amount, Amount] {
  const give = (from: Amount, to: Amount): Amount => ({
    ...to,
    unit: from.unit,
    unitWord: from.unitWord,
    value: isPercent(from) ? Number((to.value / (from.unitWord === "‰" ? 1000 : 100)).toPrecision(15)) : to.value,
  });
  if (isBare(a) && !isBare(b)) return [give(b, a), b];
  if (isBare(b) && !isBare(a)) return [a, give(a, b)];
  return [a, b];
}

/** Ends that a mark such as (含) decides. They win over the word of a neighbour. */
export const marked = new WeakSet<Bound>();

export class ItemReader {
  private readonly items: Item[] = [];
  private at = 0;
  /** Whether points for each event or step have been named in this sentence. */
  private charged = false;

  constructor(private readonly chunks: readonly Chunk[]) {}

  run(): readonly Item[] {
    while (this.at < this.chunks.length) this.next();
    return this.items;
  }

  private is(k: number, ...cues: readonly Cue[]): boolean {
    const chunk = this.chunks[k];
    return chunk !== undefined && cues.some((cue) => chunk.cues.includes(cue));
  }

  private num(k: number): Amount | undefined {
    return this.chunks[k]?.amount;
  }

  /** The next place behind words without weight. */
  private past(k: number, ...more: readonly Cue[]): number {
    let to = k;
    while (to - k < 4 && this.is(to, "skip", ...more)) to += 1;
    return to;
  }

  private span(from: number, to: number): Span {
    return around(this.chunks.slice(from, to));
  }

  private push(item: Item, to: number): true {
    this.items.push(item);
    this.at = to;
    return true;
  }

  private next(): void {
    const k = this.at;
    const chunk = this.chunks[k]!;
    // 30 - 20 = 10 is an example, 按6分计 replaces a value.
    const isSum = chunk.text === "-" && this.num(k - 1) && this.num(k + 1) && this.chunks[k + 2]?.text === "=";
    const replaces = chunk.text.endsWith("按") && this.num(k + 1) && /^计/.test(this.chunks[k + 2]?.text ?? "");
    if (isSum || replaces) {
      this.push({ kind: "block", ...this.span(k, k + 1) }, k + 1);
      return;
    }
    if (
      this.rank(k) ||
      this.given(k) ||
      this.rest(k) ||
      this.per(k) ||
      this.limit(k) ||
      this.target(k) ||
      this.move(k) ||
      this.worth(k) ||
      this.condition(k) ||
      this.simple(k)
    )
      return;
    const amount = this.num(k);
    if (amount) this.push({ kind: "number", amount, ...this.span(k, k + 1) }, k + 1);
    else if (this.is(k, "block")) this.push({ kind: "block", ...this.span(k, k + 1) }, k + 1);
    else if (chunk.kind === "word") this.push({ kind: "words", text: chunk.text, ...this.span(k, k + 1) }, k + 1);
    else if (
      this.is(
        k,
        "skip",
        "open",
        "close",
        "mid",
        "and",
        "full",
        "up",
        "down",
        "between",
        "low",
        "high",
        "ofPoints",
        "base",
        "weight",
        "earn",
        "started",
        "whole",
        "range",
        "incl",
        "excl",
        "target",
        "rank",
        "either",
        "half",
        "added",
      )
    ) {
      // Such a word alone describes.
      const isDash = this.is(k, "range") && chunk.text === "-";
      if (isDash) this.push({ kind: "colon", ...this.span(k, k + 1) }, k + 1);
      else this.push({ kind: "words", text: this.is(k, "skip") ? "" : chunk.text, ...this.span(k, k + 1) }, k + 1);
    } else if (this.is(k, "lt", "gt", "ge", "le") && !this.num(k + 1) && !/[<>≥≤]/.test(chunk.text)) {
      this.push({ kind: "words", text: chunk.text, ...this.span(k, k + 1) }, k + 1);
    } else this.push({ kind: "block", ...this.span(k, k + 1) }, k + 1);
  }

  /** less: 0, later: 0, 超出不得分: all other values. */
  private rest(k: number): boolean {
    const word = this.chunks[k]!.text;
    const isRest =
      (/^(?:less|lower|later|longer|slower|worse|more|higher|below|above)$/.test(word) &&
        this.is(k + 1, "colon", "earn", "range", "zero")) ||
      (/^(?:超出|超过|低于|超时)$/.test(word) && this.is(k + 1, "zero", "earn", "untouched") && !this.is(k - 1, "per"));
    if (!isRest) return false;
    return this.push({ kind: "else", ...this.span(k, k + 1) }, this.is(k + 1, "colon", "range") ? k + 2 : k + 1);
  }

  private simple(k: number): boolean {
    const word = this.chunks[k]!.text;
    for (const kind of ["comma", "colon", "stop", "until", "linear", "else", "or", "started", "fullOnly"] as const) {
      if (this.is(k, kind)) {
        if (kind === "stop") this.charged = false;
        return this.push({ kind, ...this.span(k, k + 1) }, k + 1);
      }
    }
    if (this.is(k, "mid") && this.chunks[k]!.text !== "range")
      return this.push({ kind: "mid", ...this.span(k, k + 1) }, k + 1);
    if (this.is(k, "allow")) return this.push({ kind: "allow", ...this.span(k, k + 1) }, k + 1);
    if (this.is(k, "none")) return this.push({ kind: "none", ...this.span(k, k + 1) }, k + 1);
    if (this.is(k, "after") && /^(?:each|every)/.test(word)) {
      const per: Per = {
        kind: "per",
        ...this.span(k, k + 1),
        direction: undefined,
        size: undefined,
        target: undefined,
        part: undefined,
      };
      this.items.push({ kind: "after", ...this.span(k, k + 1) });
      this.charged = true;
      return this.push({ kind: "per", per, words: "", bare: false, ...this.span(k, k + 1) }, k + 1);
    }
    if (this.is(k, "after") && !this.is(k, "low", "high", "gt"))
      return this.push({ kind: "after", ...this.span(k, k + 1) }, k + 1);
    if (this.is(k, "onwards")) return this.push({ kind: "onwards", ...this.span(k, k + 1) }, k + 1);
    return false;
  }

  /** 第 2 名, 第4-6名, 前三名, 前 10%, top 10%. */
  private rank(k: number): boolean {
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

  private build(from: number, to: number, more: Partial<Condition>): Condition {
    return {
      kind: "condition",
      ...this.span(from, to),
      low: undefined,
      high: undefined,
      exact: false,
      of: "value",
      ...more,
    };
  }

  /** Weights beside the rule, and the points that it starts from: （权重10%）, starting from 20. */
  private given(k: number): boolean {
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

  private per(k: number): boolean {
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

  private limit(k: number): boolean {
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
  private limitBehind(k: number): boolean {
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

  private target(k: number): boolean {
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

  /** A share of the points: half the points, a quarter of the points, 25% of the points. */
  private share(k: number): { readonly value: number; readonly to: number } | undefined {
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

  private move(k: number): boolean {
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

  private pushMove(from: number, to: number, sign: -1 | 1, amount: Amount): boolean {
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

  private outcome(from: number, to: number, worth: Outcome["worth"]): boolean {
    const last = this.is(to, "ofPoints") ? to + 1 : to;
    return this.push(
      { kind: "worth", worth: { kind: "outcome", ...this.span(from, last), worth }, ...this.span(from, last) },
      last,
    );
  }

  private worth(k: number): boolean {
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

  /** 不足1分钟按1分钟计, 不足1分钟不计. */
  private part(k: number): boolean {
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

  private condition(k: number): boolean {
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

export const itemsOf = (chunks: readonly Chunk[]): readonly Item[] => new ItemReader(chunks).run();
