import type { Locale } from "./locale";

/** How a metric is shown: as a number, or as a percentage if its column has such a format. */
export type ShowAs = "number" | "percent";

const cache = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: Locale, decimals: number, style: "decimal" | "percent", least = 0): Intl.NumberFormat {
  const key = `${locale}|${decimals}|${style}|${least}`;
  let format = cache.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, { style, minimumFractionDigits: least, maximumFractionDigits: decimals });
    cache.set(key, format);
  }
  return format;
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
  return as === "percent" ? showPercent(value, locale) : showNumber(value, locale);
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
