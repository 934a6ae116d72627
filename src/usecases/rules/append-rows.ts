import type { CellEdit } from "../../core/cell/edit";
import type { ReadTable } from "../../core/cell/table";
import { isEmptyRow, placeIn } from "../../core/cell/table";
import type { TableGrowth } from "../../core/plan/plan";

/** One cell of a new row. */
export interface NewCell {
  readonly value: string | number | boolean;
  readonly numberFormat?: string;
}

export type NewRow<Id extends string> = Readonly<Partial<Record<Id, NewCell>>>;

export interface AppendedRows<Id extends string> {
  readonly edits: readonly CellEdit[];
  /** Undefined if the rows fit into the blank rows at the table's end. */
  readonly growth: TableGrowth | undefined;
  /** Columns that a new row fills and the table lacks. */
  readonly lacking: readonly Id[];
}

/** Plans rows behind the last filled one of a table. Blank rows at the table's end are used first; then the table grows. */
export function appendRows<Id extends string>(table: ReadTable<Id>, rows: readonly NewRow<Id>[]): AppendedRows<Id> {
  const { source, columns, rowCount } = table;
  let first = rowCount;
  while (first > 0 && isEmptyRow(source, first - 1)) first -= 1;
  const edits: CellEdit[] = [];
  const lacking = new Set<Id>();
  rows.forEach((row, at) => {
    for (const id of Object.keys(row) as Id[]) {
      const column = columns[id];
      if (column === undefined) lacking.add(id);
      else edits.push({ ...placeIn(source, first + at, column), ...row[id]!, expected: null });
    }
  });
  const { name, sheet, row, column, values, blankRows = 0 } = source;
  const moreRows = first + rows.length - (rowCount + blankRows);
  const range = { row, column, rows: values.length + blankRows, columns: values.at(0)?.length ?? 0 };
  return { edits, growth: moreRows > 0 ? { table: name, sheet, range, moreRows } : undefined, lacking: [...lacking] };
}
