import type { CellValue, RawCell } from "../cell/cell";
import { cellText, foldName, parseCell } from "../cell/cell";
import type { CellPlace } from "../cell/place";
import type { ReadTable, SourceTable } from "../cell/table";
import { placeIn } from "../cell/table";
import type { MetricsIdentity } from "../rubric/columns";
import type { ShowAs } from "../text/format";

/** What stands in a metric cell, as a code in a column. */
export const KIND = { number: 0, blank: 1, notApplicable: 2, unreadable: 3 } as const;

/** One metric for all rows of the table. */
export interface MetricColumn {
  readonly header: string;
  /** Column within the table. */
  readonly column: number;
  /** NaN where there is no number; the kind says why. */
  readonly values: Float64Array;
  /** KIND codes. */
  readonly kinds: Uint8Array;
  /** Rows whose number was typed as text. */
  readonly typedAsText: readonly number[];
  /** Rows that hold text, a logical value or an error where a number belongs. */
  readonly unreadable: readonly number[];
  readonly showAs: ShowAs;
}

/** The Metrics table by columns; a metric is parsed when it is first asked for. */
export interface Metrics {
  readonly source: SourceTable;
  readonly rowCount: number;
  readonly agentIds: readonly string[];
  readonly names: readonly string[];
  /** Rubric (or role) of each row; "" where the table does not say. */
  readonly rubrics: readonly string[];
  readonly teams: readonly string[];
  readonly periods: readonly string[];
  readonly identity: ReadTable<MetricsIdentity>["columns"];
  readonly headers: readonly string[];
  /** Undefined when there is no such column. Casing, width and spaces do not matter. */
  readonly column: (header: string) => MetricColumn | undefined;
  readonly rawAt: (row: number, column: number) => RawCell;
  readonly cellAt: (row: number, column: number) => CellValue;
  readonly placeAt: (row: number, column: number) => CellPlace;
}

/** Turns the Metrics table into columns. Rows without an agent ID are left out by the caller, not here, so that rows keep their place. */
export function readMetrics(table: ReadTable<MetricsIdentity>): Metrics {
  const { source, columns: identity } = table;
  const byHeader = new Map(table.others.map((other) => [foldName(other.header), other] as const).reverse());
  const parsed = new Map<number, MetricColumn>();
  const texts = (id: MetricsIdentity): readonly string[] => {
    const column = identity[id];
    const result = new Array<string>(table.rowCount).fill("");
    if (column === undefined) return result;
    for (let row = 0; row < result.length; row += 1) result[row] = cellText(source.values[row + 1]?.[column]);
    return result;
  };
  return {
    source,
    rowCount: table.rowCount,
    agentIds: texts("agentId"),
    names: texts("name"),
    rubrics: texts("rubric"),
    teams: texts("team"),
    periods: readPeriods(table),
    identity,
    headers: table.others.map((other) => other.header),
    column: (header) => {
      const found = byHeader.get(foldName(header));
      if (!found) return undefined;
      let column = parsed.get(found.column);
      if (!column) {
        column = readMetricColumn(source, found.header, found.column);
        parsed.set(found.column, column);
      }
      return column;
    },
    rawAt: (row, column) => source.values[row + 1]?.[column],
    cellAt: (row, column) => parseCell(source.values[row + 1]?.[column]),
    placeAt: (row, column) => placeIn(source, row, column),
  };
}

function readMetricColumn(source: SourceTable, header: string, column: number): MetricColumn {
  const count = source.values.length - 1;
  const values = new Float64Array(count);
  const kinds = new Uint8Array(count);
  const typedAsText: number[] = [];
  const unreadable: number[] = [];
  for (let row = 0; row < count; row += 1) {
    const raw = source.values[row + 1]![column];
    // Nearly every cell is a plain number; the parser is for the rest.
    if (typeof raw === "number" && Number.isFinite(raw)) {
      values[row] = raw;
      continue;
    }
    const cell = parseCell(raw);
    values[row] = cell.kind === "number" ? cell.value : NaN;
    if (cell.kind === "number") typedAsText.push(row);
    else if (cell.kind === "blank") kinds[row] = KIND.blank;
    else if (cell.kind === "not-applicable") kinds[row] = KIND.notApplicable;
    else {
      kinds[row] = KIND.unreadable;
      unreadable.push(row);
    }
  }
  const showAs: ShowAs = (source.formats[column] ?? "").includes("%") ? "percent" : "number";
  return { header, column, values, kinds, typedAsText, unreadable, showAs };
}

function readPeriods(table: ReadTable<MetricsIdentity>): readonly string[] {
  const column = table.columns.period;
  const result = new Array<string>(table.rowCount).fill("");
  if (column === undefined) return result;
  for (let row = 0; row < result.length; row += 1) result[row] = periodText(table.source.values[row + 1]?.[column]);
  return result;
}

/** Date serials from 2000 to 2099. Typed periods such as 2026 or 202610 lie outside. */
const FIRST_DATE = 36526;
const LAST_DATE = 73050;

/**
 * A period as text; a date names the month it lies in, `2026-10`. Excel turns a typed `2026-10` into a date unless the cell is formatted as
 * text, so such a number is a date whatever the format of the cell is.
 */
export function periodText(raw: RawCell): string {
  if (typeof raw !== "number" || raw < FIRST_DATE || raw >= LAST_DATE) return cellText(raw);
  const { year, month } = monthOfSerial(Math.floor(raw));
  return `${year}-${String(month).padStart(2, "0")}`;
}

/** Year and month of an Excel date serial of the 1900 system; the civil calendar by whole-number arithmetic. */
function monthOfSerial(serial: number): { year: number; month: number } {
  // Days since 0000-03-01; 25569 is 1970-01-01, and 719468 days lie between the two.
  const days = serial - 25569 + 719468;
  const era = Math.floor(days / 146097);
  const dayOfEra = days - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month };
}
