import type { Finding } from "../core/checks/finding";
import { validate, validateInSteps } from "../core/checks/validate";
import type { Progress } from "../workbook/port";
import { WorkbookFailure } from "../workbook/failure";
import type { CheckScope } from "../core/checks/subject";
import { narrowTo } from "../core/checks/subject";
import type { Book } from "./book";

/** Work that takes longer than this lets others in: nothing on a page moves meanwhile, and Excel restarts add-ins that block for long. */
const LONGEST_STRETCH_MS = 50;

/** Checks a workbook, or one rubric of it, or the data of one period only. Sorted by place. */
export function checkBook(book: Book, options: CheckScope = {}): readonly Finding[] {
  return validate(narrowTo(book.subject, options));
}

/**
 * The same step by step: tells how far it is, lets the page breathe in between, and can be cancelled.
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
