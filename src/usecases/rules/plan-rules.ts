import { cellOf } from "../../core/cell/packed";
import type { CellEdit } from "../../core/cell/edit";
import type { CellPlace } from "../../core/cell/place";
import { foldName } from "../../core/cell/cell";
import type { ReadTable } from "../../core/cell/table";
import { readHeaders, textIn } from "../../core/cell/table";
import { freeName } from "../../core/plan/free-name";
import type { SheetPlan, TableGrowth, WorkbookPlan } from "../../core/plan/plan";
import type { RubricColumn, ScaleColumn } from "../../core/rubric/columns";
import { RUBRIC_COLUMNS, SCALE_COLUMNS } from "../../core/rubric/columns";
import type { PolicyRow } from "../../core/ruletext/policy";
import type { Rule } from "../../core/ruletext/rule";
import type { RowValues } from "../../core/ruletext/tables";
import { policyTables, scaleNameFor, scaleValues } from "../../core/ruletext/tables";
import { looksLikePercent } from "../../core/ruletext/looks-like-percent";
import { percent } from "../../core/text/plain";
import { findScale } from "../../core/scoring/compile/parameters";
import { SHEET_NAMES } from "../../core/templates/make/words";
import type { Locale } from "../../core/text/locale";
import type { AppliedPlan, WorkbookPort } from "../../workbook/port";
import type { Book } from "../book";
import type { NewCell, NewRow } from "./append-rows";
import { appendRows } from "./append-rows";
import type { PastedRule } from "./pasted-rules";
import { rulesSheet } from "./rules-sheet";
import type { RubricRule, RuleField } from "./rubric-rules";
import { isInPercent, languageOf } from "./rubric-rules";

/** The planned writing, and what it leaves out. */
export interface RulesPlan {
  readonly plan: WorkbookPlan;
  /** Rows of the rubric that are filled or added. */
  readonly rows: number;
  /** New sheets for tables that the workbook lacks. */
  readonly newSheets: readonly string[];
  /** Headers of columns that would hold something but that a table lacks. */
  readonly lacking: readonly string[];
  /** The written cell to show first. Undefined if it is on a new sheet. */
  readonly first: CellPlace | undefined;
}

/** Fields to be written: blank cells, and cells with other content that the person agreed to overwrite. */
function fieldsToWrite({ fields, overwrite }: RubricRule): readonly RuleField[] {
  // Parameters of one method mean nothing beside another method's name.
  const isOtherMethod = fields.some(({ column, state }) => column === "method" && state === "other");
  if (isOtherMethod && !overwrite) return [];
  return fields.filter(({ state }) => state === "blank" || (overwrite && state === "other"));
}

/** Tells whether applying a rule changes fields of its row or its own words. */
export function changesSomething(rule: RubricRule): boolean {
  return fieldsToWrite(rule).length > 0 || rule.reading.text !== rule.original;
}

/** Plans to fill the rows of these rules. A cell is written only while it holds what was read. */
export function planRubricRules(book: Book, rules: readonly RubricRule[]): RulesPlan {
  const changed = rules.filter(changesSomething);
  const { scales } = book.subject;
  const taken = scales.map(({ name }) => name);
  const newScales: ScaleRow[] = [];
  const edits = changed.flatMap((each): CellEdit[] => {
    const { indicator, reading, original } = each;
    const own = fieldsToWrite(each).map(({ column, cell, value }): CellEdit => {
      let written = value;
      if (column === "scale" && value !== null) {
        const isNamed = indicator.scale !== "" && !findScale(scales, indicator.scale);
        written = isNamed ? indicator.scale : scaleNameFor(indicator.name, taken);
        taken.push(written);
        newScales.push(...scaleRowsOf(written, reading.rule!));
      }
      return { ...cell!.at, value: written, expected: cell!.raw, ...formatOf(column, value, reading.rule!) };
    });
    const words = indicator.cells.rule!;
    return reading.text === original ? own : [...own, { ...words.at, value: reading.text, expected: words.raw }];
  });
  const ownLacking = changed.flatMap(({ fields }) =>
    fields.filter(({ state }) => state === "no-column").map(({ column }) => column),
  );
  return together(book, languageOf(book, "en"), {
    rows: changed.length,
    edits,
    growths: [],
    sheets: [],
    lacking: ownLacking,
    newScales,
    first: changed[0]?.indicator.at,
  });
}

/** Plans to add pasted rules as rows of the Rubric table. Without one, it plans a new table. */
export function planPastedRules(
  book: Book,
  pasted: readonly PastedRule[],
  options: {
    readonly rubric: string | undefined;
    /** Language of a new table. An existing table has its own. */
    readonly locale: Locale;
  },
): RulesPlan {
  const locale = languageOf(book, options.locale);
  const {
    scales,
    tables: { rubric: rubricTable },
  } = book.subject;
  const wanted = pasted.filter(({ leftOut }) => !leftOut);
  const taken = scales.map(({ name }) => name);
  const rows = rowsOf(wanted, locale, taken, rubricNameFor(book, options.rubric));
  const newScales = rows.scales;
  const base = { rows: wanted.length, newScales, edits: [], growths: [], sheets: [], lacking: [], first: undefined };
  if (wanted.length === 0) return together(book, locale, base);
  if (!rubricTable) {
    const sheet = rulesSheet("rubric", rows.rubric, sheetNameFor(book, "rubric", locale), locale);
    return together(book, locale, { ...base, sheets: [sheet] });
  }
  const { edits, growth, lacking } = appendRows(rubricTable, rows.rubric);
  const growths = growth ? [growth] : [];
  return together(book, locale, { ...base, edits, growths, lacking, first: edits[0] });
}

/** Writes the plan in one change that can be undone. */
export function applyRules<Applied extends AppliedPlan>(
  port: WorkbookPort<Applied>,
  { plan }: RulesPlan,
): Promise<Applied> {
  return port.apply(plan, { replace: [] });
}

/** The Rubric cell of a new row: the chosen rubric, or the one that all rows name. Empty if the table has no such column. */
function rubricNameFor({ subject, summary }: Book, chosen: string | undefined): string {
  const table = subject.tables.rubric;
  if (table?.columns.rubric === undefined) return "";
  if (chosen !== undefined) return chosen;
  const names = Array.from({ length: table.rowCount }, (_, row) => textIn(table, row, "rubric")).filter(Boolean);
  const known = new Map(names.map((name) => [foldName(name), name]));
  return known.size === 1 && summary.rubrics.length === 1 ? [...known.values()][0]! : "";
}

interface ScaleRow {
  readonly values: RowValues<ScaleColumn>;
  readonly rule: Rule;
}

const scaleRowsOf = (name: string, rule: Rule): readonly ScaleRow[] =>
  scaleValues(name, rule.scale ?? []).map((values) => ({ values, rule }));

function rowsOf(
  pasted: readonly PastedRule[],
  locale: Locale,
  taken: readonly string[],
  rubric: string,
): { readonly rubric: readonly NewRow<RubricColumn>[]; readonly scales: readonly ScaleRow[] } {
  const rows = pasted.map(({ section, indicator, points, reading }): PolicyRow => ({
    section,
    indicator,
    points,
    ruleText: reading.text,
    span: { from: 0, to: reading.text.length },
    reading,
  }));
  const tables = policyTables(rows, locale, taken);
  const table = sourceOf(tables.rubric);
  const read = readHeaders(table, RUBRIC_COLUMNS);
  const ids = Object.keys(read.columns) as RubricColumn[];
  const made = pasted.map(({ reading: { rule } }, row): NewRow<RubricColumn> => {
    const cells = ids.flatMap((id): [RubricColumn, NewCell][] => {
      const value = cellOf(table.values, row + 1, read.columns[id]!);
      if (value === null || value === undefined || value === "") return [];
      return [[id, { value, ...(rule ? formatOf(id, value, rule) : {}) }]];
    });
    return Object.fromEntries(rubric === "" ? cells : [["rubric", { value: rubric }], ...cells]);
  });
  const scales = made.flatMap(({ scale }, row) => {
    const { rule } = pasted[row]!.reading;
    return rule?.scale && scale ? scaleRowsOf(String(scale.value), rule) : [];
  });
  return { rubric: made, scales };
}

const sourceOf = (values: ReturnType<typeof policyTables>["rubric"]) => ({
  name: "",
  sheet: "",
  row: 0,
  column: 0,
  values,
  formats: [],
});

interface Parts {
  readonly rows: number;
  readonly edits: readonly CellEdit[];
  readonly growths: readonly TableGrowth[];
  readonly sheets: readonly SheetPlan[];
  readonly lacking: readonly RubricColumn[];
  readonly newScales: readonly ScaleRow[];
  readonly first: CellPlace | undefined;
}

/** Joins the rubric's part with the rows of the Scales table. */
function together(book: Book, locale: Locale, parts: Parts): RulesPlan {
  const { rows, first } = parts;
  const headers = parts.lacking.map((id) => RUBRIC_COLUMNS[id].names[locale][0]!);
  const scaleRows = parts.newScales.map(({ values, rule }): NewRow<ScaleColumn> => scaleCells(values, rule));
  const table: ReadTable<ScaleColumn> | undefined = book.subject.tables.scales;
  const added = table && scaleRows.length > 0 ? appendRows(table, scaleRows) : undefined;
  const isNew = !table && scaleRows.length > 0;
  const sheets = isNew
    ? [...parts.sheets, rulesSheet("scales", scaleRows, sheetNameFor(book, "scales", locale), locale)]
    : parts.sheets;
  const lacking = [...headers, ...(added?.lacking ?? []).map((id) => SCALE_COLUMNS[id].names[locale][0]!)];
  return {
    plan: {
      sheets,
      edits: [...parts.edits, ...(added?.edits ?? [])],
      growths: [...parts.growths, ...(added?.growth ? [added.growth] : [])],
    },
    rows,
    newSheets: sheets.map(({ name }) => name),
    lacking: [...new Set(lacking)],
    first,
  };
}

export function scaleCells(values: RowValues<ScaleColumn>, rule: Rule): NewRow<ScaleColumn> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([id, value]): [string, NewCell][] => {
      if (value === null || value === undefined || value === "") return [];
      const isBound = (id === "from" || id === "to") && looksLikePercent(rule);
      const isShare = id === "share" || id === "shareTo";
      return [[id, { value, ...(isBound || isShare ? percentFormat(value) : {}) }]];
    }),
  );
}

export const formatOf = (column: string, value: unknown, rule: Rule): { readonly numberFormat?: string } =>
  isInPercent(column, rule) ? percentFormat(value) : {};

/** As many decimals as the number has, so that 1.9% is not shown as 2%. */
function percentFormat(value: unknown): { readonly numberFormat?: string } {
  if (typeof value !== "number") return {};
  const [, decimals = ""] = percent(value).slice(0, -1).split(".");
  return { numberFormat: decimals === "" ? "0%" : `0.${"0".repeat(decimals.length)}%` };
}

function sheetNameFor({ snapshot }: Book, kind: "rubric" | "scales", locale: Locale): string {
  return freeName(
    SHEET_NAMES[kind][locale],
    snapshot.sheets.map(({ name }) => name),
    { between: " ", most: 31 },
  );
}
