import { MAX_COLUMNS, MAX_ROWS } from "../../core/cell/place";
import type { SheetPlan } from "../../core/plan/plan";
import type { TableBefore } from "./journal";
import { fittedRows, freeze } from "./sheet";

/** Settings of a sheet that filling changes and that copying cells does not restore. Read them after a sync. */
export interface Arrangement {
  readonly used: Excel.Range;
  readonly frozen: Excel.Range;
  readonly columns: readonly Excel.RangeFormat[];
  readonly rows: readonly { readonly row: number; readonly format: Excel.RangeFormat }[];
  readonly layout: Excel.PageLayout;
  readonly titles: Excel.Range;
  readonly footer: Excel.HeaderFooter;
}

export function askArrangement(sheet: Excel.Worksheet, plan: SheetPlan): Arrangement {
  const used = sheet.getUsedRangeOrNullObject(false);
  used.load("rowIndex, columnIndex, rowCount, columnCount");
  const frozen = sheet.freezePanes.getLocationOrNullObject();
  frozen.load("rowCount, columnCount");
  const columns = plan.columnWidths.map((_width, column) => {
    const { format } = sheet.getRangeByIndexes(0, column, 1, 1);
    format.load("columnWidth, useStandardWidth");
    return format;
  });
  const rows = [...fittedRows(plan)].map((row) => {
    const { format } = sheet.getRangeByIndexes(row, 0, 1, 1);
    format.load("rowHeight, useStandardHeight");
    return { row, format };
  });
  const layout = sheet.pageLayout;
  layout.load("orientation, paperSize, zoom");
  const titles = layout.getPrintTitleRowsOrNullObject();
  titles.load("rowIndex, rowCount");
  const footer = layout.headersFooters.defaultForAllPages;
  footer.load("leftFooter, rightFooter");
  return { used, frozen, columns, rows, layout, titles, footer };
}

/** Gives a sheet the content and settings of its backup. */
export function bringBack(
  sheet: Excel.Worksheet,
  backup: Excel.Worksheet,
  before: Arrangement,
  lostTables: readonly TableBefore[],
): void {
  bringBackCells(sheet, backup, before);
  bringBackSizes(sheet, before);
  bringBackPrint(sheet, before);
  for (const { name, row, column, rows, columns } of lostTables) {
    sheet.tables.add(sheet.getRangeByIndexes(row, column, rows, columns), true).name = name;
  }
}

function bringBackCells(sheet: Excel.Worksheet, backup: Excel.Worksheet, { used }: Arrangement): void {
  sheet.getRange().clear();
  if (used.isNullObject) return;
  const source = backup.getRangeByIndexes(used.rowIndex, used.columnIndex, used.rowCount, used.columnCount);
  sheet.getRangeByIndexes(used.rowIndex, used.columnIndex, 1, 1).copyFrom(source);
}

function bringBackSizes(sheet: Excel.Worksheet, { columns, rows, frozen }: Arrangement): void {
  columns.forEach((before, column) => {
    const now = sheet.getRangeByIndexes(0, column, 1, 1).format;
    if (before.useStandardWidth) now.useStandardWidth = true;
    else now.columnWidth = before.columnWidth;
  });
  for (const { row, format: before } of rows) {
    const now = sheet.getRangeByIndexes(row, 0, 1, 1).format;
    if (before.useStandardHeight) now.useStandardHeight = true;
    else now.rowHeight = before.rowHeight;
  }
  // Excel gives frozen rows as whole rows, and frozen columns as whole columns.
  const panes = frozen.isNullObject
    ? { rows: 0, columns: 0 }
    : { rows: frozen.rowCount % MAX_ROWS, columns: frozen.columnCount % MAX_COLUMNS };
  freeze(sheet, panes);
}

function bringBackPrint({ pageLayout }: Excel.Worksheet, { layout, titles, footer }: Arrangement): void {
  pageLayout.orientation = layout.orientation;
  pageLayout.paperSize = layout.paperSize;
  pageLayout.zoom = layout.zoom;
  const place = pageLayout.headersFooters.defaultForAllPages;
  place.leftFooter = footer.leftFooter;
  place.rightFooter = footer.rightFooter;
  // Repeated rows stay if there were none before: the API cannot remove them.
  if (!titles.isNullObject)
    pageLayout.setPrintTitleRows(`$${titles.rowIndex + 1}:$${titles.rowIndex + titles.rowCount}`);
}
