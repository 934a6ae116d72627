import { showNumber } from "../../text/format";
import type { Locale } from "../../text/locale";
import { mostAdded, pointsInWords, stated } from "../curves/clauses";
import { literal } from "../curves/curve";
import { showPointsOf } from "../curves/points-in-words";
import { explainGiven } from "../curves/deduction-in-words";
import { defineMethod } from "../model/method";
import { SAME } from "../../text/tolerance";

export default defineMethod({
  id: "bonus",
  names: { en: ["bonus"], "zh-CN": ["加分", "每次加分"] },
  text: {
    en: {
      summary:
        "Adds points for every event, normally up to a limit. A bonus item has no points of its own and never lowers anybody.",
      formula: "per event x count, at most limit",
    },
    "zh-CN": {
      summary: "每发生一次加分，通常有上限。加分项本身没有分值，不会降低任何人的得分。",
      formula: "每次分值 × 次数，不超过上限",
    },
  },
  source: "Bonus items such as commendations, normally capped, as in the rewards part of graded schemes.",
  parameters: {
    perEvent: {
      unit: "points",
      required: true,
      domain: "positive",
      text: {
        en: { name: "per event", help: "Points added for each event." },
        "zh-CN": { name: "每次分值", help: "每次加的分数。" },
      },
    },
    limit: {
      unit: "points",
      required: false,
      domain: "non-negative",
      text: {
        en: { name: "limit", help: "The most that can be added; blank means no limit." },
        "zh-CN": { name: "上限", help: "最多加多少分；空白表示不封顶。" },
      },
    },
  },
  points: "none",
  monotone: "up",
  input: "events",
  valueKind: "whole",
  examples: [
    example(1, 5, 2, 2, "Two commendations of 1 point.", "两次表扬，每次 1 分。"),
    example(1, 5, 9, 5, "The limit caps the bonus.", "上限封顶。"),
    example(0.5, undefined, 3, 1.5, "Without a limit every event counts.", "没有上限时每次都计。"),
    {
      parameters: { points: 0, perEvent: 1, limit: 5 },
      value: 2,
      given: 1,
      points: 3,
      note: {
        en: "Two events of 1 point; the ledger states 2 points for one of them, 1 more.",
        "zh-CN": "两次，每次加 1 分；台账为其中一次写明 2 分，多加 1 分。",
      },
    },
    {
      parameters: { points: 0, perEvent: 1, limit: 5 },
      value: -2,
      points: "failed",
      note: { en: "A count below 0 cannot be scored.", "zh-CN": "次数小于 0 无法计分。" },
    },
  ],
  compile:
    ({ perEvent, limit = Infinity }) =>
    ({ given }) =>
    (values, out, from, to) => {
      for (let i = from; i < to; i += 1) {
        const count = values[i]!;
        const added = perEvent * count + (given ? given[i]! : 0);
        out[i] = count >= 0 ? Math.min(limit, added) + 0 : NaN;
      }
    },
  priceOf:
    ({ perEvent }) =>
    (count) =>
      perEvent * count,
  landmarks: ({ perEvent, limit }) => [0, ...(limit === undefined ? [] : [limit / perEvent])],
  nativeFormula: ({ perEvent, limit = Infinity }, { value, given }) => {
    const added = `${literal(perEvent)}*${value}${given === undefined ? "" : `+${given}`}`;
    return `IF(${value}<0,NA(),${Number.isFinite(limit) ? `MIN(${literal(limit)},${added})` : added})`;
  },
  explain: ({ perEvent, limit }, { value, points: result, given: listed = 0 }) => {
    const sentence = (locale: Locale): string => {
      const [count, each, given] = [value, perEvent, result].map((n) => showNumber(n, locale));
      if (!(value >= 0)) {
        return locale === "en"
          ? `${count} is not a count of events: no points can be given.`
          : `${count} 不是有效次数：不能计分。`;
      }
      const capped = result < perEvent * value + listed - SAME;
      const outright = explainGiven(listed, "加", locale);
      return locale === "en"
        ? `${count} x ${showPointsOf(perEvent, locale)} added${outright}${capped ? `, no more than ${given}` : ""}: +${showPointsOf(result, locale)}.`
        : `${count} 次 × 每次加 ${each} 分${outright}${capped ? `，最多加 ${given} 分` : ""}：+${given} 分。`;
    };
    return {
      facts: {
        count: value,
        perEvent,
        ...(limit === undefined ? {} : { limit }),
        ...(listed === 0 ? {} : { given: listed }),
      },
      sentence: { en: sentence("en"), "zh-CN": sentence("zh-CN") },
    };
  },
  say: ({ perEvent, limit }) => [
    { en: `add ${pointsInWords(perEvent)} for each event`, "zh-CN": `每次加 ${stated(perEvent)} 分` },
    mostAdded(limit),
  ],
});

function example(perEvent: number, limit: number | undefined, value: number, expected: number, en: string, zh: string) {
  return { parameters: { points: 0, perEvent, limit }, value, points: expected, note: { en, "zh-CN": zh } };
}
