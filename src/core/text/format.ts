import type { Locale } from "./locale";
import { oncePerName } from "./once-per";

/** How a metric is shown: as a number, or as its column is: a percentage, or a duration, whose numbers are seconds. */
export type ShowAs = "number" | "percent" | "duration";

/** The formatter of a language, a style, and so many decimals: at least, at most. Making one costs a thousand times as much as using it. */
const formatterOf = oncePerName((key: string) => {
  const [locale, style, least, most] = key.split("|");
  return new Intl.NumberFormat(locale, {
    style: style as "decimal" | "percent",
    minimumFractionDigits: Number(least),
    maximumFractionDigits: Number(most),
  });
});

function numberFormat(locale: Locale, decimals: number, style: "decimal" | "percent", least = 0): Intl.NumberFormat {
  return formatterOf(`${locale}|${style}|${least}|${decimals}`);
}

/** A number to read: at most four decimals, thousands grouped. Never calculate further with it. */
export function showNumber(value: number, locale: Locale, decimals = 4): string {
  return numberFormat(locale, decimals, "decimal").format(value + 0);
}

/** A fraction shown as a percentage: 0.982 is `98.2%`. */
export function showPercent(fraction: number, locale: Locale, decimals = 2): string {
  return numberFormat(locale, decimals, "percent").format(fraction + 0);
}

/** A metric in the unit of its column. */
export function showMetric(value: number, as: ShowAs, locale: Locale): string {
  if (as === "duration") return showDuration(value);
  return as === "percent" ? showPercent(value, locale) : showNumber(value, locale);
}

/** Seconds as people write them in both languages: 205 is `3:25`, 3,805 is `1:03:25`. */
export function showDuration(seconds: number): string {
  const size = Math.round(Math.abs(seconds) * 100) / 100;
  const [hours, minutes] = [Math.floor(size / 3600), Math.floor((size % 3600) / 60)];
  const rest = String(Number((size % 60).toFixed(2))).replace(/^\d(?=\.|$)/, "0$&");
  const sign = seconds < 0 && size > 0 ? "-" : "";
  return hours > 0 ? `${sign}${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${sign}${minutes}:${rest}`;
}

/** Points to read: at most two decimals more than a total has. */
export function showPoints(points: number, locale: Locale): string {
  return showNumber(points, locale, 4);
}

/** A deviation from the mean with its sign: 0.2 is `+20%`. */
export function showDeviation(deviation: number, locale: Locale): string {
  return deviation > 0 ? `+${showPercent(deviation, locale)}` : showPercent(deviation, locale);
}

/** A total with exactly the decimals it was rounded to. */
export function showTotal(total: number, decimals: number, locale: Locale): string {
  return numberFormat(locale, decimals, "decimal", decimals).format(total + 0);
}
