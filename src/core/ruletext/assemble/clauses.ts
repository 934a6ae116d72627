import type { Amount, Bare, Condition, Outcome, Part } from "../grammar/parts";
import { isKind } from "../grammar/parts";
import { around } from "../span";

/** Parts between two commas, colons or stops, and the mark that ends them. */
export type Clause = readonly Part[] & { readonly end?: "comma" | "stop" | "colon" };

const isOutcome = isKind("outcome");
const isBreak = isKind("comma", "stop", "colon");
const isWords = isKind("words", "silent");

/**
 * Whether a clause names values, and neither it nor the text right after it names a worth: `10 points: 95 % and more; 8
 * points: ...`.
 */
export const headsRange = (rest: Clause): boolean =>
  rest.some(isKind("condition")) && !rest.some(isKind("outcome", "move", "per", "linear", "bare"));

export const exactly = (bare: Bare): Condition => {
  const bound = { amount: bare.amount, claim: "claimed" as const };
  return { kind: "condition", from: bare.from, to: bare.to, low: bound, high: bound, exact: true, of: "value" };
};

/** The worth of a number in the place of a worth; undefined if it cannot be one. */
export function worthOf(part: Part): Outcome | undefined {
  if (part.kind === "outcome") return part;
  if (part.kind !== "bare" && part.kind !== "points") return undefined;
  const { value, unit } = part.amount;
  if (unit === "count" || unit === "other" || part.amount.signed) return undefined;
  const isShare = unit === "percent" || unit === "percentage-point";
  return {
    kind: "outcome",
    from: part.from,
    to: part.to,
    worth: { unit: isShare ? "share" : "points", value, to: undefined },
  };
}

export function amountOf({ worth, from, to }: Outcome): Amount | undefined {
  if (worth.unit !== "points") return undefined;
  return { from, to, value: worth.value, unit: "points", unitWord: "", signed: false };
}

export function split(parts: readonly Part[]): readonly Clause[] {
  const clauses: Clause[] = [];
  let clause: Part[] = [];
  for (const part of parts) {
    if (!isBreak(part)) clause.push(part);
    else if (clause.length > 0) {
      clauses.push(Object.assign(clause, { end: part.kind }));
      clause = [];
    } else if (part.kind === "stop" && clauses.length > 0) {
      clauses[clauses.length - 1] = Object.assign([...clauses[clauses.length - 1]!], { end: part.kind });
    }
  }
  return clause.length > 0 ? [...clauses, clause] : clauses;
}

export const skipWords = (parts: readonly Part[], at: number): number => {
  let to = at;
  while (to < parts.length && to - at < 6 && (isWords(parts[to]) || isKind("colon", "comma")(parts[to]))) to += 1;
  return to;
};

/** Consecutive parts of a kind, separated only by commas. */
export function runOf<P extends Part>(
  parts: readonly Part[],
  at: number,
  is: (part: Part | undefined) => part is P,
  most = Infinity,
): { readonly items: readonly P[]; readonly to: number } {
  const items: P[] = [];
  let to = at;
  for (let k = at; k < parts.length && items.length < most; k += 1) {
    const part: Part = parts[k]!;
    if (is(part)) {
      items.push(part);
      to = k + 1;
    } else if (!["comma", "and"].includes((part as Part).kind)) break;
  }
  return { items, to };
}

/** `60 or more` beside `below 90` is one range. */
export function mergeSides(parts: readonly Part[]): readonly Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    let k = result.length - 1;
    while (k >= 0 && result.length - k <= 2 && isKind("comma", "and")(result[k])) k -= 1;
    const before: Part | undefined = result[k];
    const merged =
      isKind("condition")(before) && isKind("condition")(part) && !followsWorth(result, k)
        ? merge(before, part)
        : undefined;
    if (merged) result.splice(k, result.length - k, merged);
    else result.push(part);
  }
  return result;
}

/** Whether a condition already belongs to the worth before it. */
function followsWorth(parts: readonly Part[], at: number): boolean {
  for (let k = at - 1; k >= 0 && !isBreak(parts[k]); k -= 1) if (isOutcome(parts[k])) return true;
  return isOutcome(parts[at - 2]) && isKind("colon")(parts[at - 1]);
}

function merge(a: Condition, b: Condition): Condition | undefined {
  if (a.exact || b.exact || a.of !== b.of) return undefined;
  const low = a.low && !a.high && b.high && !b.low ? a.low : b.low && !b.high && a.high && !a.low ? b.low : undefined;
  const high = low === a.low ? b.high : a.high;
  if (!low || !high || !(low.amount.value < high.amount.value)) return undefined;
  return { ...a, ...around([a, b]), low, high };
}
