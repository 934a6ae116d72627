import type { FoldedText } from "./fold";
import { BULLET } from "./fold";
import type { Tag } from "./lexicon/tags";
import { matchesAt, meantBy } from "./lexicon/trie";
import { chineseNumberAt, ENGLISH_NUMBERS, ENGLISH_ORDINALS, isNumeral } from "./numerals";
import { secondsFromText } from "../cell/duration";
import type { Span } from "./span";

/** A word, number or sign of a rule, with its place in the original text. */
export interface Token extends Span {
  readonly tag: Tag;
  /** The folded text. */
  readonly text: string;
  /** Value of a number, or of an ordinal, which has the tag nth. */
  readonly value?: number;
  /** Whether a number has a sign of its own. */
  readonly signed?: boolean;
  /** The intended word, if a typing slip was mended. */
  readonly meant?: string;
  /** A number without its sign, as text, so that a per cent sign can move its point. */
  readonly digits?: string;
}

const NUMBER = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+/y;
/** No unit may follow a clock: `5:30 min` is minutes or hours. */
const TIME =
  /(?:\d{1,3}:)?\d{1,3}:\d{2}(?![\d:]| ?(?:[ap]m|min|分|h|小?时))|(?:\d+ ?(?:h|hours?|小?时) ?)?\d+ ?(?:min(?:ute)?s?|分钟?) ?\d+ ?(?:s(?:ec(?:ond)?s?)?(?![a-z])|秒)/y;
const LATIN = /[a-z][a-z0-9'’_]*(?:\.\d+)*/y;
/** A longer number is no number of a rule. */
const MOST_DIGITS = 20;
const ODD_NUMBER = /[\d.,]+/y;
const OPENERS: readonly Tag[] = ["num", "per", "slash", "every", "up", "down"];
/** A dash after one of these is no sign of the next number. */
const ENDS_AMOUNT: readonly Tag[] = ["num", "pct", "pp", "pt", "unit", "cnt", "close", "incl", "excl", "up", "down"];
const UNIT_TAGS: readonly Tag[] = ["cnt", "unit"];
/** At most this many tokens lie between a word such as `each` and the points: 每 错 一 次. */
const EACH_REACH = 4;
const POINTS = /[\d.]+ ?(?:分(?![钟秒])|p(?:oin)?ts?(?![a-z])|marks?(?![a-z]))/y;
const SINGLE_LABELS = "优良中差";
const AFTER_LABEL = /[\d得计记为:=、,()级等档者的/;。\s]/;
const BEFORE_LABEL = /[\s,、;。:()/为评]|\d|分/;
const LETTER_GRADE = /^(?:[SABCDEF][+-]?|[ABC]{2,3}[+-]?)$/;

/** Splits a folded text into tokens in one pass. At each place it looks only as far ahead as the lexicon is deep. */
export function tokenise(folded: FoldedText): readonly Token[] {
  return new Tokeniser(folded).run();
}

class Tokeniser {
  private readonly tokens: Token[] = [];
  private readonly text: string;

  constructor(private readonly folded: FoldedText) {
    this.text = folded.text;
  }

  run(): readonly Token[] {
    let at = 0;
    while (at < this.text.length) at = this.next(at);
    return this.tokens;
  }

  private next(at: number): number {
    const character = this.text[at]!;
    if (character === " " || character === "\t" || character === "\u00A0") return at + 1;
    if (character === "\n" || character === BULLET) return this.push("stop", at, at + 1);
    return (
      this.number(at) ?? this.label(at) ?? this.phrase(at) ?? this.numeral(at) ?? this.latin(at) ?? this.unknown(at)
    );
  }

  private get last(): Token | undefined {
    return this.tokens[this.tokens.length - 1];
  }

  /**
   * Whether a dash here leads from one amount to another. After `each time` it is the sign of the following points:
   * 每次-2分, 每错一次 -2 分.
   */
  private endsAmount(begin: number): boolean {
    const { last } = this;
    if (!last || !ENDS_AMOUNT.includes(last.tag)) return false;
    const isEach = UNIT_TAGS.includes(last.tag) && this.tokens.slice(-EACH_REACH).some(({ tag }) => tag === "per");
    POINTS.lastIndex = begin;
    return !(isEach && POINTS.test(this.text));
  }

  private push(tag: Tag, at: number, to: number, more: Partial<Token> = {}): number {
    const { starts, ends } = this.folded;
    this.tokens.push({ tag, from: starts[at]!, to: ends[to - 1]!, text: this.text.slice(at, to), ...more });
    return to;
  }

  private number(at: number): number | undefined {
    const sign = this.text[at] === "+" || this.text[at] === "-" ? this.text[at]! : "";
    const begin = sign === "" ? at : this.skipSpace(at + 1, 1);
    if (sign !== "" && this.endsAmount(begin)) return undefined;
    if (!/[\d.]/.test(this.text[begin] ?? "")) return undefined;
    const time = sign === "" ? this.time(at) : undefined;
    if (time !== undefined) return time;
    NUMBER.lastIndex = begin;
    const match = NUMBER.exec(this.text);
    if (!match) return undefined;
    let digits = match[0];
    // A full-width comma separates two numbers; only a plain one groups thousands.
    const { starts, original } = this.folded;
    const comma = [...digits].findIndex((each, k) => each === "," && original[starts[begin + k]!] !== ",");
    const inBrackets = /[[(]/.test(this.text[begin - 1] ?? "") && /[\])]/.test(this.text[begin + digits.length] ?? "");
    if (inBrackets && digits.includes(",")) digits = digits.slice(0, digits.indexOf(","));
    else if (comma >= 0) digits = digits.slice(0, comma);
    let to = begin + digits.length;
    const ordinal = sign === "" && /^(?:st|nd|rd|th)(?![a-z])/.test(this.text.slice(to, to + 3));
    if (ordinal) return this.push("nth", at, to + 2, { value: Number(digits.replace(/,/g, "")) });
    if (this.enumerates(begin, to)) return this.push("stop", at, to + 1);
    ODD_NUMBER.lastIndex = begin;
    const odd = ODD_NUMBER.exec(this.text)![0].replace(/[.,]+$/, "");
    if (/\.\d+\./.test(odd) || odd.length > MOST_DIGITS) return this.push("word", at, (to = begin + odd.length));
    const plain = digits.replace(/,/g, "");
    return this.push("num", at, to, {
      value: Number(sign + plain) + 0,
      digits: plain,
      ...(sign === "" ? {} : { signed: true }),
    });
  }

  /** `3:25` and `3 min 25 s` are one number of seconds; what stands behind one makes it something else. */
  private time(at: number): number | undefined {
    TIME.lastIndex = at;
    const match = TIME.exec(this.text);
    const seconds = match && secondsFromText(match[0]);
    if (seconds === null || seconds === undefined) return undefined;
    const to = at + match![0].length;
    this.push("num", at, to, { value: seconds, digits: String(seconds) });
    return this.push("unit", to - 1, to, { text: "s" });
  }

  /** `1.` or `2)` or `3、` before a list item is no number of the rule. */
  private enumerates(at: number, to: number): boolean {
    const opens = this.last === undefined || this.last.tag === "stop";
    const next = this.text[to + 1];
    return opens && to - at <= 2 && /[.)、]/.test(this.text[to] ?? "") && next !== undefined && !/[\d%]/.test(next);
  }

  /**
   * Letter grades are recognised by their capitals in the original. One-character grades must not be part of a word.
   */
  private label(at: number): number | undefined {
    const { starts, ends, original } = this.folded;
    const character = this.text[at]!;
    if (SINGLE_LABELS.includes(character)) {
      const before = at === 0 || BEFORE_LABEL.test(this.text[at - 1]!) || SINGLE_LABELS.includes(this.text[at - 1]!);
      const after = AFTER_LABEL.test(this.text[at + 1] ?? " ") || SINGLE_LABELS.includes(this.text[at + 1] ?? " ");
      return before && after ? this.push("label", at, at + 1, { text: character }) : undefined;
    }
    if (!/[a-fs]/.test(character) || /[a-z0-9]/.test(this.text[at - 1] ?? "")) return undefined;
    let to = at + 1;
    while (to < this.text.length && to - at < 4 && /[a-f]/.test(this.text[to]!)) to += 1;
    if (/[+-]/.test(this.text[to] ?? "") && !/\d/.test(this.text[to + 1] ?? "")) to += 1;
    const label = original.slice(starts[at]!, ends[to - 1]!).normalize("NFKC");
    const graded = /^[级等档]/.test(this.text.slice(to, to + 1));
    if (/[a-z0-9]/.test(this.text[to] ?? "") || !LETTER_GRADE.test(graded ? label.toUpperCase() : label))
      return undefined;
    return this.push("label", at, graded ? to + 1 : to, { text: graded ? label.toUpperCase() : label });
  }

  private phrase(at: number): number | undefined {
    const numeral = isNumeral(this.text[at]) ? (chineseNumberAt(this.text, at)?.to ?? at) : at;
    for (const { entry, to } of matchesAt(this.text, at)) {
      if (to === at || (to <= numeral && entry.tag !== "word")) continue;
      const openers = entry.tag === "down" ? ENDS_AMOUNT : OPENERS;
      if (entry.place === "after" && !(this.last && openers.includes(this.last.tag))) continue;
      const isEachLower = this.last?.tag === "per" && (entry.tag === "lower" || entry.tag === "higher");
      if (entry.place === "before" && !isEachLower && !this.beforeNumber(to)) continue;
      // `above 60 and below 90` continues; `60 and below` ends there.
      if ((entry.tag === "up" || entry.tag === "down") && this.text.startsWith("and ", at) && this.beforeNumber(to))
        continue;
      const isSlip = entry.meant !== undefined;
      return this.push(entry.tag, at, to, isSlip ? { meant: entry.meant! } : {});
    }
    return undefined;
  }

  private beforeNumber(at: number): boolean {
    const next = this.text[this.skipSpace(at, 1)] ?? "";
    return (
      /[\d.+]/.test(next) ||
      isNumeral(next) ||
      (next === "-" && /[\d]/.test(this.text[this.skipSpace(at, 1) + 1] ?? ""))
    );
  }

  private skipSpace(at: number, most: number): number {
    let to = at;
    while (to - at < most && this.text[to] === " ") to += 1;
    return to;
  }

  /** Chinese numerals count before a unit; elsewhere they are parts of words. */
  private numeral(at: number): number | undefined {
    if (this.text.startsWith("百分之", at)) {
      const words = chineseNumberAt(this.text, at + 3);
      const number = words ? { ...words, digits: String(words.value) } : this.arabicAt(at + 3);
      if (!number) return undefined;
      this.push("num", at, number.to, { value: number.value, digits: number.digits });
      return this.push("pct", number.to - 1, number.to, { text: "%" });
    }
    const number = chineseNumberAt(this.text, at);
    if (!number) return undefined;
    const then = this.skipSpace(number.to, 1);
    const isOrdinal = this.last?.tag === "nth" && this.last.value === undefined;
    const counts = matchesAt(this.text, then).some(
      ({ entry }) => (entry.place === "after" && entry.tag !== "pct") || entry.tag === "pp",
    );
    // 十分 means "very" before a word, and ten points after a verb.
    const isVery = this.text[at] === "十" && number.to === at + 1 && this.text[then] === "分" && !this.wantsPoints();
    if ((!counts && !isOrdinal) || isVery) return undefined;
    return this.push("num", at, number.to, { value: number.value, digits: String(number.value) });
  }

  private wantsPoints(): boolean {
    return (
      this.last !== undefined &&
      ["earn", "take", "add", "eq", "cap", "takecap", "addcap", "full"].includes(this.last.tag)
    );
  }

  private arabicAt(at: number): { readonly value: number; readonly digits: string; readonly to: number } | undefined {
    NUMBER.lastIndex = at;
    const match = NUMBER.exec(this.text);
    const digits = match?.[0].replace(/,/g, "") ?? "";
    return match && digits.length <= MOST_DIGITS
      ? { value: Number(digits), digits, to: at + match[0].length }
      : undefined;
  }

  private latin(at: number): number | undefined {
    LATIN.lastIndex = at;
    const match = LATIN.exec(this.text);
    if (!match) return undefined;
    const to = at + match[0].length;
    const word = match[0];
    const ordinal = ENGLISH_ORDINALS.get(word);
    if (ordinal !== undefined) return this.push("nth", at, to, { value: ordinal });
    const value = ENGLISH_NUMBERS.get(word);
    if (value !== undefined) {
      const then = word === "half" && this.text.startsWith(" a ", to) ? to + 3 : this.skipSpace(to, 1);
      if (matchesAt(this.text, then).some(({ entry }) => entry.place === "after" || entry.tag === "pp")) {
        return this.push("num", at, then > to + 1 ? then - 1 : to, { value, digits: String(value) });
      }
    }
    return this.push("word", at, to);
  }

  private unknown(at: number): number {
    const last = this.last;
    const { starts, ends } = this.folded;
    const to = at + (this.text.codePointAt(at)! > 0xffff ? 2 : 1);
    if (/["'“”‘’「」『』《》〈〉`|#]/.test(this.text[at]!)) return this.push("filler", at, to);
    // Consecutive characters make one word.
    if (last?.tag === "word" && last.to === starts[at] && !/[a-z0-9.]$/.test(last.text) && last.value === undefined) {
      this.tokens[this.tokens.length - 1] = { ...last, to: ends[to - 1]!, text: last.text + this.text.slice(at, to) };
      return to;
    }
    return this.push("word", at, to);
  }
}

/** Mends typing slips of English words in a folded text, and returns their places. */
export function mendWords(folded: FoldedText): {
  readonly folded: FoldedText;
  readonly slips: readonly (Span & { readonly text: string; readonly meant: string })[];
} {
  const slips: (Span & { text: string; meant: string })[] = [];
  const pieces: string[] = [];
  const [starts, ends]: [number[], number[]] = [[], []];
  let done = 0;
  const keep = (to: number): void => {
    pieces.push(folded.text.slice(done, to));
    for (let k = done; k < to; k += 1) {
      starts.push(folded.starts[k]!);
      ends.push(folded.ends[k]!);
    }
    done = to;
  };
  for (const match of folded.text.matchAll(/[a-z]{5,24}/g)) {
    const to = match.index + match[0].length;
    if (/[a-z]/.test(folded.text[match.index - 1] ?? "") || /[a-z]/.test(folded.text[to] ?? "")) continue;
    const meant = meantBy(match[0]);
    if (meant === undefined) continue;
    keep(match.index);
    const span = { from: folded.starts[match.index]!, to: folded.ends[to - 1]! };
    slips.push({ ...span, text: match[0], meant });
    pieces.push(meant);
    for (let k = 0; k < meant.length; k += 1) {
      starts.push(span.from);
      ends.push(span.to);
    }
    done = to;
  }
  if (slips.length === 0) return { folded, slips };
  keep(folded.text.length);
  starts.push(folded.original.length);
  return { folded: { original: folded.original, text: pieces.join(""), starts, ends }, slips };
}
