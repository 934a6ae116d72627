import { SETTING_NAMES } from "../../core/rubric/read-settings";
import { PRECEDENCE } from "../../core/scoring/total/precedence";
import { LOCALES } from "../../core/text/locale";
import type { Locale, Localised } from "../../core/text/locale";
import type { Definitions } from "./definitions";
import { STYLE_SHEET, checkPage, commandPage, functionPage, indexPage, methodPage, templatePage } from "./pages";
import { checkBody, checkTitle } from "./reference/check-page";
import { commandBody, commandTitle } from "./reference/command-page";
import { functionBody, functionTitle } from "./reference/function-page";
import { html, table } from "./reference/html";
import type { Html } from "./reference/html";
import { methodBody, methodTitle } from "./reference/method-page";
import { linkTo, pageText } from "./reference/page";
import { STYLE } from "./reference/style";
import { templateBody, templateSummary, templateTitle } from "./reference/template-page";
import { WORDS } from "./reference/words";

interface Entry {
  readonly title: (locale: Locale) => string;
  readonly summary: (locale: Locale) => string;
  readonly body: (locale: Locale) => Html | Promise<Html>;
  readonly file: (locale: Locale) => string;
}

interface Chapter {
  readonly title: Localised;
  readonly lead: Localised;
  readonly entries: readonly Entry[];
}

/** One page per function, method, check, template and command, and an index, in every language. */
export async function referenceOutputs(definitions: Definitions): Promise<Map<string, string>> {
  const chapters = chaptersOf(definitions);
  const outputs = new Map<string, string>([[STYLE_SHEET, STYLE]]);
  for (const locale of LOCALES) {
    const title = WORDS.reference[locale];
    outputs.set(indexPage(locale), pageText({ locale, title, body: indexBody(chapters, locale), file: indexPage }));
    for (const { title, body, file } of chapters.flatMap((chapter) => chapter.entries)) {
      const shown = await named(file(locale), () => body(locale));
      outputs.set(file(locale), pageText({ locale, title: title(locale), body: shown, file }));
    }
  }
  return outputs;
}

function chaptersOf({ methods, checks, functions, templates, commands }: Definitions): readonly Chapter[] {
  return [
    {
      title: WORDS.functions,
      lead: WORDS.functionsLead,
      entries: functions.map((definition) => ({
        title: () => functionTitle(definition),
        summary: (locale) => definition.text[locale].summary,
        body: (locale) => functionBody(definition, locale),
        file: (locale) => functionPage(definition, locale),
      })),
    },
    {
      title: WORDS.methods,
      lead: WORDS.methodsLead,
      entries: methods.map((method) => ({
        title: (locale) => methodTitle(method, locale),
        summary: (locale) => method.text[locale].summary,
        body: (locale) => methodBody(method, locale),
        file: (locale) => methodPage(method, locale),
      })),
    },
    {
      title: WORDS.checks,
      lead: WORDS.checksLead,
      entries: checks.map((check) => ({
        title: (locale) => checkTitle(check, locale),
        summary: () => check.id,
        body: (locale) => checkBody(check, locale),
        file: (locale) => checkPage(check, locale),
      })),
    },
    {
      title: WORDS.templates,
      lead: WORDS.templatesLead,
      entries: templates.map((template) => ({
        title: (locale) => templateTitle(template, locale),
        summary: (locale) => templateSummary(template, locale),
        body: (locale) => templateBody(template, locale),
        file: (locale) => templatePage(template, locale),
      })),
    },
    {
      title: WORDS.commands,
      lead: WORDS.commandsLead,
      entries: commands.map((command) => ({
        title: () => commandTitle(command),
        summary: (locale) => command.text[locale].summary,
        body: (locale) => commandBody(command, locale),
        file: (locale) => commandPage(command, locale),
      })),
    },
  ];
}

function indexBody(chapters: readonly Chapter[], locale: Locale): Html {
  return html`${chapters.map(
      ({ title, lead, entries }) =>
        html`<h2>${title[locale]}</h2>
          <p>${lead[locale]}</p>
          ${table(
            [WORDS.name[locale], WORDS.summary[locale]],
            entries.map((entry) => [
              html`<a href="${linkTo(indexPage(locale), entry.file(locale))}">${entry.title(locale)}</a>`,
              entry.summary(locale),
            ]),
          )} `,
    )}
    <h2>${WORDS.precedence[locale]}</h2>
    <p>${WORDS.precedenceLead[locale]}</p>
    <ol>
      ${PRECEDENCE.map((step) => html`<li>${step[locale]}</li>`)}
    </ol>
    <h2>${WORDS.settings[locale]}</h2>
    <p>${WORDS.settingsLead[locale]} ${SETTING_NAMES[locale]}${locale === "en" ? "." : "。"}</p>`;
}

/** Names the definition whose own example throws. Without the name, the message would not help. */
async function named(file: string, body: () => Html | Promise<Html>): Promise<Html> {
  try {
    return await body();
  } catch (failure) {
    throw new Error(`${file}: ${(failure as Error).message}`, { cause: failure });
  }
}
