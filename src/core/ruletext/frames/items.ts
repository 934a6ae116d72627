import type { Per } from "../grammar/parts";
import type { Chunk } from "./chunks";
import type { Item } from "./item";
import { ConditionItems } from "./item-conditions";

/** Reads chunks into items, one after the other: the first kind that fits, else a description. */
class ItemReader extends ConditionItems {
  run(): readonly Item[] {
    while (this.at < this.chunks.length) this.next();
    return this.items;
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
}

export const itemsOf = (chunks: readonly Chunk[]): readonly Item[] => new ItemReader(chunks).run();
