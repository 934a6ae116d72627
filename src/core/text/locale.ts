/** The languages the product speaks. The order is the order in which a switch offers them. */
export const LOCALES = ["en", "zh-CN"] as const;

export type Locale = (typeof LOCALES)[number];

/** A value in every language: leaving one out does not compile. */
export type Localised<T = string> = Readonly<Record<Locale, T>>;

/**
 * Picks the product language for a language tag of Office or of a command line.
 * Every Chinese tag gets Simplified Chinese, everything else English.
 */
export function localeFor(tag: string | null | undefined): Locale {
  return tag && /^zh\b/i.test(tag) ? "zh-CN" : "en";
}

/** Makes a text in every language by one function. */
export function localise<T>(make: (locale: Locale) => T): Localised<T> {
  return { en: make("en"), "zh-CN": make("zh-CN") };
}
