import { MAX_COLUMNS, MAX_ROWS } from "../../core/cell/place";
import type { SheetPlan } from "../../core/plan/plan";
import type { Frozen, TableBefore } from "./journal";
import { fittedRows, type PrintPiece } from "./sheet";

/** Settings of a sheet that filling changes and that copying cells does not restore. Read them after a sync. */
export interface Arrangement {
  readonly used: Excel.Range;
  readonly columns: readonly Excel.RangeFormat[];
  readonly rows: readonly { readonly row: number; readonly format: Excel.RangeFormat }[];
}

export function askArrangement(sheet: Excel.Worksheet, plan: SheetPlan): Arrangement {
  const used = sheet.getUsedRangeOrNullObject(false);
  used.load("rowIndex, columnIndex, rowCount, columnCount");
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
  return { used, columns, rows };
}

/** Queues the question for frozen panes. The returned function takes the answer after a sync. */
export function askPanes(sheet: Excel.Worksheet): () => Frozen {
  const frozen = sheet.freezePanes.getLocationOrNullObject();
  frozen.load("rowCount, columnCount");
  return () => panesOf(frozen);
}

/** Excel gives frozen rows as whole rows, and frozen columns as whole columns. */
function panesOf(frozen: Excel.Range): Frozen {
  if (frozen.isNullObject) return { rows: 0, columns: 0 };
  return { rows: frozen.rowCount % MAX_ROWS, columns: frozen.columnCount % MAX_COLUMNS };
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

function bringBackSizes(sheet: Excel.Worksheet, { columns, rows }: Arrangement): void {
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
}

/**
 * Reads the print set-up of a backup, as pieces that set it again. Without a printer Excel may refuse, or tell null, which it does not take
 * back: what it does not tell stays as it is.
 */
export async function readPrint(backup: string): Promise<readonly PrintPiece[]> {
  try {
    return await Excel.run(async (context) => {
      const layout = context.workbook.worksheets.getItem(backup).pageLayout;
      layout.load("orientation, paperSize, zoom");
      const titles = layout.getPrintTitleRowsOrNullObject();
      titles.load("rowIndex, rowCount");
      const footer = layout.headersFooters.defaultForAllPages;
      footer.load("leftFooter, rightFooter");
      await context.sync();
      return piecesOf(layout, titles, footer);
    });
  } catch {
    return [];
  }
}

function piecesOf(before: Excel.PageLayout, titles: Excel.Range, footer: Excel.HeaderFooter): PrintPiece[] {
  const { orientation, paperSize, zoom } = before;
  const { leftFooter, rightFooter } = footer;
  const pieces: (PrintPiece | false)[] = [
    isTold(orientation) && ((layout) => (layout.orientation = orientation)),
    isTold(paperSize) && ((layout) => (layout.paperSize = paperSize)),
    isTold(zoom) && ((layout) => (layout.zoom = zoom)),
    isTold(leftFooter) &&
      (({ headersFooters }) => {
        headersFooters.defaultForAllPages.leftFooter = leftFooter;
      }),
    isTold(rightFooter) &&
      (({ headersFooters }) => {
        headersFooters.defaultForAllPages.rightFooter = rightFooter;
      }),
  ];
  // Repeated rows stay if there were none before: the API cannot remove them.
  if (!titles.isNullObject) {
    const rows = `$${titles.rowIndex + 1}:$${titles.rowIndex + titles.rowCount}`;
    pieces.push((layout) => layout.setPrintTitleRows(rows));
  }
  return pieces.filter((piece) => piece !== false);
}

/** The declarations do not say that Excel may tell null. */
function isTold(value: unknown): boolean {
  return value !== null && value !== undefined;
}
