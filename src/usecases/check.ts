import type { Finding } from "../core/rules/finding";
import { narrowTo } from "../core/rules/subject";
import { validate } from "../core/rules/validate";
import type { AppliedChange, WorkbookPort } from "../workbook/port";
import type { Book } from "./read-book";

/** Checks a workbook, or one rubric of it, or the data of one period only. Sorted by place. */
export function checkBook(
  book: Book,
  options: { readonly rubric?: string | undefined; readonly period?: string | undefined } = {},
): readonly Finding[] {
  return validate(narrowTo(book.subject, options));
}

/** Applies the fixes of these findings in one change that can be taken back. Findings without a fix are passed over. */
export function mend(port: WorkbookPort, findings: readonly Finding[]): Promise<AppliedChange> {
  return port.apply({ sheets: [], edits: findings.flatMap((finding) => finding.fix?.edits ?? []) }, { replace: [] });
}
