/**
 * The role of a token in the grammar.
 *
 * Amounts: num, pct (%), pp (percentage points), pt (points), unit, cnt (counted things). Comparisons: ge gt le lt
 * before an amount, up down after it, incl excl for the bound. Worth: full, zero, earn, take, add. Each other tag has
 * the name of the word it stands for.
 */
export type Tag =
  | "num"
  | "pct"
  | "pp"
  | "pt"
  | "unit"
  | "cnt"
  | "ge"
  | "gt"
  | "le"
  | "lt"
  | "up"
  | "down"
  | "incl"
  | "excl"
  | "dash"
  | "between"
  | "mid"
  | "and"
  | "comma"
  | "stop"
  | "colon"
  | "open"
  | "close"
  | "bracket"
  | "slash"
  | "pm"
  | "times"
  | "divide"
  | "eq"
  | "at"
  | "full"
  | "zero"
  | "earn"
  | "take"
  | "taken"
  | "add"
  | "added"
  | "untouched"
  | "per"
  | "nth"
  | "every"
  | "onwards"
  | "until"
  | "cap"
  | "takecap"
  | "addcap"
  | "linear"
  | "prop"
  | "rise"
  | "lower"
  | "higher"
  | "mean"
  | "versus"
  | "target"
  | "closer"
  | "deviate"
  | "else"
  | "pass"
  | "fail"
  | "label"
  | "rating"
  | "hundred"
  | "checklist"
  | "manual"
  | "attain"
  | "critical"
  | "critTotal"
  | "total"
  | "critSection"
  | "worth"
  | "of"
  | "by"
  | "uncounted"
  | "started"
  | "whole"
  | "vague"
  | "except"
  | "or"
  | "filler"
  | "word";

/**
 * Phrases of one tag. `any` phrases count everywhere. `before` phrases count only before a number, because their single
 * characters are parts of many other words. `after` phrases count only after a number, a word such as `each`, or a
 * slash. `slips` are frequent typing slips with a clear meaning, each with the intended word.
 */
interface Phrases {
  readonly any?: readonly string[];
  readonly before?: readonly string[];
  readonly after?: readonly string[];
  readonly slips?: Readonly<Record<string, string>>;
}

export type Lexicon = Readonly<Partial<Record<Tag, Phrases>>>;

/** Splits a list of Chinese words at the spaces. */
export const zh = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Splits a list of English phrases at the commas. */
export const en = (list: string): readonly string[] => list.split(",").map((phrase) => phrase.trim());
