import type { CellValue } from "../cell/cell";
import { cellText, foldName } from "../cell/cell";
import { dayText } from "../cell/days";
import type { CellPlace } from "../cell/place";
import type { ReadTable } from "../cell/table";
import { cellIn, idIn, isEmptyRow, placeIn, textIn } from "../cell/table";
import type { LedgerColumn } from "./headers";
import type { DateProblem } from "./date-column";
import { readDateColumn } from "./date-column";
import { isDate } from "./periods";
import { groupRows } from "./rows";

type LedgerFault = "date" | "count" | "points" | "status";

/** One row of the Ledger: an event that happened once or several times. */
export interface LedgerEvent {
  readonly agentId: string;
  readonly indicator: string;
  /** The date as the sheet shows it. A date value of Excel is written as year-month-day. */
  readonly date: string;
  /** The day or month of the date, as a period; the month of a day that does not exist; "" for an unreadable date. */
  readonly period: string;
  /** Why the date cannot be read. */
  readonly dateProblem: DateProblem | undefined;
  /** Dates that may be meant. */
  readonly dateReadings: readonly string[];
  /** How often the event happened; NaN unless the cell is a number of 0 or more. */
  readonly count: number;
  /**
   * Points of each event, in place of Per event. Undefined if the row states none; NaN unless the cell is a number of 0
   * or more.
   */
  readonly points: number | undefined;
  /** Whether the event counts for nothing; it is shown all the same. */
  readonly exempt: boolean;
  readonly note: string;
  /** Columns whose cells cannot be read. Of an exempt event nothing has to be read. */
  readonly faults: readonly LedgerFault[];
  readonly placeOf: (column: LedgerColumn) => CellPlace;
}

const FAULTS: readonly LedgerFault[] = ["date", "count", "points", "status"];

export interface Ledger {
  readonly events: readonly LedgerEvent[];
  /** Events of one indicator by folded agent ID, in the order of the table. */
  readonly of: (indicator: string) => ReadonlyMap<string, readonly LedgerEvent[]>;
}

/** Reads a number of 0 or more. Gives `otherwise` for a blank or not applicable cell, NaN for any other. */
function amount<T>(cell: CellValue | undefined, otherwise: T): number | T {
  if (!cell || cell.kind === "blank" || cell.kind === "not-applicable") return otherwise;
  return cell.kind === "number" && cell.value >= 0 ? cell.value : NaN;
}

/** Words of the Status column, and whether the event counts. */
const STATUSES = new Map([
  ["", true],
  ["counts", true],
  ["计入", true],
  ["exempt", false],
  ["exempted", false],
  ["免计", false],
]);

/**
 * Reads the Ledger. A row without an indicator counts for no indicator. An unreadable cell is a fault of the event,
 * never 0.
 */
export function readLedger(table: ReadTable<LedgerColumn>): Ledger {
  const events: LedgerEvent[] = [];
  const raws = Array.from({ length: table.rowCount }, (_, row) => cellIn(table, row, "date")?.raw);
  const different = [...new Set(raws)];
  const dates = new Map(readDateColumn(different).map((date, at) => [different[at], date]));
  for (let row = 0; row < table.rowCount; row += 1) {
    if (isEmptyRow(table.source, row)) continue;
    const raw = raws[row];
    const { period, problem, readings } = dates.get(raw)!;
    const count = amount(cellIn(table, row, "count")?.value, 1);
    const points = amount(cellIn(table, row, "points")?.value, undefined);
    const counts = STATUSES.get(foldName(textIn(table, row, "status")));
    const exempt = counts === false;
    const unreadable: Readonly<Record<LedgerFault, boolean>> = {
      date: problem !== undefined,
      count: Number.isNaN(count),
      points: Number.isNaN(points),
      status: counts === undefined,
    };
    events.push({
      agentId: idIn(table, row, "agentId"),
      indicator: textIn(table, row, "indicator"),
      date: isDate(raw) ? dayText(raw) : cellText(raw),
      period,
      dateProblem: problem,
      dateReadings: readings,
      count,
      points,
      exempt,
      note: textIn(table, row, "note"),
      faults: exempt ? [] : FAULTS.filter((column) => unreadable[column]),
      placeOf: (column) => placeIn(table.source, row, table.columns[column] ?? table.columns.indicator!),
    });
  }
  return { events, of: groupRows(events) };
}
