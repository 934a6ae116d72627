import type { Tag } from "../lexicon/tags";
import { around } from "../span";
import type { Span } from "../span";
import type { Token } from "../tokens";
import type { Amount } from "./parts";

/** The amounts and tokens that a pattern caught, by their names in the pattern. */
export class Caught {
  constructor(
    private readonly amounts: Readonly<Record<string, Amount>>,
    private readonly tokens: Readonly<Record<string, Token>>,
    readonly span: Span,
  ) {}

  /** An amount that the pattern requires. */
  amount(name: string): Amount {
    const amount = this.amounts[name];
    if (!amount) throw new Error(`the pattern caught no amount ${name}`);
    return amount;
  }

  optional(name: string): Amount | undefined {
    return this.amounts[name];
  }

  tag(name: string): Tag | undefined {
    return this.tokens[name]?.tag;
  }

  token(name: string): Token | undefined {
    return this.tokens[name];
  }
}

interface Element {
  readonly name: string;
  readonly tags: readonly Tag[];
  /** Units of an amount; undefined for a token. */
  readonly units: readonly string[] | undefined;
  readonly optional: boolean;
  readonly not: boolean;
}

/** Words without weight. They are skipped between the elements of a pattern. */
const SKIPPED: readonly Tag[] = ["filler", "open", "close", "of"];

const UNIT_WORDS: Readonly<Record<string, readonly Amount["unit"][]>> = {
  pct: ["percent", "percentage-point"],
  pt: ["points", "none"],
  pts: ["points"],
  cnt: ["count"],
};

/**
 * A pattern of the grammar, read from a line such as `op:ge|gt|le|lt a:@amount post:up|down?`. Elements are tags of
 * tokens: `|` separates alternatives, `?` marks an optional element, `!` in front refuses one. `@amount` is a number
 * with its unit, `@pct` a percentage, `@pt` points or a bare number, `@pts` points, `@cnt` a count. A name in front
 * catches the element. An optional element is taken if it fits, and left out again if the rest then fails.
 */
export class Pattern {
  private readonly elements: readonly Element[];

  constructor(readonly source: string) {
    this.elements = source.split(" ").map((word) => {
      const optional = word.endsWith("?");
      const not = word.startsWith("!");
      const bare = word.slice(not ? 1 : 0, optional ? -1 : undefined);
      const [name, what] = bare.includes(":") ? (bare.split(":") as [string, string]) : ["", bare];
      const units = what.startsWith("@") ? (UNIT_WORDS[what.slice(1)] ?? []) : undefined;
      return { name, tags: units ? [] : (what.split("|") as Tag[]), units, optional, not };
    });
  }

  /** The tags that a match can begin with. An amount begins with a number. */
  get first(): readonly Tag[] {
    const tags: Tag[] = [];
    for (const element of this.elements) {
      tags.push(...(element.units ? (["num"] as const) : element.tags));
      if (!element.optional) break;
    }
    return tags;
  }

  match(tokens: readonly Token[], at: number): { readonly caught: Caught; readonly to: number } | undefined {
    const amounts: Record<string, Amount> = {};
    const found: Record<string, Token> = {};
    const to = this.rest(tokens, at, 0, amounts, found);
    if (to === undefined || to === at) return undefined;
    return { caught: new Caught(amounts, found, around(tokens.slice(at, to))), to };
  }

  private rest(
    tokens: readonly Token[],
    at: number,
    k: number,
    amounts: Record<string, Amount>,
    found: Record<string, Token>,
  ): number | undefined {
    const element = this.elements[k];
    if (!element) return at;
    for (const start of startsOf(tokens, at, k === 0 || element.not)) {
      const token = tokens[start];
      if (element.not) {
        if (token && element.tags.includes(token.tag)) return undefined;
        return this.rest(tokens, at, k + 1, amounts, found);
      }
      if (element.units) {
        const amount = amountAt(tokens, start);
        if (!amount || (element.units.length > 0 && !element.units.includes(amount.amount.unit))) continue;
        const to = this.rest(tokens, amount.to, k + 1, amounts, found);
        if (to === undefined) continue;
        if (element.name !== "") amounts[element.name] = amount.amount;
        return to;
      }
      if (!token || !element.tags.includes(token.tag)) continue;
      const to = this.rest(tokens, start + 1, k + 1, amounts, found);
      if (to === undefined) continue;
      if (element.name !== "") found[element.name] = token;
      return to;
    }
    return element.optional ? this.rest(tokens, at, k + 1, amounts, found) : undefined;
  }
}

/** Possible places of an element: here, or after at most three words without weight. */
function startsOf(tokens: readonly Token[], at: number, exactly: boolean): readonly number[] {
  if (exactly) return [at];
  const starts = [at];
  for (let k = at; k < at + 3 && k < tokens.length && SKIPPED.includes(tokens[k]!.tag); k += 1) starts.push(k + 1);
  return starts;
}

const UNITS: Readonly<Partial<Record<Tag, Amount["unit"]>>> = {
  pct: "percent",
  pp: "percentage-point",
  pt: "points",
  cnt: "count",
  unit: "other",
};

const UNIT_NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(["sec", "secs", "seconds", "s", "秒", "秒钟"].map((word) => [word, "second"])),
  ...Object.fromEntries(["min", "mins", "minutes", "分钟"].map((word) => [word, "minute"])),
  ...Object.fromEntries(["hr", "hrs", "hours", "h", "小时", "个小时"].map((word) => [word, "hour"])),
  ...Object.fromEntries(["days", "天", "日"].map((word) => [word, "day"])),
};

/** One name for all spellings of a unit. */
export const unitName = (word: string): string => UNIT_NAMES[word] ?? word.replace(/^([a-z]{2,})s$/, "$1");

/** The unit word of an amount in per mille, from which a bare neighbour takes its size. */
export const PER_MILLE = "‰";

/** Reads a number with its unit at a place of the tokens. */
export function amountAt(
  tokens: readonly Token[],
  at: number,
): { readonly amount: Amount; readonly to: number } | undefined {
  const number = tokens[at];
  if (number?.tag !== "num") return undefined;
  const behind = tokens[at + 1];
  const unit = (behind && UNITS[behind.tag]) ?? "none";
  const shifted = unit === "percent" || unit === "percentage-point";
  // Moving the point in the text, not dividing, makes 98.2% the double nearest to 0.982.
  const isMille = behind?.text === "‰" || behind?.text === "per mille";
  const size = shifted ? Number(`${number.digits}e-${isMille ? 3 : 2}`) : Number(number.digits);
  const value = number.value! < 0 ? -size : size;
  if (!Number.isFinite(value)) return undefined;
  return {
    amount: {
      from: number.from,
      to: unit === "none" ? number.to : behind!.to,
      value,
      unit,
      unitWord: unit === "other" ? unitName(behind!.text) : shifted && isMille ? PER_MILLE : "",
      signed: number.signed === true,
    },
    to: at + (unit === "none" ? 1 : 2),
  };
}
