import { addressOf } from "../../../core/cell/place";
import type { CellPlace } from "../../../core/cell/place";
import { sheetsOf, type TemplateSheet } from "../../../core/templates/make/sheets";
import { readSubject } from "../../../core/checks/subject";
import { ALL_CHECKS, validate } from "../../../core/checks/validate";
import type { RawCell } from "../../../core/cell/cell";
import type { PlanCell } from "../../../core/plan/plan";
import { both, type Template } from "../../../core/templates/template";
import type { Locale } from "../../../core/text/locale";
import { checkPage, templatePage } from "../pages";
import { html, table } from "./html";
import type { Html } from "./html";
import { linkTo } from "./page";
import { WORDS } from "./words";

export const templateTitle = ({ name }: Template, locale: Locale): string => both(name)[locale];
export const templateSummary = ({ summary }: Template, locale: Locale): string => both(summary)[locale];

/** Longer tables are sample data. Their first rows show their look. */
const MOST_ROWS = 40;
const FIRST_ROWS = 3;

/** Shows the sheets of a template and the real findings of the checks about them, so that the page cannot drift from the product. */
export function templateBody(template: Template, locale: Locale): Html {
  const sheets = sheetsOf(template, "draft", locale);
  const mended = sheetsOf(template, "mended", locale);
  const findings = validate(readSubject(sheets.map(sourceOf)));
  const places = new Set(findings.flatMap(({ at }) => (at ? [textOf(at)] : [])));
  return html`<p class="lead">${templateSummary(template, locale)}</p>
    <p>${WORDS.templateNames[locale]} <code>${template.number}</code> <code>${template.id}</code></p>
    <p><code>qa-scorecard template ${template.number} --out BOOK.xlsx</code></p>
    <h2>${WORDS.templateFindings[locale]}</h2>
    ${table(
      [WORDS.foundAt[locale], WORDS.what[locale], WORDS.checks[locale]],
      findings.map(({ at, text, code }) => [
        html`<code>${at ? textOf(at) : ""}</code>`,
        text[locale].what,
        html`<a href="${linkTo(templatePage(template, locale), checkPage({ id: code }, locale))}"
          >${ALL_CHECKS.find(({ id }) => id === code)!.title[locale]}</a
        >`,
      ]),
    )}
    <h2>${WORDS.templateSheets[locale]}</h2>
    <p>${WORDS.templateMarks[locale]}</p>
    ${sheets.map((sheet, index) => sheetTable(sheet, mended[index]!, places, locale))}`;
}

const textOf = ({ sheet, row, column }: CellPlace): string => `${sheet}!${addressOf(row, column)}`;

function sourceOf({ plan: { name, rows, formats } }: TemplateSheet) {
  const first = rows[1] ?? [];
  const formatOf = (column: number): string =>
    formats
      .filter(
        ({ range, numberFormat }) =>
          numberFormat !== undefined &&
          range.row <= 1 &&
          range.row + range.rows > 1 &&
          range.column <= column &&
          range.column + range.columns > column,
      )
      .at(-1)?.numberFormat ?? "General";
  return {
    name,
    sheet: name,
    row: 0,
    column: 0,
    values: rows as readonly (readonly RawCell[])[],
    formats: first.map((_cell, column) => formatOf(column)),
  };
}

function sheetTable(sheet: TemplateSheet, mended: TemplateSheet, places: ReadonlySet<string>, locale: Locale): Html {
  const { name, rows } = sheet.plan;
  const shown = rows.length > MOST_ROWS ? rows.slice(0, 1 + FIRST_ROWS) : rows;
  // Empty columns would only widen the table.
  const columns = rows[0]!
    .map((_header, column) => column)
    .filter((column) =>
      rows
        .slice(1)
        .some((cells, row) => shownText(cells[column]) !== "" || mended.plan.rows[row + 1]![column] !== null),
    );
  const body = shown.map((cells, row) => {
    const marked = columns.map((column) => {
      const found = places.has(textOf({ sheet: name, row, column })) ? html`class="found"` : undefined;
      if (row === 0) return html`<th scope="col" ${found}>${shownText(cells[column])}</th>`;
      const filled = mended.plan.rows[row]![column]!;
      const text = shownText(cells[column]);
      return filled === cells[column]
        ? html`<td ${found}>${text}</td>`
        : html`<td ${found}>${text === "" ? undefined : html`<del>${text}</del> `}<ins>${shownText(filled)}</ins></td>`;
    });
    return html`<tr>
      ${marked}
    </tr>`;
  });
  return html`<div class="table">
    <table>
      <caption>
        ${name}${rows.length > MOST_ROWS ? ` (${rows.length - 1} ${WORDS.templateRows[locale]})` : undefined}
      </caption>
      ${body}
    </table>
  </div>`;
}

function shownText(cell: PlanCell | undefined): string {
  return cell === null || cell === undefined || typeof cell === "object" ? "" : String(cell);
}
