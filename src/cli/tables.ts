import { rangeText } from "../core/cell/place";
import { tableColumns, type FoundTable } from "../core/find/recognise";

/** A table that was found, as `--json` tells it. */
export interface TableDocument {
  readonly role: string;
  readonly sheet: string;
  /** Header row to last record. */
  readonly address: string;
  /** Number of records. */
  readonly rows: number;
  readonly period: string | null;
  /** Headers as they stand in the sheet, by what they mean. */
  readonly columns: Readonly<Record<string, string>>;
  /** False where a person must be asked before the table is used. */
  readonly certain: boolean;
  /** False where not even a proposal is made. */
  readonly likely: boolean;
}

export function tableDocument(table: FoundTable): TableDocument {
  const { role, standing, source, headers, lastRow, records, period } = table;
  const { sheet, row, column } = source;
  return {
    role,
    sheet,
    address: rangeText({ row, column, rows: lastRow + 1, columns: headers.length }),
    rows: records,
    period: period ?? null,
    columns: tableColumns(table),
    certain: standing === "certain",
    likely: true,
  };
}
