import type { ExampleTables } from "../../src/core/checks/check";
import { exampleOf, sourcesOf } from "../../src/core/checks/examples";
import type { EvaluationSet } from "../../src/core/scoring/model/evaluation";
import type { Book } from "../../src/usecases";
import { readBook, scoreBook } from "../../src/usecases";
import type { WorkbookPort } from "../../src/workbook/port";

/** A book made of example tables, without any port behind it. */
export function bookOf(tables: ExampleTables): Promise<Book> {
  const port = {
    read: async () => ({ tables: sourcesOf(tables), sheets: [], written: [] }),
  } as unknown as WorkbookPort;
  return readBook(port);
}

export async function bookFrom(...args: Parameters<typeof exampleOf>): Promise<Book> {
  return bookOf(exampleOf(...args));
}

/** Scores the only rubric of a book. Throws with the findings if it cannot be scored. */
export function scoreOnly(book: Book): EvaluationSet {
  const outcome = scoreBook(book);
  const set = outcome.sets[0];
  if (!set) throw new Error(`not scored: ${outcome.findings.map((finding) => finding.text.en.what).join(" | ")}`);
  return set;
}
