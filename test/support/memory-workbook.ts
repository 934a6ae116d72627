import { cellText, type RawCell } from "../../src/core/cell/cell";
import { addressOf, type CellPlace } from "../../src/core/cell/place";
import {
  grownRange,
  type CellEdit,
  type PlanCell,
  type PlanRange,
  type SheetPlan,
  type TableGrowth,
  type WorkbookPlan,
} from "../../src/core/plan/plan";
import { freeName } from "../../src/core/plan/free-name";
import { readMark } from "../../src/core/evaluation/mark";
import { isFormula, sameContent, standsThere } from "../../src/core/evaluation/standing";
import { isTemporary } from "../../src/workbook/temporary-sheets";
import { keptSheet, keptTable } from "../../src/workbook/earlier";
import { WorkbookFailure, type FailureKind } from "../../src/workbook/failure";
import type { AppliedChange, WorkbookChange, WorkbookHost } from "../../src/workbook/host";
import type { ApplyOptions, ReadOptions, WorkbookSnapshot, WrittenSheet } from "../../src/workbook/port";
import type { SourceTable } from "../../src/core/cell/table";
import type { MemorySeed, MemorySheet, MemoryTable } from "./memory-seed";

export type { MemorySeed, MemorySheet, MemoryTable } from "./memory-seed";

interface State {
  readonly sheets: readonly MemorySheet[];
  readonly edited: ReadonlyMap<string, { readonly value: PlanCell; readonly numberFormat: string | undefined }>;
}

/**
 * The workbook port without a workbook, for tests of use cases. It calculates nothing: a formula reads as an empty cell. Of a sheet's look
 * it keeps only the number formats.
 */
export class MemoryWorkbook implements WorkbookHost {
  readonly #choices = new Map<string, string>();
  readonly #listeners = new Set<(change: WorkbookChange) => void>();
  readonly #locked: boolean;
  #state: State;
  #failure: { readonly kind: FailureKind; readonly detail: string } | undefined;
  #selected: CellPlace | undefined;

  constructor(seed: MemorySeed) {
    this.#state = { sheets: seed.sheets, edited: new Map() };
    this.#locked = seed.protected === true;
  }

  async read(options: ReadOptions = {}): Promise<WorkbookSnapshot> {
    this.#failIfAsked();
    stopIfAsked(options.signal);
    const sheets = this.#state.sheets.filter(({ name }) => !isTemporary(name));
    const infos = sheets.map(({ name, visible }) => ({
      name,
      visible: visible !== false,
      head: [0, 1, 2].map((row) => rawCell(this.cell(name, row, 0))),
    }));
    const snapshot: WorkbookSnapshot = {
      tables: sheets.flatMap((sheet) =>
        (sheet.tables ?? []).map((table) => {
          const place = { ...table, sheet: sheet.name, rows: table.rows - (table.hasTotals ? 1 : 0) };
          return keptTable(options, place) ?? this.#tableData(sheet, table);
        }),
      ),
      sheets: infos,
      written: infos.flatMap(({ name, visible, head }) => {
        if (options.tablesOnly || !visible || !readMark(head.map(cellText).join(" "))) return [];
        const written = this.#written(name);
        const [rows, columns] = [written.values.length, written.values[0]!.length];
        return [keptSheet(options, { sheet: name, rows, columns }) ?? written];
      }),
    };
    options.onProgress?.(1);
    return snapshot;
  }

  async apply(plan: WorkbookPlan, options: ApplyOptions): Promise<AppliedChange> {
    stopIfAsked(options.signal);
    this.#refuse(plan, options.replace);
    const before = this.#state;
    let { sheets } = before;
    const edited = new Map(before.edited);
    for (const [index, planned] of plan.sheets.entries()) {
      // Lets a caller cancel between sheets, like the other ports.
      await Promise.resolve();
      stopIfAsked(options.signal);
      const there = sheets.find(({ name }) => sameName(name, planned.name));
      const others = sheets
        .filter((sheet) => sheet !== there)
        .flatMap(({ tables = [] }) => tables.map(({ name }) => name));
      const written = { ...sheetOf(planned, others), name: there?.name ?? planned.name };
      sheets = there ? sheets.map((sheet) => (sheet === there ? written : sheet)) : [...sheets, written];
      // Text typed over the old content goes with it.
      const itsCells = `${planned.name.toLowerCase()}/`;
      for (const key of [...edited.keys()]) if (key.startsWith(itsCells)) edited.delete(key);
      options.onProgress?.((index + 1) / (plan.sheets.length + 1));
      stopIfAsked(options.signal);
    }
    for (const growth of plan.growths ?? []) sheets = sheets.map((sheet) => resized(sheet, growth, growth.moreRows));
    for (const edit of plan.edits) {
      const numberFormat = edit.numberFormat ?? this.numberFormat(edit.sheet, edit.row, edit.column);
      edited.set(keyOf(edit), { value: edit.value, numberFormat });
    }
    this.#failIfAsked();
    this.#change({ sheets, edited });
    options.onProgress?.(1);
    let undone = false;
    return {
      sheets: plan.sheets.map(({ name }) => name),
      undo: async ({ overwrite = false } = {}) => {
        if (!undone) this.#undo(plan, before, overwrite);
        undone = true;
      },
    };
  }

  async select(place: CellPlace): Promise<void> {
    this.#failIfAsked();
    this.#sheet(place.sheet);
    this.#selected = place;
  }

  async loadChoice(key: string): Promise<string | undefined> {
    return this.#choices.get(key);
  }

  async saveChoice(key: string, value: string): Promise<void> {
    this.#choices.set(key, value);
  }

  async onChange(listener: (change: WorkbookChange) => void): Promise<() => Promise<void>> {
    this.#listeners.add(listener);
    return async () => void this.#listeners.delete(listener);
  }

  async countUndoCopies(): Promise<number> {
    return 0;
  }

  async removeUndoCopies(): Promise<void> {}

  async hasNewNames(): Promise<boolean> {
    return false;
  }

  // ---- what tests ask and do

  sheetNames(): string[] {
    return this.#state.sheets.map(({ name }) => name);
  }

  /** The content of a cell. Null for an empty cell and off the sheet. */
  cell(sheet: string, row: number, column: number): PlanCell {
    const edit = this.#state.edited.get(keyOf({ sheet, row, column }));
    const content = edit ? edit.value : (this.#sheet(sheet).rows[row]?.[column] ?? null);
    return content === "" ? null : content;
  }

  numberFormat(sheet: string, row: number, column: number): string {
    const edit = this.#state.edited.get(keyOf({ sheet, row, column }))?.numberFormat;
    if (edit !== undefined) return edit;
    const covering = (this.#sheet(sheet).formats ?? []).filter(
      ({ range, numberFormat }) =>
        numberFormat !== undefined &&
        row >= range.row &&
        row < range.row + range.rows &&
        column >= range.column &&
        column < range.column + range.columns,
    );
    return covering.at(-1)?.numberFormat ?? "General";
  }

  get selected(): CellPlace | undefined {
    return this.#selected;
  }

  /** The next read, apply or select fails with this kind and changes nothing. */
  failNext(kind: FailureKind, detail = "asked for by the test"): void {
    this.#failure = { kind, detail };
  }

  /** Types into a cell like a person: listeners are told. */
  type(edit: CellEdit): void {
    this.#sheet(edit.sheet);
    const numberFormat = edit.numberFormat ?? this.numberFormat(edit.sheet, edit.row, edit.column);
    const edited = new Map(this.#state.edited).set(keyOf(edit), { value: edit.value, numberFormat });
    this.#change({ ...this.#state, edited }, edit.sheet);
  }

  // ----

  #refuse(plan: WorkbookPlan, replace: readonly string[]): void {
    if (plan.sheets.length > 0 && this.#locked) throw new WorkbookFailure("protected", "The workbook is protected.");
    for (const { name } of plan.sheets) {
      const there = this.#state.sheets.find((sheet) => sameName(sheet.name, name));
      if (!there) continue;
      if (!replace.some((allowed) => sameName(allowed, name))) {
        throw new WorkbookFailure("exists", `There is a sheet ${there.name} already.`);
      }
      if (there.protected) throw new WorkbookFailure("protected", `The sheet ${there.name} is protected.`);
    }
    for (const { sheet } of plan.edits) {
      if (this.#sheet(sheet).protected) throw new WorkbookFailure("protected", `The sheet ${sheet} is protected.`);
    }
    for (const growth of plan.growths ?? []) this.#refuseGrowth(growth);
    for (const edit of plan.edits) {
      if (edit.expected === undefined) continue;
      if (!sameContent(edit.expected, rawCell(this.cell(edit.sheet, edit.row, edit.column)))) throw changedCell(edit);
    }
  }

  #refuseGrowth(growth: TableGrowth): void {
    const sheet = this.#sheet(growth.sheet);
    if (sheet.protected) throw new WorkbookFailure("protected", `The sheet ${sheet.name} is protected.`);
    const table = this.#tableAt(growth, growth.range.rows);
    if (table.hasTotals) throw new WorkbookFailure("no-room", `The table ${table.name} has a totals row.`);
    const occupied = cellsOf(grownRange(growth)).find(
      ({ row, column }) => this.cell(growth.sheet, row, column) !== null,
    );
    if (occupied) throw new WorkbookFailure("no-room", `${addressOf(occupied.row, occupied.column)} is not blank.`);
  }

  /** The table of a growth. It must have this number of rows. */
  #tableAt({ sheet, table: name, range }: TableGrowth, rows: number): MemoryTable {
    const table = this.#sheet(sheet).tables?.find((each) => sameName(each.name, name));
    if (!table) throw new WorkbookFailure("gone", `There is no table ${name}.`);
    const { row, column, columns } = range;
    const isThere = table.row === row && table.column === column && table.columns === columns && table.rows === rows;
    if (!isThere) throw new WorkbookFailure("changed", `The table ${name} has another size or place now.`);
    return table;
  }

  /** Takes back only what the plan wrote, and no later change elsewhere. */
  #undo(plan: WorkbookPlan, before: State, overwrite: boolean): void {
    this.#failIfAsked();
    const editedKeys = new Set(plan.edits.map(keyOf));
    for (const { name, rows } of plan.sheets) {
      this.#sheet(name);
      if (!overwrite) this.#checkSheet(name, rows, editedKeys);
    }
    // The later edit of a cell won.
    for (const edit of new Map(plan.edits.map((each) => [keyOf(each), each])).values()) {
      const found = this.cell(edit.sheet, edit.row, edit.column);
      if (isFormula(found) || !standsThere(edit.value, found)) throw changedCell(edit);
    }
    for (const growth of plan.growths ?? []) {
      this.#tableAt(growth, growth.range.rows + growth.moreRows);
      for (const { row, column } of cellsOf(grownRange(growth))) {
        const place = { sheet: growth.sheet, row, column };
        const found = this.cell(growth.sheet, row, column);
        if (found !== null && !isFormula(found) && !editedKeys.has(keyOf(place))) throw changedCell(place);
      }
    }
    const edited = new Map(this.#state.edited);
    const putBack = (key: string): void => {
      const was = before.edited.get(key);
      if (was) edited.set(key, was);
      else edited.delete(key);
    };
    for (const key of editedKeys) putBack(key);
    let { sheets } = this.#state;
    for (const growth of plan.growths ?? []) sheets = sheets.map((sheet) => resized(sheet, growth, -growth.moreRows));
    for (const { name } of plan.sheets) {
      const was = before.sheets.find((sheet) => sameName(sheet.name, name));
      sheets = sheets.flatMap((sheet) => (sameName(sheet.name, name) ? (was ?? []) : sheet));
      const itsCells = `${name.toLowerCase()}/`;
      for (const key of [...edited.keys(), ...before.edited.keys()]) if (key.startsWith(itsCells)) putBack(key);
    }
    this.#change({ sheets, edited });
  }

  #checkSheet(name: string, rows: SheetPlan["rows"], except: ReadonlySet<string>): void {
    const typed = [...this.#state.edited.keys()].filter((key) => key.startsWith(`${name.toLowerCase()}/`));
    const places = [
      ...rows.flatMap((cells, row) => cells.map((_cell, column) => ({ sheet: name, row, column }))),
      ...typed.map((key) => {
        const [row, column] = key.split("/").slice(-2).map(Number);
        return { sheet: name, row: row!, column: column! };
      }),
    ];
    for (const place of places) {
      if (except.has(keyOf(place))) continue;
      const written = rows[place.row]?.[place.column] ?? null;
      const found = this.cell(name, place.row, place.column);
      const same = isFormula(written)
        ? isFormula(found) && found.formula === written.formula
        : !isFormula(found) && standsThere(written, found);
      if (!same) throw changedCell(place);
    }
  }

  #tableData(sheet: MemorySheet, table: MemoryTable): SourceTable {
    const rows = table.rows - (table.hasTotals ? 1 : 0);
    const values = Array.from({ length: rows }, (_row, down) =>
      Array.from({ length: table.columns }, (_column, across) =>
        rawCell(this.cell(sheet.name, table.row + down, table.column + across)),
      ),
    );
    const formats = Array.from({ length: rows > 1 ? table.columns : 0 }, (_column, across) =>
      this.numberFormat(sheet.name, table.row + 1, table.column + across),
    );
    return { name: table.name, sheet: sheet.name, row: table.row, column: table.column, values, formats };
  }

  /** Values from A1 to the last filled cell. */
  #written(sheet: string): WrittenSheet {
    const { rows } = this.#sheet(sheet);
    const typed = [...this.#state.edited.keys()].filter((key) => key.startsWith(`${sheet.toLowerCase()}/`));
    const places = typed.map((key) => key.split("/").slice(-2).map(Number) as [number, number]);
    rows.forEach((cells, row) => cells.forEach((_, column) => places.push([row, column])));
    const filled = places.filter(([row, column]) => this.cell(sheet, row, column) !== null);
    const height = filled.reduce((most, [row]) => Math.max(most, row + 1), 0);
    const width = filled.reduce((most, [, column]) => Math.max(most, column + 1), 0);
    const values = Array.from({ length: height }, (_row, row) =>
      Array.from({ length: width }, (_column, column) => rawCell(this.cell(sheet, row, column))),
    );
    const formulas = filled.filter(([row, column]) => isFormula(this.cell(sheet, row, column)));
    return { sheet, values, formulas: new Set(formulas.map(([row, column]) => addressOf(row, column))) };
  }

  #sheet(name: string): MemorySheet {
    const sheet = this.#state.sheets.find((each) => sameName(each.name, name));
    if (!sheet) throw new WorkbookFailure("gone", `There is no sheet ${name}.`);
    return sheet;
  }

  #change(state: State, sheet?: string): void {
    this.#state = state;
    for (const listener of this.#listeners) listener({ sheet });
  }

  #failIfAsked(): void {
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure) throw new WorkbookFailure(failure.kind, failure.detail);
  }
}

function sheetOf({ name, rows, formats, tables = [] }: SheetPlan, takenNames: readonly string[]): MemorySheet {
  const taken = [...takenNames];
  const made = tables.map(({ name: wanted, range }): MemoryTable => {
    const free = freeName(wanted, taken);
    taken.push(free);
    return { name: free, ...range };
  });
  return { name, rows, formats, tables: made };
}

/** The sheet with its table of a growth, if it has it, longer by this number of rows. */
function resized(sheet: MemorySheet, { sheet: name, table: wanted }: TableGrowth, by: number): MemorySheet {
  if (!sameName(sheet.name, name)) return sheet;
  const tables = (sheet.tables ?? []).map((table) =>
    sameName(table.name, wanted) ? { ...table, rows: table.rows + by } : table,
  );
  return { ...sheet, tables };
}

function cellsOf({ row, column, rows, columns }: PlanRange): { readonly row: number; readonly column: number }[] {
  return Array.from({ length: rows * columns }, (_cell, at) => ({
    row: row + Math.floor(at / columns),
    column: column + (at % columns),
  }));
}

function rawCell(content: PlanCell): RawCell {
  return typeof content === "object" ? "" : content;
}

function changedCell({ sheet, row, column }: CellPlace): WorkbookFailure {
  return new WorkbookFailure("changed", `${sheet}!${addressOf(row, column)} changed meanwhile.`);
}

function keyOf({ sheet, row, column }: CellPlace): string {
  return `${sheet.toLowerCase()}/${row}/${column}`;
}

function stopIfAsked(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new WorkbookFailure("cancelled", "Stopped by the person.");
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
