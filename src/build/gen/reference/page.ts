import path from "node:path";
import { LOCALES } from "../../../core/text/locale";
import type { Locale } from "../../../core/text/locale";
import { STYLE_SHEET, indexPage } from "../pages";
import { html } from "./html";
import type { Html } from "./html";
import { LANGUAGE_NAMES, WORDS } from "./words";

export interface Page {
  readonly locale: Locale;
  readonly title: string;
  readonly body: Html;
  /** Path of this page in a language, from the root of the project. */
  readonly file: (locale: Locale) => string;
}

/** A relative link between pages of the site, which works from any address and from a disk. */
export const linkTo = (from: string, to: string): string => path.posix.relative(path.posix.dirname(from), to);

/** A whole page: no script, one style sheet, links to the other language and to the index. */
export function pageText({ locale, title, body, file }: Page): string {
  const here = file(locale);
  const product = WORDS.product[locale];
  const languages = LOCALES.map((other) =>
    other === locale
      ? html`<span aria-current="true">${LANGUAGE_NAMES[other]}</span>`
      : html`<a href="${linkTo(here, file(other))}" hreflang="${other}" lang="${other}">${LANGUAGE_NAMES[other]}</a>`,
  );
  const document = html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} - ${product}</title>
        <link rel="stylesheet" href="${linkTo(here, STYLE_SHEET)}" />
      </head>
      <body>
        <header>
          <a href="${linkTo(here, indexPage(locale))}">${product} · ${WORDS.reference[locale]}</a>
          <nav>${languages}</nav>
        </header>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `;
  return document.text;
}
