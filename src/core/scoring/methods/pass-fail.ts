import { showMetric } from "../../text/format";
import { localise } from "../../text/locale";
import { earnsAll, earnsNothing, orLess, orMore } from "../curves/clauses";
import { literal } from "../curves/curve";
import { earnedOf } from "../curves/points-in-words";
import { lowered, raised } from "../../text/tolerance";
import { defineMethod, eachValue } from "../model/method";
import { isOneOf } from "../curves/word-formula";
import { FAIL_WORDS, PASS_WORDS, readPassWord } from "../curves/pass-words";

interface Ends {
  readonly zeroAt: number | undefined;
  readonly fullAt: number | undefined;
}

/** The lowest or highest value that passes. Without Full at, words are 1 and 0. */
const passAt = ({ fullAt }: Ends): number => fullAt ?? 1;

/** A failing value, for the word that means a fail. */
const failAt = ({ zeroAt, fullAt }: Ends): number =>
  fullAt === undefined ? 0 : (zeroAt ?? fullAt - Math.max(1, Math.abs(fullAt)));

const lowerIsBetter = ({ zeroAt, fullAt }: Ends): boolean =>
  fullAt !== undefined && zeroAt !== undefined && zeroAt > fullAt;

/** Words without the numbers. With a Full at, 1 and 0 are measured values. */
const withoutNumbers = (words: readonly string[], ends: Ends): readonly string[] =>
  ends.fullAt === undefined ? words : words.filter((word) => Number.isNaN(Number(word)));

export default defineMethod({
  id: "pass-fail",
  names: { en: ["pass-fail", "pass/fail", "pass or fail"], "zh-CN": ["达标", "达标/不达标", "达标与否", "合格与否"] },
  text: {
    en: {
      summary:
        "All points or none. The cell says pass or fail in words (pass, yes, TRUE, 1, √); with full at stated, a number at or past it passes as well.",
      formula: "points when passed, otherwise 0",
    },
    "zh-CN": {
      summary:
        "达标得满分，不达标不得分。单元格写明是否达标（达标、合格、通过、是、TRUE、1、√）；写明满分值时，达到或超过它的数字也算达标。",
      formula: "达标得分值，否则得 0",
    },
  },
  source: "Standards that are met or not, such as the service-standard attainment of service staff.",
  parameters: {
    fullAt: {
      unit: "metric",
      required: false,
      domain: "any",
      text: {
        en: { name: "full at", help: "Value that passes; blank where the cells say pass or fail in words." },
        "zh-CN": { name: "满分值", help: "达标的值；单元格用文字写明是否达标时留空。" },
      },
    },
    zeroAt: {
      unit: "metric",
      required: false,
      domain: "any",
      text: {
        en: { name: "zero at", help: "Only says the direction: above full at means that lower is better." },
        "zh-CN": { name: "零分值", help: "仅表示方向：大于满分值表示越低越好。" },
      },
    },
  },
  points: "required",
  monotone: "by-parameters",
  input: "metric",
  valueKind: "labels",
  words: (ends) => (cell) => {
    if (cell.kind === "number" && ends.fullAt !== undefined) return cell.value;
    const passed = readPassWord(cell);
    return passed === undefined ? undefined : passed ? passAt(ends) : failAt(ends);
  },
  examples: [
    example({}, "达标", 5, "A Chinese word.", "中文用词。"),
    example({}, "Fail", 0, "Failed: no points.", "不达标：不得分。"),
    example({}, "√", 5, "A tick.", "打勾。"),
    example({}, 0, 0, "Without full at, 1 and 0 mean yes and no.", "没有满分值时，1 和 0 表示是与否。"),
    example(
      {},
      0.95,
      "failed",
      "A measured value, but no full at to compare it with.",
      "是测量值，却没有可比较的满分值。",
    ),
    example({}, "maybe", "failed", "Neither pass nor fail.", "既不是达标，也不是不达标。"),
    example({ fullAt: 0.95 }, 0.95, 5, "At full at it is passed.", "等于满分值即达标。"),
    example({ fullAt: 0.95 }, 0.9499, 0, "Just below full at.", "略低于满分值。"),
    example({ fullAt: 0.95 }, "不达标", 0, "Words count beside numbers.", "数字之外，用文字也可以。"),
    example({ fullAt: 3, zeroAt: 4 }, 2.5, 5, "Zero at lies above: lower is better.", "零分值更大：越低越好。"),
    example({ fullAt: 3, zeroAt: 4 }, 3.5, 0, "Between the two it is not passed.", "介于两者之间不达标。"),
  ],
  compile: ({ points, ...ends }) => {
    const falling = lowerIsBetter(ends);
    const pass = falling ? raised(passAt(ends)) : lowered(passAt(ends));
    const onlyWords = ends.fullAt === undefined;
    return () =>
      eachValue((value) => {
        const known = onlyWords ? value === 0 || value === 1 : value === value;
        return known ? ((falling ? value <= pass : value >= pass) ? points : 0) : NaN;
      });
  },
  landmarks: (ends) => (ends.fullAt === undefined ? [0, 1] : [ends.fullAt]),
  nativeFormula: ({ points, ...ends }, { value }) => {
    // A number typed as text counts, as in the engine; `+0` reads it.
    const compared = `${value}+0${lowerIsBetter(ends) ? "<=" : ">="}${literal(passAt(ends))}`;
    const otherwise = ends.fullAt === undefined ? "NA()" : `IF(${compared},${literal(points)},0)`;
    const says = (words: readonly string[]): string => isOneOf(value, withoutNumbers(words, ends));
    return `IF(${says(PASS_WORDS)},${literal(points)},IF(${says(FAIL_WORDS)},0,${otherwise}))`;
  },
  explain: ({ points, ...ends }, { value, points: earned, showAs }) => ({
    facts: { passed: earned > 0 ? 1 : 0, ...(ends.fullAt === undefined ? { value } : { value, fullAt: ends.fullAt }) },
    sentence: localise((locale) => {
      const result = earnedOf(earned, points, locale);
      if (Number.isNaN(earned)) {
        return locale === "en"
          ? "It says neither pass nor fail: no points can be given."
          : "既没有写达标，也没有写不达标：不能计分。";
      }
      const bound = ends.fullAt === undefined ? "" : showMetric(ends.fullAt, showAs, locale);
      const side = lowerIsBetter(ends);
      if (locale === "en") {
        const asked = bound && ` (${bound} or ${side ? "less" : "more"} is asked for)`;
        return `${earned > 0 ? "Passed" : "Not passed"}${asked}: ${result}.`;
      }
      const asked = bound && `（要求${side ? "不高于" : "不低于"} ${bound}）`;
      return `${earned > 0 ? "达标" : "不达标"}${asked}：${result}。`;
    }),
  }),
  say: ({ zeroAt, fullAt }, { show }) => {
    if (fullAt === undefined)
      return [earnsAll({ en: "passed", "zh-CN": "达标" }), earnsNothing({ en: "failed", "zh-CN": "不达标" })];
    const passes = lowerIsBetter({ zeroAt, fullAt }) ? orLess : orMore;
    return [earnsAll(passes(show(fullAt))), earnsNothing({ en: "otherwise", "zh-CN": "否则" })];
  },
});

function example(ends: Partial<Ends>, value: string | number, expected: number | "failed", en: string, zh: string) {
  const { zeroAt, fullAt } = ends;
  return { parameters: { points: 5, zeroAt, fullAt }, value, points: expected, note: { en, "zh-CN": zh } };
}
