import type { Finding } from "../../core/checks/finding";
import type { Book, ReadBookOptions } from "../../usecases";
import type { Progress, WorkbookPort } from "../../workbook/port";
import type { PaneUseCases } from "./answers";

/** Share of the progress bar for reading. The check takes the rest. */
const READING_SHARE = 0.6;

/**
 * Reads the workbook and computes the pane's first answers, with progress and cancel. Computed during rendering, they would block Excel.
 */
export async function readAndCheck(
  usecases: Pick<PaneUseCases, "readBook" | "checkBookInSteps">,
  port: WorkbookPort,
  rubricIn: (book: Book) => string | undefined,
  { signal, onProgress, ...rest }: ReadBookOptions,
): Promise<{ readonly book: Book; readonly rubric: string | undefined; readonly findings: readonly Finding[] }> {
  const part = (from: number, to: number): Progress => ({
    ...(signal ? { signal } : {}),
    onProgress: (share) => onProgress?.(from + share * (to - from)),
  });
  const book = await usecases.readBook(port, { ...part(0, READING_SHARE), ...rest });
  const rubric = rubricIn(book);
  return { book, rubric, findings: await usecases.checkBookInSteps(book, { rubric }, part(READING_SHARE, 1)) };
}
