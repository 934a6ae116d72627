import type { RawCell } from "../../core/cell/cell";
import { cellText, foldName } from "../../core/cell/cell";
import { listRows } from "../../core/cell/packed";
import type { FoundTable } from "../../core/find/recognise";
import { METRICS_COLUMNS } from "../../core/metrics/headers";
import type { SheetPlan } from "../../core/plan/plan";
import { tableSheet, type TableColumn } from "../../core/plan/table-sheet";
import type { Locale } from "../../core/text/locale";

type Row = ReadonlyMap<string, RawCell>;

const IDENTITIES = Object.keys(METRICS_COLUMNS);

/**
 * Joins the months of metrics on one sheet in contract form. Agents without an ID go by their name; a period that no column states is the
 * one that title, sheet or file name state. Undefined where a table has neither.
 */
export function adoptMetrics(tables: readonly FoundTable[], name: string, locale: Locale): SheetPlan | undefined {
  const usable = tables.filter(
    ({ meaning, period }) => meaning.columns["period"] !== undefined || period !== undefined,
  );
  const headers = new Map<string, string>();
  const formats = new Map<string, string>();
  const rows: Row[] = [];
  for (const { source, meaning, headers: own, period } of usable) {
    const { columns } = meaning;
    const named = new Map(Object.entries(columns).map(([id, column]): [string, number] => [id, column]));
    if (!named.has("agentId")) named.set("agentId", columns["name"]!);
    for (const column of meaning.others) named.set(foldName(own[column]!), column);
    for (const [key, column] of named) {
      if (!headers.has(key)) headers.set(key, own[column]!);
      const format = source.formats[column] ?? "";
      if (!formats.has(key) && format !== "") formats.set(key, format);
    }
    if (!named.has("period")) headers.set("period", "");
    for (const cells of listRows(source.values).slice(1)) {
      if (cells.every((raw) => cellText(raw) === "")) continue;
      const row = new Map([...named].map(([key, column]): [string, RawCell] => [key, cells[column] ?? null]));
      if (!row.has("period")) row.set("period", period);
      rows.push(row);
    }
  }
  if (rows.length === 0) return undefined;
  const keys = [
    ...IDENTITIES.filter((id) => headers.has(id)),
    ...[...headers.keys()].filter((key) => !IDENTITIES.includes(key)),
  ];
  const columns = keys.map((key): TableColumn<Row> => {
    const spec = METRICS_COLUMNS[key as keyof typeof METRICS_COLUMNS];
    const header = headers.get(key)!;
    const format = formats.get(key);
    return {
      header: spec ? { en: spec.names.en[0]!, "zh-CN": spec.names["zh-CN"][0]! } : { en: header, "zh-CN": header },
      width: 14,
      cell: (row) => row.get(key) ?? null,
      ...(format === undefined || format === "General" ? {} : { format: () => format }),
    };
  });
  const plan = tableSheet(name, columns, rows, { locale, frozenColumns: 2, orientation: "landscape" });
  const range = { row: 0, column: 0, rows: rows.length + 1, columns: columns.length };
  return { ...plan, tables: [{ name: name.replace(/[^\p{L}\p{N}]/gu, ""), range }] };
}
