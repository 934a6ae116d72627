import { parseCell } from "../../../../src/core/cell/cell";
import { readRule } from "../../../../src/core/ruletext/read-rule";
import { scoreByRule } from "../../../../src/core/ruletext/score-rule";
import { writeRule } from "../../../../src/core/ruletext/write-rule";
import { LOCALES } from "../../../../src/core/text/locale";
import { CHINESE_RULES, ENGLISH_RULES } from "../../../support/rule-corpus";

const ALL = [...CHINESE_RULES, ...ENGLISH_RULES];

test("the corpus holds at least 250 sentences, about half of them Chinese, and none twice", () => {
  expect(ALL.length).toBeGreaterThanOrEqual(250);
  expect(Math.abs(CHINESE_RULES.length - ENGLISH_RULES.length)).toBeLessThan(ALL.length / 4);
  expect(new Set(ALL.map(({ text, points }) => `${text} ${points}`)).size).toBe(ALL.length);
});

test.each(ALL.map((each) => [each.text, each] as const))("%s", (_text, { text, points, method, scores, doubts }) => {
  const reading = readRule(text, { points });
  expect(reading.rule?.method).toBe(method);
  const found = scoreByRule(
    reading,
    points,
    scores.map(([cell]) => parseCell(cell)),
  );
  const shown = found.map((score, k) => [
    scores[k]![0],
    score.points === undefined ? undefined : Number(score.points.toPrecision(12)),
  ]);
  expect(shown).toEqual(scores);
  expect(reading.doubts.map(({ code }) => code).sort()).toEqual(doubts);
});

test("what was understood of a sentence of the corpus, put into words, is read as the same rule", () => {
  let count = 0;
  const wrong = ALL.flatMap(({ text, points }) => {
    const { rule, doubts } = readRule(text, { points });
    // Words with a blank for a missing value are for people.
    if (!rule || doubts.some(({ severity }) => severity === "error")) return [];
    count += 1;
    return LOCALES.flatMap((locale) => {
      const words = writeRule(rule, locale);
      const { rule: again } = readRule(words);
      return JSON.stringify(sorted(again)) === JSON.stringify(sorted(rule)) ? [] : [{ text, words, rule, again }];
    });
  });
  expect(wrong).toEqual([]);
  expect(count).toBeGreaterThan(200);
});

const sorted = (rule: object | undefined): unknown => rule && Object.entries(rule).sort(([a], [b]) => (a < b ? -1 : 1));
