import type { Amount, Outcome, Part } from "./parts";
import type { Caught } from "./pattern";
import type { Phrase } from "./phrase";

const outcome = (caught: Caught, worth: Outcome["worth"]): readonly [Outcome] => [
  { kind: "outcome", ...caught.span, worth },
];

const worthOf = ({ value, unit }: Amount, to?: Amount): Outcome["worth"] => ({
  unit: unit === "percent" || unit === "percentage-point" ? "share" : "points",
  value,
  to: to?.value,
});

/** Worths of values, cases and grades, and points of an indicator. */
export const WORTHS: readonly Phrase[] = [
  // Shares of the points. Weights are points out of the rubric's hundred.
  ["worth !of eq|colon? a:@pct !up|down|incl|excl|dash|of", (c) => pointsOf(c, asPoints(c.amount("a")))],
  ["earn|by|eq? full of a:@pct", (c) => outcome(c, worthOf(c.amount("a")))],
  ["earn|by|eq? worth of? a:@pct dash b:@pct", (c) => outcome(c, worthOf(c.amount("a"), c.amount("b")))],
  ["earn|by|eq? worth of? a:@pct", (c) => outcome(c, worthOf(c.amount("a")))],
  ["earn|by|eq? a:@pct dash b:@pct of? worth", (c) => outcome(c, worthOf(c.amount("a"), c.amount("b")))],
  ["earn|by|eq? a:@pct of full", (c) => outcome(c, worthOf(c.amount("a")))],
  ["earn|by|eq? a:@pct of? worth", (c) => outcome(c, worthOf(c.amount("a")))],
  ["by a:@pct !eq|target|of", (c) => outcome(c, worthOf(c.amount("a")))],
  // Points of the indicator.
  ["worth eq|colon? a:@pt !up|down|incl|excl|dash|of", (c) => pointsOf(c, c.amount("a"))],
  ["full eq|colon? a:@pts !up|down|incl|excl|dash|zero|full|earn", (c) => pointsOf(c, c.amount("a"))],
  ["open a:@pts close", (c) => [{ kind: "bare", ...c.span, amount: c.amount("a"), inBrackets: true }]],
  ["open earn a:@pts close", (c) => [{ kind: "bare", ...c.span, amount: c.amount("a"), inBrackets: true }]],
  ["a:@pt o:of b:@pt !up|down", (c) => shareOf(c)],
  // `95 % = 10`, written with the sign.
  [
    "e:eq a:@pt !up|down|incl|excl|dash",
    (c) => (c.token("e")!.text === "=" ? outcome(c, worthOf(c.amount("a"))) : undefined),
  ],
  // What a value earns.
  ["earn|eq? full pt?", (c) => outcome(c, { unit: "full" })],
  ["untouched", (c) => outcome(c, { unit: "full" })],
  ["earn|eq? zero", (c) => outcome(c, { unit: "zero" })],
  ["earn a:@amount dash b:@amount", (c) => outcome(c, worthOf(c.amount("a"), c.amount("b")))],
  ["earn a:@pt !up|down|incl|excl|dash", (c) => outcome(c, worthOf(c.amount("a")))],
  ["earn a:@pct !up|down|incl|excl|dash", (c) => outcome(c, worthOf(c.amount("a")))],
  ["rise at? b:@amount earn a:@pt", (c) => [{ kind: "rise", ...c.span, worth: c.amount("a"), at: c.amount("b") }]],
  ["rise a:@pt at? b:@amount", (c) => [{ kind: "rise", ...c.span, worth: c.amount("a"), at: c.amount("b") }]],
  ["rise a:@pt", (c) => [{ kind: "rise", ...c.span, worth: c.amount("a"), at: undefined }]],
];

/** The points of an indicator. A number with a sign is something else. */
const pointsOf = (c: Caught, amount: Amount): readonly Part[] | undefined =>
  amount.signed ? undefined : [{ kind: "points", ...c.span, amount }];

/** `3 of 18`: 3 points out of 18. */
function shareOf(c: Caught): readonly Part[] | undefined {
  if (c.token("o")!.text !== "of") return undefined;
  const [a, b] = [c.amount("a"), c.amount("b")];
  if (a.signed || b.signed) return undefined;
  return [
    { kind: "bare", ...a, amount: a, inBrackets: false },
    { kind: "points", ...b, amount: b },
  ];
}

/** A weight of 10 % is 10 points of a rubric's 100. */
const asPoints = (amount: Amount): Amount => ({
  ...amount,
  value: Number((amount.value * 100).toPrecision(15)),
  unit: "points",
});
