import type { Model } from "@odoo/o-spreadsheet";
import type {
  CellFormat,
  CellFormatPatch,
  CellInput,
  ConditionalFormat,
  Frozen,
  HostModel,
  ModelCell,
  ModelChange,
  ModelRect,
  ModelSheet,
  ModelTable,
  PageLayout,
  Visibility,
} from "../host/model";
import { gridRule, hostRule } from "./conditional";
import { BROKEN } from "./structured";
import { excelError } from "./errors";
import { cellFormat, gridStyle, patchedBorder } from "./formatting";
import type { NumberFormats } from "./number-format";
import type { HostWrite } from "./plugins";

/** What the grid itself has no place for. */
export interface GridNotes {
  readonly tableNames: Map<string, string>;
  readonly veryHidden: Set<string>;
  readonly pageLayouts: Map<string, PageLayout>;
  readonly protectedSheets: Set<string>;
  readonly settings: Map<string, unknown>;
  workbookProtected: boolean;
}

export interface GridModelParts {
  readonly model: Model;
  readonly name: string;
  readonly formats: NumberFormats;
  readonly notes: GridNotes;
  readonly listeners: Set<(change: ModelChange) => void>;
}

type Zone = ReturnType<Model["getters"]["getSelectedZone"]>;

const POINTS_PER_PIXEL = 0.75;
const EMPTY: ModelCell = { type: "Empty", value: "", formula: undefined, text: "", numberFormat: "General" };

export function zoneOf(rect: ModelRect): Zone {
  return { top: rect.row, left: rect.column, bottom: rect.row + rect.rows - 1, right: rect.column + rect.columns - 1 };
}

export function rectOf({ top, left, bottom, right }: Zone): ModelRect {
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** The host's view of o-spreadsheet. Every change is a command of the grid, so that people can undo it there. */
export class GridModel implements HostModel {
  readonly #parts: GridModelParts;
  readonly #model: Model;
  readonly #notes: GridNotes;
  #nextId = 1;

  constructor(parts: GridModelParts) {
    this.#parts = parts;
    this.#model = parts.model;
    this.#notes = parts.notes;
  }

  get #getters(): Model["getters"] {
    return this.#model.getters;
  }

  /** The command set of the grid is a large union; host code speaks it in few places, and a refusal never passes unseen. */
  #run(type: string, payload: object): void {
    const dispatch = this.#model.dispatch as unknown as (
      type: string,
      payload: object,
    ) => { readonly isSuccessful: boolean; readonly reasons: readonly string[] };
    const result = dispatch(type, payload);
    const reasons = result.reasons.filter((reason) => !/^NoChanges|NotChanged|AlreadyExists$/.test(reason));
    if (!result.isSuccessful && reasons.length > 0) throw new Error(`the grid refused ${type}: ${reasons.join(", ")}`);
  }

  // ---- sheets
  sheets(): readonly ModelSheet[] {
    return this.#getters.getSheetIds().map((id) => {
      const { name, isVisible } = this.#getters.getSheet(id);
      const hidden = this.#notes.veryHidden.has(id) ? "VeryHidden" : "Hidden";
      return { id, name, visibility: isVisible ? "Visible" : hidden };
    });
  }

  addSheet(name: string): string {
    const sheetId = this.#newSheetId();
    this.#run("CREATE_SHEET", { sheetId, name, position: this.#getters.getSheetIds().length });
    return sheetId;
  }

  copySheet(sheetId: string, name: string, position: number): string {
    const sheetIdTo = this.#newSheetId();
    this.#run("DUPLICATE_SHEET", { sheetId, sheetIdTo, sheetNameTo: name });
    for (const table of this.#getters.getCoreTables(sheetIdTo)) this.#notes.tableNames.set(table.id, this.#freeTableName());
    const layout = this.#notes.pageLayouts.get(sheetId);
    if (layout !== undefined) this.#notes.pageLayouts.set(sheetIdTo, layout);
    this.moveSheet(sheetIdTo, position);
    return sheetIdTo;
  }

  deleteSheet(sheetId: string): void {
    this.#run("DELETE_SHEET", { sheetId, sheetName: this.#getters.getSheetName(sheetId) });
  }

  renameSheet(sheetId: string, name: string): void {
    this.#run("RENAME_SHEET", { sheetId, newName: name, oldName: this.#getters.getSheetName(sheetId) });
  }

  moveSheet(sheetId: string, position: number): void {
    const delta = position - this.#getters.getSheetIds().indexOf(sheetId);
    if (delta !== 0) this.#run("MOVE_SHEET", { sheetId, delta });
  }

  setVisibility(sheetId: string, visibility: Visibility): void {
    if (visibility === "VeryHidden") this.#notes.veryHidden.add(sheetId);
    else this.#notes.veryHidden.delete(sheetId);
    const isVisible = this.#getters.isSheetVisible(sheetId);
    if (visibility === "Visible" && !isVisible) this.#run("SHOW_SHEET", { sheetId });
    if (visibility !== "Visible" && isVisible) this.#run("HIDE_SHEET", { sheetId });
  }

  activeSheet(): string {
    return this.#getters.getActiveSheetId();
  }

  activateSheet(sheetId: string): void {
    const sheetIdFrom = this.activeSheet();
    if (sheetIdFrom !== sheetId) this.#run("ACTIVATE_SHEET", { sheetIdFrom, sheetIdTo: sheetId });
  }

  selection(): ModelRect {
    return rectOf(this.#getters.getSelectedZone());
  }

  select(sheetId: string, rect: ModelRect): void {
    this.activateSheet(sheetId);
    this.#grow(sheetId, rect);
    const anchor = { cell: { col: rect.column, row: rect.row }, zone: zoneOf(rect) };
    this.#model.selection.selectZone(anchor, { scrollIntoView: true });
  }

  // ---- cells
  usedRange(sheetId: string, valuesOnly: boolean): ModelRect | undefined {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    const include = (row: number, column: number) => {
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    };
    for (const cell of this.#getters.getCells(sheetId)) {
      if (valuesOnly && !cell.isFormula && cell.content === "") continue;
      const { row, col } = this.#getters.getCellPosition(cell.id);
      include(row, col);
    }
    // Cells that a formula spilled into have no contents of their own.
    for (const position of this.#getters.getEvaluatedCellsPositions(sheetId)) {
      if (this.#getters.getEvaluatedCell(position).type !== "empty") include(position.row, position.col);
    }
    return bottom < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  read(sheetId: string, rect: ModelRect): ModelCell[][] {
    const { numberOfRows, numberOfCols } = this.#getters.getSheetSize(sheetId);
    return grid(rect, (row, col) => {
      if (row >= numberOfRows || col >= numberOfCols) return EMPTY;
      return this.#cell({ sheetId, row, col });
    });
  }

  #cell(position: { sheetId: string; row: number; col: number }): ModelCell {
    const { type, value, formattedValue } = this.#getters.getEvaluatedCell(position);
    const cell = this.#getters.getCell(position);
    if (cell === undefined && type === "empty") return EMPTY;
    const numberFormat = this.#parts.formats.toExcel(cell?.format);
    const formula = cell?.isFormula ? this.#formula(cell.compiledFormula.toFormulaString(this.#getters)) : undefined;
    if (type === "empty") return { ...EMPTY, formula, numberFormat };
    if (type === "error") {
      const error = excelError(String(value));
      return { type: "Error", value: error, formula, text: error, numberFormat };
    }
    const kind = type === "number" ? "Double" : type === "boolean" ? "Boolean" : "String";
    return { type: kind, value: value as string | number | boolean, formula, text: formattedValue, numberFormat };
  }

  #formula(text: string): string {
    return text.replaceAll(new RegExp(`${BROKEN}(?!!)`, "g"), "#REF!");
  }

  /** True for a cell whose value belongs to the formula of another one. */
  isSpilled(sheetId: string, row: number, column: number): boolean {
    const position = { sheetId, row, col: column };
    const from = this.#getters.getArrayFormulaSpreadingOn(position);
    return from !== undefined && (from.row !== row || from.col !== column);
  }

  write(sheetId: string, row: number, column: number, cells: readonly (readonly CellInput[])[]): void {
    const columns = Math.max(0, ...cells.map((line) => line.length));
    if (columns === 0) return;
    this.#grow(sheetId, { row, column, rows: cells.length, columns });
    const command: Omit<HostWrite, "type"> = { sheetId, row, column, cells };
    this.#run("HOST_WRITE", command);
  }

  clearFormats(sheetId: string, rect: ModelRect): void {
    const zone = this.#inside(sheetId, rect);
    if (zone !== undefined) this.#run("CLEAR_FORMATTING", { sheetId, target: [zone] });
  }

  format(sheetId: string, rect: ModelRect, patch: CellFormatPatch): void {
    this.#growUnlessWhole(sheetId, rect);
    const zone = this.#inside(sheetId, rect);
    if (zone === undefined) return;
    const style = gridStyle(patch);
    const numberFormat = patch.numberFormat === undefined ? {} : { format: this.#gridFormat(patch.numberFormat) };
    if (Object.keys(style).length > 0 || patch.numberFormat !== undefined) {
      this.#run("SET_FORMATTING", { sheetId, target: [zone], style, ...numberFormat });
    }
    if (patch.borders !== undefined) this.#setBorders(sheetId, zone, patch.borders);
  }

  #setBorders(sheetId: string, zone: Zone, patch: NonNullable<CellFormatPatch["borders"]>): void {
    for (let row = zone.top; row <= zone.bottom; row += 1) {
      for (let col = zone.left; col <= zone.right; col += 1) {
        const border = patchedBorder(this.#getters.getCellBorder({ sheetId, row, col }), patch);
        this.#run("SET_BORDER", { sheetId, row, col, border });
      }
    }
  }

  /** An empty text is how the grid is told to take a number format away. */
  #gridFormat(excel: string): string {
    return this.#parts.formats.toGrid(excel) ?? "";
  }

  /** One command for each format, not for each cell: a filled column costs one. */
  setNumberFormats(sheetId: string, row: number, column: number, formats: readonly (readonly string[])[]): void {
    const columns = Math.max(0, ...formats.map((line) => line.length));
    this.#grow(sheetId, { row, column, rows: formats.length, columns });
    const zones = new Map<string, Zone[]>();
    for (let right = 0; right < columns; right += 1) {
      for (let down = 0; down < formats.length; ) {
        const format = formats[down]?.[right];
        let end = down + 1;
        while (end < formats.length && formats[end]?.[right] === format) end += 1;
        const zone = { top: row + down, bottom: row + end - 1, left: column + right, right: column + right };
        if (format !== undefined) zones.set(format, [...(zones.get(format) ?? []), zone]);
        down = end;
      }
    }
    for (const [format, target] of zones) {
      this.#run("SET_FORMATTING", { sheetId, target, format: this.#gridFormat(format) });
    }
  }

  formats(sheetId: string, rect: ModelRect): CellFormat[][] {
    return grid(rect, (row, col) => {
      const position = { sheetId, row, col };
      const numberFormat = this.#parts.formats.toExcel(this.#getters.getCell(position)?.format);
      return cellFormat(this.#getters.getCellStyle(position), this.#getters.getCellBorder(position), numberFormat);
    });
  }

  // ---- sheet properties
  columnWidth(sheetId: string, column: number): number | undefined {
    const pixels = this.#getters.getColSize(sheetId, column);
    return pixels === DEFAULT_GRID_COLUMN ? undefined : pixels * POINTS_PER_PIXEL;
  }

  setColumnWidth(sheetId: string, column: number, columns: number, width: number | undefined): void {
    this.#grow(sheetId, { row: 0, rows: 1, column, columns: Math.min(columns, 1_000) });
    this.#resize(sheetId, "COL", column, columns, width);
  }

  autofitColumns(sheetId: string, column: number, columns: number): void {
    const { numberOfCols } = this.#getters.getSheetSize(sheetId);
    const cols = indexes(column, Math.min(columns, numberOfCols - column));
    if (cols.length > 0) this.#run("AUTORESIZE_COLUMNS", { sheetId, cols });
  }

  rowHeight(sheetId: string, row: number): number | undefined {
    const pixels = this.#getters.getUserRowSize(sheetId, row);
    return pixels === undefined ? undefined : pixels * POINTS_PER_PIXEL;
  }

  setRowHeight(sheetId: string, row: number, rows: number, height: number | undefined): void {
    this.#growUnlessWhole(sheetId, { row, rows, column: 0, columns: 1 });
    this.#resize(sheetId, "ROW", row, rows, height);
  }

  #resize(sheetId: string, dimension: "COL" | "ROW", from: number, count: number, points: number | undefined): void {
    const { numberOfRows, numberOfCols } = this.#getters.getSheetSize(sheetId);
    const last = dimension === "COL" ? numberOfCols : numberOfRows;
    const elements = indexes(from, Math.min(count, last - from));
    const size = points === undefined ? null : Math.round(points / POINTS_PER_PIXEL);
    if (elements.length > 0) this.#run("RESIZE_COLUMNS_ROWS", { sheetId, dimension, elements, size });
  }

  frozen(sheetId: string): Frozen {
    const { xSplit, ySplit } = this.#getters.getPaneDivisions(sheetId);
    return { rows: ySplit, columns: xSplit };
  }

  setFrozen(sheetId: string, { rows, columns }: Frozen): void {
    this.#run("UNFREEZE_COLUMNS_ROWS", { sheetId });
    if (rows > 0) this.#run("FREEZE_ROWS", { sheetId, quantity: rows });
    if (columns > 0) this.#run("FREEZE_COLUMNS", { sheetId, quantity: columns });
  }

  pageLayout(sheetId: string): PageLayout {
    return this.#notes.pageLayouts.get(sheetId) ?? {};
  }

  setPageLayout(sheetId: string, layout: PageLayout): void {
    this.#notes.pageLayouts.set(sheetId, layout);
  }

  isProtected(sheetId: string): boolean {
    return this.#notes.protectedSheets.has(sheetId);
  }

  setProtected(sheetId: string, on: boolean): void {
    if (on) this.#notes.protectedSheets.add(sheetId);
    else this.#notes.protectedSheets.delete(sheetId);
  }

  conditionalFormats(sheetId: string): readonly ConditionalFormat[] {
    return this.#getters.getConditionalFormats(sheetId).flatMap(({ id, rule, ranges, stopIfTrue }) => {
      const known = hostRule(rule);
      if (known === undefined) return [];
      const rects = ranges.map((xc) => rectOf(this.#getters.getRangeFromSheetXC(sheetId, xc).zone));
      return [{ id, ranges: rects, stopIfTrue: stopIfTrue === true, ...known }];
    });
  }

  setConditionalFormats(sheetId: string, formats: readonly ConditionalFormat[]): void {
    const rules = formats.map((format) => ({ format, rule: gridRule(format) }));
    for (const { id, rule } of [...this.#getters.getConditionalFormats(sheetId)]) {
      if (hostRule(rule) !== undefined) this.#run("REMOVE_CONDITIONAL_FORMAT", { sheetId, id });
    }
    for (const { format, rule } of rules) {
      format.ranges.forEach((rect) => this.#growUnlessWhole(sheetId, rect));
      const zones = format.ranges.flatMap((rect) => this.#inside(sheetId, rect) ?? []);
      const ranges = zones.map((zone) => this.#getters.getRangeDataFromZone(sheetId, zone));
      const cf = { id: format.id, rule, stopIfTrue: format.stopIfTrue };
      this.#run("ADD_CONDITIONAL_FORMAT", { sheetId, cf, ranges });
    }
  }

  // ---- workbook
  tables(): readonly ModelTable[] {
    return this.#getters.getSheetIds().flatMap((sheetId) =>
      this.#getters.getCoreTables(sheetId).map(({ id, range, config }) => ({
        id,
        name: this.#tableName(id),
        sheetId,
        range: rectOf(range.zone),
        hasHeader: config.numberOfHeaders > 0,
        hasTotals: config.totalRow,
      })),
    );
  }

  #tableName(id: string): string {
    const name = this.#notes.tableNames.get(id) ?? this.#freeTableName();
    this.#notes.tableNames.set(id, name);
    return name;
  }

  #freeTableName(): string {
    const taken = new Set(this.#notes.tableNames.values());
    let number = 1;
    while (taken.has(`Table${number}`)) number += 1;
    return `Table${number}`;
  }

  addTable(sheetId: string, rect: ModelRect, name: string): string {
    this.#grow(sheetId, rect);
    const zone = zoneOf(rect);
    const ranges = [this.#getters.getRangeDataFromZone(sheetId, zone)];
    this.#run("CREATE_TABLE", { sheetId, ranges, config: TABLE_LOOK, tableType: "static" });
    const created = this.#getters.getCoreTable({ sheetId, row: rect.row, col: rect.column });
    if (created === undefined) throw new Error(`the grid did not create the table ${name}`);
    this.#notes.tableNames.set(created.id, name);
    return created.id;
  }

  renameTable(tableId: string, name: string): void {
    this.#notes.tableNames.set(tableId, name);
  }

  deleteTable(tableId: string): void {
    const table = this.tables().find(({ id }) => id === tableId);
    if (table === undefined) throw new Error(`no table ${tableId}`);
    this.#run("REMOVE_TABLE", { sheetId: table.sheetId, target: [zoneOf(table.range)] });
  }

  workbookName(): string {
    return this.#parts.name;
  }

  isWorkbookProtected(): boolean {
    return this.#notes.workbookProtected;
  }

  setWorkbookProtected(on: boolean): void {
    this.#notes.workbookProtected = on;
  }

  settingKeys(): readonly string[] {
    return [...this.#notes.settings.keys()];
  }

  setting(key: string): unknown {
    return this.#notes.settings.get(key);
  }

  setSetting(key: string, value: unknown): void {
    if (value === undefined) this.#notes.settings.delete(key);
    else this.#notes.settings.set(key, value);
  }

  // ---- work
  /** Nothing to do: the grid evaluates with every command, and custom functions settle by themselves. */
  calculate(): void {}

  /** The grid evaluates what depends on a command after each one, so that a read in between is right; a block is one command. */
  inBatch<T>(work: () => T): T {
    return work();
  }

  onChange(listener: (change: ModelChange) => void): () => void {
    this.#parts.listeners.add(listener);
    return () => this.#parts.listeners.delete(listener);
  }

  // ---- the grid's own size
  #newSheetId(): string {
    const taken = new Set(this.#getters.getSheetIds());
    while (taken.has(`sheet-${this.#nextId}`)) this.#nextId += 1;
    return `sheet-${this.#nextId++}`;
  }

  /** Formats of whole columns or rows are kept for the cells that are there, and do not make the grid a million rows tall. */
  #growUnlessWhole(sheetId: string, rect: ModelRect): void {
    if (rect.rows < 100_000 && rect.columns < 1_000) this.#grow(sheetId, rect);
  }

  #grow(sheetId: string, rect: ModelRect): void {
    const { numberOfRows, numberOfCols } = this.#getters.getSheetSize(sheetId);
    const sheetName = this.#getters.getSheetName(sheetId);
    const add = (dimension: "ROW" | "COL", size: number, wanted: number) => {
      if (wanted <= size) return;
      const place = { base: size - 1, position: "after", quantity: wanted - size };
      this.#run("ADD_COLUMNS_ROWS", { sheetId, sheetName, dimension, ...place });
    };
    add("ROW", numberOfRows, rect.row + rect.rows);
    add("COL", numberOfCols, rect.column + rect.columns);
  }

  #inside(sheetId: string, rect: ModelRect): Zone | undefined {
    const { numberOfRows, numberOfCols } = this.#getters.getSheetSize(sheetId);
    const { top, left, bottom, right } = zoneOf(rect);
    if (top >= numberOfRows || left >= numberOfCols) return undefined;
    return { top, left, bottom: Math.min(bottom, numberOfRows - 1), right: Math.min(right, numberOfCols - 1) };
  }
}

const DEFAULT_GRID_COLUMN = 96;

export const TABLE_LOOK = {
  hasFilters: false,
  totalRow: false,
  firstColumn: false,
  lastColumn: false,
  numberOfHeaders: 1,
  bandedRows: true,
  bandedColumns: false,
  automaticAutofill: false,
  styleId: "TableStyleMedium2",
};

function indexes(from: number, count: number): number[] {
  return Array.from({ length: Math.max(0, count) }, (_, index) => from + index);
}

function grid<T>(rect: ModelRect, cell: (row: number, column: number) => T): T[][] {
  return Array.from({ length: rect.rows }, (_, down) =>
    Array.from({ length: rect.columns }, (__, right) => cell(rect.row + down, rect.column + right)),
  );
}
