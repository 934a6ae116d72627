/** The languages of the product. A switch offers them in this order. */
export const LOCALES = ["en", "zh-CN"] as const;

export type Locale = (typeof LOCALES)[number];

/** A value in every language. Without one of them, the code does not compile. */
export type Localised<T = string> = Readonly<Record<Locale, T>>;

/**
 * Picks the language of the product for a language tag of Office or of a command line. Every Chinese tag gives
 * Simplified Chinese; any other gives English.
 */
export function localeFor(tag: string | null | undefined): Locale {
  return tag && /^zh\b/i.test(tag) ? "zh-CN" : "en";
}

/** Makes a text in every language with one function. */
export function localise<T>(make: (locale: Locale) => T): Localised<T> {
  return { en: make("en"), "zh-CN": make("zh-CN") };
}
