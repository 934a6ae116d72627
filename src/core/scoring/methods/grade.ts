import { labelFinder } from "../../rubric/labels";
import { labelScale } from "../../rubric/make-scale";
import type { Interval } from "../../rubric/scale";
import { showPercent } from "../../text/format";
import { localise } from "../../text/locale";
import { literal } from "../curves/curve";
import { sayScale } from "../curves/scale-clauses";
import { earnedOf } from "../curves/points-in-words";
import { defineMethod } from "../model/method";
import { isOneOf } from "../curves/word-formula";

/** Points of each label; NaN for a label without a worth. */
const worthsOf = (intervals: readonly Interval[], points: number): Float64Array =>
  Float64Array.from(intervals, ({ worth }) => (worth ? worth.from * (worth.unit === "share" ? points : 1) + 0 : NaN));

const NINE = labelScale("Attitude", "points", [
  ["S", 9],
  ["A", 7.5],
  ["B+", 6],
  ["B", 5.25],
  ["B-", 4.5],
  ["C", 3],
  ["D", 1.5],
]);
const FIVE = labelScale("Stars", "share", [
  ["5", 1],
  ["4", 0.8],
  ["3", 0.6],
  ["2", 0.3],
  ["1", 0],
]);
const WORDS = labelScale("四级", "share", [
  ["优", 1],
  ["良", 0.85],
  ["中", 0.7],
  ["差", 0.4],
]);

export default defineMethod({
  id: "grade",
  names: { en: ["grade", "letter grade"], "zh-CN": ["等级", "等级评定", "评级"] },
  text: {
    en: {
      summary:
        "The cell holds a grade, such as S, A, B+ or 1 to 5, and the scale says what each grade is worth. Casing, width and spaces do not matter.",
      formula: "worth of the grade in points, or its share x points",
    },
    "zh-CN": {
      summary: "单元格填写等级（如 S、A、B+ 或 1 至 5），由等级表规定每个等级的分值。大小写、全半角和空格不影响识别。",
      formula: "该等级的分值，或其比例 × 分值",
    },
  },
  source: "Letter grades of graded schemes: S, A, B+, B, B-, C, D worth 18, 15, 12, 10.5, 9, 6, 3 of 18 points.",
  parameters: {
    scale: {
      unit: "scale",
      required: true,
      domain: "any",
      text: {
        en: { name: "scale", help: "Name of the scale that lists the grades and what each of them is worth." },
        "zh-CN": { name: "等级表", help: "列出各等级及其分值的等级表名称。" },
      },
    },
  },
  points: "required",
  monotone: "none",
  input: "metric",
  valueKind: "labels",
  words: ({ scale }) => labelFinder(scale.intervals.map(({ grade }) => grade)),
  examples: [
    example(9, NINE, "S", 9, "The best grade earns all points.", "最高等级得满分。"),
    example(9, NINE, "B", 5.25, "B is worth 5.25 of 9 points.", "B 为 9 分中的 5.25 分。"),
    example(9, NINE, " ｂ＋ ", 6, "Casing, width and spaces do not matter.", "大小写、全半角和空格不影响识别。"),
    example(9, NINE, "E", "failed", "No grade of the scale.", "等级表中没有这个等级。"),
    example(
      10,
      FIVE,
      4,
      8,
      "A number can be a grade: 4 of 5 is worth 80 %.",
      "数字也可以是等级：5 级中的 4 级为 80%。",
    ),
    example(10, FIVE, 2.5, "failed", "There is nothing between two grades.", "两个等级之间没有分值。"),
    example(20, WORDS, "良", 17, "A share counts of the indicator's points.", "比例按指标分值折算。"),
  ],
  compile: ({ points, scale: { intervals } }) => {
    const worths = worthsOf(intervals, points);
    return () => (values, out, from, to) => lookUp(values, out, from, to, worths);
  },
  landmarks: ({ scale }) => scale.intervals.map((_, index) => index),
  nativeFormula: ({ points, scale: { intervals } }, { value }) => {
    const worths = worthsOf(intervals, points);
    return intervals.reduceRight((otherwise, { grade }, index) => {
      const worth = worths[index]!;
      return `IF(${isOneOf(value, [grade])},${Number.isNaN(worth) ? "NA()" : literal(worth)},${otherwise})`;
    }, "NA()");
  },
  explain: ({ points, scale }, { value, points: earned }) => {
    const grade = scale.intervals[value]?.grade ?? "";
    return {
      facts: { grade, scale: scale.name },
      sentence: localise((locale) => {
        const result = earnedOf(earned, points, locale);
        const share = scale.intervals[value]?.worth?.unit === "share" ? showPercent(earned / points, locale) : "";
        if (Number.isNaN(earned)) {
          return locale === "en"
            ? `The scale “${scale.name}” does not say what this grade is worth: no points can be given.`
            : `等级表“${scale.name}”没有写明该等级的分值：不能计分。`;
        }
        return locale === "en"
          ? `Grade ${grade} of the scale “${scale.name}”${share && `, worth ${share}`}: ${result}.`
          : `等级表“${scale.name}”的等级 ${grade}${share && `，计 ${share}`}：${result}。`;
      }),
    };
  },
  say: sayScale,
});

function example(
  points: number,
  scale: typeof NINE,
  value: string | number,
  expected: number | "failed",
  en: string,
  zh: string,
) {
  return { parameters: { points, scale }, value, points: expected, note: { en, "zh-CN": zh } };
}

function lookUp(values: Float64Array, out: Float64Array, from: number, to: number, worths: Float64Array): void {
  for (let i = from; i < to; i += 1) {
    const value = values[i]!;
    // Converting to a whole number first is faster, because looking up a fraction or NaN in a typed array is slow. The figure
    // stands in `scoreIntervals`.
    const grade = value | 0;
    out[i] = grade === value && grade >= 0 && grade < worths.length ? worths[grade]! : NaN;
  }
}
