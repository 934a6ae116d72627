import { listRows } from "../../../core/cell/packed";
import type { RawCell } from "../../../core/cell/cell";
import { addressOf } from "../../../core/cell/place";
import type { Check } from "../../../core/checks/check";
import { sourcesOf } from "../../../core/checks/examples";
import type { Finding } from "../../../core/checks/finding";
import { readSubject } from "../../../core/checks/subject";
import { runCheck } from "../../../core/checks/validate";
import type { SourceTable } from "../../../core/cell/table";
import type { Locale } from "../../../core/text/locale";
import { html } from "./html";
import type { Content, Html } from "./html";
import { SEVERITY_WORDS, WORDS } from "./words";

export const checkTitle = (check: Check, locale: Locale): string => check.title[locale];

/** Shows the check's real findings about its own invalid examples, so that the page cannot drift from the product. */
export function checkBody(check: Check, locale: Locale): Html {
  return html`<p>${WORDS.severity[locale]}: ${SEVERITY_WORDS[check.severity][locale]}</p>
    <p>${WORDS.code[locale]}: <code>${check.id}</code></p>
    ${check.invalid.map((example, i) => {
      const sources = sourcesOf(example.tables);
      const findings = runCheck(check, readSubject(sources));
      const number = check.invalid.length > 1 ? ` ${i + 1}` : "";
      return html`<h2>${WORDS.example[locale]}${number}</h2>
        ${findings.map((finding) => findingText(finding, locale))}
        ${sources.filter((source) => concerns(source, findings)).map((source) => sheetTable(source, findings))}`;
    })}`;
}

function findingText(finding: Finding, locale: Locale): Html {
  const text = finding.text[locale];
  const place = finding.at && `${finding.at.sheet}!${addressOf(finding.at.row, finding.at.column)}`;
  return html`<dl>
    ${place ? pair(WORDS.foundAt[locale], html`<code>${place}</code>`) : undefined}
    ${pair(WORDS.what[locale], text.what)} ${pair(WORDS.why[locale], text.why)} ${pair(WORDS.how[locale], text.how)}
    ${finding.fixes.map(({ label }) => pair(WORDS.mend[locale], label[locale]))}
  </dl>`;
}

const pair = (term: string, description: Content): Html =>
  html`<dt>${term}</dt>
    <dd>${description}</dd>`;

/** The rubric is always shown. Another table is shown only if it has findings. */
function concerns(source: SourceTable, findings: readonly Finding[]): boolean {
  return source.name === "Rubric" || findings.some((finding) => finding.at?.sheet === source.sheet);
}

function sheetTable(source: SourceTable, findings: readonly Finding[]): Html {
  const rows = listRows(source.values).map((cells, row) => {
    const rowCells = cells.map((cell, column) => {
      const found = findings.some(({ at }) => at?.sheet === source.sheet && at.row === row && at.column === column);
      if (row === 0) return html`<th scope="col" ${found ? foundMark : undefined}>${cellText(cell)}</th>`;
      return html`<td ${found ? foundMark : undefined}>${cellText(cell)}</td>`;
    });
    return html`<tr>
      ${rowCells}
    </tr>`;
  });
  return html`<div class="table">
    <table>
      <caption>
        ${source.name}
      </caption>
      ${rows}
    </table>
  </div>`;
}

const foundMark = html`class="found"`;

const cellText = (cell: RawCell): Content => (cell === null || cell === undefined ? "" : String(cell));
