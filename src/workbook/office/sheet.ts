import type { Highlight, PlanRange, PrintSetup, RangeFormat, SheetPlan } from "../../core/plan/plan";
import { columnLetters } from "../../core/cell/place";
import type { Frozen } from "./journal";
import { blocksOf, type Step } from "./requests";

/** Request bytes of a property that is set. */
const BYTES_PER_FORMAT = 4_000;

const LINE_COLOUR = "#BFBFBF";
const LINE_COLOUR_BOTTOM = "#7F7F7F";

/** Most rows whose height is fitted to wrapped text. Longer columns of wrapped remarks are fitted by Excel during writing. */
const MOST_FITTED_ROWS = 50;

/** Writes contents and cell formats on a sheet. The sheet must exist when the first step is queued. */
export function contentSteps(sheet: () => Excel.Worksheet, plan: SheetPlan): Step[] {
  const width = plan.rows[0]?.length ?? 0;
  const contents = blocksOf(plan.rows).map(({ firstRow, rows, bytes }) => ({
    bytes,
    queue() {
      sheet().getRangeByIndexes(firstRow, 0, rows.length, width).values = rows;
    },
  }));
  const formats = plan.formats.map((format) => ({
    bytes: BYTES_PER_FORMAT,
    queue: () => applyFormat(rangeOf(sheet(), format.range), format),
  }));
  return width === 0 ? formats : [...contents, ...formats];
}

/** Sets what copying cells does not bring along: widths, heights and conditional formats. Panes and print set-up come afterwards. */
export function arrange(sheet: Excel.Worksheet, plan: SheetPlan): void {
  plan.columnWidths.forEach((characters, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = widthInPoints(characters);
  });
  for (const { range, wrap } of plan.formats) {
    // Excel fitted wrapped rows to the widths at the time of writing, so they are fitted again.
    if (wrap && range.rows <= MOST_FITTED_ROWS) rangeOf(sheet, range).format.autofitRows();
  }
  for (const highlight of plan.highlights) addHighlight(sheet, highlight);
}

/** Rows whose height `arrange` changes. */
export function fittedRows(plan: SheetPlan): Set<number> {
  const rows = new Set<number>();
  for (const { range, wrap } of plan.formats) {
    if (!wrap || range.rows > MOST_FITTED_ROWS) continue;
    for (let row = range.row; row < range.row + range.rows; row++) rows.add(row);
  }
  return rows;
}

export function freeze(sheet: Excel.Worksheet, panes: Frozen): void {
  sheet.freezePanes.unfreeze();
  if (panes.rows > 0 && panes.columns > 0) {
    sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, panes.rows, panes.columns));
  } else if (panes.rows > 0) sheet.freezePanes.freezeRows(panes.rows);
  else if (panes.columns > 0) sheet.freezePanes.freezeColumns(panes.columns);
}

function rangeOf(sheet: Excel.Worksheet, { row, column, rows, columns }: PlanRange): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rows, columns);
}

/** A digit of the default font is 7 pixels wide, a cell has 5 pixels of margin, and a pixel is 0.75 points. */
function widthInPoints(characters: number): number {
  return Math.round(characters * 7 + 5) * 0.75;
}

function applyFormat(range: Excel.Range, plan: RangeFormat): void {
  const { format } = range;
  // Excel accepts a single text for every cell of the range.
  if (plan.numberFormat !== undefined) range.numberFormat = plan.numberFormat as unknown as string[][];
  if (plan.bold !== undefined) format.font.bold = plan.bold;
  if (plan.italic !== undefined) format.font.italic = plan.italic;
  if (plan.fontSize !== undefined) format.font.size = plan.fontSize;
  if (plan.fontColor !== undefined) format.font.color = plan.fontColor;
  if (plan.fill !== undefined) format.fill.color = plan.fill;
  if (plan.align !== undefined) format.horizontalAlignment = capital(plan.align);
  if (plan.verticalAlign !== undefined) format.verticalAlignment = capital(plan.verticalAlign);
  if (plan.wrap !== undefined) format.wrapText = plan.wrap;
  if (plan.border === "bottom") draw(format, ["EdgeBottom"], LINE_COLOUR_BOTTOM);
  if (plan.border === "grid") {
    draw(format, ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"], LINE_COLOUR);
    if (plan.range.rows > 1) draw(format, ["InsideHorizontal"], LINE_COLOUR);
    if (plan.range.columns > 1) draw(format, ["InsideVertical"], LINE_COLOUR);
  }
}

type Side = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight" | "InsideHorizontal" | "InsideVertical";

function draw(format: Excel.RangeFormat, sides: readonly Side[], color: string): void {
  for (const side of sides) {
    const line = format.borders.getItem(side);
    line.style = "Continuous";
    line.weight = "Thin";
    line.color = color;
  }
}

function capital<T extends string>(text: T): Capitalize<T> {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}` as Capitalize<T>;
}

function addHighlight(sheet: Excel.Worksheet, { range, equals, fill, fontColor }: Highlight): void {
  const rule = rangeOf(sheet, range).conditionalFormats.add("CellValue");
  rule.cellValue.format.fill.color = fill;
  rule.cellValue.format.font.color = fontColor;
  rule.cellValue.rule = { formula1: `="${equals.replace(/"/g, '""')}"`, operator: "EqualTo" };
}

/** Sets one thing of a page layout. */
export type PrintPiece = (layout: Excel.PageLayout) => void;

export function printPieces({ print }: SheetPlan): PrintPiece[] {
  const { orientation, titleRows, titleColumns = 0, pagesWide = 1, footer }: PrintSetup = print;
  const pieces: PrintPiece[] = [
    (layout) => (layout.orientation = capital(orientation) as Excel.PageOrientation),
    (layout) => (layout.paperSize = "A4"),
    (layout) => (layout.zoom = { horizontalFitToPages: pagesWide }),
    ({ headersFooters: { defaultForAllPages: place } }) => {
      // In a footer `&` starts a code, and `&&` stands for itself. Excel takes at most 255 characters.
      place.leftFooter = (footer ?? "").slice(0, 230).replace(/&/g, "&&");
      place.rightFooter = "&P / &N";
    },
  ];
  if (titleRows > 0) pieces.push((layout) => layout.setPrintTitleRows(`$1:$${titleRows}`));
  if (titleColumns > 0) pieces.push((layout) => layout.setPrintTitleColumns(`$A:$${columnLetters(titleColumns - 1)}`));
  return pieces;
}
