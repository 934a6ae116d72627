import { readdirSync } from "node:fs";
import path from "node:path";
import type { Doubt } from "../../../../src/core/ruletext/doubt";
import { readRule, withAnswer } from "../../../../src/core/ruletext/read-rule";
import { LOCALES } from "../../../../src/core/text/locale";
import { ONE_OF_MANY } from "../../../support/sentences";
import { CHINESE_RULES, ENGLISH_RULES } from "../../../support/rule-corpus";

const FOLDER = path.resolve(__dirname, "../../../../src/core/ruletext/doubts");
const CODES = readdirSync(FOLDER).map((file) => path.basename(file, ".ts"));

const READINGS = [...CHINESE_RULES, ...ENGLISH_RULES].map(({ text, points }) => readRule(text, { points }));
const DOUBTS = READINGS.flatMap(({ text, doubts }) => doubts.map((doubt) => ({ text, doubt })));

test.each(CODES)("%s is the code of its definition, and a sentence of the corpus raises it", async (code) => {
  const { default: kind } = (await import(path.join(FOLDER, code))) as { default: { code: string } };
  expect(kind.code).toBe(code);
  expect(DOUBTS.some(({ doubt }) => doubt.code === code) || MORE.some(([, , each]) => each === code)).toBe(true);
});

test("every doubt says what, why and how in both languages, and hangs on words of the text", () => {
  for (const { text, doubt } of DOUBTS) {
    for (const locale of LOCALES) {
      const { what, why, how } = doubt.text[locale];
      for (const sentence of [what, why, how]) expect(sentence).not.toMatch(/undefined|NaN|\[object|\$\{|^$/);
      if (locale === "en") expect(what).not.toMatch(ONE_OF_MANY);
    }
    expect(doubt.text["zh-CN"].what).not.toBe(doubt.text.en.what);
    expect(doubt.spans.length).toBeGreaterThan(0);
    for (const { from, to } of doubt.spans) {
      expect(text.slice(from, to).trim()).not.toBe("");
      expect(from >= 0 && to <= text.length).toBe(true);
    }
  }
});

/** Rules, the points beside them, the doubt, and its words. */
const MORE: readonly (readonly [rule: string, points: number | undefined, code: string, words: readonly string[]])[] = [
  ["满意度９５％以上满分，９５％以下不得分", 10, "bound-claimed-twice", ["９５％以上满分", "９５％以下不得分"]],
  ["季考：９０分以上　满分", 10, "zero-at-not-stated", ["９０分以上　满分"]],
  ["𠀀𠀀每低１个百分点扣０．５分，目标 95%", 10, "step-part-not-stated", ["１个百分点"]],
  ["90 分以上满分，60 分以下不得分，之间线形", 10, "slip-mended", ["线形"]],
  ["60 or less earns nothing, 90 or more earns all points, in between lienar", 10, "slip-mended", ["lienar"]],
  ["0.8%以下满分，2%以上不得分，1.8%到2%之间线性", 5, "gap", ["0.8%以下满分", "1.8%到2%之间"]],
  [
    "90分以上满分，60分以下不得分，之间线性",
    undefined,
    "points-not-stated",
    ["90分以上满分，60分以下不得分，之间线性"],
  ],
  ["60-90分线性得分", 10, "zero-at-not-stated", ["60-90分"]],
  ["以95%为目标，每低扣0.5分", 10, "step-not-stated", ["每低"]],
  ["80分以上得8分", 10, "zero-at-not-stated", ["80分以上得8分"]],
  ["80%以上得8分，80%以下（不含）得3分，50%以上", 10, "not-combined", ["50%以上"]],
  ["优秀10分，良好8分，其余 -3 分", 10, "not-combined", ["其余"]],
  ["优秀10分，良好8分，一般", 10, "worth-not-stated", ["一般"]],
  ["每次扣 2 分；".repeat(400), 10, "too-long", ["每次扣 2 分；".repeat(400)]],
];

test.each(MORE)("%.60s (%s points): %s hangs on its words", (text, points, code, words) => {
  const doubt = readRule(text, { points }).doubts.find((each) => each.code === code) as Doubt;
  expect(doubt?.spans.map(({ from, to }) => text.slice(from, to))).toEqual(words);
});

test("every answer settles its doubt: reading the rule with its words raises it no more", () => {
  const answered = DOUBTS.flatMap(({ text, doubt }) => doubt.answers.map((answer) => ({ text, doubt, answer })));
  expect(answered.length).toBeGreaterThan(20);
  const open = answered.flatMap(({ text, doubt, answer }) =>
    LOCALES.flatMap((locale) => {
      const isChinese = /[\u4e00-\u9fff]/.test(text);
      if (isChinese !== (locale === "zh-CN")) return [];
      const points = [...CHINESE_RULES, ...ENGLISH_RULES].find((each) => each.text === text)?.points;
      const words = withAnswer(text, answer, locale, answer.asks === undefined ? "" : numberFor(text, answer.asks));
      const codes = readRule(words, { points }).doubts.map(({ code }) => code);
      return codes.includes(doubt.code) ? [{ words, code: doubt.code, codes }] : [];
    }),
  );
  expect(open).toEqual([]);
});

/** A number of the requested kind, in the unit of the rule. */
const numberFor = (text: string, asks: "metric" | "points"): string =>
  asks === "points" ? "2" : /[%％]/.test(text) ? "50%" : "50";
