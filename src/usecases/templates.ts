import type { SourceTable } from "../core/cell/table";
import { freeName } from "../core/plan/free-name";
import { findTables, type FoundTables } from "../core/book/find-tables";
import { ALL_TEMPLATES } from "../core/templates/make/registry";
import { sheetsOf, type TemplateSheet } from "../core/templates/make/sheets";
import { both, type Form } from "../core/templates/template";
import type { Locale, Localised } from "../core/text/locale";
import type { Book } from "./book";
import type { AppliedPlan, Progress, WorkbookPort, WorkbookSnapshot } from "../workbook/port";

/** The details by which a person chooses a template. */
export interface TemplateEntry {
  readonly id: string;
  readonly number: string;
  readonly name: Localised;
  readonly summary: Localised;
}

/** Templates to choose from in a workbook. */
export interface TemplateChoice {
  readonly entries: readonly TemplateEntry[];
  /** Tables that the workbook has in place of a template's. While they exist, no template can be inserted. */
  readonly obstacles: readonly SourceTable[];
  /** True if the workbook has data of its own. A template then comes without its sample data. */
  readonly hasData: boolean;
}

/** The templates for a workbook, and the tables in their way. */
export function templateChoice({ snapshot, subject }: Book): TemplateChoice {
  const { tables } = subject;
  return { entries: listTemplates(), obstacles: obstaclesIn(snapshot, tables), hasData: ownData(tables) };
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

export type InsertOutcome<Applied extends AppliedPlan = AppliedPlan> =
  | {
      readonly kind: "inserted";
      readonly change: Applied;
      /** Kinds of omitted sheets, because the workbook has data of its own. */
      readonly leftOut: readonly TemplateSheet["kind"][];
    }
  /** The workbook has tables beside which a template's would not be read. */
  | { readonly kind: "refused"; readonly tables: readonly SourceTable[] };

/** Sheets of sample data. A workbook with data needs none. */
const DATA_KINDS: readonly TemplateSheet["kind"][] = ["metrics", "ratings", "ledger"];

/** Excel limits the length of sheet names. */
const LONGEST_SHEET_NAME = 31;

/**
 * Tables in a template's way. Rubric, Scales, Settings and Baseline are each read only once in a workbook. Metrics, Ratings and Ledger are
 * no obstacle: the template then comes without its sample data.
 */
function obstaclesIn({ tables }: WorkbookSnapshot, found: FoundTables): readonly SourceTable[] {
  const { rubric, scales, settings, baseline } = found;
  const sources = [rubric, scales, settings, baseline].map((table) => table?.source.values);
  return tables.filter((table) => sources.includes(table.values));
}

/**
 * Adds the sheets of a template at the end of the workbook, in one change that can be undone. It never touches existing sheets. Taken names
 * of sheets and tables get a number. `draft` is the scheme as its source states it, with its holes; `mended` has them filled.
 */
export async function insertTemplate<Applied extends AppliedPlan>(
  port: WorkbookPort<Applied>,
  id: string,
  options: Progress & { readonly locale: Locale; readonly form: Form },
): Promise<InsertOutcome<Applied>> {
  const { locale, form, ...progress } = options;
  const template = ALL_TEMPLATES.find((each) => each.id === id);
  if (!template) throw new Error(`there is no template ${id}`);
  const snapshot = await port.read(progress.signal ? { signal: progress.signal } : undefined);
  const found = findTables(snapshot.tables);
  const tables = obstaclesIn(snapshot, found);
  if (tables.length > 0) return { kind: "refused", tables };
  const hasData = ownData(found);
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
