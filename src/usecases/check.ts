import type { Finding } from "../core/rules/finding";
import { narrowTo } from "../core/rules/subject";
import { validate } from "../core/rules/validate";
import type { AppliedChange, WorkbookPort } from "../workbook/port";
import type { Book } from "./read-book";

/** Checks a workbook, or one rubric of it together with the data. Sorted by place. */
export function checkBook(book: Book, options: { readonly rubric?: string | undefined } = {}): readonly Finding[] {
  return validate(options.rubric === undefined ? book.subject : narrowTo(book.subject, options.rubric));
}

/** Applies the fixes of these findings in one change that can be taken back. Findings without a fix are passed over. */
export function mend(port: WorkbookPort, findings: readonly Finding[]): Promise<AppliedChange> {
  return port.apply({ sheets: [], edits: findings.flatMap((finding) => finding.fix?.edits ?? []) }, { replace: [] });
}
