import { isTemporary } from "../temporary-sheets";

/** Names of sheets and tables at the last reading, by id. Events tell ids only. */
export interface KnownNames {
  readonly sheets: Map<string, string>;
  readonly tables: Map<string, string>;
}

export function noNames(): KnownNames {
  return { sheets: new Map(), tables: new Map() };
}

/** Queues the question for all names. `take` the answers after a sync. */
export function askNames({ workbook }: Excel.RequestContext): { readonly take: () => KnownNames } {
  const { worksheets, tables } = workbook;
  worksheets.load("items/id, items/name");
  tables.load("items/id, items/name, items/worksheet/name");
  return { take: () => namesOf(worksheets, tables) };
}

/** Takes the answers after a sync. Sheets that only the product knows do not count. */
export function namesOf(worksheets: Excel.WorksheetCollection, tables: Excel.TableCollection): KnownNames {
  const names = noNames();
  for (const { id, name } of worksheets.items) if (!isTemporary(name)) names.sheets.set(id, name);
  for (const { id, name, worksheet } of tables.items) if (!isTemporary(worksheet.name)) names.tables.set(id, name);
  return names;
}

export function sameNames(a: KnownNames, b: KnownNames): boolean {
  return same(a.sheets, b.sheets) && same(a.tables, b.tables);
}

function same(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([id, name]) => b.get(id) === name);
}
