import { showMetric, showPercent } from "../../text/format";
import type { Locale } from "../../text/locale";
import { earnsAll, earnsNothing, LINE_BETWEEN, orLess, orMore } from "../curves/clauses";
import { lineFormula, linearShare, scoreLine } from "../curves/curve";
import { earnedOf } from "../curves/points-in-words";
import { defineMethod } from "../model/method";

export default defineMethod({
  id: "linear",
  names: { en: ["linear", "linear score"], "zh-CN": ["线性", "线性得分"] },
  text: {
    en: {
      summary: "All points at or past full at, none at or past zero at, a straight line between.",
      formula: "points x (value - zero at) / (full at - zero at), held between 0 and points",
    },
    "zh-CN": {
      summary: "达到或超过满分值得满分，达到或超过零分值不得分，中间按直线计算。",
      formula: "分值 ×（实际值 − 零分值）÷（满分值 − 零分值），限制在 0 与分值之间",
    },
  },
  source:
    "Straight-line interpolation between two thresholds, as in the hotline-agent scheme (quarterly test 60 to 90).",
  parameters: {
    zeroAt: {
      unit: "metric",
      required: true,
      domain: "any",
      text: {
        en: {
          name: "zero at",
          help: "Value at which nothing is earned. Below full at: higher is better; above it: lower is better.",
        },
        "zh-CN": { name: "零分值", help: "得零分的值。小于满分值时越高越好，大于满分值时越低越好。" },
      },
    },
    fullAt: {
      unit: "metric",
      required: true,
      domain: "any",
      text: {
        en: { name: "full at", help: "Value at which all points are earned." },
        "zh-CN": { name: "满分值", help: "得满分的值。" },
      },
    },
  },
  points: "required",
  monotone: "by-parameters",
  input: "metric",
  valueKind: "continuous",
  examples: [
    example(60, 90, 10, 75, 5, "Half-way between the thresholds.", "位于两个阈值的正中间。"),
    example(60, 90, 10, 90, 10, "Full at belongs to full points.", "等于满分值即得满分。"),
    example(60, 90, 10, 60, 0, "Zero at belongs to no points.", "等于零分值即不得分。"),
    example(60, 90, 10, 120, 10, "Past full at there is no more to earn.", "超过满分值不再加分。"),
    example(
      0.031,
      0.019,
      5,
      0.025,
      2.5,
      "Lower is better: transfers of 2.5 % between 3.1 % and 1.9 %.",
      "越低越好：转接率 2.5% 介于 3.1% 与 1.9% 之间。",
    ),
    example(
      0.031,
      0.019,
      5,
      0.04,
      0,
      "Lower is better: past zero at nothing is earned.",
      "越低越好：超过零分值不得分。",
    ),
    example(
      0.97,
      0.99,
      15,
      0.98,
      7.5,
      "Satisfaction of 98 % between 97 % and 99 %.",
      "满意度 98%，介于 97% 与 99% 之间。",
    ),
  ],
  compile:
    ({ points, zeroAt, fullAt }) =>
    () =>
    (values, out, from, to) =>
      scoreLine(values, out, from, to, points, zeroAt, fullAt),
  landmarks: ({ zeroAt, fullAt }) => [zeroAt, fullAt],
  nativeFormula: ({ points, zeroAt, fullAt }, { value }) => lineFormula(points, value, zeroAt, fullAt),
  explain: ({ points, zeroAt, fullAt }, { value, points: earned, showAs }) => {
    const share = linearShare(value, zeroAt, fullAt);
    const rising = fullAt > zeroAt;
    const show = (n: number, locale: Locale) => showMetric(n, showAs, locale);
    const sentence = (locale: Locale): string => {
      const result = earnedOf(earned, points, locale);
      const [v, zero, full] = [show(value, locale), show(zeroAt, locale), show(fullAt, locale)];
      if (locale === "en") {
        if (share === 1) return `${v} is at or ${rising ? "above" : "below"} ${full}, where all is earned: ${result}.`;
        if (share === 0)
          return `${v} is at or ${rising ? "below" : "above"} ${zero}, where nothing is earned: ${result}.`;
        return `${v} is ${showPercent(share, locale)} of the way from ${zero} (none) to ${full} (all): ${result}.`;
      }
      if (share === 1) return `${v} ${rising ? "不低于" : "不高于"}满分值 ${full}：${result}。`;
      if (share === 0) return `${v} ${rising ? "不高于" : "不低于"}零分值 ${zero}：${result}。`;
      return `${v} 位于零分值 ${zero} 到满分值 ${full} 的 ${showPercent(share, locale)} 处：${result}。`;
    };
    return { facts: { value, zeroAt, fullAt, share }, sentence: { en: sentence("en"), "zh-CN": sentence("zh-CN") } };
  },
  say: ({ zeroAt, fullAt }, { show }) => {
    const isFalling = zeroAt !== undefined && fullAt !== undefined && fullAt < zeroAt;
    const [full, zero] = isFalling ? [orLess, orMore] : [orMore, orLess];
    return [
      fullAt === undefined ? undefined : earnsAll(full(show(fullAt))),
      zeroAt === undefined ? undefined : earnsNothing(zero(show(zeroAt))),
      LINE_BETWEEN,
    ];
  },
});

function example(
  zeroAt: number,
  fullAt: number,
  points: number,
  value: number,
  expected: number,
  en: string,
  zh: string,
) {
  return { parameters: { zeroAt, fullAt, points }, value, points: expected, note: { en, "zh-CN": zh } };
}
