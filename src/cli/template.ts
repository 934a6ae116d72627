import { findTemplate } from "../core/templates/make/registry";
import type { Locale } from "../core/text/locale";
import { insertTemplate, listTemplates } from "../usecases/templates";
import { newXlsx, xlsxPort } from "../xlsx";
import { UsageError, type Command } from "./arguments";
import { checkTarget, exists, writeBook } from "./files";
import type { Console, ExitStatus } from "./run";

/** Writes a new workbook from a template; without a name it tells which there are. */
export async function template(command: Extract<Command, { kind: "template" }>, console: Console): Promise<ExitStatus> {
  const { locale, json, name, out, mended } = command;
  if (name === undefined) {
    console.out(json ? `${JSON.stringify({ templates: entries(locale) }, undefined, 2)}\n` : listText(locale));
    return 0;
  }
  const found = findTemplate(name);
  if (!found) {
    throw new UsageError(
      `There is no template ${name}. "qa-scorecard template" lists them all.`,
      `没有模板 ${name}。用“qa-scorecard template”可列出全部模板。`,
    );
  }
  if (out === undefined)
    throw new UsageError("template: state with --out which file to write.", "template：请用 --out 指明要写入的文件。");
  await checkTarget(".xlsx", out);
  if (await exists(out)) {
    throw new UsageError(
      `${out} is there already, and a template is a new workbook. State another name, or move the old file away first.`,
      `${out} 已存在，而模板会生成新的工作簿。请换一个文件名，或先移走原文件。`,
    );
  }
  const workbook = newXlsx();
  const form = mended ? "mended" : "draft";
  const outcome = await insertTemplate(xlsxPort(workbook), found.id, { locale, form });
  if (outcome.kind === "refused") throw new Error("a new workbook refused a template");
  await writeBook(out, workbook.save());
  const { sheets } = outcome.change;
  if (json) console.out(`${JSON.stringify({ template: found.id, form, sheets, out }, undefined, 2)}\n`);
  else console.out(writtenText(sheets, out, mended, locale));
  return 0;
}

const entries = (locale: Locale) =>
  listTemplates().map(({ id, number, name, summary }) => ({
    number,
    id,
    name: name[locale],
    summary: summary[locale],
  }));

function listText(locale: Locale): string {
  const lines = entries(locale).map(
    ({ number, id, name, summary }) => `${number.padEnd(4)} ${id}\n     ${name}\n     ${summary}`,
  );
  return `${lines.join("\n\n")}\n`;
}

function writtenText(sheets: readonly string[], out: string, mended: boolean, locale: Locale): string {
  if (locale === "en") {
    const next = mended ? "" : "What the scheme leaves open is blank: qa-scorecard validate lists it.\n";
    return `Written: ${out} (${sheets.join(", ")})\n${next}`;
  }
  const next = mended ? "" : "制度未写明之处留空：可用 qa-scorecard validate 逐项列出。\n";
  return `已写入：${out}（${sheets.join("、")}）\n${next}`;
}
