import type { FoldedText } from "../fold";
import type { Amount } from "../grammar/parts";
import { chineseNumberAt } from "../numerals";
import type { Span } from "../span";
import { unitName } from "../grammar/pattern";
import type { Cue } from "./cues";
import { cueAt } from "./cues";
import { ENGLISH } from "./english-numbers";

/** A cue, a number with its unit, or a stretch of description. */
export interface Chunk extends Span {
  readonly kind: "num" | "cue" | "word";
  readonly cues: readonly Cue[];
  /** The folded text. */
  readonly text: string;
  readonly amount?: Amount;
  /** Whether white space stands on both sides, as around a dash between two columns. */
  readonly loose?: boolean;
}

const DIGITS = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+/y;
/** A word with the digits of its name; decimals belong to it, too, so that no number begins in its middle. */
const LATIN = /[a-z0-9][a-z0-9'’_]*(?:\.\d+)*/y;
const MOST_DIGITS = 15;
const CLOCK = /(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])/y;
const PARTED = /(?:(\d+) ?(?:分钟?|min(?:ute)?s?)) ?(\d+) ?(?:秒钟?|s(?:ec(?:ond)?s?)?(?![a-z]))/y;

type Unit = readonly [unit: Amount["unit"] | "money" | "mille", pattern: RegExp];

/** Units behind a number, in the order of trying. */
const UNITS: readonly Unit[] = [
  [
    "percentage-point",
    /(?:个百分点|百分点|个百分|个点(?!位)|%点|percentage points?|percent points?|pp(?![a-z])|%[ -]?points?)/y,
  ],
  ["mille", /(?:‰|个?千分点|per mille)/y],
  ["percent", /(?:%|个百分比|per ?cent(?:s|(?![a-z]))|pct(?![a-z]))/y],
  [
    "other",
    /(?:秒钟?|个?小时|个?工作日|分钟|钟头|天|日(?!常|均|报)|seconds?|secs?|sec|s|minutes?|mins?|min|hours?|hrs?|hr|h|working days?|business days?|days?|weeks?|months?|个月|周|星|颗星|stars?|sigma)(?![a-z])/y,
  ],
  ["money", /(?:万?元|yuan|cny|rmb|usd|dollars?)(?![a-z])/y],
  ["points", /(?:分(?![钟秒类级析配组部制])|points?|pts?|marks?)(?![a-z])/y],
  [
    "count",
    /(?:人次|[次例个起件项条单人封通篇份处户宗笔票回名场班页张台批家位步题道字期点门套部]|times?|cases?|instances?|occurrences?|events?|items?|calls?|tickets?|complaints?|errors?|mistakes?|defects?|reports?|people|incidents?|lapses?|records?|absences?|arrivals?|faults?|violations?|misses|commendations?|contacts?|chats?|emails?|failures?|late arrivals?|late log-ins?|breaches|breach|infractions?|escalations?|compliments?|callbacks?|omissions?)(?![a-z])/y,
  ],
];

const isSpace = (character: string | undefined): boolean =>
  character === " " || character === "\u00A0" || character === "\t";
const isLatin = (character: string | undefined): boolean => character !== undefined && /[a-z]/.test(character);
const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= "0" && character <= "9";

/** What names a metric behind a number and its unit: 20 秒服务水平, 24小时解决率. */
const NAMES = /(?:以内|之内|内)?[^\d得扣加满不以,。;:、%≥≤<>为未超低高-]{0,10}(?:率|水平|占比|比例|比率|接起量|时限)/y;
const HYPHENED = /-(?:days?|hours?|minutes?|seconds?|second|months?|weeks?|call|step|star|item|person)(?![a-z])/y;

/** Single characters that are cues only beside a number, because they are parts of many words. */
const BEFORE_NUMBER = /^(?:[扣减罚加奖得计记给为是拿获达超赋评限再至到和且并但从在]|获得|得到|可得|上限|最大|为|=)$/;
const AFTER_NUMBER = /^(?:[内前后起间]|区间|范围|开始|之前|以前|之后|以后|then|on|from)$/;
const BEFORE_ANY = /^(?:then|on|from|may|s)$/;

class Chunker {
  readonly chunks: Chunk[] = [];
  private readonly text: string;

  constructor(private readonly folded: FoldedText) {
    this.text = folded.text;
  }

  run(): readonly Chunk[] {
    let at = 0;
    while (at < this.text.length) at = this.next(at);
    return this.chunks;
  }

  private next(at: number): number {
    // incl. and max. are abbreviations; a double dash is a dash between two columns.
    if (this.text[at] === "." && /^(?:incl|excl|max|min|pts?|approx|no)$/.test(this.last?.text ?? "")) return at + 1;
    if (this.text.startsWith("--", at)) return this.push({ kind: "cue", cues: ["colon"] }, at, at + 2);
    if (this.text[at] === "/" && isSpace(this.text[at - 1]) && isSpace(this.text[at + 1]) && !this.unitAt(at + 1))
      return this.push({ kind: "cue", cues: ["stop"] }, at, at + 1);
    const rate = /^\/ ?(?:个?月|周|季度?|年|天|日|months?|weeks?|quarters?|days?)(?![a-z])/.exec(
      this.text.slice(at, at + 10),
    );
    if (rate) return this.push({ kind: "word", cues: [] }, at, at + rate[0].length);
    const { original, starts } = this.folded;
    const isGrade =
      /^[A-F][+-]?$/.test(original.slice(starts[at], starts[at + 1])) &&
      /^[a-f][+-]? ?(?:earns?|gets?|scores?|is|=|:|,|-|级|等)/.test(this.text.slice(at, at + 10));
    if (isGrade && !/[a-z]/.test(this.text[at - 1] ?? "")) return this.push({ kind: "word", cues: [] }, at, at + 1);
    // 每月, 每人: when something is counted, not what it costs.
    const heads = /^每(?:个?自然)?(?:月|季度?|年|人|周|班次|日|名(?:员工|坐席|座席))(?![扣减加得])/.exec(
      this.text.slice(at, at + 8),
    );
    if (heads) return this.push({ kind: "word", cues: [] }, at, at + heads[0].length);
    if (isSpace(this.text[at]) || (/["'“”‘’「」『』《》`*#]/.test(this.text[at]!) && this.text[at] !== "*"))
      return at + 1;
    return this.number(at) ?? this.cue(at) ?? this.word(at);
  }

  private push(chunk: Omit<Chunk, "from" | "to" | "text">, at: number, to: number): number {
    const { starts, ends } = this.folded;
    this.chunks.push({ ...chunk, from: starts[at]!, to: ends[to - 1]!, text: this.text.slice(at, to) });
    return to;
  }

  private get last(): Chunk | undefined {
    return this.chunks[this.chunks.length - 1];
  }

  private number(at: number): number | undefined {
    const character = this.text[at]!;
    const sign = character === "-" || character === "+" ? character : "";
    const begin = sign === "" ? at : at + 1;
    if (sign !== "" && (!isDigit(this.text[begin]) || !this.maySign(at))) return undefined;
    if (sign === "") {
      const special = this.time(at) ?? this.fraction(at);
      if (special !== undefined) return special;
    }
    if (isDigit(this.text[at - 1]) || isLatin(this.text[at - 1])) return undefined;
    const each = sign === "" ? this.each(at) : undefined;
    if (each !== undefined) return each;
    const found = this.digits(begin) ?? (sign === "" ? (this.chinese(at) ?? this.english(at)) : undefined);
    if (!found) return undefined;
    return this.withUnit(at, found, sign);
  }

  /** A sign belongs to a number unless the dash may lead from one amount to another. */
  private maySign(at: number): boolean {
    const before = this.text[at - 1];
    const { last } = this;
    if (!last) return true;
    if (
      last.kind === "num" ||
      last.cues.includes("up") ||
      last.cues.includes("down") ||
      last.cues.includes("close") ||
      last.cues.includes("incl") ||
      last.cues.includes("excl")
    )
      return last.kind === "num" && last.amount!.unit === "count" && this.afterPer();
    return isSpace(before) || last.kind === "cue" || this.afterPer();
  }

  private afterPer(): boolean {
    return this.chunks.slice(-4).some(({ cues }) => cues.includes("per"));
  }

  /** 每次, 每低一个百分点, per minute: a unit without a number is one of it. */
  private each(at: number): number | undefined {
    const { last } = this;
    const isBehind =
      last?.cues.includes("per") ||
      (last?.kind === "cue" &&
        /low|high/.test(last.cues.join()) &&
        this.chunks[this.chunks.length - 2]?.cues.includes("per"));
    if (!isBehind || isDigit(this.text[at])) return undefined;
    const unit = this.unitAt(at);
    if (unit?.unit === "count" && !last?.cues.includes("per")) return undefined;
    if (!unit || unit.unit === "money" || chineseNumberAt(this.text, at)) return undefined;
    // 每人, 每月考核: a word may only begin like a unit.
    if (isLatin(this.text[at - 1])) return undefined;
    const isPercent = unit.unit === "percentage-point" || unit.unit === "percent";
    const value = isPercent ? 0.01 : unit.unit === "mille" ? 0.001 : 1;
    const kind = unit.unit === "mille" ? "percent" : unit.unit === "percent" ? "percentage-point" : unit.unit;
    return this.amount(at, unit.to, value, kind, kind === "other" ? unitName(unit.text.replace(/^个/, "")) : "");
  }

  private time(at: number): number | undefined {
    CLOCK.lastIndex = at;
    const clock = isDigit(this.text[at - 1]) ? null : CLOCK.exec(this.text);
    const behind = clock && this.text.slice(at + clock[0].length, at + clock[0].length + 4);
    if (clock && !/^ ?(?:[ap]m|min|分|h|小?时|前)/.test(behind!)) {
      const [, a, b, c] = clock;
      const seconds = c === undefined ? Number(a) * 60 + Number(b) : Number(a) * 3600 + Number(b) * 60 + Number(c);
      return this.amount(at, at + clock[0].length, seconds, "other", "second");
    }
    if (clock) return this.push({ kind: "word", cues: [] }, at, at + clock[0].length + (/^ ?前/.test(behind!) ? 1 : 0));
    PARTED.lastIndex = at;
    const parted = isDigit(this.text[at - 1]) ? null : PARTED.exec(this.text);
    if (!parted) return undefined;
    return this.amount(at, at + parted[0].length, Number(parted[1]) * 60 + Number(parted[2]), "other", "second");
  }

  /** 百分之五, 千分之三, 万分之五, 三分之一. */
  private fraction(at: number): number | undefined {
    const match = /^(百|千|万|[二三四五六七八九十])分之/.exec(this.text.slice(at, at + 4));
    if (!match) return undefined;
    const begin = at + match[0].length;
    const top = this.digits(begin) ?? chineseNumberAt(this.text, begin);
    if (!top) return undefined;
    const bottom = { 百: 100, 千: 1000, 万: 10000 }[match[1]!] ?? chineseNumberAt(match[1]!, 0)!.value;
    return this.amount(
      at,
      top.to,
      bottom >= 100 ? Number((top.value / bottom).toPrecision(15)) : top.value / bottom,
      "percent",
      bottom >= 1000 ? "‰" : "",
    );
  }

  private digits(at: number): { value: number; to: number; digits: string } | undefined {
    if (!isDigit(this.text[at]) && !(this.text[at] === "." && isDigit(this.text[at + 1]))) return undefined;
    DIGITS.lastIndex = at;
    let [digits] = DIGITS.exec(this.text)!;
    const { original, starts } = this.folded;
    const wide = [...digits].findIndex((each, k) => each === "," && original[starts[at + k]!] !== ",");
    if (wide >= 0) digits = digits.slice(0, wide);
    if (digits.length > MOST_DIGITS) return undefined;
    const plain = digits.replace(/,/g, "");
    return { value: Number(plain), to: at + digits.length, digits: plain };
  }

  private chinese(at: number): { value: number; to: number; digits: string } | undefined {
    const found = chineseNumberAt(this.text, at);
    if (!found) return undefined;
    const isNamed = /[第前]/.test(this.text[at - 1] ?? "");
    const unit = this.unitAt(found.to);
    const isVery = this.text[at] === "十" && found.to === at + 1 && unit?.unit === "points" && !this.last?.cues.length;
    // 一次解决率, 一个月内, 一起 are words.
    if (/^一(?:次性|次解决|起[^扣,,]|旦|般|致|线|律|定|切)/.test(this.text.slice(at, at + 4))) return undefined;
    if ((!unit && !isNamed) || isVery) return undefined;
    return { ...found, digits: String(found.value) };
  }

  private english(at: number): { value: number; to: number; digits: string } | undefined {
    if (!isLatin(this.text[at]) || isLatin(this.text[at - 1]) || this.text[at - 1] === "-") return undefined;
    const match = /^([a-z]+)(?:[- ](one|two|three|four|five|six|seven|eight|nine))?(?![a-z])/.exec(
      this.text.slice(at, at + 24),
    );
    const value = match && ENGLISH.get(match[1]!);
    if (value === undefined || value === null || match![1] === "zero") return undefined;
    const more = match![2] && value >= 20 && value < 100 ? ENGLISH.get(match![2])! : 0;
    const to = at + (more ? match![0].length : match![1]!.length);
    const behind = this.text.slice(to, to + 12).replace(/^[ -]/, "");
    // linear between the two
    if (this.text.slice(at - 4, at) === "the " && !this.unitAt(to)) return undefined;
    if (value === 1 && !/^[a-z(:]/.test(behind)) return undefined;
    if (value === 1 && this.text[to] !== ":" && cueAt(this.text, to + 1) && !this.unitAt(to)) return undefined;
    // twenty (20) minutes
    const again = /^ ?\((\d+)\)/.exec(this.text.slice(to, to + 8));
    const end = again && Number(again[1]) === value + more ? to + again[0].length : to;
    return { value: value + more, to: end, digits: String(value + more) };
  }

  private unitAt(at: number): { unit: Amount["unit"] | "money" | "mille"; to: number; text: string } | undefined {
    let begin = at;
    while (isSpace(this.text[begin]) && begin - at < 2) begin += 1;
    if (this.text[begin] === "-" && isLatin(this.text[begin + 1])) begin += 1;
    for (const [unit, pattern] of UNITS) {
      pattern.lastIndex = begin;
      const match = pattern.exec(this.text);
      if (match) return { unit, to: begin + match[0].length, text: match[0] };
    }
    return undefined;
  }

  /** 不良率（‰）≤3: the unit stands behind the name. */
  private unitOfName(at: number, to: number): { unit: "mille" | "percent"; to: number; text: string } | undefined {
    const named = /\(([‰%])\)/.exec(this.text);
    const compares =
      this.last?.cues.some((cue) => cue === "ge" || cue === "gt" || cue === "le" || cue === "lt") ||
      /^ ?[<>≤≥]/.test(this.text.slice(to, to + 2));
    if (!named || named.index > at || !compares) return undefined;
    return { unit: named[1] === "‰" ? "mille" : "percent", to, text: named[1]! };
  }

  private withUnit(
    at: number,
    { value, to, digits }: { value: number; to: number; digits: string },
    sign: string,
  ): number {
    if (/^(?:st|nd|rd|th)(?![a-z])/.test(this.text.slice(to, to + 3))) {
      const isRanked = /rank|place|position|league|排/.test(this.text);
      if (!isRanked) return this.push({ kind: "word", cues: ["block"] }, at, to + 2);
      const { starts, ends } = this.folded;
      const amount: Amount = {
        from: starts[at]!,
        to: ends[to + 1]!,
        value,
        unit: "count",
        unitWord: "",
        signed: false,
      };
      return this.push({ kind: "num", cues: ["rank"], amount }, at, to + 2);
    }
    if (this.enumerates(at, to)) return this.push({ kind: "cue", cues: ["stop"] }, at, to + 1);
    HYPHENED.lastIndex = to;
    const hyphened = HYPHENED.exec(this.text);
    if (hyphened && sign === "") return this.push({ kind: "word", cues: [] }, at, to + hyphened[0].length);
    const unit = this.unitAt(to) ?? this.unitOfName(at, to);
    if (unit?.unit === "money") return this.push({ kind: "word", cues: ["block"] }, at, unit.to);
    const end = unit?.to ?? to;
    NAMES.lastIndex = end;
    const named = unit?.unit === "other" && !this.last?.cues.includes("per") ? NAMES.exec(this.text) : null;
    if (named && sign === "") return this.push({ kind: "word", cues: [] }, at, end + named[0].length);
    // 一分半, 两分半
    if (this.text[end] === "半" && unit !== undefined && Number.isInteger(value))
      return this.withUnitValue(at, end + 1, value + 0.5, unit.unit);
    const shift = unit?.unit === "mille" ? 3 : unit?.unit === "percent" || unit?.unit === "percentage-point" ? 2 : 0;
    const size = shift === 0 ? value : Number(`${digits}e-${shift}`);
    const kind = unit === undefined ? "none" : unit.unit === "mille" ? "percent" : (unit.unit as Amount["unit"]);
    const word =
      unit?.unit === "mille"
        ? "‰"
        : kind === "other"
          ? unitName(unit!.text.replace(/^个/, "").replace(/^钟头$/, "小时"))
          : "";
    return this.amount(at, end, sign === "-" ? -size : size, kind, word, sign !== "");
  }

  private withUnitValue(at: number, to: number, value: number, unit: Unit[0]): number {
    return unit === "points" || unit === "count"
      ? this.amount(at, to, value, unit, "")
      : this.push({ kind: "word", cues: ["block"] }, at, to);
  }

  private amount(
    at: number,
    to: number,
    value: number,
    unit: Amount["unit"],
    unitWord: string,
    signed = false,
  ): number {
    const { starts, ends } = this.folded;
    const amount: Amount = { from: starts[at]!, to: ends[to - 1]!, value: value + 0, unit, unitWord, signed };
    return this.push({ kind: "num", cues: [], amount }, at, to);
  }

  /** `1.` or `2)` before a list item. */
  private enumerates(at: number, to: number): boolean {
    const opens = !this.last || this.last.cues.includes("stop");
    return opens && to - at <= 2 && /^[.)、](?![\d%])./.test(this.text.slice(to, to + 2));
  }

  private cue(at: number): number | undefined {
    const found = cueAt(this.text, at);
    if (!found) return undefined;
    const to = at + found.length;
    const text = this.text.slice(at, to);
    if (BEFORE_NUMBER.test(text) && !this.opensNumber(to)) return undefined;
    if (
      AFTER_NUMBER.test(text) &&
      this.last?.kind !== "num" &&
      !this.last?.cues.includes("range") &&
      !BEFORE_ANY.test(text)
    )
      return undefined;
    if (text === "含" && this.text[at - 1] !== "(" && this.last?.kind !== "num" && this.text[at + 1] !== ")")
      return undefined;
    if (text === "第" && !this.opensNumber(to)) return undefined;
    const isDirection = found.cues.every((cue) => cue === "low" || cue === "high" || cue === "gt");
    if (isDirection && text.length === 1 && !this.afterPer() && !this.opensNumber(to)) return undefined;
    const loose = isSpace(this.text[at - 1]) && isSpace(this.text[to]);
    return this.push({ kind: "cue", cues: found.cues, loose }, at, to);
  }

  private opensNumber(at: number): boolean {
    const begin = isSpace(this.text[at]) ? at + 1 : at;
    if (
      /^[\u4e00-\u9fff]{0,8}?(?:分|分值|分数|绩效|该项|本项)的? ?(?:\d|[一二三四五六七八九十]分之)/.test(
        this.text.slice(begin, begin + 14),
      ) &&
      /[扣减加]$/.test(this.text.slice(begin - 2, begin))
    )
      return true;
    return /^(?:[+-]?[\d.]|[零一二两三四五六七八九十百半]|half|一半|满分|全分)/.test(this.text.slice(begin, begin + 4));
  }

  private word(at: number): number {
    const isWord = isLatin(this.text[at]) || isDigit(this.text[at]);
    LATIN.lastIndex = at;
    const to = (isWord && LATIN.exec(this.text) && LATIN.lastIndex) || at + 1;
    const { last } = this;
    if (last?.kind === "word" && last.cues.length === 0) {
      this.chunks.pop();
      const begin = at - (this.folded.starts[at]! - last.from > 0 ? last.text.length : 0);
      const { ends } = this.folded;
      this.chunks.push({
        ...last,
        to: ends[to - 1]!,
        text: `${last.text}${begin >= 0 && isSpace(this.text[at - 1]) ? " " : ""}${this.text.slice(at, to)}`,
      });
      return to;
    }
    return this.push({ kind: "word", cues: [] }, at, to);
  }
}

/** Cuts a folded text into numbers, cues and description, in one pass. */
export const chunk = (folded: FoldedText): readonly Chunk[] => new Chunker(folded).run();
