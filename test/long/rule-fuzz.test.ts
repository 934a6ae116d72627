import fc from "fast-check";
import { parseCell } from "../../src/core/cell/cell";
import { readPolicy } from "../../src/core/ruletext/policy";
import { readRule } from "../../src/core/ruletext/read-rule";
import type { Rule } from "../../src/core/ruletext/rule";
import { scoreByRule } from "../../src/core/ruletext/score-rule";
import { writeRule } from "../../src/core/ruletext/write-rule";
import { LOCALES } from "../../src/core/text/locale";
import { CHINESE_RULES, ENGLISH_RULES } from "../support/rule-corpus";

/** 100,000 texts in total, the same ones every time. */
const RUNS = { tokens: 40_000, mutated: 40_000, characters: 15_000, policies: 5_000 };
const SEED = 20261124;

const SENTENCES = [...CHINESE_RULES, ...ENGLISH_RULES].map(({ text }) => text);

/** Words, numbers and signs of the corpus, and some that occur in no rule. */
const WORDS = [
  ...new Set(
    SENTENCES.flatMap(
      (text) => text.match(/\d+(?:\.\d+)?%?|[a-zA-Z]+|[\u4e00-\u9fff]{1,4}|[^\s\w\u4e00-\u9fff]/g) ?? [],
    ),
  ),
  ..."① ½ ² ３ ％ ∞ -0 1e9 0.1.2 1,234 １，０００ 999999999999999999999 \u0000 \uD800 😀 一百零五 十分 百分之".split(
    " ",
  ),
  "\n",
  "\t",
  " ",
];

/** Numbers of a text, found by a separate reader: digits and Chinese numerals, each as it is and as a percentage. */
function numbersOf(text: string): ReadonlySet<string> {
  const found = new Set<number>();
  // Only full-width digits fold to digits. Superscripts, fractions and circled numbers are no numbers of a rule.
  const plain = text.replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10)).replace(/．/g, ".");
  for (const [digits] of plain.matchAll(/\d[\d,]*(?:\.\d+)?|\.\d+/g)) {
    for (const part of [digits, ...digits.split(",")]) found.add(Number(part.replace(/,/g, "")));
  }
  for (const [numeral] of plain.matchAll(/[零〇一二两三四五六七八九十百千万半点]+/g)) {
    for (let from = 0; from < numeral.length; from += 1) {
      for (let to = from + 1; to <= Math.min(numeral.length, from + 12); to += 1) {
        const value = chineseNumber(numeral.slice(from, to));
        if (value !== undefined) found.add(value);
      }
    }
  }
  const words = plain.toLowerCase();
  ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"].forEach(
    (word, k) => {
      if (words.includes(word)) found.add(k + 1);
    },
  );
  ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"].forEach((word, k) => {
    if (words.includes(word)) found.add(k + 1);
  });
  if (words.includes("half")) found.add(0.5);
  for (const [, minutes, seconds] of plain.matchAll(/(\d+) ?(?:分钟?|min(?:ute)?s?|:) ?(\d+)/gi))
    found.add(60 * Number(minutes) + Number(seconds));
  return new Set([...found].flatMap((value) => [value, value / 100]).map(key));
}

const key = (value: number): string => String(Number(Math.abs(value).toPrecision(12)));

const DIGITS = "零一二三四五六七八九";

/** Chinese numerals read by counting the places. The product reads by the signs instead. */
function chineseNumber(numeral: string): number | undefined {
  if (numeral === "半") return 0.5;
  const [whole = "", fraction] = numeral.replace(/〇/g, "零").replace(/两/g, "二").split("点");
  let [rest, sum] = [whole, 0];
  for (const [sign, size] of [
    ["万", 10000],
    ["千", 1000],
    ["百", 100],
    ["十", 10],
  ] as const) {
    const at = rest.indexOf(sign);
    if (at < 0) continue;
    const before = rest.slice(0, at).replace(/^零/, "");
    const digit = before === "" && sign === "十" ? 1 : sign === "万" ? chineseNumber(before) : digitOf(before);
    if (digit === undefined) return undefined;
    sum += digit * size;
    rest = rest.slice(at + 1);
  }
  rest = rest.replace(/^零(?=.)/, "");
  const last = rest === "" ? 0 : digitOf(rest);
  if (last === undefined || whole === "") return undefined;
  if (fraction === undefined || fraction === "") return sum + last;
  const decimals = [...fraction].map(digitOf);
  return decimals.includes(undefined) ? undefined : Number(`${sum + last}.${decimals.join("")}`);
}

const digitOf = (text: string): number | undefined =>
  text.length === 1 && DIGITS.includes(text) ? DIGITS.indexOf(text) : undefined;

/** All numbers of a rule that decide points. Shares of 0 and 1 are words such as 满分 and "nothing". */
function numbersIn(rule: Rule): readonly number[] {
  const { zeroAt, fullAt, perEvent, step, limit, failAt, points, critical, scale = [] } = rule;
  const rows = scale.flatMap(({ from, to, points: worth, pointsTo, share, shareTo }, k) => [
    // Every further event follows the last counted one.
    rule.method === "deduct" && from === (scale[k - 1]?.from ?? 0) + 1 ? undefined : from,
    to,
    worth || undefined,
    pointsTo || undefined,
    ...[share, shareTo].filter((value) => value !== 0 && value !== 1),
  ]);
  const cap = critical?.effect === "cap" ? critical.cap : undefined;
  return [zeroAt, fullAt, perEvent, step, limit, failAt, points, cap, ...rows].filter((value) => value !== undefined);
}

/** Seconds of a unit of time by another. */
const TIME_FACTORS = [60, 3600, 1440, 24, 86_400];
/** Most steps of a rule that is worked out as rows. */
const MOST_STEPS = 1000;

/** Words that mean numbers: the mean is a deviation of 0, as none is; each is one of them, a hundred-point scale ends at 100. */
const STATED_BY_WORDS: readonly (readonly [number, RegExp])[] = [
  [0, /均|平均|mean|average|no|zero|零|无|没|未|全/i],
  [1, /[每/／]|per|each|every|次|percentage point/i],
  [0.01, /[每]|per|each|every/i],
  [100, /百分制/],
];

/** Numbers of a rule that its text does not state. */
function invented(text: string, rule: Rule): readonly number[] {
  const stated = numbersOf(text);
  const all = [...stated].map(Number);
  const isStated = (value: number): boolean =>
    stated.has(key(value)) || STATED_BY_WORDS.some(([known, words]) => key(known) === key(value) && words.test(text));
  const isSum = (value: number): boolean =>
    // 120 % of the mean is +20 %; points left after a deduction; the far end of a distance from a target.
    all.some(
      (a) =>
        stated.has(key(value - a)) ||
        stated.has(key(a - value)) ||
        key(a - 1) === key(value) ||
        key(1 - a) === key(value),
    );
  // Thresholds in two units of time are brought to one.
  const isConverted = (value: number): boolean =>
    /秒|分钟|时|天|sec|min|hour|day|\bs\b|\bh\b/i.test(text) &&
    TIME_FACTORS.some((factor) => stated.has(key(value * factor)) || stated.has(key(value / factor)));
  // Steps with a floor, or on both sides of a target, are worked out as rows: a start and so many steps.
  const isStep = (value: number): boolean =>
    rule.scale !== undefined &&
    all.some((start) =>
      all.some((size) => {
        const steps = size === 0 ? NaN : Math.abs(value - start) / size;
        return steps <= MOST_STEPS && Math.abs(steps - Math.round(steps)) < 1e-6;
      }),
    );
  // A share of the points as a price: 每次扣该项分值的20%.
  const isShare = (value: number): boolean => rule.points !== undefined && stated.has(key(value / rule.points));
  const mayAdd =
    rule.method === "target-centred" ||
    rule.method === "peer" ||
    /扣|减|minus|deduct|off|lose|less|cost|penalty|-/i.test(text);
  return numbersIn(rule).filter(
    (value) =>
      !isStated(value) && !isConverted(value) && !isStep(value) && !isShare(value) && !(mayAdd && isSum(value)),
  );
}

function check(text: string, points?: number): void {
  const reading = readRule(text, { points });
  const context = points === undefined ? text : `${text} ${points}`;
  if (reading.rule) {
    expect([text, invented(context, reading.rule)]).toEqual([text, []]);
    for (const locale of LOCALES) expect(writeRule(reading.rule, locale)).not.toMatch(/undefined|NaN|null|Infinity/);
  }
  for (const { spans, severity } of reading.doubts) {
    expect(["error", "warning", "info"]).toContain(severity);
    for (const { from, to } of spans)
      expect([text, from >= 0 && from <= to && to <= text.length]).toEqual([text, true]);
  }
  const scores = scoreByRule(reading, points, ["", "N/A", "75", "98%", "A", "-1"].map(parseCell));
  for (const score of scores)
    if (score.status === "scored") expect([text, Number.isFinite(score.points)]).toEqual([text, true]);
  expect(reading.steps).toBeLessThanOrEqual(STEPS_PER_CHARACTER * (text.length + 1));
}

/** Most phrases tried at a place. The reading of a text grows linearly with it. */
const STEPS_PER_CHARACTER = 60;

const points = fc.constantFrom(undefined, 10, 15);

test("any mix of the words of rules: no exception, no invented number", () => {
  const texts = fc.array(fc.constantFrom(...WORDS), { maxLength: 24 }).map((words) => words.join(""));
  fc.assert(fc.property(texts, points, check), { seed: SEED, numRuns: RUNS.tokens });
});

test("sentences of the corpus, changed at random: no exception, no invented number", () => {
  const change = fc.record({ at: fc.nat(200), length: fc.nat(6), by: fc.constantFrom(...WORDS, "", "", "") });
  const texts = fc
    .tuple(
      fc.constantFrom(...SENTENCES),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      fc.constantFrom("", ...SENTENCES.slice(0, 60)),
    )
    .map(([sentence, changes, more]) =>
      changes.reduce(
        (text, { at, length, by }) => {
          const from = at % (text.length + 1);
          return text.slice(0, from) + by + text.slice(from + length);
        },
        sentence + (more === "" ? "" : `；${more}`),
      ),
    );
  fc.assert(fc.property(texts, points, check), { seed: SEED, numRuns: RUNS.mutated });
});

test("any characters at all: no exception, no invented number", () => {
  const texts = fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), fc.string({ unit: "grapheme", maxLength: 40 }));
  fc.assert(fc.property(texts, points, check), { seed: SEED, numRuns: RUNS.characters });
});

test("any paragraph or table: no exception, every row keeps its own words", () => {
  const texts = fc
    .array(fc.constantFrom(...WORDS, ...SENTENCES, "\n", "\t", "。", "：", " 10 分："), { maxLength: 14 })
    .map((words) => words.join(""));
  fc.assert(
    fc.property(texts, (text) => {
      for (const { ruleText, span, reading } of readPolicy(text)) {
        expect(text.slice(span.from, span.to)).toBe(ruleText);
        if (reading.rule) expect([text, invented(text, reading.rule)]).toEqual([text, []]);
      }
    }),
    { seed: SEED, numRuns: RUNS.policies },
  );
});

describe("the work grows with the text and no faster", () => {
  const REPEATED: readonly (readonly [name: string, unit: string])[] = [
    ["sentences", "90 分以上得 10 分，80 分以上得 8 分；每次扣 2 分，扣完为止。"],
    ["a word for each", "每"],
    ["a word for each, and words", "每迟到"],
    ["brackets", "（"],
    ["numbers", "90 "],
    ["digits", "9"],
    ["numbers with points", "1."],
    ["commas", "，"],
    ["ranges", "60-90"],
    ["comparisons", "不低于60且低于90"],
    ["labels", "A、"],
    ["Chinese numerals", "九十"],
    ["spaces", " "],
    ["unknown words", "x "],
    ["words of several words", "no more than "],
  ];

  test.each(REPEATED)("%s", (_name, unit) => {
    const [short, long] = [2_000, 32_000].map((length) => readRule(unit.repeat(Math.ceil(length / unit.length))).steps);
    // Sixteen times the text; a square law would be 256.
    expect(long! / Math.max(short!, 1)).toBeLessThanOrEqual(20);
  });
});
