import type { PlanCell } from "../../core/plan/plan";
import { RUBRIC_COLUMNS, SCALE_COLUMNS } from "../../core/rubric/columns";
import { METRICS_COLUMNS } from "../../core/metrics/headers";
import type { Locale, Localised } from "../../core/text/locale";
import { tableSheet, type TableColumn } from "../../core/plan/table-sheet";
import { SHEET_NAMES as TEMPLATE_SHEETS } from "../../core/templates/make/words";
import type { XlsxSheetPlan } from "../../xlsx";
import { metricCell, METRICS, type SampleRow } from "./metrics";
import { INDICATORS, INTERVALS, RUBRIC_NAME, type SampleVersion } from "./rubric";

/** Names of sheets and of the tables on them. */
export const SHEET_NAMES = {
  ...TEMPLATE_SHEETS,
  live: { en: "Live", "zh-CN": "实时" },
} as const satisfies Record<string, Localised>;

const header = (spec: { readonly names: Localised<readonly string[]> }): Localised => ({
  en: spec.names.en[0]!,
  "zh-CN": spec.names["zh-CN"][0]!,
});

/** Heights of rows whose rule takes two lines. LibreOffice fits rows of a file by itself; Excel does not. */
export const RUBRIC_ROW_HEIGHT = 32;

export function rubricSheet(version: SampleVersion, locale: Locale): XlsxSheetPlan {
  const local = (text: Localised | undefined): PlanCell => text?.[locale] ?? null;
  type Row = (typeof INDICATORS)[number];
  const C = RUBRIC_COLUMNS;
  const columns: TableColumn<Row>[] = [
    { header: header(C.rubric), width: 14, cell: () => RUBRIC_NAME[locale] },
    { header: header(C.section), width: 16, cell: (row) => row.section[locale] },
    { header: header(C.indicator), width: 25, cell: (row) => row.name[locale], bold: true },
    {
      header: header(C.points),
      width: 8,
      cell: (row) => row.points?.[version] ?? null,
      format: () => "0",
      align: "center",
    },
    { header: header(C.method), width: 13, cell: (row) => row.method[locale] },
    { header: header(C.metric), width: 12, cell: () => null },
    {
      header: header(C.zeroAt),
      width: 9,
      cell: (row) => row.zeroAt?.[version] ?? null,
      format: (row) => row.thresholdFormat,
    },
    { header: header(C.fullAt), width: 9, cell: (row) => row.fullAt ?? null, format: (row) => row.thresholdFormat },
    { header: header(C.perEvent), width: 9, cell: (row) => row.perEvent ?? null, format: () => "0" },
    { header: header(C.limit), width: 8, cell: (row) => row.limit ?? null, format: () => "0" },
    { header: header(C.scale), width: 16, cell: (row) => local(row.scale) },
    { header: header(C.ifMissing), width: 11, cell: (row) => local(row.ifMissing) },
    { header: header(C.rule), width: 62, cell: (row) => row.rule[locale], wrap: true, muted: true },
  ];
  const name = SHEET_NAMES.rubric[locale];
  return tableSheet(name, columns, INDICATORS, { locale, frozenColumns: 3, orientation: "landscape" });
}

export function scalesSheet(version: SampleVersion, locale: Locale): XlsxSheetPlan {
  const local = (text: Localised | undefined): PlanCell => text?.[locale] ?? null;
  type Row = (typeof INTERVALS)[number];
  const C = SCALE_COLUMNS;
  const bound = (row: Row): string => row.boundFormat;
  const columns: TableColumn<Row>[] = [
    { header: header(C.scale), width: 17, cell: (row) => row.scale[locale] },
    { header: header(C.grade), width: 8, cell: (row) => local(row.grade), align: "center", bold: true },
    { header: header(C.from), width: 9, cell: (row) => row.from[version], format: bound },
    { header: header(C.to), width: 9, cell: (row) => row.to ?? null, format: bound },
    { header: header(C.ends), width: 8, cell: (row) => row.ends ?? null, align: "center" },
    { header: header(C.share), width: 9, cell: (row) => row.share ?? null, format: () => "0%" },
    { header: header(C.shareTo), width: 10, cell: (row) => row.shareTo ?? null, format: () => "0%" },
    { header: header(C.outcome), width: 52, cell: (row) => local(row.outcome), wrap: true, muted: true },
  ];
  const name = SHEET_NAMES.scales[locale];
  return tableSheet(name, columns, INTERVALS, { locale, frozenColumns: 2, orientation: "landscape" });
}

export function metricsSheet(rows: readonly SampleRow[], locale: Locale): XlsxSheetPlan {
  const C = METRICS_COLUMNS;
  const identity: TableColumn<SampleRow>[] = [
    // The text format keeps an ID typed below as text.
    { header: header(C.agentId), width: 10, cell: ({ agent }) => agent.id, format: () => "@" },
    { header: header(C.name), width: 18, cell: ({ agent }) => agent.name[locale] },
    { header: header(C.rubric), width: 14, cell: () => RUBRIC_NAME[locale] },
    { header: header(C.team), width: 10, cell: ({ agent }) => agent.team[locale] },
    { header: header(C.period), width: 10, cell: ({ period }) => period, format: () => "@" },
  ];
  const measured = METRICS.map((metric, index): TableColumn<SampleRow> => ({
    header: metric.header,
    width: metric.width,
    cell: (row) => metricCell(row.values[index], locale),
    format: () => metric.numberFormat,
    align: "right",
  }));
  const name = SHEET_NAMES.metrics[locale];
  return tableSheet(name, [...identity, ...measured], rows, { locale, frozenColumns: 2, orientation: "landscape" });
}

const IDENTITY_COLUMNS = 5;

/** Column of a metric in the sheet, counted from 0. */
export function metricColumn(header: string): number {
  const index = METRICS.findIndex((metric) => metric.header.en === header);
  if (index < 0) throw new RangeError(`The samples have no metric ${header}.`);
  return IDENTITY_COLUMNS + index;
}
