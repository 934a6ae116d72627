import type { CheckSubject } from "../core/rules/subject";
import { readSubject } from "../core/rules/subject";
import { isAdjustment } from "../core/scoring/method";
import { findMethod } from "../core/scoring/registry";
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

/** Reads a workbook through a port and makes out its tables. Cells that cannot be read become findings later, not failures here. */
export async function readBook(port: WorkbookPort, options?: ReadOptions): Promise<Book> {
  const snapshot = await port.read(options);
  const subject = readSubject(snapshot.tables);
  const book = { snapshot, subject, summary: summarise(subject) };
  return { ...book, subject: { ...subject, evaluations: evaluationsOf(book) } };
}

function summarise(subject: CheckSubject): BookSummary {
  const { rubrics, metrics, tables } = subject;
  const agents = (metrics?.agentIds ?? []).filter((id) => id !== "");
  const periods = new Set(
    (metrics?.periods ?? []).filter((period, row) => period !== "" && metrics!.agentIds[row] !== ""),
  );
  return {
    rubrics: rubrics.map(({ name, indicators }) => ({
      name,
      indicatorCount: indicators.length,
      points: indicators.reduce((sum, { method, points }) => {
        const known = findMethod(method);
        return known && isAdjustment(known, points) ? sum : sum + points;
      }, 0),
    })),
    periods: [...periods].sort(newestFirst),
    agentCount: new Set(agents).size,
    rowCount: agents.length,
    tables: {
      rubric: tables.rubric?.source.name,
      scales: tables.scales?.source.name,
      metrics: tables.metrics?.source.name,
    },
  };
}

/** Orders periods with their numbers read as numbers, so that 2026-10 comes after 2026-9. */
function newestFirst(a: string, b: string): number {
  const [left, right] = [sortKey(a), sortKey(b)];
  return left < right ? 1 : left > right ? -1 : 0;
}

const sortKey = (period: string): string => period.replace(/\d+/g, (digits) => digits.padStart(8, "0"));
