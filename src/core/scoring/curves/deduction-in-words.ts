import type { Scale } from "../../rubric/scale";
import { showNumber } from "../../text/format";
import type { Locale, Localised } from "../../text/locale";
import { localise } from "../../text/locale";
import { costOf, pricesOf } from "./event-prices";
import type { ExplanationContext, MethodExplanation } from "../model/method";
import type { Sentence } from "../model/sentence";
import { earnedOf, showPointsOf } from "./points-in-words";
import { counted } from "../../text/plural";
import { mostOff, pointsInWords, stated } from "./clauses";
import { isSame, SAME } from "../../text/tolerance";

interface Deduction {
  readonly points: number;
  readonly perEvent?: number | undefined;
  readonly limit?: number | undefined;
  readonly scale?: Scale | undefined;
}

/** States the events, the points that they take away, and the cap. */
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
      const capped = taken < cost + given - SAME;
      if (en) {
        const what = scale
          ? `${counted(show(value), "event costs", "events cost")} ${showPointsOf(cost, locale)} by the scale “${scale.name}”`
          : `${show(value)} x ${showPointsOf(perEvent!, locale)} taken away`;
        const outright = explainGiven(given, "扣", locale);
        const why = `${what}${outright}${capped ? `, no more than ${show(taken)}` : ""}`;
        return `${why}: ${earnedOf(result, points, locale)}.`;
      }
      const what = scale
        ? `${show(value)} 次，按等级表“${scale.name}”共扣 ${show(cost)} 分`
        : `${show(value)} 次 × 每次扣 ${show(perEvent!)} 分`;
      const outright = explainGiven(given, "扣", locale);
      const why = `${what}${outright}${capped ? `，最多扣 ${show(taken)} 分` : ""}`;
      return `${why}：${earnedOf(result, points, locale)}。`;
    }),
  };
}

/** What points of the ledger's own change in what the events come to; "" if they change nothing. */
export function explainGiven(given: number, verb: "扣" | "加", locale: Locale): string {
  if (isSame(given, 0)) return "";
  const own = showNumber(Math.abs(given), locale);
  if (locale === "en") return `, ${own} ${given > 0 ? "more" : "less"} by points that the ledger states itself`;
  return `，因台账自行写明分值${given > 0 ? "多" : "少"}${verb} ${own} 分`;
}

/**
 * States the price of every event, or of the first, the second and every further one; and the most that is taken away.
 */
export const sayDeduction: Sentence = ({ perEvent, limit, scale = [] }) => [
  perEvent === undefined && scale.length > 0
    ? undefined
    : { en: `deduct ${pointsInWords(perEvent)} for each event`, "zh-CN": `每次扣 ${stated(perEvent)} 分` },
  ...scale.map(({ from = 1, points = 0 }, k): Localised => {
    const isLast = k === scale.length - 1;
    return {
      en: `the ${ordinal(from)}${isLast ? " and every further one" : ""} costs ${pointsInWords(points)}`,
      "zh-CN": `第 ${from} 次${isLast ? "起每次" : ""}扣 ${stated(points)} 分`,
    };
  }),
  mostOff(limit),
];

function ordinal(n: number): string {
  const last = n % 100 >= 11 && n % 100 <= 13 ? 0 : n % 10;
  return `${n}${["th", "st", "nd", "rd"][last] ?? "th"}`;
}
