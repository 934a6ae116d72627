import type { PlanCell, RangeFormat, SheetPlan } from "./plan";
import type { Locale, Localised } from "../text/locale";

const HEADER_FILL = "#1F4E78";
const HEADER_TEXT = "#FFFFFF";
const MUTED_TEXT = "#595959";

/** One column of a table that is planned row by row. `Cell` lets a file store results of formulas too. */
export interface TableColumn<Row, Cell = PlanCell> {
  readonly header: Localised;
  readonly width: number;
  readonly cell: (row: Row) => Cell;
  readonly format?: (row: Row) => string;
  readonly align?: RangeFormat["align"];
  readonly wrap?: boolean;
  readonly bold?: boolean;
  readonly muted?: boolean;
}

/** A plan for any port, or one with richer cells. */
type PlanOf<Cell> = Omit<SheetPlan, "rows"> & { readonly rows: readonly (readonly (Cell | PlanCell)[])[] };

/** A sheet with one table that starts at its first cell. */
export function tableSheet<Row, Cell = PlanCell>(
  name: string,
  columns: readonly TableColumn<Row, Cell>[],
  rows: readonly Row[],
  options: { locale: Locale; frozenColumns: number; orientation: "portrait" | "landscape" },
): PlanOf<Cell> {
  const { locale } = options;
  const header: (Cell | PlanCell)[] = columns.map((column) => column.header[locale]);
  const all = { row: 0, column: 0, rows: rows.length + 1, columns: columns.length };
  return {
    name,
    rows: [header, ...rows.map((row) => columns.map((column) => column.cell(row)))],
    columnWidths: columns.map((column) => column.width),
    freeze: { rows: 1, columns: options.frozenColumns },
    formats: [
      { range: all, border: "grid", verticalAlign: "center" },
      ...columns.flatMap((column, index) => columnFormats(column, index, rows)),
      {
        range: { ...all, rows: 1 },
        bold: true,
        fill: HEADER_FILL,
        fontColor: HEADER_TEXT,
        align: "center",
        wrap: true,
      },
    ],
    highlights: [],
    print: { orientation: options.orientation, titleRows: 1, footer: name },
  };
}

function columnFormats<Row>(column: TableColumn<Row, unknown>, index: number, rows: readonly Row[]): RangeFormat[] {
  const body = { row: 1, column: index, rows: rows.length, columns: 1 };
  const formats: RangeFormat[] = [];
  if (column.align) formats.push({ range: body, align: column.align });
  if (column.wrap) formats.push({ range: body, wrap: true });
  if (column.bold) formats.push({ range: body, bold: true });
  if (column.muted) formats.push({ range: body, fontColor: MUTED_TEXT });
  const { format } = column;
  if (!format) return formats;
  const texts = rows.map(format);
  // If all rows share a format, it holds for the whole column, so that rows added below look right too.
  if (new Set(texts).size === 1) return [...formats, { range: body, numberFormat: texts[0]! }];
  return [
    ...formats,
    ...texts.map((numberFormat, row) => ({ range: { ...body, row: row + 1, rows: 1 }, numberFormat })),
  ];
}
