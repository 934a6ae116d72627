import type { Locale } from "./locale";

/** How a metric is shown: as it is, or as a percentage because its column is formatted so. */
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

/** A number for reading: at most four decimals, thousands grouped. Never used to calculate further. */
export function showNumber(value: number, locale: Locale, decimals = 4): string {
  return numberFormat(locale, decimals, "decimal").format(value + 0);
}

/** A fraction shown as a percentage: 0.982 is `98.2%`. */
export function showPercent(fraction: number, locale: Locale, decimals = 2): string {
  return numberFormat(locale, decimals, "percent").format(fraction + 0);
}

/** A metric in the unit in which its column shows it. */
export function showMetric(value: number, as: ShowAs, locale: Locale): string {
  return as === "percent" ? showPercent(value, locale) : showNumber(value, locale);
}

/** Points for reading: at most two decimals more than a total has. */
export function showPoints(points: number, locale: Locale): string {
  return showNumber(points, locale, 4);
}

/** A deviation from the mean with its sign: 0.2 is `+20%`. */
export function showDeviation(deviation: number, locale: Locale): string {
  return deviation > 0 ? `+${showPercent(deviation, locale)}` : showPercent(deviation, locale);
}

/** A total with exactly the decimals to which it was rounded. */
export function showTotal(total: number, decimals: number, locale: Locale): string {
  return numberFormat(locale, decimals, "decimal", decimals).format(total + 0);
}
