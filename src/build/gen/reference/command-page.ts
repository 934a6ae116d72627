import type { Command, CommandExample } from "../../../cli/define";
import { EXIT_STATUS, usageOf, wordsOf } from "../../../cli/help";
import type { Locale } from "../../../core/text/locale";
import { runExample, typedLine } from "../command-examples";
import { html, table } from "./html";
import type { Html } from "./html";
import { WORDS } from "./words";

/** The beginning of a long result is enough. */
const MOST_LINES = 20;

export const commandTitle = ({ id }: Command): string => `qa-scorecard ${id}`;

/** Shows the command's real output for its examples, so that the page cannot drift from the product. */
export async function commandBody(command: Command, locale: Locale): Promise<Html> {
  const { summary, details } = command.text[locale];
  const examples: Html[] = [];
  for (const example of command.examples) examples.push(await exampleText(command, example, locale));
  return html`<p class="lead">${summary}</p>
    ${details.split("\n").map((sentence) => html`<p>${sentence}</p> `)}
    <h2>${WORDS.syntax[locale]}</h2>
    <pre><code>${usageOf(command, locale)}</code></pre>
    ${table(
      [WORDS.parameter[locale], WORDS.meaning[locale]],
      wordsOf(command, locale).map(([word, help]) => [html`<code>${word}</code>`, help]),
    )}
    <p>${EXIT_STATUS[locale]}</p>
    <h2>${WORDS.examples[locale]}</h2>
    ${examples}
    <p>${WORDS.allExamples[locale]}</p>`;
}

async function exampleText(command: Command, example: CommandExample, locale: Locale): Promise<Html> {
  const { status, text } = await runExample(command, example, locale);
  if (status !== example.status) throw new Error(`${typedLine(command, example)} ends with ${status}`);
  const lines = text.trimEnd().split("\n");
  const shown = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), "..."] : lines;
  return html`<p>${example.note[locale]}</p>
    <pre><code>${typedLine(command, example)}</code></pre>
    <pre>${shown.join("\n")}</pre>
    <p>${WORDS.exitStatus[locale]}: <code>${status}</code></p> `;
}
