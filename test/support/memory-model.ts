import { intersect, WHOLE_SHEET } from "../../src/workbench/host/rects";
import { withoutSheet, withSheetsRenamed } from "../../src/core/cell/formula";
import { SheetStore } from "./memory-sheet";
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
} from "../../src/workbench/host/model";

export interface MemoryModelOptions {
  /** Value of a formula; without it every formula shows 0. The tests of the Office edge look at formula texts only. */
  readonly evaluate?: (formula: string, sheetId: string, row: number, column: number) => string | number | boolean;
}

/** A workbook in memory, for tests in Node. Starts with one empty sheet, `Sheet1`. */
export class MemoryModel implements HostModel {
  readonly #evaluate: NonNullable<MemoryModelOptions["evaluate"]>;
  readonly #sheets: SheetStore[] = [];
  readonly #tables: ModelTable[] = [];
  readonly #settings = new Map<string, unknown>();
  readonly #listeners = new Set<(change: ModelChange) => void>();
  #active: string;
  #nextId = 1;
  #protected = false;

  constructor(options: MemoryModelOptions = {}) {
    this.#evaluate = options.evaluate ?? (() => 0);
    this.#active = this.addSheet("Sheet1");
  }

  sheets(): readonly ModelSheet[] {
    return this.#sheets.map(({ id, name, visibility }) => ({ id, name, visibility }));
  }

  addSheet(name: string): string {
    const id = this.#newSheetId();
    this.#sheets.push(new SheetStore(id, name));
    this.#tell({ kind: "sheet-added", sheetId: id });
    return id;
  }

  copySheet(sheetId: string, name: string, position: number): string {
    const id = this.#newSheetId();
    this.#sheets.splice(position, 0, this.#sheet(sheetId).copy(id, name));
    for (const table of this.#tables.filter((each) => each.sheetId === sheetId)) {
      this.addTable(id, table.range, this.#freeTableName(table.name));
      const copied = this.#tables.at(-1)!.id;
      this.#changeTable(copied, { hasHeader: table.hasHeader, hasTotals: table.hasTotals });
      // The filter of a table is copied with it.
      const { filters } = this.#sheet(id);
      const filter = filters.get(table.id);
      if (!filter) continue;
      filters.delete(table.id);
      filters.set(copied, filter);
    }
    this.#tell({ kind: "sheet-added", sheetId: id });
    return id;
  }

  deleteSheet(sheetId: string): void {
    const at = this.#sheets.indexOf(this.#sheet(sheetId));
    const [gone] = this.#sheets.splice(at, 1);
    for (const table of this.#tables.filter((each) => each.sheetId === sheetId)) this.deleteTable(table.id);
    for (const sheet of this.#sheets) sheet.mapFormulas((formula) => withoutSheet(formula, gone!.name));
    if (this.#active === sheetId) {
      const visible = this.#sheets.filter((sheet) => sheet.visibility === "Visible");
      this.activateSheet((visible[Math.min(at, visible.length - 1)] ?? this.#sheets[0]!).id);
    }
    this.#tell({ kind: "sheet-deleted", sheetId });
  }

  renameSheet(sheetId: string, name: string): void {
    const old = this.#sheet(sheetId).name;
    this.#sheet(sheetId).name = name;
    const rename = (each: string): string | undefined => (each.toLowerCase() === old.toLowerCase() ? name : undefined);
    for (const sheet of this.#sheets) sheet.mapFormulas((formula) => withSheetsRenamed(formula, rename));
    this.#tell({ kind: "sheet-renamed", sheetId });
  }

  moveSheet(sheetId: string, position: number): void {
    const sheet = this.#sheet(sheetId);
    this.#sheets.splice(this.#sheets.indexOf(sheet), 1);
    this.#sheets.splice(position, 0, sheet);
  }

  setVisibility(sheetId: string, visibility: Visibility): void {
    this.#sheet(sheetId).visibility = visibility;
    if (visibility === "Visible" || this.#active !== sheetId) return;
    const next = this.#sheets.find((sheet) => sheet.visibility === "Visible");
    if (next) this.activateSheet(next.id);
  }

  activeSheet(): string {
    return this.#active;
  }

  activateSheet(sheetId: string): void {
    this.#sheet(sheetId);
    if (this.#active === sheetId) return;
    this.#active = sheetId;
    this.#tell({ kind: "sheet-activated", sheetId });
  }

  selection(): ModelRect {
    return this.#sheet(this.#active).selection;
  }

  select(sheetId: string, rect: ModelRect): void {
    this.activateSheet(sheetId);
    this.#sheet(sheetId).selection = rect;
    this.#tell({ kind: "selection", sheetId, rect });
  }

  usedRange(sheetId: string, valuesOnly: boolean): ModelRect | undefined {
    return this.#sheet(sheetId).usedRange(valuesOnly);
  }

  read(sheetId: string, rect: ModelRect): ModelCell[][] {
    return this.#sheet(sheetId).read(rect, (formula, row, column) => this.#evaluate(formula, sheetId, row, column));
  }

  write(sheetId: string, row: number, column: number, cells: readonly (readonly CellInput[])[]): void {
    this.#sheet(sheetId).write(row, column, cells);
    const rect = { row, column, rows: cells.length, columns: cells[0]?.length ?? 0 };
    this.#tell({ kind: "cells", sheetId, rect });
  }

  clearFormats(sheetId: string, rect: ModelRect): void {
    this.#sheet(sheetId).clearFormats(rect);
  }

  format(sheetId: string, rect: ModelRect, patch: CellFormatPatch): void {
    this.#sheet(sheetId).format(rect, patch);
  }

  setNumberFormats(sheetId: string, row: number, column: number, formats: readonly (readonly string[])[]): void {
    this.#sheet(sheetId).setNumberFormats(row, column, formats);
  }

  formats(sheetId: string, rect: ModelRect): CellFormat[][] {
    return this.#sheet(sheetId).formats(rect);
  }

  columnWidth(sheetId: string, column: number): number | undefined {
    return this.#sheet(sheetId).columnWidths.get(column);
  }

  setColumnWidth(sheetId: string, column: number, columns: number, width: number | undefined): void {
    setSizes(this.#sheet(sheetId).columnWidths, column, columns, width);
  }

  autofitColumns(sheetId: string, column: number, columns: number): void {
    const sheet = this.#sheet(sheetId);
    const used = sheet.usedRange(true);
    const filled = used && intersect(used, { ...WHOLE_SHEET, column, columns });
    if (!filled) return;
    const cells = this.read(sheetId, filled);
    for (let at = 0; at < filled.columns; at++) {
      const longest = Math.max(...cells.map((row) => row[at]!.text.length));
      // Seven pixels for each character and five for the margins, in points.
      if (longest > 0) sheet.columnWidths.set(filled.column + at, (longest * 7 + 5) * 0.75);
    }
  }

  rowHeight(sheetId: string, row: number): number | undefined {
    return this.#sheet(sheetId).rowHeights.get(row);
  }

  setRowHeight(sheetId: string, row: number, rows: number, height: number | undefined): void {
    setSizes(this.#sheet(sheetId).rowHeights, row, rows, height);
  }

  isRowHidden(sheetId: string, row: number): boolean {
    return this.#sheet(sheetId).isRowHidden(row);
  }

  setRowsHidden(sheetId: string, row: number, rows: number, hidden: boolean): void {
    const { hiddenRows } = this.#sheet(sheetId);
    if (hidden) for (let at = row; at < row + rows; at++) hiddenRows.add(at);
    else for (const at of [...hiddenRows]) if (at >= row && at < row + rows) hiddenRows.delete(at);
  }

  hasFilter(sheetId: string): boolean {
    return this.#sheet(sheetId).filters.has(OF_SHEET);
  }

  removeFilter(sheetId: string, tableId = OF_SHEET): void {
    this.#sheet(sheetId).filters.delete(tableId);
  }

  /** Only for setting up tests: a person filters the sheet or a table, which hides these rows. */
  filter(sheetId: string, hidden: readonly number[], tableId = OF_SHEET): void {
    this.#sheet(sheetId).filters.set(tableId, new Set(hidden));
  }

  frozen(sheetId: string): Frozen {
    return this.#sheet(sheetId).frozen;
  }

  setFrozen(sheetId: string, frozen: Frozen): void {
    this.#sheet(sheetId).frozen = frozen;
  }

  pageLayout(sheetId: string): PageLayout {
    return this.#sheet(sheetId).pageLayout;
  }

  setPageLayout(sheetId: string, layout: PageLayout): void {
    this.#sheet(sheetId).pageLayout = layout;
  }

  isProtected(sheetId: string): boolean {
    return this.#sheet(sheetId).protected;
  }

  setProtected(sheetId: string, on: boolean): void {
    this.#sheet(sheetId).protected = on;
  }

  conditionalFormats(sheetId: string): readonly ConditionalFormat[] {
    return this.#sheet(sheetId).conditionalFormats;
  }

  setConditionalFormats(sheetId: string, formats: readonly ConditionalFormat[]): void {
    this.#sheet(sheetId).conditionalFormats = [...formats];
  }

  tables(): readonly ModelTable[] {
    return this.#tables;
  }

  addTable(sheetId: string, range: ModelRect, name: string): string {
    const id = String(this.#nextId++);
    this.#tables.push({ id, name, sheetId, range, hasHeader: true, hasTotals: false });
    this.#tell({ kind: "table-added", sheetId, tableId: id });
    return id;
  }

  renameTable(tableId: string, name: string): void {
    this.#changeTable(tableId, { name });
  }

  resizeTable(tableId: string, range: ModelRect): void {
    this.#changeTable(tableId, { range });
  }

  /** Only for setting up tests: the host itself never changes these. */
  changeTable(tableId: string, change: Partial<Pick<ModelTable, "range" | "hasHeader" | "hasTotals">>): void {
    this.#changeTable(tableId, change);
  }

  deleteTable(tableId: string): void {
    const at = this.#tables.findIndex((table) => table.id === tableId);
    const [gone] = this.#tables.splice(at, 1);
    this.#tell({ kind: "table-deleted", sheetId: gone!.sheetId, tableId });
  }

  workbookName(): string {
    return "Book1.xlsx";
  }

  isWorkbookProtected(): boolean {
    return this.#protected;
  }

  setWorkbookProtected(on: boolean): void {
    this.#protected = on;
  }

  settingKeys(): readonly string[] {
    return [...this.#settings.keys()];
  }

  setting(key: string): unknown {
    return this.#settings.get(key);
  }

  setSetting(key: string, value: unknown): void {
    if (value === undefined) this.#settings.delete(key);
    else this.#settings.set(key, value);
  }

  calculate(): void {
    // Values are worked out when they are read.
  }

  inBatch<T>(work: () => T): T {
    return work();
  }

  onChange(listener: (change: ModelChange) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /**
   * Everything that a person could see or save, as plain data. Equal workbooks give equal snapshots. Sheets are listed by name, because a
   * person does not see ids.
   */
  snapshot(): unknown {
    const nameOf = (id: string) => this.#sheet(id).name;
    return {
      active: nameOf(this.#active),
      protected: this.#protected,
      sheets: this.#sheets.map((sheet) => sheet.snapshot()),
      tables: this.#tables.map(({ id: _id, sheetId, ...rest }) => ({ ...rest, sheet: nameOf(sheetId) })),
      settings: Object.fromEntries([...this.#settings].sort(([a], [b]) => (a < b ? -1 : 1))),
    };
  }

  #sheet(sheetId: string): SheetStore {
    const sheet = this.#sheets.find(({ id }) => id === sheetId);
    if (!sheet) throw new Error(`MemoryModel: no sheet of id ${sheetId}`);
    return sheet;
  }

  #newSheetId(): string {
    return `{00000000-0000-0000-0000-${String(this.#nextId++).padStart(12, "0")}}`;
  }

  #freeTableName(name: string): string {
    for (let number = 1; ; number++) {
      const candidate = `${name}_${number}`;
      if (!this.#tables.some((table) => table.name.toLowerCase() === candidate.toLowerCase())) return candidate;
    }
  }

  #changeTable(tableId: string, change: Partial<ModelTable>): void {
    const at = this.#tables.findIndex((table) => table.id === tableId);
    if (at < 0) throw new Error(`MemoryModel: no table of id ${tableId}`);
    this.#tables[at] = { ...this.#tables[at]!, ...change };
  }

  #tell(change: ModelChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}

/** Owner of the filter of a sheet itself. */
const OF_SHEET = "sheet";

function setSizes(sizes: Map<number, number>, from: number, count: number, size: number | undefined): void {
  for (let at = from; at < from + count; at++) {
    if (size === undefined) sizes.delete(at);
    else sizes.set(at, size);
  }
}
