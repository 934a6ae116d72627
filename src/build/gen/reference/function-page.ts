import type { RawCell } from "../../../core/cell/cell";
import type { Locale } from "../../../core/text/locale";
import type { FunctionDefinition, FunctionExample } from "../../../functions/define";
import { evaluate } from "../../../functions/evaluate";
import { parameterName } from "../metadata";
import { html, table } from "./html";
import type { Content, Html } from "./html";
import { WORDS } from "./words";

type Argument = FunctionExample["arguments"][number];
type Result = FunctionExample["result"];

export const functionTitle = (definition: FunctionDefinition): string => `QA.${definition.id}`;

export function functionBody(definition: FunctionDefinition, locale: Locale): Html {
  const syntax = definition.parameters.map((parameter) => {
    const name = parameterName(parameter, locale);
    return parameter.optional ? `[${name}]` : name;
  });
  const errors = errorRows(definition, locale);
  return html`<p class="lead">${definition.text[locale].summary}</p>
    <h2>${WORDS.syntax[locale]}</h2>
    <pre><code>=${functionTitle(definition)}(${syntax.join(", ")})</code></pre>
    <h2>${WORDS.parameters[locale]}</h2>
    ${table(
      [WORDS.parameter[locale], WORDS.meaning[locale], ""],
      definition.parameters.map((parameter) => [
        html`<code>${parameterName(parameter, locale)}</code>`,
        parameter.text[locale].help,
        (parameter.optional ? WORDS.optional : WORDS.required)[locale],
      ]),
    )}
    <h2>${WORDS.details[locale]}</h2>
    ${definition.text[locale].details.split("\n").map((paragraph) => html`<p>${paragraph}</p> `)}
    <h2>${WORDS.examples[locale]}</h2>
    ${table(
      [WORDS.formula[locale], WORDS.result[locale], WORDS.note[locale]],
      definition.examples.map((example) => [
        formulaOf(definition, example, locale),
        resultText(example.result, locale),
        example.note[locale],
      ]),
    )}
    <p>${WORDS.allExamples[locale]}</p>
    ${
      errors.length > 0
        ? html`<h2>${WORDS.errors[locale]}</h2>
            ${table([WORDS.error[locale], WORDS.message[locale], WORDS.errorExample[locale]], errors)}`
        : undefined
    }`;
}

function formulaOf(definition: FunctionDefinition, example: FunctionExample, locale: Locale): Html {
  const given = [...example.arguments];
  while (given.length > 0 && given.at(-1) === undefined) given.pop();
  const separated = given.map((argument, i) => html`${i > 0 ? ", " : ""}${argumentText(argument, locale)}`);
  return html`<code>=${functionTitle(definition)}(${separated})</code>`;
}

function argumentText(argument: Argument, locale: Locale): Content {
  if (argument === undefined) return "";
  if (!Array.isArray(argument)) return cellText(argument as RawCell, locale);
  const rows = argument as readonly (readonly RawCell[])[];
  const inner = rows.map((row, r) => [
    r > 0 ? "; " : "",
    row.map((cell, c) => html`${c > 0 ? ", " : ""}${cellText(cell, locale)}`),
  ]);
  return html`{${inner}}`;
}

function cellText(cell: RawCell, locale: Locale): Content {
  if (cell === null || cell === undefined) return html`<em>${WORDS.emptyCell[locale]}</em>`;
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  // An error is shown without quotes, which would make it a text.
  if (typeof cell === "string") return cell.startsWith("#") ? cell : `"${cell.replaceAll('"', '""')}"`;
  return cell;
}

function resultText(result: Result, locale: Locale): Content {
  if (!Array.isArray(result)) return singleText(result as Exclude<Result, readonly unknown[]>, locale);
  const rows = result as readonly (readonly Exclude<Result, readonly unknown[]>[])[];
  return rows.map(
    (row) => html`<div>${row.map((cell, i) => html`${i > 0 ? " | " : ""}${singleText(cell, locale)}`)}</div>`,
  );
}

function singleText(result: Exclude<Result, readonly unknown[]>, locale: Locale): Content {
  if (typeof result === "object") return html`<code>${(result as { error: string }).error}</code>`;
  return result === "" ? html`<em>${WORDS.emptyCell[locale]}</em>` : html`<strong>${result}</strong>`;
}

/** Each error that the examples reach, once, with the function's own sentence. */
function errorRows(definition: FunctionDefinition, locale: Locale): Content[][] {
  const rows = new Map<string, Content[]>();
  for (const example of definition.examples) {
    for (const cell of evaluate(definition, example.arguments).flat()) {
      if (typeof cell !== "object") continue;
      const message = cell.message[locale];
      const row = [html`<code>${cell.error}</code>`, message, formulaOf(definition, example, locale)];
      if (!rows.has(message)) rows.set(message, row);
    }
  }
  return [...rows.values()];
}
