import type { Check } from "../../../core/rules/check";
import type { Locale } from "../../../core/text/locale";
import { html } from "./html";
import type { Html } from "./html";
import { SEVERITY_WORDS, WORDS } from "./words";

export const checkTitle = (check: Check, locale: Locale): string => check.title[locale];

export function checkBody(check: Check, locale: Locale): Html {
  return html`<p>${WORDS.severity[locale]}: ${SEVERITY_WORDS[check.severity][locale]}</p>`;
}
