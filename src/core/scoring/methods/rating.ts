import { showNumber } from "../../text/format";
import { localise } from "../../text/locale";
import { plain } from "../../text/plain";
import { linearShare, literal } from "../curves/curve";
import { earnedOf } from "../curves/points-in-words";
import { lowered, raised } from "../../text/tolerance";
import { defineMethod, eachValue } from "../model/method";

export default defineMethod({
  id: "rating",
  names: { en: ["rating"], "zh-CN": ["评分", "打分"] },
  text: {
    en: {
      summary: "A rating such as 1 to 5 is scaled to the points; a rating outside its range cannot be scored.",
      formula: "points x (rating - lowest) / (highest - lowest)",
    },
    "zh-CN": {
      summary: "把 1–5 分之类的评分折算成分值；超出范围的评分无法计分。",
      formula: "分值 ×（评分 − 最低评分）÷（最高评分 − 最低评分）",
    },
  },
  source: "Ratings of 1 to 5, 1 to 10 or 0 to 100 by customers and superiors; min-max scaling as QA platforms do it.",
  parameters: {
    zeroAt: {
      unit: "metric",
      required: false,
      domain: "any",
      text: {
        en: { name: "lowest", help: "The lowest rating there is; 0 when left out." },
        "zh-CN": { name: "最低评分", help: "可给的最低评分；省略时为 0。" },
      },
    },
    fullAt: {
      unit: "metric",
      required: true,
      domain: "any",
      text: {
        en: { name: "highest", help: "The highest rating there is; it earns all points." },
        "zh-CN": { name: "最高评分", help: "可给的最高评分，得满分。" },
      },
    },
  },
  points: "required",
  monotone: "up",
  input: "metric",
  valueKind: "continuous",
  valuesAre: "ratings",
  examples: [
    example(1, 5, 4, 7.5, "4 on a scale from 1 to 5 is three quarters of the way.", "1–5 分制的 4 分位于四分之三处。"),
    example(1, 5, 1, 0, "The lowest rating earns nothing.", "最低评分不得分。"),
    example(1, 5, 5, 10, "The highest rating earns all.", "最高评分得满分。"),
    example(undefined, 100, 85, 8.5, "From 0 to 100 the rating is a percentage.", "百分制直接折算。"),
    example(1, 10, 5.5, 5, "Half-way from 1 to 10.", "1 到 10 的正中间。"),
    example(1, 5, 6, "failed", "More than the highest: a typing slip, not a score.", "高于最高评分：属于录入错误。"),
    example(1, 5, 0, "failed", "Less than the lowest.", "低于最低评分。"),
  ],
  compile:
    ({ points, zeroAt = 0, fullAt }) =>
    () =>
      eachValue((value) =>
        value >= lowered(zeroAt) && value <= raised(fullAt) ? points * linearShare(value, zeroAt, fullAt) : NaN,
      ),
  landmarks: ({ zeroAt = 0, fullAt }) => [zeroAt, fullAt],
  nativeFormula: ({ points, zeroAt = 0, fullAt }, { value }) =>
    `IF(OR(${value}<${literal(zeroAt)},${value}>${literal(fullAt)}),NA(),${literal(points)}*(${value}-${literal(zeroAt)})/(${literal(fullAt)}-${literal(zeroAt)}))`,
  explain: ({ points, zeroAt = 0, fullAt }, { value, points: earned }) => ({
    facts: { rating: value, lowest: zeroAt, highest: fullAt },
    sentence: localise((locale) => {
      const [v, low, high] = [value, zeroAt, fullAt].map((n) => showNumber(n, locale));
      if (Number.isNaN(earned)) {
        return locale === "en"
          ? `A rating of ${v} is outside ${low} to ${high}: no points can be given.`
          : `评分 ${v} 超出 ${low} 到 ${high} 的范围：不能计分。`;
      }
      const result = earnedOf(earned, points, locale);
      return locale === "en"
        ? `A rating of ${v} between ${low} (none) and ${high} (all): ${result}.`
        : `评分 ${v}（${low} 得零分，${high} 得满分）：${result}。`;
    }),
  }),
  say: ({ zeroAt, fullAt = 0 }) => {
    const high = plain(fullAt);
    if (zeroAt === undefined)
      return [{ en: `${high}-point scale, in proportion`, "zh-CN": `${high} 分制，按比例折算` }];
    const low = plain(zeroAt);
    return [{ en: `rated ${low} to ${high}, in proportion`, "zh-CN": `${low} 至 ${high} 分制，按比例折算` }];
  },
});

function example(
  zeroAt: number | undefined,
  fullAt: number,
  value: number,
  expected: number | "failed",
  en: string,
  zh: string,
) {
  return { parameters: { points: 10, zeroAt, fullAt }, value, points: expected, note: { en, "zh-CN": zh } };
}
