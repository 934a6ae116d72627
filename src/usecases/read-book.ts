import { readContents } from "../core/book/contents";
import { subjectOf } from "../core/checks/subject";
import { packTable } from "../core/cell/packed";
import { findBlocks } from "../core/find/blocks";
import { recognise } from "../core/find/recognise";
import type { ReadOptions, WorkbookPort } from "../workbook/port";
import type { Book } from "./book";
import { summariseBook } from "./book";
import { evaluationsOf } from "./evaluations";

export interface ReadBookOptions extends Omit<ReadOptions, "earlier" | "findRanges"> {
  /** An earlier book of the same workbook. The sheets that `keeps` names are not read again. */
  readonly earlier?: { readonly book: Book; readonly keeps: (sheet: string) => boolean };
  /** Name of the file, which may state a period. */
  readonly file?: string;
}

/**
 * Sheets whose edits affect no other sheet: those with rubric, scales or settings, and filled ones. Sheets with data are not among them,
 * because a data cell may depend on any cell by formulas.
 */
export function sheetsByThemselves({ subject }: Book): ReadonlySet<string> {
  const { rubric, scales, settings, metrics, ledger, ratings, baseline } = subject.tables;
  const rules = [rubric, scales, settings].flatMap((table) => table?.source.sheet ?? []);
  const data = new Set([metrics, ledger, ratings, baseline].flatMap((table) => table?.source.sheet ?? []));
  const filled = subject.evaluations.map(({ sheet }) => sheet);
  return new Set([...rules, ...filled].filter((sheet) => !data.has(sheet)));
}

/** Reads a workbook through a port and recognises its tables. An unreadable cell becomes a finding later, not a failure here. */
export async function readBook(port: WorkbookPort, options: ReadBookOptions = {}): Promise<Book> {
  const { earlier, file, ...others } = options;
  const read = await port.read({
    ...others,
    findRanges: findBlocks,
    ...(earlier ? { earlier: { snapshot: earlier.book.snapshot, keeps: earlier.keeps } } : {}),
  });
  // Packed tables keep few objects. As cells, a large table would cost every pass of the garbage collector.
  const snapshot = { ...read, tables: read.tables.map(packTable) };
  const found = recognise(snapshot.tables, snapshot.ranges, file);
  const contents = readContents(found.sources, earlier?.book.subject);
  const summary = summariseBook(contents);
  const evaluations = evaluationsOf({ snapshot, subject: contents, summary });
  return { snapshot, summary, found: found.tables, subject: subjectOf(contents, evaluations) };
}
