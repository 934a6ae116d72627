import { packTable } from "../core/cell/packed";
import type { Metrics } from "../core/metrics/metrics";
import { newestFirst } from "../core/metrics/periods";
import type { CheckSubject } from "../core/checks/subject";
import { readSubject } from "../core/checks/subject";
import { isAdjustment } from "../core/scoring/model/method";
import { findMethod } from "../core/scoring/compile/registry";
import type { ReadOptions, WorkbookPort, WorkbookSnapshot } from "../workbook/port";
import { evaluationsOf } from "./evaluations";

/** What a person chooses from, and whether there is anything to choose. */
export interface BookSummary {
  readonly rubrics: readonly { readonly name: string; readonly indicatorCount: number; readonly points: number }[];
  /** Newest first. */
  readonly periods: readonly string[];
  /** Different agent IDs. */
  readonly agentCount: number;
  /** Rows of Metrics. */
  readonly rowCount: number;
  /** Names of the Excel tables that were taken for the contract's tables. */
  readonly tables: {
    readonly rubric: string | undefined;
    readonly scales: string | undefined;
    readonly metrics: string | undefined;
  };
}

/** A workbook read once and frozen; every later step works on it. */
export interface Book {
  readonly summary: BookSummary;
  readonly snapshot: WorkbookSnapshot;
  readonly subject: CheckSubject;
}

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
  const subject = readSubject(snapshot.tables, earlier?.book.subject);
  const book = { snapshot, subject, summary: summariseBook(subject) };
  return { ...book, subject: { ...subject, evaluations: evaluationsOf(book) } };
}

/** Taken once for the same data: a book that goes on from an earlier one need not count them again. */
const counted = new WeakMap<Metrics, Pick<BookSummary, "periods" | "agentCount" | "rowCount">>();

function countRows(metrics: Metrics): Pick<BookSummary, "periods" | "agentCount" | "rowCount"> {
  const known = counted.get(metrics);
  if (known) return known;
  const agents = metrics.agentIds.filter((id) => id !== "");
  const periods = new Set(metrics.periods.filter((period, row) => period !== "" && metrics.agentIds[row] !== ""));
  const count = {
    periods: [...periods].sort(newestFirst),
    agentCount: new Set(agents).size,
    rowCount: agents.length,
  };
  counted.set(metrics, count);
  return count;
}

export function summariseBook(subject: CheckSubject): BookSummary {
  const { rubrics, metrics, tables } = subject;
  return {
    rubrics: rubrics.map(({ name, indicators }) => ({
      name,
      indicatorCount: indicators.length,
      points: indicators.reduce((sum, { method, points }) => {
        const known = findMethod(method);
        return known && isAdjustment(known, points) ? sum : sum + points;
      }, 0),
    })),
    ...(metrics ? countRows(metrics) : { periods: [], agentCount: 0, rowCount: 0 }),
    tables: {
      rubric: tables.rubric?.source.name,
      scales: tables.scales?.source.name,
      metrics: tables.metrics?.source.name,
    },
  };
}
