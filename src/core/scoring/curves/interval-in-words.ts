import type { Interval } from "../../rubric/scale";
import type { Locale, Localised } from "../../text/locale";
import { localise } from "../../text/locale";
import { showNumber, showPercent } from "../../text/format";
import { orLess, orMore } from "./clauses";
import { showPointsOf } from "./points-in-words";

type Bounds = Pick<Interval, "from" | "to" | "fromBelongs" | "toBelongs">;

/**
 * The values of an interval: `60 or more, below 90`, `60 及以上、低于 90`.
 *
 * @param show a value in the unit of its column
 */
export function intervalInWords(
  { from, to, fromBelongs, toBelongs }: Bounds,
  show: (value: number) => string,
): Localised {
  if (from === to) return { en: `exactly ${show(from)}`, "zh-CN": `正好 ${show(from)}` };
  const parts = [
    Number.isFinite(from) ? (fromBelongs ? orMore(show(from)) : above(show(from))) : undefined,
    Number.isFinite(to) ? (toBelongs ? orLess(show(to)) : below(show(to))) : undefined,
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return { en: "any value", "zh-CN": "任意值" };
  return localise((locale) => parts.map((part) => part[locale]).join(locale === "en" ? ", " : "、"));
}

const above = (bound: string): Localised => ({ en: `above ${bound}`, "zh-CN": `高于 ${bound}` });
const below = (bound: string): Localised => ({ en: `below ${bound}`, "zh-CN": `低于 ${bound}` });

/**
 * What a value in an interval is worth, so that the points can be worked out again: `worth 60% of 10 points`,
 * `on the line from 6 points at 60 to 10 points at 90`. Empty where the worth in points says no more than the points do.
 *
 * @param show a value in the unit of its column
 */
export function worthInWords(
  { worth, from, to }: Interval,
  points: number,
  show: (value: number) => string,
  locale: Locale,
): string {
  if (!worth) return "";
  const en = locale === "en";
  const isShare = worth.unit === "share";
  const all = showNumber(points, locale);
  if (worth.from === worth.to || from === to) {
    if (!isShare) return "";
    const share = showPercent(worth.from, locale);
    return en ? `worth ${share} of ${all}` : `计分值 ${all} 分的 ${share}`;
  }
  const [low, high] = [worth.from, worth.to].map((each) => showPointsOf(each * (isShare ? points : 1), locale));
  return en
    ? `on the line from ${low} at ${show(from)} to ${high} at ${show(to)}`
    : `按 ${show(from)} 计 ${low}、${show(to)} 计 ${high}的直线`;
}
