import type { Finding } from "../core/checks/finding";
import { validate, validateInSteps } from "../core/checks/validate";
import type { Progress } from "../workbook/port";
import { WorkbookFailure } from "../workbook/failure";
import type { CheckScope } from "../core/checks/subject";
import { narrowTo } from "../core/checks/subject";
import type { Book } from "./book";

/** Work longer than this yields. Otherwise the page stands still, and Excel restarts an add-in that blocks for long. */
const LONGEST_STRETCH_MS = 50;

/** Checks a workbook, one rubric of it, or the data of one period. The findings are sorted by place. */
export function checkBook(book: Book, options: CheckScope = {}): readonly Finding[] {
  return validate(narrowTo(book.subject, options));
}

/**
 * Like `checkBook`, but step by step: it reports progress, lets the page breathe in between, and can be cancelled.
 *
 * @throws WorkbookFailure `cancelled`
 */
export async function checkBookInSteps(
  book: Book,
  options: CheckScope = {},
  { onProgress, signal }: Progress = {},
): Promise<readonly Finding[]> {
  const steps = validateInSteps(narrowTo(book.subject, options));
  for (let began = performance.now(); ;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - began < LONGEST_STRETCH_MS) continue;
    onProgress?.(step.value);
    await new Promise((resolve) => setTimeout(resolve));
    if (signal?.aborted) throw new WorkbookFailure("cancelled", "Stopped while the workbook was checked.");
    began = performance.now();
  }
}
