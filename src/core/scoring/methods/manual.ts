import { showNumber } from "../../text/format";
import type { Locale } from "../../text/locale";
import { plain } from "../../text/plain";
import { pointsInWords } from "../curves/clauses";
import { literal } from "../curves/curve";
import { counted, plural } from "../../text/plural";
import { lowered, raised } from "../../text/tolerance";
import { defineMethod, eachValue } from "../model/method";

/** Bounds of points that are given by hand. */
function bounds(points: number, limit: number | undefined): readonly [number, number] {
  const most = limit ?? Infinity;
  return points > 0 ? [0, points] : [-most, most];
}

export default defineMethod({
  id: "manual",
  names: { en: ["manual", "manual points"], "zh-CN": ["人工", "人工评分", "直接给分"] },
  text: {
    en: {
      summary:
        "The metric is the points that a person gave. Without points of its own the item adds or takes away what was given.",
      formula: "the value itself; from 0 to points, or from -limit to +limit where the item has no points",
    },
    "zh-CN": {
      summary: "数据即人工给出的分数。本身没有分值时，按给出的数加分或扣分。",
      formula: "即数值本身；在 0 与分值之间，没有分值时在 −上限 与 +上限 之间",
    },
  },
  source: "Points given directly by a supervisor, as in the hard-and-soft schemes of specialists and supervisors.",
  parameters: {
    limit: {
      unit: "points",
      required: false,
      domain: "non-negative",
      text: {
        en: { name: "limit", help: "Only for an item without points: the most that can be added or taken away." },
        "zh-CN": { name: "上限", help: "仅用于没有分值的项目：最多加或扣多少分。" },
      },
    },
  },
  points: "optional",
  monotone: "up",
  input: "metric",
  valueKind: "continuous",
  valuesAre: "points",
  examples: [
    example(10, undefined, 8.5, 8.5, "8.5 of 10 points given.", "10 分中给 8.5 分。"),
    example(10, undefined, 10, 10, "All points given.", "给满分。"),
    example(
      10,
      undefined,
      11,
      "failed",
      "More than there is to give: a typing slip, not a score.",
      "超过分值：属于录入错误，不计分。",
    ),
    example(0, 5, -3, -3, "Without points of its own: 3 points taken away.", "没有分值：扣 3 分。"),
    example(0, 5, 6, "failed", "More than the limit allows.", "超过上限。"),
  ],
  compile: ({ points, limit }) => {
    const [least, most] = bounds(points, limit);
    return () => eachValue((value) => (value >= lowered(least) && value <= raised(most) ? value + 0 : NaN));
  },
  landmarks: ({ points, limit }) => bounds(points, limit).filter(Number.isFinite),
  nativeFormula: ({ points, limit }, { value }) => {
    const [least, most] = bounds(points, limit);
    return Number.isFinite(most)
      ? `IF(OR(${value}<${literal(least)},${value}>${literal(most)}),NA(),${value}+0)`
      : `${value}+0`;
  },
  explain: ({ points, limit }, { value, points: result }) => {
    const [least, most] = bounds(points, limit);
    const sentence = (locale: Locale): string => {
      const [v, low, high] = [value, least, most].map((n) => showNumber(n, locale)) as [string, string, string];
      if (Number.isNaN(result)) {
        return locale === "en"
          ? `${v} ${plural(v, "point was", "points were")} given, but only ${low} to ${high} can be: no points can be given.`
          : `给出 ${v} 分，但只能在 ${low} 到 ${high} 之间：不能计分。`;
      }
      if (points > 0) {
        return locale === "en"
          ? `${v} of ${counted(high, "point was", "points were")} given by hand.`
          : `人工给分 ${v} 分（满分 ${high} 分）。`;
      }
      return locale === "en"
        ? `${value > 0 ? "+" : ""}${counted(v, "point was", "points were")} given by hand.`
        : `人工给分 ${value > 0 ? "+" : ""}${v} 分。`;
    };
    return {
      facts: { value, ...(limit === undefined ? {} : { limit }) },
      sentence: { en: sentence("en"), "zh-CN": sentence("zh-CN") },
    };
  },
  say: ({ limit }) => [
    { en: "given by hand", "zh-CN": "人工评分" },
    limit === undefined ? undefined : { en: `capped at ${pointsInWords(limit)}`, "zh-CN": `最多 ${plain(limit)} 分` },
  ],
});

function example(
  points: number,
  limit: number | undefined,
  value: number,
  expected: number | "failed",
  en: string,
  zh: string,
) {
  return { parameters: { points, limit }, value, points: expected, note: { en, "zh-CN": zh } };
}
