import { DEFAULT_LOCALE } from "@odoo/o-spreadsheet";
import type { Style } from "@odoo/o-spreadsheet";
import { addressOf } from "../../core/cell/place";
import type { CellStyle, SheetCell, SheetContent, XlsxPackage, XlsxTable } from "../../xlsx";
import { contentOf } from "./content";
import { gridRule } from "./conditional";
import type { NumberFormats } from "./number-format";
import { reachOf } from "./reach";
import { MOST_COLUMNS, MOST_ROWS } from "./room";
import { toPlainReferences, type TableShape } from "./structured";
import { TABLE_LOOK } from "./tables";

interface LoadedTable {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly name: string;
}

export interface LoadedWorkbook {
  /** The argument of o-spreadsheet's Model constructor. */
  readonly data: object;
  readonly tables: readonly LoadedTable[];
  /** Id of a sheet to its name in the file. */
  readonly sheetNames: ReadonlyMap<string, string>;
}

/** Empty rows below and columns beside the contents, as people expect in a sheet. */
const SPARE_ROWS = 40;
const SPARE_COLUMNS = 6;
const LEAST_ROWS = 100;
const LEAST_COLUMNS = 26;

/** The whole file as one piece of data. This is many times faster than filling a live grid cell by cell. */
export function gridData(file: XlsxPackage, formats: NumberFormats): LoadedWorkbook {
  const tables = file.tables();
  const styles = new Pool<Style>();
  const numberFormats = new Pool<string>();
  const borders = new Pool<object>();
  const sheetNames = new Map<string, string>();
  const shapes: readonly TableShape[] = tables;
  const contents = file.sheetNames().map((name) => file.readSheet(name));
  const reached = reachedBy(contents);
  const sheets = contents.map((content, index) => {
    const { name } = content;
    const id = `file-${index + 1}`;
    sheetNames.set(id, name);
    const own = tables.filter((table) => table.sheet === name);
    return {
      id,
      ...sheetData(content, own, shapes, formats, { styles, numberFormats, borders }),
      colNumber: Math.max(LEAST_COLUMNS, content.columnCount + SPARE_COLUMNS, reached.get(name)?.columns ?? 0),
      rowNumber: Math.max(LEAST_ROWS, content.rowCount + SPARE_ROWS, reached.get(name)?.rows ?? 0),
    };
  });
  const loadedTables = tables.map(({ sheet, row, column, name }) => {
    const sheetId = [...sheetNames].find(([, sheetName]) => sheetName === sheet)![0];
    return { sheetId, row, column, name };
  });
  const data = {
    sheets,
    styles: styles.byId(),
    formats: numberFormats.byId(),
    borders: borders.byId(),
    settings: { locale: DEFAULT_LOCALE },
  };
  return { data, tables: loadedTables, sheetNames };
}

/** How far the file's formulas reach, by sheet. A grid cannot refer beyond its edge. */
function reachedBy(contents: readonly SheetContent[]): ReadonlyMap<string, { rows: number; columns: number }> {
  const reached = new Map<string, { rows: number; columns: number }>();
  for (const { name, cells } of contents) {
    for (const { formula } of cells) {
      for (const reach of formula === undefined ? [] : reachOf(`=${formula}`)) {
        const sheet = reach.sheet ?? name;
        const { rows = 0, columns = 0 } = reached.get(sheet) ?? {};
        if (reach.rows > MOST_ROWS || reach.columns > MOST_COLUMNS) continue;
        reached.set(sheet, { rows: Math.max(rows, reach.rows), columns: Math.max(columns, reach.columns) });
      }
    }
  }
  return reached;
}

interface Pools {
  readonly styles: Pool<Style>;
  readonly numberFormats: Pool<string>;
  readonly borders: Pool<object>;
}

function sheetData(
  content: SheetContent,
  tables: readonly XlsxTable[],
  shapes: readonly TableShape[],
  formats: NumberFormats,
  pools: Pools,
): object {
  const cells: Record<string, string> = {};
  const styles: Record<string, number> = {};
  const numberFormats: Record<string, number> = {};
  const borders: Record<string, number> = {};
  const spilled = spilledInto(content.cells);
  for (const cell of content.cells) {
    const xc = addressOf(cell.row, cell.column);
    const text = spilled.has(`${cell.row}:${cell.column}`) ? "" : cellContent(cell, content.name, shapes);
    if (text !== "") cells[xc] = text;
    const style = gridStyleOf(cell.style);
    if (style !== undefined) styles[xc] = pools.styles.idOf(style);
    const format = formats.toGrid(cell.style.numberFormat);
    if (format !== undefined) numberFormats[xc] = pools.numberFormats.idOf(format);
    const border = gridBorderOf(cell.style.border);
    if (border !== undefined) borders[xc] = pools.borders.idOf(border);
  }
  return {
    name: content.name,
    cells,
    styles,
    formats: numberFormats,
    borders,
    merges: content.merges.map((merge) => rangeXc(merge)),
    cols: Object.fromEntries([...content.columnWidths].map(([column, width]) => [column, { size: pixelsOf(width) }])),
    rows: Object.fromEntries(
      [...content.rowHeights].map(([row, points]) => [row, { size: Math.round(points / 0.75) }]),
    ),
    conditionalFormats: content.highlights.map((highlight, index) => ({
      id: `file-${index}`,
      ranges: [rangeXc(highlight.range)],
      rule: gridRule({
        rule: { kind: "cellValue", operator: "EqualTo", formula1: `="${highlight.equals.replace(/"/g, '""')}"` },
        format: { fill: highlight.fill, fontColor: highlight.fontColor },
      }),
    })),
    tables: tables.map((table) => ({
      range: rangeXc(table),
      type: "static",
      config: { ...TABLE_LOOK, numberOfHeaders: table.hasHeader ? 1 : 0, totalRow: table.hasTotals },
    })),
    isVisible: content.visible,
    panes: { xSplit: content.freeze.columns, ySplit: content.freeze.rows },
    areGridLinesVisible: true,
    figures: [],
    dataValidationRules: [],
  };
}

function cellContent(cell: SheetCell, sheet: string, shapes: readonly TableShape[]): string {
  if (cell.formula !== undefined) {
    return toPlainReferences(`=${cell.formula}`, shapes, { sheet, row: cell.row, column: cell.column });
  }
  return contentOf(cell.value ?? null, DEFAULT_LOCALE);
}

/** A file stores the results of an array formula as plain values. In place they would block the formula. */
function spilledInto(cells: readonly SheetCell[]): ReadonlySet<string> {
  const places = new Set<string>();
  for (const { row, column, spill } of cells) {
    if (spill === undefined) continue;
    for (let down = 0; down < spill.rows; down += 1) {
      for (let right = 0; right < spill.columns; right += 1) {
        if (down + right > 0) places.add(`${row + down}:${column + right}`);
      }
    }
  }
  return places;
}

/** Excel leaves five pixels around a text, the grid four on each side. A column of the same width would break words. */
export const GRID_MARGIN = 3;

/** Converts a width in characters of the usual font to pixels, as Excel does. */
function pixelsOf(characters: number): number {
  return Math.round(characters * 7 + 5) + GRID_MARGIN;
}

export function charactersOf(points: number): number {
  return Math.max(0, Math.round(((points / 0.75 - 5) / 7) * 100) / 100);
}

function rangeXc(range: { row: number; column: number; rows: number; columns: number }): string {
  const start = addressOf(range.row, range.column);
  return `${start}:${addressOf(range.row + range.rows - 1, range.column + range.columns - 1)}`;
}

const VERTICAL = { top: "top", center: "middle", bottom: "bottom" } as const;

function gridStyleOf(style: CellStyle): Style | undefined {
  const look: Style = {
    ...(style.bold ? { bold: true } : {}),
    ...(style.italic ? { italic: true } : {}),
    ...(style.fontSize === undefined || style.fontSize === 11 ? {} : { fontSize: style.fontSize }),
    ...(style.fontColor === undefined ? {} : { textColor: style.fontColor }),
    ...(style.fill === undefined ? {} : { fillColor: style.fill }),
    ...(style.align === undefined ? {} : { align: style.align }),
    ...(style.verticalAlign === undefined ? {} : { verticalAlign: VERTICAL[style.verticalAlign] }),
    ...(style.wrap ? { wrapping: "wrap" as const } : {}),
  };
  return Object.keys(look).length > 0 ? look : undefined;
}

function gridBorderOf(border: CellStyle["border"]): object | undefined {
  if (border === undefined) return undefined;
  const line = { style: "thin", color: "#BFBFBF" };
  return border === "bottom" ? { bottom: line } : { top: line, bottom: line, left: line, right: line };
}

/** Gives equal things one number, counted from 1. */
class Pool<T> {
  readonly #ids = new Map<string, number>();
  readonly #items: T[] = [];

  idOf(item: T): number {
    const key = JSON.stringify(item);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.#items.push(item);
    this.#ids.set(key, this.#items.length);
    return this.#items.length;
  }

  byId(): Record<number, T> {
    return Object.fromEntries(this.#items.map((item, index) => [index + 1, item]));
  }
}
