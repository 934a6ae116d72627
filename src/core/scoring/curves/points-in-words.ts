import { showNumber } from "../../text/format";
import type { Locale } from "../../text/locale";
import { counted } from "../../text/plural";

/** Points to read, with the word: `1 point`, `2.5 points`, `2.5 分`. */
export function showPointsOf(points: number, locale: Locale): string {
  const shown = showNumber(points, locale);
  return locale === "en" ? counted(shown, "point", "points") : `${shown} 分`;
}

/** What was earned of the most: `7.5 of 10 points`, `得 7.5 分（满分 10 分）`; without a most, the points alone. */
export function earnedOf(earned: number, points: number, locale: Locale): string {
  if (points === 0) return showPointsOf(earned, locale);
  const own = showNumber(earned, locale);
  const all = showPointsOf(points, locale);
  return locale === "en" ? `${own} of ${all}` : `得 ${own} 分（满分 ${all}）`;
}
