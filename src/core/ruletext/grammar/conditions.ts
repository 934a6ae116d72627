import { PER_MILLE } from "./pattern";
import type { Tag } from "../lexicon/tags";
import type { Amount, Bound, Claim, Condition, Part } from "./parts";
import type { Caught } from "./pattern";
import type { Phrase } from "./phrase";

/** The end of a condition that a comparing word states, and whether the end belongs to it. */
const SIDES: Readonly<Partial<Record<Tag, readonly ["low" | "high", Claim]>>> = {
  ge: ["low", "claimed"],
  gt: ["low", "refused"],
  le: ["high", "claimed"],
  lt: ["high", "refused"],
  higher: ["low", "claimed"],
  lower: ["high", "claimed"],
  up: ["low", "claimed"],
  down: ["high", "claimed"],
};

/** A mark such as (含) decides; without it the word decides. */
const claimOf = (caught: Caught, mark: string, otherwise: Claim): Claim => {
  const tag = caught.tag(mark);
  return tag === "incl" ? "claimed" : tag === "excl" ? "refused" : otherwise;
};

const build = (caught: Caught, more: Partial<Condition>): Condition => ({
  kind: "condition",
  ...caught.span,
  low: undefined,
  high: undefined,
  exact: false,
  of: "value",
  ...more,
});

const sided = (caught: Caught, tag: Tag, amount: Amount, of: Condition["of"] = "value"): Condition => {
  const [end, claim] = SIDES[tag]!;
  return build(caught, { [end]: { amount, claim: claimOf(caught, "m", claim) }, of });
};

/** A range, possibly written high to low. One end may take its unit from the other, as in 90-95%. */
function range(caught: Caught, first: Bound, second: Bound, of: Condition["of"] = "value"): Condition {
  const [a, b] = sameUnit(first, second);
  const isFalling = a.amount.value > b.amount.value;
  return build(caught, { low: isFalling ? b : a, high: isFalling ? a : b, of });
}

function sameUnit(first: Bound, second: Bound): readonly [Bound, Bound] {
  const { unit, unitWord, value } = first.amount;
  if (unit !== "none" || second.amount.unit === "none") return [first, second];
  const isPercent = second.amount.unit === "percent" || second.amount.unit === "percentage-point";
  const amount: Amount = {
    ...first.amount,
    unit: second.amount.unit,
    unitWord: unitWord || second.amount.unitWord,
    // People mean at most fifteen digits: 98.2 becomes the double nearest to 0.982.
    value: isPercent ? Number((value / (second.amount.unitWord === PER_MILLE ? 1000 : 100)).toPrecision(15)) : value,
  };
  return [{ ...first, amount }, second];
}

/** A deviation from a mean: `20 % above the mean` is +20 %. */
const deviation = (amount: Amount, tag: Tag | undefined): Amount => {
  const sign = tag === "lt" || tag === "lower" || tag === "le" ? -1 : 1;
  return { ...amount, value: amount.signed ? amount.value : sign * amount.value, signed: true };
};

/** A share of the mean as a deviation from it: 120 % of the mean is +20 %. People mean at most fifteen digits. */
const ofMean = (amount: Amount): Amount => ({
  ...amount,
  value: Number((amount.value - 1).toPrecision(15)),
  signed: true,
});

const atMean = (caught: Caught): Amount => ({
  ...caught.span,
  value: 0,
  unit: "percent",
  unitWord: "",
  signed: true,
});

const exact = (caught: Caught, amount: Amount, of: Condition["of"] = "value"): Condition => {
  const bound: Bound = { amount, claim: "claimed" };
  return build(caught, { low: bound, high: bound, exact: true, of });
};

/** A comparison with the mean: `over the mean by 20 %` names a point on the line, `... or more` an interval. */
function peer(caught: Caught, amount: Amount): Condition {
  const post = caught.tag("post");
  if (post === "up" || post === "down") {
    const below = amount.value < 0;
    // 20 % or more below the mean lies below, whatever the word after the number says.
    const end = (post === "up") !== below ? "low" : "high";
    return build(caught, { [end]: { amount, claim: "claimed" }, of: "peer" });
  }
  return exact(caught, amount, "peer");
}

/**
 * `below 80 % of the mean` is a share of the mean. `below the mean's 20 %` may be a share or a distance, so it becomes
 * a doubt.
 */
const UNCLEAR_SHARE = 0.5;

export const CONDITIONS: readonly Phrase[] = [
  // Comparisons with the mean.
  ["op:gt|ge|lt|le|higher|lower mean of a:@pct post:up|down?", (c) => shareOfMean(c)],
  [
    "op:gt|ge|lt|le|higher|lower mean !of a:@pct post:up|down?",
    (c) => [peer(c, deviation(c.amount("a"), c.tag("op")))],
  ],
  ["a:@pct post:up|down? op:gt|lt|higher|lower mean", (c) => [peer(c, deviation(c.amount("a"), c.tag("op")))]],
  ["op:ge|gt|le|lt|at? a:@pct of mean", (c) => [against(c, ofMean(c.amount("a")), c.tag("op"))]],
  ["mean of a:@pct post:up|down?", (c) => [peer(c, ofMean(c.amount("a")))]],
  ["mean pm a:@pct", (c) => [withinMean(c)]],
  ["mean a:@pct post:up|down?", (c) => [peer(c, deviation(c.amount("a"), undefined))]],
  [
    "mean post:up|down a:@pct",
    (c) => [exact(c, deviation(c.amount("a"), c.tag("post") === "down" ? "lt" : "gt"), "peer")],
  ],
  ["op:ge|gt|le|lt mean !num|of", (c) => [against(c, atMean(c), c.tag("op"))]],
  ["op:at|eq mean !num|of", (c) => [exact(c, atMean(c), "peer")]],
  ["mean post:up|down !num", (c) => [sided(c, c.tag("post")!, atMean(c), "peer")]],
  [
    "op:higher|lower a:@pct post:up|down?",
    (c) => [{ ...peer(c, deviation(c.amount("a"), c.tag("op"))), of: "change" }],
  ],
  ["a:@pct post:up|down? op:gt|lt !num", (c) => [{ ...peer(c, deviation(c.amount("a"), c.tag("op"))), of: "change" }]],
  // Distances from a target.
  ["deviate op:gt|ge|lt|le? a:@amount post:up|down|le? m:incl|excl?", (c) => [distance(c)]],
  ["op:gt|ge|lt|le a:@amount post:up|down? deviate", (c) => [distance(c)]],
  ["a:@amount post:up|down? deviate", (c) => [distance(c)]],
  // Brackets of mathematics, and double comparisons.
  ["l:bracket|open a:@amount comma|dash b:@amount r:bracket|close", (c) => brackets(c)],
  ["a:@amount p:lt|le word|earn|filler? q:lt|le b:@amount", (c) => [double(c, "a", "b")]],
  ["b:@amount q:gt|ge word|earn|filler? p:gt|ge a:@amount", (c) => [double(c, "a", "b")]],
  // Ranges.
  ["f:ge a:@amount dash b:@amount mid?", (c) => (c.token("f")!.text === "from" ? [range(c, ...ends(c))] : undefined)],
  [
    "between? a:@amount m:incl|excl? dash b:@amount m2:incl|excl? n:up|down|le? mid?",
    (c) => (c.tag("n") === "up" ? undefined : [range(c, ...ends(c))]),
  ],
  ["between a:@amount m:incl|excl? and|comma b:@amount m2:incl|excl? mid?", (c) => [range(c, ...ends(c))]],
  [
    "between a:@amount to:ge|between b:@amount mid?",
    (c) => (c.token("to")!.text === "到" ? [range(c, ...ends(c))] : undefined),
  ],
  // One end, with the word before or after the number. A mark may repeat the number.
  ["op:ge|gt|le|lt a:@amount m:incl|excl x:@amount post:up|down?", (c) => marked(c, "op")],
  ["op:ge|gt|le|lt a:@amount m:incl|excl post:up|down?", (c) => marked(c, "op")],
  ["op:ge|gt|le|lt m:incl|excl a:@amount post:up|down?", (c) => marked(c, "op")],
  ["op:ge|gt|le|lt a:@amount post:up|down?", (c) => marked(c, "op")],
  ["at? a:@amount m:incl|excl x:@amount post:up|down", (c) => marked(c, "post")],
  ["at? a:@amount m:incl|excl post:up|down", (c) => marked(c, "post")],
  ["at? a:@amount post:up|down m:incl|excl x:@amount", (c) => marked(c, "post")],
  ["at? a:@amount post:up|down m:incl|excl", (c) => marked(c, "post")],
  ["at? a:@amount post:up|down cnt|unit", (c) => marked(c, "post")],
  ["at? a:@amount post:up|down", (c) => marked(c, "post")],
  ["m:incl|excl a:@amount post:up|down", (c) => marked(c, "post")],
];

/** A condition with one end. A number after a mark must repeat the bound, or else it belongs to the following text. */
function marked(c: Caught, word: "op" | "post"): readonly Condition[] | undefined {
  const again = c.optional("x");
  if (again && again.value !== c.amount("a").value) return undefined;
  return [sided(c, c.tag(word)!, c.amount("a"))];
}

function ends(c: Caught): readonly [Bound, Bound] {
  return [
    { amount: c.amount("a"), claim: claimOf(c, "m", "silent") },
    { amount: c.amount("b"), claim: claimOf(c, "m2", "silent") },
  ];
}

function shareOfMean(c: Caught): readonly Part[] {
  const amount = c.amount("a");
  const op = c.tag("op");
  if (amount.signed) return [peer(c, amount)];
  if (op === "higher" || op === "lower") return [peer(c, deviation(amount, op))];
  if (amount.value > UNCLEAR_SHARE) return [against(c, ofMean(amount), op)];
  return op === "gt" ? [peer(c, deviation(amount, op))] : [{ kind: "mean-share", ...c.span }];
}

/** A comparison with a value of the mean; the word gives the side. */
const against = (c: Caught, amount: Amount, op: Tag | undefined): Condition =>
  op === undefined || op === "at" ? peer(c, amount) : sided(c, op, amount, "peer");

const withinMean = (c: Caught): Condition => {
  const size = c.amount("a");
  const low: Amount = { ...size, value: -size.value };
  return build(c, { low: { amount: low, claim: "claimed" }, high: { amount: size, claim: "claimed" }, of: "peer" });
};

function distance(c: Caught): Condition {
  const tag = c.tag("op") ?? (c.tag("post") === "le" ? "down" : c.tag("post"));
  return tag === undefined ? exact(c, c.amount("a"), "distance") : sided(c, tag, c.amount("a"), "distance");
}

function brackets(c: Caught): readonly Condition[] | undefined {
  const [left, right] = [c.token("l")!.text, c.token("r")!.text];
  if (left === "]" || right === "[" || (left === "(" && right === ")" && c.amount("a").unit === "points"))
    return undefined;
  return [
    range(
      c,
      { amount: c.amount("a"), claim: left === "[" ? "claimed" : "refused" },
      { amount: c.amount("b"), claim: right === "]" ? "claimed" : "refused" },
    ),
  ];
}

function double(c: Caught, low: string, high: string): Condition {
  const strict = (tag: Tag | undefined): Claim => (tag === "lt" || tag === "gt" ? "refused" : "claimed");
  return range(
    c,
    { amount: c.amount(low), claim: strict(c.tag("p")) },
    { amount: c.amount(high), claim: strict(c.tag("q")) },
  );
}
