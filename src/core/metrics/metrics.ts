import type { CellValue, RawCell } from "../cell/cell";
import { cellText, foldName } from "../cell/cell";
import type { CellPlace } from "../cell/place";
import type { PackedColumn } from "../cell/packed";
import type { ShowAs } from "../text/format";
import { once, oncePer, oncePerName } from "../text/once-per";
import { packRows } from "../cell/packed";
import { columnParser } from "./column-parser";
import type { ReadTable, SourceTable } from "../cell/table";
import { formatsOf, idsOf, placeIn } from "../cell/table";
import type { MetricsIdentity } from "./headers";
import type { CodedColumn, MetricColumn } from "./columns";
import type { CellReader } from "./reading";
import { isDate, type Calendar } from "./periods";
import type { PeriodCell } from "./period-column";
import { readPeriodColumn } from "./period-column";
import { dayOf } from "../cell/days";
import { readCoded, readMetric, readTexts } from "./columns";
import { readNumber } from "./reading";

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
  /** The names under which periods are scored: two spellings of one period are one. */
  readonly periods: readonly string[];
  /** How periods of this workbook compare. */
  readonly calendar: Calendar;
  /** The different cells of the Period column as they are read, and which of them stands in each row. */
  readonly periodCells: { readonly codes: Int32Array; readonly cells: readonly PeriodCell[] };
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
export function readMetrics(table: ReadTable<MetricsIdentity>, calendar: Calendar): Metrics {
  const { source, columns: identity, rowCount } = table;
  const { columns: cells } = packRows(source.values);
  const byHeader = new Map(table.others.map((other) => [foldName(other.header), other] as const).reverse());
  // Headers are asked for again and again, mostly as they are written: each spelling is folded once.
  const find = oncePerName((header: string) => byHeader.get(foldName(header)));
  const identityCells = (id: MetricsIdentity): PackedColumn | undefined =>
    identity[id] === undefined ? undefined : cells[identity[id]];
  const texts = oncePerName((id: MetricsIdentity) => {
    const column = identity[id];
    const shown = id === "agentId" && column !== undefined ? idsOf(source, column) : undefined;
    return readTexts(identityCells(id), rowCount, shown);
  });
  const periodCells = once(() => {
    const rawOf = new Map<string, RawCell>();
    const { codes, texts: keys } = readCoded(identityCells("period"), rowCount, (raw) => {
      // Less is known of a number than of the same figures as text.
      const key = typeof raw === "number" ? `#${raw}` : cellText(raw);
      if (!rawOf.has(key)) rawOf.set(key, raw);
      return key;
    });
    const raws = keys.map((key) => rawOf.get(key));
    const format = source.formats[identity.period ?? -1] ?? "";
    const repeats = () => repeatsInMonth(texts("agentId").texts, codes, raws);
    return { codes, cells: readPeriodColumn(raws, { format, repeatsInMonth: repeats }) };
  });
  const coded = oncePerName((id: MetricsIdentity): CodedColumn => {
    if (id !== "period") return readCoded(identityCells(id), rowCount, cellText);
    const { codes, cells: read } = periodCells();
    const names = [...new Set(read.map(({ name }) => name))];
    if (names.length === read.length) return { codes, texts: names };
    const meaning = Int32Array.from(read, ({ name }) => names.indexOf(name));
    return { codes: codes.map((code) => meaning[code]!), texts: names };
  });
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
    calendar,
    get periodCells() {
      return periodCells();
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

/** Whether some agent has several dates in one month: such dates are days. */
function repeatsInMonth(agents: readonly string[], codes: Int32Array, raws: readonly RawCell[]): boolean {
  const months = raws.map((raw) => {
    const day = isDate(raw) ? dayOf(raw) : undefined;
    return day && day.year * 12 + day.month;
  });
  const seen = new Map<string, number>();
  for (let row = 0; row < codes.length; row += 1) {
    const [agent, code] = [agents[row]!, codes[row]!];
    if (agent === "" || months[code] === undefined) continue;
    const key = `${months[code]} ${agent}`;
    const earlier = seen.get(key);
    if (earlier !== undefined && earlier !== code) return true;
    seen.set(key, code);
  }
  return false;
}
