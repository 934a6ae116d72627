import type { Amount, Part, Word } from "./parts";
import type { Caught } from "./pattern";
import type { Phrase } from "./phrase";

const word =
  (kind: Word) =>
  (c: Caught): readonly Part[] => [{ kind, ...c.span }];

const named =
  (kind: "target" | "centre" | "band") =>
  (c: Caught): readonly Part[] => [{ kind, ...c.span, amount: c.amount("a") }];

const rating = (c: Caught, low: Amount | undefined, high: Amount | undefined): readonly Part[] => [
  { kind: "rating", ...c.span, low, high },
];

/** 第三次: the number follows the word for an ordinal, which has no value of its own. */
const repeat = (c: Caught, sign: string, onwards: boolean): readonly Part[] | undefined =>
  c.token(sign)!.value === undefined ? [{ kind: "repeat", ...c.span, nth: c.token("n")!.value!, onwards }] : undefined;

/** 百分制: from 0 to the hundred in its name. */
const hundred = (c: Caught): Amount => ({ ...c.span, value: 100, unit: "points", unitWord: "", signed: false });

const critical =
  (effect: "zero" | "section") =>
  (c: Caught): readonly Part[] => [{ kind: "critical", ...c.span, effect, cap: undefined }];

/** Phrases that contain a comparison or a range, but mean something else. They are tried first. */
export const SPECIAL: readonly Phrase[] = [
  // Incomplete steps.
  ["lt a:@amount by b:@amount", (c) => [{ kind: "step-part", ...c.span, part: "started", size: c.amount("a") }]],
  ["lt a:@amount untouched|uncounted", (c) => [{ kind: "step-part", ...c.span, part: "full", size: c.amount("a") }]],
  ["lt a:@amount prop", (c) => [{ kind: "step-part", ...c.span, part: "proportional", size: c.amount("a") }]],
  ["started", (c) => [{ kind: "step-part", ...c.span, part: "started", size: undefined }]],
  ["whole", (c) => [{ kind: "step-part", ...c.span, part: "full", size: undefined }]],
  // Ratings.
  ["between? a:@amount dash b:@amount rating", (c) => rating(c, c.amount("a"), c.amount("b"))],
  ["rating between? a:@amount dash b:@amount", (c) => rating(c, c.amount("a"), c.amount("b"))],
  [
    "n:num rating",
    (c) =>
      rating(c, undefined, { ...c.span, value: c.token("n")!.value!, unit: "points", unitWord: "", signed: false }),
  ],
  ["hundred", (c) => rating(c, undefined, hundred(c))],
  ["rating", (c) => rating(c, undefined, undefined)],
];

export const OTHERS: readonly Phrase[] = [
  // Targets, on one side or on both.
  ["closer target? eq? a:@amount", named("centre")],
  [
    "a:@amount pm b:@amount",
    (c) => [
      {
        kind: "centre",
        ...c.amount("a"),
        amount: { ...c.amount("a"), unit: c.amount("a").unit === "none" ? c.amount("b").unit : c.amount("a").unit },
      },
      { kind: "band", ...c.amount("b"), amount: c.amount("b") },
    ],
  ],
  ["deviate? pm a:@amount", named("band")],
  ["target eq|colon|of|at? a:@amount !dash|up|down", named("target")],
  ["target ge eq? a:@amount", named("target")],
  ["by a:@amount eq? target", named("target")],
  ["a:@amount eq? target", named("target")],
  // Repeats: the first, the second, every further one.
  ["s:nth n:num cnt? o:onwards|up", (c) => repeat(c, "s", true)],
  ["s:nth n:num cnt?", (c) => repeat(c, "s", false)],
  ["n:nth and? o:every|onwards", (c) => [{ kind: "repeat", ...c.span, nth: c.token("n")!.value, onwards: true }]],
  [
    "n:nth",
    (c) =>
      c.token("n")!.value === undefined
        ? undefined
        : [{ kind: "repeat", ...c.span, nth: c.token("n")!.value!, onwards: false }],
  ],
  ["every", (c) => [{ kind: "repeat", ...c.span, nth: undefined, onwards: true }]],
  // Critical items.
  ["critTotal", critical("zero")],
  ["critSection", critical("section")],
  ["total cap|le|by eq? a:@pt", (c) => [{ kind: "critical", ...c.span, effect: "cap", cap: c.amount("a") }]],
  ["critical", critical("zero")],
  // Attainment and its formula.
  ["attain divide|slash target", word("attain")],
  ["attain", word("attain")],
  ["times", word("formula")],
  // Cases without intervals.
  ["l:label", (c) => [{ kind: "label", ...c.span, label: c.token("l")!.text.replace(/[级等档]$/, "") }]],
  ["p:pass|fail", (c) => [{ kind: "verdict", ...c.span, passed: c.tag("p") === "pass" }]],
  ["else", (c) => [{ kind: "otherwise", ...c.span }]],
  // Lines, and words with a meaning of their own.
  ["versus mean versus?", word("peer")],
  ["mean versus?", word("peer")],
  ["linear", word("linear")],
  ["prop", word("proportion")],
  ["mid", word("mid")],
  ["until", word("until")],
  ["checklist", word("checklist")],
  ["manual", word("manual")],
  ["vague", word("vague")],
  ["except", word("except")],
  ["or", word("or")],
  ["and", word("and")],
  ["comma", word("comma")],
  ["stop", word("stop")],
  ["colon", word("colon")],
  ["at? a:@amount", (c) => [{ kind: "bare", ...c.span, amount: c.amount("a"), inBrackets: false }]],
  [
    "eq|at|of|by|filler|open|close|bracket|between|earn|worth|slash|pm|deviate|target|closer|versus|cap|takecap|addcap|taken|added|total|divide|onwards|uncounted",
    word("silent"),
  ],
];
