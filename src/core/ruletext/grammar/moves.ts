import type { Amount, Move } from "./parts";
import type { Caught } from "./pattern";
import type { Phrase } from "./phrase";

/** `Add -2 points` contradicts itself, so its meaning is unknown. `Deduct -2 points` only says the same twice. */
const move = (caught: Caught, sign: Move["sign"], amount: Amount | undefined): Move => ({
  kind: "move",
  ...caught.span,
  sign: sign > 0 && amount && amount.value < 0 ? 0 : sign,
  amount: amount && { ...amount, value: Math.abs(amount.value) },
});

/** Without a word, the sign of the number gives the direction: at most -20 points. */
const limit = (c: Caught, sign: Move["sign"]) => {
  const amount = c.amount("a");
  return [
    {
      kind: "limit" as const,
      ...c.span,
      sign: sign === 0 ? signOf(amount) : sign,
      amount: { ...amount, value: Math.abs(amount.value) },
    },
  ];
};

const eachEvent = (c: Caught, size?: Amount) => ({
  kind: "per" as const,
  ...c.span,
  direction: undefined,
  size,
  target: undefined,
  part: undefined,
});

const signOf = ({ value, signed }: Amount): Move["sign"] => (!signed ? 0 : value < 0 ? -1 : 1);

/** Points taken away or added, how often, and the most. */
export const MOVES: readonly Phrase[] = [
  ["takecap eq|colon? a:@pt", (c) => limit(c, -1)],
  ["addcap eq|colon? a:@pt", (c) => limit(c, 1)],
  ["cap take a:@pt", (c) => limit(c, -1)],
  ["cap add a:@pt", (c) => limit(c, 1)],
  ["take|taken cap|le eq? a:@pt", (c) => limit(c, -1)],
  ["add|added cap|le eq? a:@pt", (c) => limit(c, 1)],
  ["cap eq|colon? a:@amount taken", (c) => limit(c, -1)],
  ["cap eq|colon? a:@amount", (c) => limit(c, 0)],
  ["a:@amount cap !num|take|add|earn", (c) => limit(c, 0)],
  // 2 points an event, written with a slash.
  ["take a:@pt slash cnt|unit|word", (c) => [move(c, -1, c.amount("a")), eachEvent(c)]],
  ["add a:@pt slash cnt|unit|word", (c) => [move(c, 1, c.amount("a")), eachEvent(c)]],
  ["a:@pts slash cnt|unit|word", (c) => [move(c, signOf(c.amount("a")), c.amount("a")), eachEvent(c)]],
  // An event and its price, without a word such as `each`.
  ["n:@cnt take a:@pt", (c) => [eachEvent(c, c.amount("n")), move(c, -1, c.amount("a"))]],
  ["n:@cnt add a:@pt", (c) => [eachEvent(c, c.amount("n")), move(c, 1, c.amount("a"))]],
  ["take a:@pt", (c) => [move(c, -1, c.amount("a"))]],
  ["add a:@pt", (c) => [move(c, 1, c.amount("a"))]],
  ["a:@pt taken", (c) => [move(c, -1, c.amount("a"))]],
  ["a:@pt added", (c) => [move(c, 1, c.amount("a"))]],
  ["take", (c) => [move(c, -1, undefined)]],
  ["add", (c) => [move(c, 1, undefined)]],
];
