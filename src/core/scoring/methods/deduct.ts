import { makeScale } from "../../rubric/make-scale";
import { literal } from "../curves/curve";
import { chargeEach, costOf, nativeCost, priceLandmarks, pricesOf } from "../curves/event-prices";
import { explainDeduction, sayDeduction } from "../curves/deduction-in-words";
import { defineMethod } from "../model/method";

export default defineMethod({
  id: "deduct",
  names: { en: ["deduct", "deduction"], "zh-CN": ["扣分", "每次扣分"] },
  text: {
    en: {
      summary:
        "Takes points away for every event until nothing is left. Without points of its own it is a deduction item and its result is negative.",
      formula:
        "points - per event x count, not below 0; with a scale each event costs what its number is worth; as a deduction item: -(per event x count); limit caps what is taken away",
    },
    "zh-CN": {
      summary: "每发生一次扣分，扣完为止。本身没有分值时为扣分项，结果为负数。",
      formula:
        "分值 − 每次分值 × 次数，不低于 0；有等级表时按第几次分别扣分；作为扣分项时为 −（每次分值 × 次数）；上限限制最多扣多少",
    },
  },
  source: "Deduction per event until used up, and deduction items such as attendance, as in the hotline schemes.",
  parameters: {
    perEvent: {
      unit: "points",
      required: false,
      neededWithout: "scale",
      domain: "positive",
      text: {
        en: { name: "per event", help: "Points taken away for each event; a positive number. Not read with a scale." },
        "zh-CN": { name: "每次分值", help: "每次扣的分数，填正数。写有等级表时不用此值。" },
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
    scale: {
      unit: "scale",
      required: false,
      domain: "any",
      text: {
        en: {
          name: "scale",
          help: "Name of a scale for repeats: From is the number of the event in the period, Points what that event costs.",
        },
        "zh-CN": { name: "等级表", help: "重复发生加重扣分的等级表名称：起点为本期第几次，分值为该次扣的分数。" },
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
      parameters: { points: 20, perEvent: undefined, limit: undefined, scale: repeats() },
      value: 4,
      points: 7,
      note: {
        en: "The first costs 1, the second 2, every further one 5: 13 of 20 taken away.",
        "zh-CN": "第一次扣 1 分，第二次扣 2 分，第三次起每次扣 5 分：共扣 13 分。",
      },
    },
    {
      parameters: { points: 10, perEvent: 2, limit: undefined, scale: undefined },
      value: 2,
      given: 1,
      points: 5,
      note: {
        en: "Two events of 2 points; the ledger states 3 points for one of them, 1 more.",
        "zh-CN": "两次，每次扣 2 分；台账为其中一次写明 3 分，多扣 1 分。",
      },
    },
    {
      parameters: { points: 10, perEvent: 2, limit: undefined, scale: undefined },
      value: -1,
      points: "failed",
      note: { en: "A count below 0 cannot be scored.", "zh-CN": "次数小于 0 无法计分。" },
    },
  ],
  compile: ({ points, perEvent, limit, scale }) => {
    const ceiling = Math.min(mostOf(points, limit), Number.MAX_VALUE);
    const prices = pricesOf(perEvent, scale, points);
    const each = prices[0]?.cost ?? 0;
    return ({ given }) =>
      (values, out, from, to) =>
        chargeEach(values, out, from, to, { points, ceiling, each, prices: scale && prices, given });
  },
  priceOf: ({ points, perEvent, scale }) => costOf.bind(undefined, pricesOf(perEvent, scale, points)),
  landmarks: ({ points, perEvent, limit, scale }) =>
    priceLandmarks(pricesOf(perEvent, scale, points), mostOf(points, limit)),
  nativeFormula: ({ points, perEvent, limit, scale }, { value, given }) => {
    const most = mostOf(points, limit);
    const taken = nativeCost(pricesOf(perEvent, scale, points), value, given);
    return `IF(${value}<0,NA(),${literal(points)}-${Number.isFinite(most) ? `MIN(${literal(most)},${taken})` : taken})`;
  },
  explain: explainDeduction,
  say: sayDeduction,
});

/** The most that events can take away. */
const mostOf = (points: number, limit = Infinity): number => (points > 0 ? Math.min(limit, points) : limit);

function repeats() {
  const rows = [1, 2, 5].map((cost, k) => ({
    from: k + 1,
    to: [2, 3][k],
    worth: { unit: "points" as const, from: cost, to: cost },
  }));
  return makeScale("Repeats", rows);
}

function example(
  points: number,
  perEvent: number,
  limit: number | undefined,
  value: number,
  expected: number,
  en: string,
  zh: string,
) {
  return {
    parameters: { points, perEvent, limit, scale: undefined },
    value,
    points: expected,
    note: { en, "zh-CN": zh },
  };
}
