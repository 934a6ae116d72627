import { showNumber } from "../../text/format";
import type { Locale } from "../../text/locale";
import { literal } from "../curve";
import { defineMethod } from "../method";

export default defineMethod({
  id: "deduct",
  names: { en: ["deduct", "deduction"], "zh-CN": ["扣分", "每次扣分"] },
  text: {
    en: {
      summary:
        "Takes points away for every event until nothing is left. Without points of its own it is a deduction item and its result is negative.",
      formula:
        "points - per event x count, not below 0; as a deduction item: -(per event x count); limit caps what is taken away",
    },
    "zh-CN": {
      summary: "每发生一次扣分，扣完为止。本身没有分值时为扣分项，结果为负数。",
      formula: "分值 − 每次分值 × 次数，不低于 0；作为扣分项时为 −（每次分值 × 次数）；上限限制最多扣多少",
    },
  },
  source: "Deduction per event until used up, and deduction items such as attendance, as in the hotline schemes.",
  parameters: {
    perEvent: {
      unit: "points",
      required: true,
      domain: "positive",
      text: {
        en: { name: "per event", help: "Points taken away for each event; a positive number." },
        "zh-CN": { name: "每次分值", help: "每次扣的分数，填正数。" },
      },
    },
    limit: {
      unit: "points",
      required: false,
      domain: "non-negative",
      text: {
        en: { name: "limit", help: "The most that can be taken away; blank means no limit of its own." },
        "zh-CN": { name: "上限", help: "最多扣多少分；空白表示不另设上限。" },
      },
    },
  },
  points: "optional",
  monotone: "down",
  input: "events",
  valueKind: "whole",
  examples: [
    example(10, 2, undefined, 3, 4, "Three events of 2 points taken from 10.", "10 分扣 3 次，每次 2 分。"),
    example(10, 2, undefined, 7, 0, "Taken away until nothing is left.", "扣完为止。"),
    example(
      0,
      2,
      undefined,
      3,
      -6,
      "A deduction item has no points of its own: the result is negative.",
      "扣分项本身没有分值：结果为负数。",
    ),
    example(0, 2, 10, 8, -10, "The limit caps what is taken away.", "上限封顶，最多扣 10 分。"),
    example(0, 2, 10, 0, 0, "No event, nothing taken away.", "没有发生，不扣分。"),
    {
      parameters: { points: 10, perEvent: 2, limit: undefined },
      value: -1,
      points: "failed",
      note: { en: "A count below 0 cannot be scored.", "zh-CN": "次数小于 0 无法计分。" },
    },
  ],
  compile: ({ points, perEvent, limit = Infinity }) => {
    const ceiling = Math.min(points > 0 ? Math.min(limit, points) : limit, Number.MAX_VALUE);
    return ({ given }) =>
      (values, out, from, to) => {
        for (let i = from; i < to; i += 1) {
          const count = values[i]!;
          const taken = perEvent * count + (given ? given[i]! : 0);
          // Used up or not is counted, not branched on: see scoreLine.
          const over = +(taken > ceiling);
          out[i] = count >= 0 ? points - over * ceiling - (1 - over) * taken : NaN;
        }
      };
  },
  landmarks: ({ points, perEvent, limit = Infinity }) => {
    const most = points > 0 ? Math.min(limit, points) : limit;
    return [0, ...(Number.isFinite(most) ? [most / perEvent] : [])];
  },
  nativeFormula: ({ points, perEvent, limit = Infinity }, { value }) => {
    const most = points > 0 ? Math.min(limit, points) : limit;
    const taken = `${literal(perEvent)}*${value}`;
    return `IF(${value}<0,NA(),${literal(points)}-${Number.isFinite(most) ? `MIN(${literal(most)},${taken})` : taken})`;
  },
  explain: ({ points, perEvent, limit }, { value, points: result }) => {
    const sentence = (locale: Locale): string => {
      const [count, each] = [showNumber(value, locale), showNumber(perEvent, locale)];
      if (!(value >= 0)) {
        return locale === "en"
          ? `${count} is not a count of events: no points can be given.`
          : `${count} 不是有效次数：不能计分。`;
      }
      const taken = points - result;
      const capped = taken < perEvent * value;
      if (locale === "en") {
        const why = `${count} x ${each} points taken away${capped ? `, no more than ${showNumber(taken, locale)}` : ""}`;
        return points > 0
          ? `${why}: ${showNumber(result, locale)} of ${showNumber(points, locale)} points.`
          : `${why}: ${showNumber(result, locale)} points.`;
      }
      const why = `${count} 次 × 每次扣 ${each} 分${capped ? `，最多扣 ${showNumber(taken, locale)} 分` : ""}`;
      return points > 0
        ? `${why}：得 ${showNumber(result, locale)} 分（满分 ${showNumber(points, locale)} 分）。`
        : `${why}：${showNumber(result, locale)} 分。`;
    };
    return {
      facts: { count: value, perEvent, ...(limit === undefined ? {} : { limit }) },
      sentence: { en: sentence("en"), "zh-CN": sentence("zh-CN") },
    };
  },
});

function example(
  points: number,
  perEvent: number,
  limit: number | undefined,
  value: number,
  expected: number,
  en: string,
  zh: string,
) {
  return { parameters: { points, perEvent, limit }, value, points: expected, note: { en, "zh-CN": zh } };
}
