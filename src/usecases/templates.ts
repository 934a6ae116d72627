import { freeName } from "../core/evaluation/free-name";
import { findTables, type FoundTables } from "../core/rubric/find-tables";
import { ALL_TEMPLATES } from "../core/templates/make/registry";
import { sheetsOf, type TemplateSheet } from "../core/templates/make/sheets";
import { both, type Form, type Template } from "../core/templates/template";
import type { Locale, Localised } from "../core/text/locale";
import type { AppliedChange, Progress, TableData, WorkbookPort, WorkbookSnapshot } from "../workbook/port";

/** What a person chooses a template by. */
export interface TemplateEntry {
  readonly id: string;
  readonly number: string;
  readonly name: Localised;
  readonly summary: Localised;
}

/** All templates in the order of their numbers. */
export function listTemplates(): readonly TemplateEntry[] {
  return ALL_TEMPLATES.map(({ id, number, name, summary }) => ({
    id,
    number,
    name: both(name),
    summary: both(summary),
  }));
}

export type InsertOutcome =
  | {
      readonly kind: "inserted";
      readonly change: AppliedChange;
      /** Kinds of sheets that were left out, as the workbook has data of its own. */
      readonly leftOut: readonly TemplateSheet["kind"][];
    }
  /** The workbook has tables that a template's would not be read beside. */
  | { readonly kind: "refused"; readonly tables: readonly TableData[] };

/** Sample data, which nobody needs who has data. */
const DATA_KINDS: readonly TemplateSheet["kind"][] = ["metrics", "ratings", "ledger"];

/** Excel takes no longer names of sheets. */
const LONGEST_SHEET_NAME = 31;

/**
 * Tables in whose place a template's tables would have to be read: of each kind only one is. Metrics, Ratings and Ledger are no obstacle;
 * the template then comes without its sample data.
 */
export function templateObstacles({ tables }: WorkbookSnapshot): readonly TableData[] {
  const { rubric, scales, settings, baseline } = findTables(tables);
  const sources = [rubric, scales, settings, baseline].map((table) => table?.source);
  return tables.filter((table) => sources.includes(table));
}

/**
 * Writes the sheets of a template as new sheets at the end of the workbook, in one change that can be taken back. What is there is never
 * touched: names of sheets and tables that are taken get a number. `draft` is the scheme as its source states it, with its holes;
 * `mended` has them filled.
 */
export async function insertTemplate(
  port: WorkbookPort,
  template: Template,
  options: Progress & { readonly locale: Locale; readonly form: Form },
): Promise<InsertOutcome> {
  const { locale, form, ...progress } = options;
  const snapshot = await port.read(progress.signal ? { signal: progress.signal } : undefined);
  const tables = templateObstacles(snapshot);
  if (tables.length > 0) return { kind: "refused", tables };
  const hasData = ownData(findTables(snapshot.tables));
  const all = sheetsOf(template, form, locale);
  const wanted = all.filter(({ kind }) => !(hasData && DATA_KINDS.includes(kind)));
  const taken = snapshot.sheets.map(({ name }) => name);
  const sheets = wanted.map(({ plan }) => {
    const name = freeName(plan.name, taken, { between: " ", most: LONGEST_SHEET_NAME });
    taken.push(name);
    return { ...plan, name };
  });
  const change = await port.apply({ sheets, edits: [] }, { ...progress, replace: [] });
  const leftOut = all.filter((sheet) => !wanted.includes(sheet)).map(({ kind }) => kind);
  return { kind: "inserted", change, leftOut };
}

function ownData({ metrics, ratings, ledger }: FoundTables): boolean {
  return [metrics, ratings, ledger].some((table) => table !== undefined);
}
