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
import { GridCommands, rectangle, rectOf, zoneOf } from "./commands";
import { BROKEN } from "./structured";
import { excelError } from "./errors";
import { GRID_MARGIN } from "./load";
import { GridLooks } from "./looks";
import type { NumberFormats } from "./number-format";
import type { HostWrite } from "./plugins";
import { GridTables } from "./tables";

/** Notes for which the grid itself has no place. */
export interface GridNotes {
  /** Names by the ids of `tableId`. */
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

const POINTS_PER_PIXEL = 0.75;
const EMPTY: ModelCell = { type: "Empty", value: "", formula: undefined, text: "", numberFormat: "General" };

/** The host's view of o-spreadsheet. Every change is a command of the grid, so that people can undo it there. */
export class GridModel implements HostModel {
  readonly #parts: GridModelParts;
  readonly #model: Model;
  readonly #notes: GridNotes;
  readonly #grid: GridCommands;
  readonly #looks: GridLooks;
  readonly #tables: GridTables;
  #nextId = 1;

  constructor(parts: GridModelParts) {
    this.#parts = parts;
    this.#model = parts.model;
    this.#notes = parts.notes;
    this.#grid = new GridCommands(parts.model);
    this.#looks = new GridLooks(this.#grid, parts.formats);
    this.#tables = new GridTables(this.#grid, parts.notes.tableNames);
  }

  // ---- sheets
  sheets(): readonly ModelSheet[] {
    return this.#grid.getters.getSheetIds().map((id) => {
      const { name, isVisible } = this.#grid.getters.getSheet(id);
      const hidden = this.#notes.veryHidden.has(id) ? "VeryHidden" : "Hidden";
      return { id, name, visibility: isVisible ? "Visible" : hidden };
    });
  }

  addSheet(name: string): string {
    const sheetId = this.#newSheetId();
    this.#grid.run("CREATE_SHEET", { sheetId, name, position: this.#grid.getters.getSheetIds().length });
    return sheetId;
  }

  copySheet(sheetId: string, name: string, position: number): string {
    const sheetIdTo = this.#newSheetId();
    this.#grid.run("DUPLICATE_SHEET", { sheetId, sheetIdTo, sheetNameTo: name });
    const layout = this.#notes.pageLayouts.get(sheetId);
    if (layout !== undefined) this.#notes.pageLayouts.set(sheetIdTo, layout);
    this.moveSheet(sheetIdTo, position);
    return sheetIdTo;
  }

  deleteSheet(sheetId: string): void {
    // The grid needs another visible sheet before it deletes one, even a hidden one.
    if (!this.#grid.getters.isSheetVisible(sheetId)) this.#grid.run("SHOW_SHEET", { sheetId });
    this.#grid.run("DELETE_SHEET", { sheetId, sheetName: this.#grid.getters.getSheetName(sheetId) });
  }

  renameSheet(sheetId: string, name: string): void {
    this.#grid.run("RENAME_SHEET", { sheetId, newName: name, oldName: this.#grid.getters.getSheetName(sheetId) });
  }

  moveSheet(sheetId: string, position: number): void {
    const { getters } = this.#grid;
    const delta = position - getters.getSheetIds().indexOf(sheetId);
    if (delta === 0) return;
    // In Excel a position counts all sheets. The grid's move counts visible ones only, so all are made visible for the move.
    const hidden = getters.getSheetIds().filter((id) => !getters.isSheetVisible(id));
    for (const id of hidden) this.#grid.run("SHOW_SHEET", { sheetId: id });
    this.#grid.run("MOVE_SHEET", { sheetId, delta });
    for (const id of hidden) this.#grid.run("HIDE_SHEET", { sheetId: id });
  }

  setVisibility(sheetId: string, visibility: Visibility): void {
    if (visibility === "VeryHidden") this.#notes.veryHidden.add(sheetId);
    else this.#notes.veryHidden.delete(sheetId);
    const isVisible = this.#grid.getters.isSheetVisible(sheetId);
    if (visibility === "Visible" && !isVisible) this.#grid.run("SHOW_SHEET", { sheetId });
    if (visibility !== "Visible" && isVisible) this.#grid.run("HIDE_SHEET", { sheetId });
  }

  activeSheet(): string {
    return this.#grid.getters.getActiveSheetId();
  }

  activateSheet(sheetId: string): void {
    const sheetIdFrom = this.activeSheet();
    if (sheetIdFrom !== sheetId) this.#grid.run("ACTIVATE_SHEET", { sheetIdFrom, sheetIdTo: sheetId });
  }

  selection(): ModelRect {
    return rectOf(this.#grid.getters.getSelectedZone());
  }

  select(sheetId: string, rect: ModelRect): void {
    this.activateSheet(sheetId);
    this.#grid.grow(sheetId, rect);
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
    for (const cell of this.#grid.getters.getCells(sheetId)) {
      if (valuesOnly && !cell.isFormula && cell.content === "") continue;
      const { row, col } = this.#grid.getters.getCellPosition(cell.id);
      include(row, col);
    }
    // Cells filled by a spilled formula have no contents of their own.
    for (const position of this.#grid.getters.getEvaluatedCellsPositions(sheetId)) {
      if (this.#grid.getters.getEvaluatedCell(position).type !== "empty") include(position.row, position.col);
    }
    return bottom < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  read(sheetId: string, rect: ModelRect): ModelCell[][] {
    const { numberOfRows, numberOfCols } = this.#grid.getters.getSheetSize(sheetId);
    return rectangle(rect, (row, col) => {
      if (row >= numberOfRows || col >= numberOfCols) return EMPTY;
      return this.#cell({ sheetId, row, col });
    });
  }

  #cell(position: { sheetId: string; row: number; col: number }): ModelCell {
    const { type, value, formattedValue } = this.#grid.getters.getEvaluatedCell(position);
    const cell = this.#grid.getters.getCell(position);
    if (cell === undefined && type === "empty") return EMPTY;
    const numberFormat = this.#parts.formats.toExcel(cell?.format);
    const formula = cell?.isFormula
      ? this.#formula(cell.compiledFormula.toFormulaString(this.#grid.getters))
      : undefined;
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

  /** True if the cell's value belongs to the formula of another cell. */
  isSpilled(sheetId: string, row: number, column: number): boolean {
    const position = { sheetId, row, col: column };
    const from = this.#grid.getters.getArrayFormulaSpreadingOn(position);
    return from !== undefined && (from.row !== row || from.col !== column);
  }

  write(sheetId: string, row: number, column: number, cells: readonly (readonly CellInput[])[]): void {
    const columns = Math.max(0, ...cells.map((line) => line.length));
    if (columns === 0) return;
    this.#grid.grow(sheetId, { row, column, rows: cells.length, columns });
    const command: Omit<HostWrite, "type"> = { sheetId, row, column, cells };
    this.#grid.run("HOST_WRITE", command);
  }

  clearFormats(sheetId: string, rect: ModelRect): void {
    this.#looks.clearFormats(sheetId, rect);
  }

  format(sheetId: string, rect: ModelRect, patch: CellFormatPatch): void {
    this.#looks.format(sheetId, rect, patch);
  }

  setNumberFormats(sheetId: string, row: number, column: number, formats: readonly (readonly string[])[]): void {
    this.#looks.setNumberFormats(sheetId, row, column, formats);
  }

  formats(sheetId: string, rect: ModelRect): CellFormat[][] {
    return this.#looks.formats(sheetId, rect);
  }

  // ---- sheet properties
  columnWidth(sheetId: string, column: number): number | undefined {
    const pixels = this.#grid.getters.getColSize(sheetId, column);
    return pixels === DEFAULT_GRID_COLUMN ? undefined : Math.max(0, pixels - GRID_MARGIN) * POINTS_PER_PIXEL;
  }

  setColumnWidth(sheetId: string, column: number, columns: number, width: number | undefined): void {
    this.#grid.grow(sheetId, { row: 0, rows: 1, column, columns: Math.min(columns, 1_000) });
    const gridWidth = width === undefined ? undefined : width + GRID_MARGIN * POINTS_PER_PIXEL;
    this.#resize(sheetId, "COL", column, columns, gridWidth);
  }

  autofitColumns(sheetId: string, column: number, columns: number): void {
    const { numberOfCols } = this.#grid.getters.getSheetSize(sheetId);
    const cols = indexes(column, Math.min(columns, numberOfCols - column));
    if (cols.length > 0) this.#grid.run("AUTORESIZE_COLUMNS", { sheetId, cols });
  }

  rowHeight(sheetId: string, row: number): number | undefined {
    const pixels = this.#grid.getters.getUserRowSize(sheetId, row);
    return pixels === undefined ? undefined : pixels * POINTS_PER_PIXEL;
  }

  setRowHeight(sheetId: string, row: number, rows: number, height: number | undefined): void {
    this.#grid.growUnlessWhole(sheetId, { row, rows, column: 0, columns: 1 });
    this.#resize(sheetId, "ROW", row, rows, height);
  }

  #resize(sheetId: string, dimension: "COL" | "ROW", from: number, count: number, points: number | undefined): void {
    const { numberOfRows, numberOfCols } = this.#grid.getters.getSheetSize(sheetId);
    const last = dimension === "COL" ? numberOfCols : numberOfRows;
    const elements = indexes(from, Math.min(count, last - from));
    const size = points === undefined ? null : Math.round(points / POINTS_PER_PIXEL);
    if (elements.length > 0) this.#grid.run("RESIZE_COLUMNS_ROWS", { sheetId, dimension, elements, size });
  }

  isRowHidden(sheetId: string, row: number): boolean {
    return row < this.#grid.getters.getSheetSize(sheetId).numberOfRows && this.#grid.getters.isRowHidden(sheetId, row);
  }

  setRowsHidden(sheetId: string, row: number, rows: number, hidden: boolean): void {
    const { numberOfRows } = this.#grid.getters.getSheetSize(sheetId);
    const elements = indexes(row, Math.min(rows, numberOfRows - row)).filter(
      (at) => this.#grid.getters.isRowHiddenByUser(sheetId, at) !== hidden,
    );
    const command = hidden ? "HIDE_COLUMNS_ROWS" : "UNHIDE_COLUMNS_ROWS";
    if (elements.length > 0) this.#grid.run(command, { sheetId, dimension: "ROW", elements });
  }

  hasFilter(): boolean {
    return false;
  }

  /** Nothing to do: sheets and tables of the grid have no filters. */
  removeFilter(): void {}

  frozen(sheetId: string): Frozen {
    const { xSplit, ySplit } = this.#grid.getters.getPaneDivisions(sheetId);
    return { rows: ySplit, columns: xSplit };
  }

  setFrozen(sheetId: string, { rows, columns }: Frozen): void {
    this.#grid.run("UNFREEZE_COLUMNS_ROWS", { sheetId });
    if (rows > 0) this.#grid.run("FREEZE_ROWS", { sheetId, quantity: rows });
    if (columns > 0) this.#grid.run("FREEZE_COLUMNS", { sheetId, quantity: columns });
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
    return this.#looks.conditionalFormats(sheetId);
  }

  setConditionalFormats(sheetId: string, formats: readonly ConditionalFormat[]): void {
    this.#looks.setConditionalFormats(sheetId, formats);
  }

  // ---- workbook
  tables(): readonly ModelTable[] {
    return this.#tables.all();
  }

  addTable(sheetId: string, rect: ModelRect, name: string): string {
    return this.#tables.add(sheetId, rect, name);
  }

  renameTable(tableId: string, name: string): void {
    this.#tables.rename(tableId, name);
  }

  resizeTable(tableId: string, rect: ModelRect): void {
    this.#tables.resize(tableId, rect);
  }

  deleteTable(tableId: string): void {
    this.#tables.delete(tableId);
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

  /** The grid evaluates dependent cells after each command, so that a read in between is right. A block is one command. */
  inBatch<T>(work: () => T): T {
    return work();
  }

  onChange(listener: (change: ModelChange) => void): () => void {
    this.#parts.listeners.add(listener);
    return () => this.#parts.listeners.delete(listener);
  }

  #newSheetId(): string {
    const taken = new Set(this.#grid.getters.getSheetIds());
    while (taken.has(`sheet-${this.#nextId}`)) this.#nextId += 1;
    return `sheet-${this.#nextId++}`;
  }
}

const DEFAULT_GRID_COLUMN = 96;

function indexes(from: number, count: number): number[] {
  return Array.from({ length: Math.max(0, count) }, (_, index) => from + index);
}
