import type { Scale } from "../../rubric/scale";
import { showNumber } from "../../text/format";
import { localise } from "../../text/locale";
import { costOf, pricesOf } from "./event-prices";
import type { ExplanationContext, MethodExplanation } from "../model/method";

interface Deduction {
  readonly points: number;
  readonly perEvent?: number | undefined;
  readonly limit?: number | undefined;
  readonly scale?: Scale | undefined;
}

/** What was taken away for which events, and what capped it. */
export function explainDeduction(
  { points, perEvent, limit, scale }: Deduction,
  { value, points: result, given = 0 }: ExplanationContext,
): MethodExplanation {
  return {
    facts: {
      count: value,
      ...(scale ? { scale: scale.name } : { perEvent: perEvent! }),
      ...(limit === undefined ? {} : { limit }),
      ...(given === 0 ? {} : { given }),
    },
    sentence: localise((locale) => {
      const en = locale === "en";
      const show = (number: number): string => showNumber(number, locale);
      if (!(value >= 0)) {
        return en
          ? `${show(value)} is not a count of events: no points can be given.`
          : `${show(value)} 不是有效次数：不能计分。`;
      }
      const [taken, cost] = [points - result, costOf(pricesOf(perEvent, scale, points), value)];
      const capped = taken < cost + given - 1e-9;
      if (en) {
        const counted = scale
          ? `${show(value)} events cost ${show(cost)} points by the scale “${scale.name}”`
          : `${show(value)} x ${show(perEvent!)} points taken away`;
        const stated = given === 0 ? "" : `, and ${show(given)} that the ledger states`;
        const why = `${counted}${stated}${capped ? `, no more than ${show(taken)}` : ""}`;
        return `${why}: ${show(result)}${points > 0 ? ` of ${show(points)}` : ""} points.`;
      }
      const counted = scale
        ? `${show(value)} 次，按等级表“${scale.name}”共扣 ${show(cost)} 分`
        : `${show(value)} 次 × 每次扣 ${show(perEvent!)} 分`;
      const stated = given === 0 ? "" : `，台账另行写明扣 ${show(given)} 分`;
      const why = `${counted}${stated}${capped ? `，最多扣 ${show(taken)} 分` : ""}`;
      return points > 0 ? `${why}：得 ${show(result)} 分（满分 ${show(points)} 分）。` : `${why}：${show(result)} 分。`;
    }),
  };
}
