import type { CellValue, RawCell } from "../cell/cell";
import { cellText, foldName } from "../cell/cell";
import type { CellPlace } from "../cell/place";
import type { PackedColumn } from "../cell/packed";
import type { ShowAs } from "../text/format";
import { oncePer, oncePerName } from "../text/once-per";
import { packRows } from "../cell/packed";
import { columnParser } from "./column-parser";
import type { ReadTable, SourceTable } from "../cell/table";
import { formatsOf, placeIn } from "../cell/table";
import type { MetricsIdentity } from "./headers";
import type { CellReader, CodedColumn, MetricColumn } from "./columns";
import { readCoded, readMetric, readNumber, readTexts } from "./columns";

export { KIND } from "./columns";
export type { MetricColumn } from "./columns";

/** The Metrics table by columns; a metric is parsed when it is first asked for. */
export interface Metrics {
  readonly source: SourceTable;
  readonly rowCount: number;
  readonly agentIds: readonly string[];
  /** Rows without an agent ID: nobody's. */
  readonly anonymous: ReadonlySet<number>;
  readonly names: readonly string[];
  /** Rubric (or role) of each row; "" where the table does not say. */
  readonly rubrics: readonly string[];
  readonly teams: readonly string[];
  readonly periods: readonly string[];
  /** Identity columns whose texts repeat, such as team and period: a small number for each row. */
  readonly coded: (id: MetricsIdentity) => CodedColumn;
  readonly identity: ReadTable<MetricsIdentity>["columns"];
  readonly headers: readonly string[];
  readonly has: (header: string) => boolean;
  /** Where a metric's column stands within the table; undefined when there is none. */
  readonly indexOf: (header: string) => number | undefined;
  /** How a metric is shown, known before its column is read; undefined when there is none. */
  readonly showAs: (header: string) => ShowAs | undefined;
  /** Undefined when there is no such column. Casing, width and spaces do not matter. `read` left out: plain numbers. */
  readonly column: (header: string, read?: CellReader) => MetricColumn | undefined;
  readonly rawAt: (row: number, column: number) => RawCell;
  readonly cellAt: (row: number, column: number) => CellValue;
  readonly placeAt: (row: number, column: number) => CellPlace;
}

/** Turns the Metrics table into columns. Rows without an agent ID are left out by the caller, not here, so that rows keep their place. */
export function readMetrics(table: ReadTable<MetricsIdentity>): Metrics {
  const { source, columns: identity, rowCount } = table;
  const { columns: cells } = packRows(source.values);
  const byHeader = new Map(table.others.map((other) => [foldName(other.header), other] as const).reverse());
  // Headers are asked for again and again, mostly as they are written: each spelling is folded once.
  const find = oncePerName((header: string) => byHeader.get(foldName(header)));
  const identityCells = (id: MetricsIdentity): PackedColumn | undefined =>
    identity[id] === undefined ? undefined : cells[identity[id]];
  const coded = oncePerName((id: MetricsIdentity) =>
    readCoded(identityCells(id), rowCount, id === "period" ? periodText : cellText),
  );
  const texts = oncePerName((id: MetricsIdentity) => readTexts(identityCells(id), rowCount));
  const decoded = oncePerName((id: MetricsIdentity): readonly string[] => {
    const { codes, texts: names } = coded(id);
    const result = new Array<string>(codes.length);
    for (let row = 0; row < codes.length; row += 1) result[row] = names[codes[row]!]!;
    return result;
  });
  const headers = new Map(table.others.map(({ header, column }) => [column, header]));
  const parserOf = oncePerName((column: number) =>
    columnParser(cells[column]!, rowCount, headers.get(column) ?? "", formatsOf(source, column)),
  );
  const parsed = oncePer(({ header, column }: { readonly header: string; readonly column: number }) => {
    // A reader of words comes and goes with its rubric; what it read goes with it, while the data may stay for hours of edits.
    return oncePer((read: CellReader) => {
      const parser = parserOf(column);
      return readMetric(cells[column]!, rowCount, { header, column, read, parser, showAs: parser.showAs });
    });
  });
  return {
    source,
    rowCount,
    get agentIds() {
      return texts("agentId").texts;
    },
    get anonymous() {
      return texts("agentId").blank;
    },
    get names() {
      return texts("name").texts;
    },
    get rubrics() {
      return decoded("rubric");
    },
    get teams() {
      return decoded("team");
    },
    get periods() {
      return decoded("period");
    },
    coded,
    identity,
    headers: table.others.map((other) => other.header),
    has: (header) => find(header) !== undefined,
    indexOf: (header) => find(header)?.column,
    showAs: (header) => {
      const found = find(header);
      return found && parserOf(found.column).showAs;
    },
    column: (header, read = readNumber) => {
      const found = find(header);
      return found ? parsed(found)(read) : undefined;
    },
    rawAt: (row, column) => cells[column]?.cell(row),
    cellAt: (row, column) => (cells[column] ? parserOf(column).parse(cells[column].cell(row), row) : { kind: "blank" }),
    placeAt: (row, column) => placeIn(source, row, column),
  };
}

/** Date serials from 2000 to 2099. Typed periods such as 2026 or 202610 lie outside. */
const FIRST_DATE = 36526;
const LAST_DATE = 73050;

/**
 * A period as text; a date names the month it lies in, `2026-10`. Excel turns a typed `2026-10` into a date unless the cell is formatted as
 * text, so such a number is a date whatever the format of the cell is.
 */
export function periodText(raw: RawCell): string {
  return isDate(raw) ? dateText(raw).slice(0, 7) : cellText(raw);
}

const isDate = (raw: RawCell): raw is number => typeof raw === "number" && raw >= FIRST_DATE && raw < LAST_DATE;

/** A date of Excel as `2026-10-05`; anything else as it stands in the cell. */
export function dateText(raw: RawCell): string {
  if (!isDate(raw)) return cellText(raw);
  const { year, month, day } = dayOfSerial(Math.floor(raw));
  return [year, ...[month, day].map((part) => String(part).padStart(2, "0"))].join("-");
}

/** Day of an Excel date serial of the 1900 system; the civil calendar by whole-number arithmetic. */
function dayOfSerial(serial: number): { year: number; month: number; day: number } {
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
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}
