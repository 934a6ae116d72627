import type { Highlight, PrintSetup } from "../core/plan/plan";
import { addressOf, alwaysQuoted, columnLetters, MAX_COLUMNS, MAX_ROWS, rangeText } from "../core/cell/place";
import { WorkbookFailure } from "../workbook/failure";
import { ByteWriter } from "./byte-writer";
import { cellXml, hasOpenResult, numberText, styleXml } from "./cell-write";
import type { Packer } from "./zip";
import { wrappedHeight } from "./row-height";
import { styleGrid, type StyleGrid } from "./style-grid";
import type { StyleWriter } from "./styles-write";
import type { XlsxCellValue, XlsxSheetPlan } from "./types";
import { escapeAttribute, escapeText } from "./xml";

export interface SheetFrame {
  /** Opening tag of the part, with all its namespaces. */
  readonly open: string;
  /** `x:` or empty. */
  readonly prefix: string;
  readonly codeName: string | undefined;
  /** Elements kept from the former sheet, such as its drawing: those before and those after our own last element. */
  readonly carriedBefore: string;
  readonly carried: string;
}

/** Extra width of a column beyond its characters: five pixels around text of seven pixels a character. */
export const WIDTH_MARGIN = 5 / 7;

/** Longest footer that Excel takes, with room for its codes. */
const MOST_FOOTER = 230;

const NAME_FORBIDDEN = /[:\\/?*[\]\u0000-\u001f]/; // eslint-disable-line no-control-regex
const MOST_NAME = 31;

/** Throws if a workbook cannot hold a sheet of this name. `taken` are the names of all tabs. */
export function checkSheetName(name: string, taken: readonly string[]): void {
  const offence =
    name === ""
      ? "is empty"
      : name.length > MOST_NAME
        ? `is longer than ${MOST_NAME} characters`
        : NAME_FORBIDDEN.test(name)
          ? "holds one of : \\ / ? * [ ]"
          : /^'|'$/.test(name)
            ? "begins or ends with an apostrophe"
            : /^history$/i.test(name)
              ? "is reserved by Excel"
              : taken.some((other) => sameName(other, name))
                ? "is taken"
                : undefined;
  if (offence) throw new RangeError(`The sheet name "${name}" ${offence}.`);
}

export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

export function checkPlan(plan: XlsxSheetPlan): { rows: number; columns: number } {
  const rows = plan.rows.length;
  const columns = plan.rows[0]?.length ?? 0;
  if (rows > MAX_ROWS || columns > MAX_COLUMNS) {
    const detail = `The plan of ${plan.name} has ${rows} rows and ${columns} columns; a sheet has fewer.`;
    throw new WorkbookFailure("too-large", detail);
  }
  plan.rows.forEach((row, index) => {
    if (row.length !== columns) {
      throw new RangeError(`Row ${index} of the plan of ${plan.name} has ${row.length} cells and not ${columns}.`);
    }
  });
  return { rows, columns };
}

/** Writes the whole part. Returns whether some formula came without its result. */
export function writeSheet(
  plan: XlsxSheetPlan,
  frame: SheetFrame,
  writer: StyleWriter,
  packer: Packer,
  rowHeights: ReadonlyMap<number, number> = new Map(),
): boolean {
  const { rows, columns } = checkPlan(plan);
  const { prefix } = frame;
  const bytes = new ByteWriter((piece, isLast) => packer.push(piece, isLast));
  const grid = styleGrid(plan.formats, rows, columns, writer);
  const cells = new CellWriter(bytes, columns, prefix);
  const isWrapped = plan.formats.some(({ wrap }) => wrap);
  let needsCalculation = false;
  bytes.text(headXml(plan, frame, rows, columns));
  for (let row = 0; row < rows; row++) {
    const values = plan.rows[row]!;
    const tall = heightXml(rowHeights.get(row), () => (isWrapped ? wrappedCells(plan, grid, row) : []));
    cells.startRow(row, tall);
    for (let column = 0; column < columns; column++) {
      const value = values[column]!;
      const style = grid.style(row, column);
      if (style === 0 && (value === null || value === "")) continue;
      needsCalculation ||= hasOpenResult(value);
      cells.write(column, value, style);
    }
    cells.endRow();
  }
  bytes.text(tailXml(plan, frame, writer));
  bytes.finish();
  return needsCalculation;
}

/** Most cells of a large sheet are numbers. The writer makes only the number anew for each of them. */
class CellWriter {
  readonly #bytes: ByteWriter;
  readonly #prefix: string;
  /** By column: `<c r="A`. */
  readonly #starts: readonly string[];
  /** By style: ` s="7"><v>`. */
  readonly #numbers: string[] = [];
  readonly #numberEnd: string;
  #row = 0;
  #rowText = "";
  #rowStart = "";
  #isOpen = false;

  constructor(bytes: ByteWriter, columns: number, prefix: string) {
    this.#bytes = bytes;
    this.#prefix = prefix;
    this.#starts = Array.from({ length: columns }, (_, column) => `<${prefix}c r="${columnLetters(column)}`);
    this.#numberEnd = `</${prefix}v></${prefix}c>`;
  }

  /** A row without cells is written only when it has attributes. */
  startRow(row: number, attributes: string): void {
    this.#row = row;
    this.#rowText = String(row + 1);
    this.#rowStart = `<${this.#prefix}row r="${this.#rowText}"${attributes}>`;
    this.#isOpen = false;
    if (attributes !== "") this.#open();
  }

  write(column: number, value: XlsxCellValue, style: number): void {
    if (!this.#isOpen) this.#open();
    if (typeof value !== "number") return this.#bytes.text(cellXml(this.#row, column, value, style, this.#prefix));
    const start = this.#starts[column]!;
    const number = numberText(value, this.#row, column);
    this.#bytes.text(start);
    this.#bytes.text(this.#rowText);
    this.#bytes.text((this.#numbers[style] ??= `"${styleXml(style)}><${this.#prefix}v>`));
    this.#bytes.text(number);
    this.#bytes.text(this.#numberEnd);
  }

  endRow(): void {
    if (this.#isOpen) this.#bytes.text(`</${this.#prefix}row>`);
  }

  #open(): void {
    this.#bytes.text(this.#rowStart);
    this.#isOpen = true;
  }
}

function heightXml(stated: number | undefined, cells: () => Parameters<typeof wrappedHeight>[0]): string {
  if (stated !== undefined) return ` ht="${stated}" customHeight="1"`;
  const height = wrappedHeight(cells());
  return height === undefined ? "" : ` ht="${height}"`;
}

/** Texts of a row that wrap into lines. */
function wrappedCells(plan: XlsxSheetPlan, grid: StyleGrid, row: number): Parameters<typeof wrappedHeight>[0] {
  const cells: Parameters<typeof wrappedHeight>[0][number][] = [];
  const values = plan.rows[row]!;
  for (let column = 0; column < values.length; column++) {
    const value = values[column]!;
    if (typeof value !== "string" || value === "") continue;
    const look = grid.look(row, column);
    if (look.wrap) cells.push({ text: value, look, width: plan.columnWidths[column] ?? 8 });
  }
  return cells;
}

function headXml(plan: XlsxSheetPlan, frame: SheetFrame, rows: number, columns: number): string {
  const { prefix, codeName } = frame;
  const name = codeName === undefined ? "" : ` codeName="${escapeAttribute(codeName)}"`;
  const last = addressOf(Math.max(0, rows - 1), Math.max(0, columns - 1));
  const widths = plan.columnWidths.map((characters, column) => {
    const width = Math.round((characters + WIDTH_MARGIN) * 256) / 256;
    return `<${prefix}col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`;
  });
  return (
    frame.open +
    `<${prefix}sheetPr${name}><${prefix}pageSetUpPr fitToPage="1"/></${prefix}sheetPr>` +
    `<${prefix}dimension ref="${last === "A1" ? "A1" : `A1:${last}`}"/>` +
    `<${prefix}sheetViews><${prefix}sheetView workbookViewId="0">${paneXml(plan, prefix)}</${prefix}sheetView></${prefix}sheetViews>` +
    `<${prefix}sheetFormatPr defaultRowHeight="15"/>` +
    (widths.length > 0 ? `<${prefix}cols>${widths.join("")}</${prefix}cols>` : "") +
    `<${prefix}sheetData>`
  );
}

function paneXml(plan: XlsxSheetPlan, prefix: string): string {
  const { rows, columns } = plan.freeze;
  if (rows === 0 && columns === 0) return "";
  const pane = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const split = (columns > 0 ? ` xSplit="${columns}"` : "") + (rows > 0 ? ` ySplit="${rows}"` : "");
  const corner = addressOf(rows, columns);
  return (
    `<${prefix}pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/>` +
    `<${prefix}selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/>`
  );
}

function tailXml(plan: XlsxSheetPlan, { prefix, carried, carriedBefore }: SheetFrame, writer: StyleWriter): string {
  const { print } = plan;
  const wide = print.pagesWide === undefined || print.pagesWide === 1 ? "" : ` fitToWidth="${print.pagesWide}"`;
  const footer = print.footer === undefined ? "" : `&L${print.footer.slice(0, MOST_FOOTER).replace(/&/g, "&&")}`;
  return (
    `</${prefix}sheetData>` +
    plan.highlights.map((highlight, index) => highlightXml(highlight, index + 1, prefix, writer)).join("") +
    `<${prefix}pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>` +
    `<${prefix}pageSetup paperSize="9"${wide} fitToHeight="0" orientation="${print.orientation}"/>` +
    `<${prefix}headerFooter><${prefix}oddFooter>${escapeText(`${footer}&R&P / &N`)}</${prefix}oddFooter></${prefix}headerFooter>` +
    `${carriedBefore}${numberTextsXml(plan, prefix)}${carried}</${prefix}worksheet>`
  );
}

/** JavaScript reads no other text as a number: digits, signs, a dot, white space, and Infinity. */
const MAYBE_NUMBER = /^[\d+\-.\sI]/;

/** Marks texts such as IDs as meant. Otherwise Excel puts a warning into the corner of each cell. */
function numberTextsXml(plan: XlsxSheetPlan, prefix: string): string {
  const columns = new Map<number, { first: number; last: number }>();
  for (let index = 0; index < plan.rows.length; index++) {
    const row = plan.rows[index]!;
    for (let column = 0; column < row.length; column++) {
      const value = row[column];
      if (typeof value !== "string" || !MAYBE_NUMBER.test(value) || Number.isNaN(Number(value))) continue;
      const known = columns.get(column);
      if (known) known.last = index;
      else columns.set(column, { first: index, last: index });
    }
  }
  if (columns.size === 0) return "";
  const areas = [...columns].map(([column, { first, last }]) =>
    rangeText({ row: first, column, rows: last - first + 1, columns: 1 }),
  );
  const element = `<${prefix}ignoredError sqref="${areas.join(" ")}" numberStoredAsText="1"/>`;
  return `<${prefix}ignoredErrors>${element}</${prefix}ignoredErrors>`;
}

/** A rule that compares with a text, like Excel's own "equal to". */
function highlightXml(highlight: Highlight, priority: number, prefix: string, writer: StyleWriter): string {
  const look = writer.highlight(highlight.fill, highlight.fontColor);
  const formula = escapeText(`"${highlight.equals.replace(/"/g, '""')}"`);
  return (
    `<${prefix}conditionalFormatting sqref="${rangeText(highlight.range)}">` +
    `<${prefix}cfRule type="cellIs" dxfId="${look}" priority="${priority}" operator="equal">` +
    `<${prefix}formula>${formula}</${prefix}formula></${prefix}cfRule></${prefix}conditionalFormatting>`
  );
}

/** `'Name'!$A:$B,'Name'!$1:$3`: the columns and rows repeated on every printed page. */
export function printTitles(name: string, { titleRows, titleColumns = 0 }: PrintSetup): string | undefined {
  const parts = [
    ...(titleColumns > 0 ? [`${alwaysQuoted(name)}!$A:$${columnLetters(titleColumns - 1)}`] : []),
    ...(titleRows > 0 ? [`${alwaysQuoted(name)}!$1:$${titleRows}`] : []),
  ];
  return parts.length > 0 ? parts.join(",") : undefined;
}
