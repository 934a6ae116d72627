import type { PlanCell, SheetPlan } from "../../plan/plan";
import { criticalWord } from "../../rubric/critical";
import { RUBRIC_COLUMNS, SCALE_COLUMNS, SETTING_COLUMNS, type RubricColumn } from "../../rubric/columns";
import { LEDGER_COLUMNS, METRICS_COLUMNS, RATING_COLUMNS } from "../../metrics/headers";
import { hasDeviations } from "../../scoring/model/method";
import type { Locale, Localised } from "../../text/locale";
import { both, statedIn, type Both, type DataSheet, type Form, type IndicatorSpec, type Template } from "../template";
import type { Sample, SampleValue } from "./sample";
import { indicatorsOf, sampleOf } from "./sample";
import { tableSheet, type TableColumn } from "../../plan/table-sheet";
import { headerOf, mendedMethod, methodWord, MISSING_WORDS, SHEET_NAMES, type SheetKind } from "./words";

/** A planned sheet and the kind of its table. A data sheet has no kind, because no table of the contract is on it. */
export interface TemplateSheet {
  readonly kind: SheetKind | "data";
  readonly plan: SheetPlan;
}

/** The sheets of a template in one of its forms and languages. Each has one table with the name of the sheet. */
export function sheetsOf(template: Template, form: Form, locale: Locale): readonly TemplateSheet[] {
  const sample = sampleOf(template);
  const { scales, settings, sheets = [] } = template;
  return [
    rubricSheet(template, form, locale),
    ...(scales ? [scalesSheet(scales, form, locale)] : []),
    ...(settings ? [settingsSheet(settings, locale)] : []),
    metricsSheet(sample, locale),
    ...(sample.ratings.length > 0 ? [ratingsSheet(sample, locale)] : []),
    ...(sample.ledger.length > 0 ? [ledgerSheet(sample, locale)] : []),
    ...sheets.map((sheet) => dataSheet(sheet, locale)),
  ];
}

const local = (text: Both | string | null | undefined, locale: Locale): string | null =>
  text === null || text === undefined ? null : text.includes(" | ") ? both(text as Both)[locale] : text;

type Look<Row> = Omit<TableColumn<Row>, "header" | "cell">;

function sheet<Row>(
  kind: TemplateSheet["kind"],
  name: string,
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
  locale: Locale,
  frozenColumns: number,
): TemplateSheet {
  const plan = tableSheet(name, columns, rows, { locale, frozenColumns, orientation: "landscape" });
  const range = { row: 0, column: 0, rows: rows.length + 1, columns: columns.length };
  return { kind, plan: { ...plan, tables: [{ name: name.replace(/[^\p{L}\p{N}]/gu, ""), range }] } };
}

/** Rubric columns that only templates which use them contain. */
const RARE: readonly RubricColumn[] = ["step", "critical"];

interface RubricLine {
  readonly rubric: Both;
  readonly section: Both;
  readonly spec: IndicatorSpec;
}

/** The indicators of a template in the order of the rubric sheet. */
const linesOf = (template: Template): readonly RubricLine[] =>
  template.rubrics.flatMap(({ name, sections }) =>
    Object.entries(sections).flatMap(([section, specs]) =>
      specs.map((spec) => ({ rubric: name, section: section as Both, spec })),
    ),
  );

/** Columns of the rubric sheet in their order. */
function rubricColumnsOf(template: Template): readonly RubricColumn[] {
  const used = (column: RubricColumn): boolean =>
    template.rubrics.some((rubric) => indicatorsOf(rubric).some((spec) => column in spec));
  return (Object.keys(RUBRIC_COLUMNS) as RubricColumn[]).filter(
    (column) => column !== "failAt" && (!RARE.includes(column) || used(column)),
  );
}

function rubricSheet(template: Template, form: Form, locale: Locale): TemplateSheet {
  const looks: Partial<Record<RubricColumn, Look<RubricLine>>> = {
    rubric: { width: 18 },
    section: { width: 18 },
    indicator: { width: 26, bold: true },
    points: { width: 8, align: "center", format: () => "General" },
    method: { width: 13 },
    metric: { width: 14 },
    zeroAt: { width: 9, format: thresholdFormat },
    fullAt: { width: 9, format: thresholdFormat },
    scale: { width: 14 },
    ifMissing: { width: 11 },
    rule: { width: 62, wrap: true, muted: true },
    note: { width: 40, wrap: true, muted: true },
  };
  const columns = rubricColumnsOf(template).map((column): TableColumn<RubricLine> => ({
    header: RUBRIC_HEADERS[column],
    ...(looks[column] ?? { width: 9 }),
    cell: (line) => rubricCell(line, column, form, locale),
  }));
  return sheet("rubric", SHEET_NAMES.rubric[locale], columns, linesOf(template), locale, 3);
}

const RUBRIC_HEADERS = Object.fromEntries(
  Object.entries(RUBRIC_COLUMNS).map(([column, spec]) => [
    column,
    { en: headerOf(spec, "en"), "zh-CN": headerOf(spec, "zh-CN") },
  ]),
) as Readonly<Record<RubricColumn, Localised>>;

function thresholdFormat({ spec }: RubricLine): string {
  if (hasDeviations(mendedMethod(spec))) return "+0%;-0%;0%";
  return spec.show ?? "0";
}

function rubricCell({ rubric, section, spec }: RubricLine, column: RubricColumn, form: Form, locale: Locale): PlanCell {
  switch (column) {
    case "rubric":
      return local(rubric, locale);
    case "section":
      return local(section, locale);
    case "indicator":
      return local(statedIn<Both>(spec.name, form), locale);
    case "method": {
      const method = statedIn(spec.method, form);
      return method === null ? null : methodWord(method, locale);
    }
    case "ifMissing":
      return spec.ifMissing ? MISSING_WORDS[spec.ifMissing][locale] : null;
    case "critical":
      return spec.critical ? criticalWord(spec.critical)[locale] : null;
    case "metric":
    case "scale":
    case "rule":
    case "note":
      return local(spec[column], locale);
    case "failAt":
      return null;
    default:
      return statedIn(spec[column], form);
  }
}

type Scales = NonNullable<Template["scales"]>;
type ScaleLine = { readonly scale: Both; readonly row: Scales[Both][number] };

function scalesSheet(scales: Scales, form: Form, locale: Locale): TemplateSheet {
  const C = SCALE_COLUMNS;
  const rows = Object.entries(scales).flatMap(([scale, own]) =>
    own.map((row): ScaleLine => ({ scale: scale as Both, row })),
  );
  const used = (key: keyof ScaleLine["row"]): boolean => rows.some(({ row }) => key in row);
  const bound: Look<ScaleLine> = { width: 9, format: ({ row }) => row.show ?? "0" };
  const share: Look<ScaleLine> = { width: 9, format: () => "0%" };
  const number = (key: "from" | "to" | "points" | "share" | "shareTo", look: Look<ScaleLine>) =>
    used(key) || key === "from" ? [column(C[key], look, ({ row }: ScaleLine) => statedIn(row[key], form))] : [];
  const columns: TableColumn<ScaleLine>[] = [
    column(C.scale, { width: 18 }, (line) => local(line.scale, locale)),
    column(C.grade, { width: 12, align: "center", bold: true }, ({ row }) => local(row.grade, locale)),
    ...number("from", bound),
    ...number("to", bound),
    ...(used("ends") ? [column(C.ends, { width: 8 }, ({ row }: ScaleLine) => row.ends ?? null)] : []),
    ...number("points", { width: 9 }),
    ...number("share", share),
    ...number("shareTo", share),
    ...(used("outcome")
      ? [column(C.outcome, { width: 56, wrap: true, muted: true }, ({ row }: ScaleLine) => local(row.outcome, locale))]
      : []),
  ];
  return sheet("scales", SHEET_NAMES.scales[locale], columns, rows, locale, 2);
}

function column<Row>(
  spec: (typeof SCALE_COLUMNS)["scale"],
  look: Look<Row>,
  cell: (row: Row) => PlanCell,
): TableColumn<Row> {
  return { header: { en: headerOf(spec, "en"), "zh-CN": headerOf(spec, "zh-CN") }, ...look, cell };
}

function settingsSheet(settings: NonNullable<Template["settings"]>, locale: Locale): TemplateSheet {
  const C = SETTING_COLUMNS;
  type Row = (typeof settings)[number];
  const columns: TableColumn<Row>[] = [
    column(C.setting, { width: 24 }, (row) => local(row.setting, locale)),
    column(C.value, { width: 10 }, (row) => row.value),
    column(C.rubric, { width: 24 }, (row) => local(row.rubric, locale)),
  ];
  return sheet("settings", SHEET_NAMES.settings[locale], columns, settings, locale, 0);
}

const TEXT = { format: () => "@" };

function metricsSheet({ rows, metrics }: Sample, locale: Locale): TemplateSheet {
  const C = METRICS_COLUMNS;
  type Row = Sample["rows"][number];
  const shown = (value: SampleValue | undefined): PlanCell =>
    value === undefined ? null : typeof value === "object" ? value[locale] : value;
  const leads = rows.some(({ agent }) => agent.leads);
  const columns: TableColumn<Row>[] = [
    column(C.agentId, { width: 10, ...TEXT }, ({ agent }) => agent.id),
    column(C.name, { width: 18 }, ({ agent }) => agent.name[locale]),
    column(C.rubric, { width: 20 }, ({ agent }) => local(agent.rubric, locale)),
    column(C.team, { width: 10 }, ({ agent }) => agent.team[locale]),
    ...(leads ? [column(C.leads, { width: 10 }, ({ agent }: Row) => agent.leads?.[locale] ?? null)] : []),
    column(C.period, { width: 10, ...TEXT }, ({ period }) => period),
    ...[...metrics].map(([metric, show]): TableColumn<Row> => ({
      header: both(metric),
      width: 13,
      align: "right",
      format: () => show,
      cell: ({ values }) => shown(values.get(metric)),
    })),
  ];
  return sheet("metrics", SHEET_NAMES.metrics[locale], columns, rows, locale, 2);
}

function ratingsSheet({ ratings }: Sample, locale: Locale): TemplateSheet {
  const C = RATING_COLUMNS;
  type Row = Sample["ratings"][number];
  const columns: TableColumn<Row>[] = [
    column(C.agentId, { width: 10, ...TEXT }, ({ agent }) => agent.id),
    column(C.period, { width: 10, ...TEXT }, ({ period }) => period),
    column(C.indicator, { width: 26 }, ({ indicator }) => local(indicator, locale)),
    column(C.rater, { width: 12 }, ({ rater }) => rater[locale]),
    column(C.raterType, { width: 12 }, ({ raterType }) => raterType[locale]),
    column(C.rating, { width: 9 }, ({ rating }) => rating),
  ];
  return sheet("ratings", SHEET_NAMES.ratings[locale], columns, ratings, locale, 0);
}

function ledgerSheet({ ledger }: Sample, locale: Locale): TemplateSheet {
  const C = LEDGER_COLUMNS;
  type Row = Sample["ledger"][number];
  const columns: TableColumn<Row>[] = [
    column(C.date, { width: 12, format: () => "yyyy-mm-dd" }, ({ day }) => day),
    column(C.agentId, { width: 10, ...TEXT }, ({ agent }) => agent.id),
    column(C.indicator, { width: 26 }, ({ indicator }) => local(indicator, locale)),
    column(C.count, { width: 9 }, ({ count }) => count),
    column(C.points, { width: 9 }, () => null),
    column(C.note, { width: 40 }, () => null),
  ];
  return sheet("ledger", SHEET_NAMES.ledger[locale], columns, ledger, locale, 0);
}

function dataSheet({ name, headers, rows, widths, shows = {} }: DataSheet, locale: Locale): TemplateSheet {
  const columns = headers.map((header, index): TableColumn<DataSheet["rows"][number]> => {
    const show = shows[index];
    const cell = (row: DataSheet["rows"][number]): PlanCell => {
      const value = row[index] ?? null;
      return typeof value === "string" ? local(value, locale) : value;
    };
    return {
      header: both(header),
      width: widths[index] ?? 12,
      wrap: true,
      cell,
      ...(show ? { format: () => show } : {}),
    };
  });
  return sheet("data", both(name)[locale], columns, rows, locale, 0);
}
