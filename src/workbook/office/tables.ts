import { freeName } from "../../core/plan/free-name";
import type { PlanTable, SheetPlan } from "../../core/plan/plan";

interface TakenNames {
  /** Queues the question. */
  readonly queue: () => void;
  /** Takes the answers after a sync. Tables of the sheets with these ids do not count, because they give way. */
  readonly take: (replacedIds: ReadonlySet<string>) => readonly string[];
}

/** The question which names no new table may have. */
export function askTakenNames({ workbook }: Excel.RequestContext, sheets: readonly SheetPlan[]): TakenNames {
  // Most changes bring no table and need no question.
  if (!sheets.some(({ tables = [] }) => tables.length > 0)) return { queue: () => undefined, take: () => [] };
  const { names, tables } = workbook;
  return {
    queue() {
      names.load("items/name");
      tables.load("items/name, items/worksheet/id");
    },
    take: (replacedIds) => namesIn(names, tables, replacedIds),
  };
}

/** Takes the answers after a sync. */
function namesIn(
  names: Excel.NamedItemCollection,
  tables: Excel.TableCollection,
  replacedIds: ReadonlySet<string>,
): readonly string[] {
  const staying = tables.items.filter(({ worksheet }) => !replacedIds.has(worksheet.id));
  return [...names.items, ...staying].map(({ name }) => name);
}

/** Gives the tables of each planned sheet free names. `taken` is asked once for all of them. */
export function withFreeNames(sheets: readonly SheetPlan[], taken: readonly string[]): readonly SheetPlan[] {
  const known = [...taken];
  const free = (table: PlanTable): PlanTable => {
    const name = freeName(table.name, known);
    known.push(name);
    return { ...table, name };
  };
  return sheets.map((sheet) => (sheet.tables ? { ...sheet, tables: sheet.tables.map(free) } : sheet));
}

/** Makes the planned tables on a sheet that holds the planned cells. */
export function addTables(sheet: Excel.Worksheet, { tables = [] }: SheetPlan): void {
  for (const { name, range } of tables) {
    const { row, column, rows, columns } = range;
    sheet.tables.add(sheet.getRangeByIndexes(row, column, rows, columns), true).name = name;
  }
}
