import { readContents } from "../core/book/contents";
import { subjectOf } from "../core/checks/subject";
import { packTable } from "../core/cell/packed";
import type { ReadOptions, WorkbookPort } from "../workbook/port";
import type { Book } from "./book";
import { summariseBook } from "./book";
import { evaluationsOf } from "./evaluations";

export interface ReadBookOptions extends Omit<ReadOptions, "earlier"> {
  /** A book of the same workbook that is gone on from: what stands on the sheets that `keeps` names is not read again. */
  readonly earlier?: { readonly book: Book; readonly keeps: (sheet: string) => boolean };
}

/**
 * Sheets of which a change touches nothing but what stands on them: those of the tables of rules - rubric, scales, settings - and filled
 * ones. A sheet with data is none: data may hang on any cell by formulas.
 */
export function sheetsByThemselves({ subject }: Book): ReadonlySet<string> {
  const { rubric, scales, settings, metrics, ledger, ratings, baseline } = subject.tables;
  const rules = [rubric, scales, settings].flatMap((table) => table?.source.sheet ?? []);
  const data = new Set([metrics, ledger, ratings, baseline].flatMap((table) => table?.source.sheet ?? []));
  const filled = subject.evaluations.map(({ sheet }) => sheet);
  return new Set([...rules, ...filled].filter((sheet) => !data.has(sheet)));
}

/** Reads a workbook through a port and makes out its tables. Cells that cannot be read become findings later, not failures here. */
export async function readBook(port: WorkbookPort, options: ReadBookOptions = {}): Promise<Book> {
  const { earlier, ...others } = options;
  const read = await port.read(
    earlier ? { ...others, earlier: { snapshot: earlier.book.snapshot, keeps: earlier.keeps } } : others,
  );
  // What is kept of a large table is small: as cells it would be marked anew each time that memory is tidied up.
  const snapshot = { ...read, tables: read.tables.map(packTable) };
  const contents = readContents(snapshot.tables, earlier?.book.subject);
  const summary = summariseBook(contents);
  const evaluations = evaluationsOf({ snapshot, subject: contents, summary });
  return { snapshot, summary, subject: subjectOf(contents, evaluations) };
}
