import type { BookContents } from "../core/book/contents";
import type { CheckSubject } from "../core/checks/subject";
import type { FoundTable } from "../core/find/recognise";
import type { Metrics } from "../core/metrics/metrics";
import { isAdjustment } from "../core/scoring/model/method";
import { findMethod } from "../core/scoring/compile/registry";
import type { WorkbookSnapshot } from "../workbook/port";
import { oncePer } from "../core/text/once-per";

/** The choices that a workbook offers to a person. */
export interface BookSummary {
  readonly rubrics: readonly { readonly name: string; readonly indicatorCount: number; readonly points: number }[];
  /** Newest first. */
  readonly periods: readonly string[];
  /** Different agent IDs. */
  readonly agentCount: number;
  /** Rows of Metrics. */
  readonly rowCount: number;
  /** Names of the Excel tables that serve as the contract's tables. */
  readonly tables: {
    readonly rubric: string | undefined;
    readonly scales: string | undefined;
    readonly metrics: string | undefined;
  };
}

/** The tables of a workbook, as read and recognised. */
export interface BookTables {
  readonly summary: BookSummary;
  readonly snapshot: WorkbookSnapshot;
  readonly subject: BookContents;
}

/** A workbook, read once and never changed afterwards; every later step works on it. */
export interface Book extends BookTables {
  /** Tables and plain ranges as they were recognised, certain and likely ones. */
  readonly found: readonly FoundTable[];
  /** The tables' contents, with the sheets that Fill wrote. */
  readonly subject: CheckSubject;
}

/** Counted once for the same data: a book that goes on from an earlier one does not count again. */
const countRows = oncePer((metrics: Metrics): Pick<BookSummary, "periods" | "agentCount" | "rowCount"> => {
  const agents = metrics.agentIds.filter((id) => id !== "");
  const periods = new Set(metrics.periods.filter((period, row) => period !== "" && metrics.agentIds[row] !== ""));
  return {
    periods: [...periods].sort(metrics.calendar.newestFirst),
    agentCount: new Set(agents).size,
    rowCount: agents.length,
  };
});

export function summariseBook(subject: BookContents): BookSummary {
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
