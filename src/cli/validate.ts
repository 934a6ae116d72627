import { foldName } from "../core/cell/cell";
import { checkBook, readBook, type Book } from "../usecases";
import { xlsxPort } from "../xlsx";
import { UsageError, type Command } from "./arguments";
import { openBook } from "./files";
import { findingDocument, findingsText, hasErrors } from "./findings";
import type { Console, ExitStatus } from "./run";

export async function validate(command: Extract<Command, { kind: "validate" }>, console: Console): Promise<ExitStatus> {
  const { locale } = command;
  const book = await readBook(xlsxPort(await openBook(command.book)));
  const findings = checkBook(book, { rubric: rubricOf(book, command.rubric) });
  if (command.json) {
    const document = { findings: findings.map((finding) => findingDocument(finding, locale)) };
    console.out(`${JSON.stringify(document, undefined, 2)}\n`);
  } else console.out(findingsText(findings, locale));
  return hasErrors(findings) ? 1 : 0;
}

/** The rubric as the workbook spells it. */
export function rubricOf(book: Book, wanted: string | undefined): string | undefined {
  if (wanted === undefined) return undefined;
  const names = book.summary.rubrics.map((rubric) => rubric.name);
  const found = names.find((name) => foldName(name) === foldName(wanted));
  if (found !== undefined) return found;
  throw new UsageError(
    `There is no rubric ${wanted} in the workbook. It holds: ${names.join(", ") || "none"}.`,
    `工作簿中没有考核表 ${wanted}。现有：${names.join("、") || "无"}。`,
  );
}
