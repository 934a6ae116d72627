import type { SourceTable } from "../core/cell/table";
import type { PlainRange } from "../core/find/recognise";
import type { ReadOptions, WrittenSheet } from "./port";

interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** The table as an earlier reading gave it, if that reading may be kept. Its rows include the header row. */
export function keptTable(
  { earlier }: ReadOptions,
  table: Size & Pick<SourceTable, "name" | "sheet" | "row" | "column">,
): SourceTable | undefined {
  if (!earlier?.keeps(table.sheet)) return undefined;
  return earlier.snapshot.tables.find(
    ({ name, sheet, row, column, values, blankRows = 0 }) =>
      name === table.name &&
      sheet === table.sheet &&
      row === table.row &&
      column === table.column &&
      values.length + blankRows === table.rows &&
      values.at(0)?.length === table.columns,
  );
}

/** The written sheet as an earlier reading gave it, if that reading may be kept. */
export function keptSheet(
  { earlier }: ReadOptions,
  written: Size & { readonly sheet: string },
): WrittenSheet | undefined {
  if (!earlier?.keeps(written.sheet)) return undefined;
  return earlier.snapshot.written.find(
    ({ sheet, values }) =>
      sheet === written.sheet && values.length === written.rows && values[0]?.length === written.columns,
  );
}

/** The plain ranges of a sheet as an earlier reading gave them, if that reading may be kept. */
export function keptRanges({ earlier }: ReadOptions, sheet: string): readonly PlainRange[] {
  if (!earlier?.keeps(sheet)) return [];
  return (earlier.snapshot.ranges ?? []).filter(({ source }) => source.sheet === sheet);
}
