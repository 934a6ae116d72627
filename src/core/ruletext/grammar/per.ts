import type { Tag } from "../lexicon/tags";
import { around } from "../span";
import type { Token } from "../tokens";
import type { Amount, Per, StepPartWord } from "./parts";
import { amountAt, unitName } from "./pattern";

/** A word such as `each` looks ahead at most this many tokens, which keeps the work linear. */
const REACH = 24;

const PASSED_OVER: readonly Tag[] = [
  "word",
  "filler",
  "of",
  "and",
  "or",
  "by",
  "at",
  "eq",
  "versus",
  "open",
  "close",
  "mean",
  "label",
  "pass",
  "fail",
  "rating",
  "checklist",
  "earn",
];
const DIRECTIONS: Readonly<Partial<Record<Tag, Per["direction"]>>> = {
  lower: "lower",
  lt: "lower",
  higher: "higher",
  gt: "higher",
};
const UNITS: readonly Tag[] = ["pp", "pct", "unit", "cnt", "pt"];

/**
 * Reads the text after a word such as `each`: `each percentage point below 95 %`, `每低于 95% 一个百分点`, `per late report`.
 * It ends with the clause, or before the points that each costs.
 */
export function readPer(tokens: readonly Token[], at: number): { readonly part: Per; readonly to: number } | undefined {
  if (tokens[at]?.tag !== "per") return undefined;
  let direction: Per["direction"];
  let part: StepPartWord | undefined;
  let namesTarget = false;
  let target: Amount | undefined;
  const before: Amount[] = [];
  const behind: Amount[] = [];
  let k = at + 1;
  while (k < tokens.length && k - at <= REACH) {
    const token = tokens[k]!;
    const amount = amountAt(tokens, k);
    if (amount) {
      // The points begin here: 2 points per call, and then 8 points for ...
      if (amount.amount.signed || (amount.amount.unit === "points" && before.length + behind.length > 0)) break;
      if (namesTarget && target === undefined) target = amount.amount;
      else (direction ? behind : before).push(amount.amount);
      k = amount.to;
    } else if (DIRECTIONS[token.tag] && direction === undefined) {
      direction = DIRECTIONS[token.tag];
      k += 1;
    } else if (UNITS.includes(token.tag) && (k === at + 1 || before.length === 0)) {
      before.push(one(token));
      k += 1;
    } else if (token.tag === "whole" || token.tag === "full" || token.tag === "started") {
      if (token.tag === "full" && token.text !== "full") break;
      part = token.tag === "started" ? "started" : "full";
      k += 1;
    } else if (token.tag === "target") {
      namesTarget = true;
      k += 1;
    } else if (PASSED_OVER.includes(token.tag)) {
      // A verb with points ends the text.
      if (token.tag === "earn" && amountAt(tokens, k + 1)) break;
      k += 1;
    } else {
      break;
    }
  }
  const [size, stated] =
    before.length > 0 ? [before[0], behind[0]] : behind.length > 1 ? [behind[1], behind[0]] : [behind[0], undefined];
  if (before.length > 1 || behind.length > 2 || (before.length > 0 && behind.length > 1)) return undefined;
  return {
    part: { kind: "per", ...around(tokens.slice(at, k)), direction, size, target: target ?? stated, part },
    to: k,
  };
}

/** `each percentage point` means one of them. */
function one(token: Token): Amount {
  const percent = token.tag === "pp" || token.tag === "pct";
  const unit = percent ? "percentage-point" : token.tag === "cnt" ? "count" : token.tag === "pt" ? "points" : "other";
  return {
    from: token.from,
    to: token.to,
    value: percent ? 0.01 : 1,
    unit,
    unitWord: unit === "other" ? unitName(token.text) : "",
    signed: false,
  };
}
