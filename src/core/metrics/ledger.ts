import type { CellValue } from "../cell/cell";
import type { CellPlace } from "../cell/place";
import type { ReadTable } from "../cell/table";
import { cellIn, isEmptyRow, placeIn, textIn } from "../cell/table";
import type { LedgerColumn } from "./headers";
import { dateText } from "./metrics";
import { periodOfDate } from "./periods";
import { groupRows } from "./rows";

/** One row of the Ledger: something that happened, once or several times. */
export interface LedgerEvent {
  readonly agentId: string;
  readonly indicator: string;
  /** As the sheet shows it, but for dates of Excel, which are put as year-month-day. */
  readonly date: string;
  /** Period that the date lies in; "" where the date cannot be read. */
  readonly period: string;
  /** How often it happened; NaN where the cell is no number of 0 or more. */
  readonly count: number;
  /** Points of each of them, in the place of Per event; undefined where none are stated, NaN where the cell is no number of 0 or more. */
  readonly points: number | undefined;
  readonly note: string;
  /** Columns that cannot be read. */
  readonly faults: readonly ("date" | "count" | "points")[];
  readonly placeOf: (column: LedgerColumn) => CellPlace;
}

export interface Ledger {
  readonly events: readonly LedgerEvent[];
  /** Events of one indicator by the folded ID of the agent, in the order of the table. */
  readonly of: (indicator: string) => ReadonlyMap<string, readonly LedgerEvent[]>;
}

/** A number of 0 or more; `otherwise` where the cell is blank or does not apply, NaN where it is anything else. */
function amount<T>(cell: CellValue | undefined, otherwise: T): number | T {
  if (!cell || cell.kind === "blank" || cell.kind === "not-applicable") return otherwise;
  return cell.kind === "number" && cell.value >= 0 ? cell.value : NaN;
}

/** Reads the Ledger. A row without an indicator is of no indicator; what cannot be read is a fault of the event, never 0. */
export function readLedger(table: ReadTable<LedgerColumn>): Ledger {
  const events: LedgerEvent[] = [];
  for (let row = 0; row < table.rowCount; row += 1) {
    if (isEmptyRow(table.source, row)) continue;
    const period = periodOfDate(cellIn(table, row, "date")?.raw);
    const count = amount(cellIn(table, row, "count")?.value, 1);
    const points = amount(cellIn(table, row, "points")?.value, undefined);
    const unreadable = { date: period === "", count: Number.isNaN(count), points: Number.isNaN(points) };
    events.push({
      agentId: textIn(table, row, "agentId"),
      indicator: textIn(table, row, "indicator"),
      date: dateText(cellIn(table, row, "date")?.raw),
      period,
      count,
      points,
      note: textIn(table, row, "note"),
      faults: (["date", "count", "points"] as const).filter((column) => unreadable[column]),
      placeOf: (column) => placeIn(table.source, row, table.columns[column] ?? table.columns.indicator!),
    });
  }
  return { events, of: groupRows(events) };
}
