import { cellText, type RawCell } from "../core/cell/cell";
import type { FormulaResults, SourceTable } from "../core/cell/table";
import { addressOf } from "../core/cell/place";
import type { PlainRange } from "../core/find/recognise";
import { grownRange, type CellEdit, type TableGrowth, type WorkbookPlan } from "../core/plan/plan";
import { freeName } from "../core/plan/free-name";
import { readMark } from "../core/evaluation/mark";
import { sameContent } from "../core/evaluation/standing";
import { isTemporary } from "../workbook/temporary-sheets";
import { keptRanges, keptSheet, keptTable } from "../workbook/earlier";
import { WorkbookFailure } from "../workbook/failure";
import type {
  AppliedPlan,
  ApplyOptions,
  ReadOptions,
  SheetInfo,
  WorkbookPort,
  WorkbookSnapshot,
  WrittenSheet,
} from "../workbook/port";
import { PartsPackage } from "./package";
import { askSheetHead, openRanges, type SheetHeadRequest } from "./plain-ranges";
import { rangeContains } from "./ranges";
import { Grid, padRows, wantValues, type WantedValues } from "./sheet-read";
import { sameName } from "./sheet-write";
import type { SheetCell, XlsxPackage, XlsxTable } from "./types";

/** Rows of the first column that identify a written sheet. */
const HEAD = { row: 0, column: 0, rows: 3, columns: 1 };

/** So many blank rows at the end of a table are left out of its values. People drag tables down to the end of the sheet. */
const MANY_BLANK_ROWS = 1000;

/** The workbook port over a file. Changes reach the package at once; the caller saves it. */
export function xlsxPort(pkg: XlsxPackage): WorkbookPort {
  if (!(pkg instanceof PartsPackage)) throw new TypeError("xlsxPort takes a package that this module made.");
  return new XlsxPort(pkg);
}

class XlsxPort implements WorkbookPort {
  constructor(private readonly pkg: PartsPackage) {}

  async read(options: ReadOptions = {}): Promise<WorkbookSnapshot> {
    const tables: SourceTable[] = [];
    const sheets: SheetInfo[] = [];
    const written: WrittenSheet[] = [];
    const ranges: PlainRange[] = [];
    // Excel leaves temporary sheets when it closes at work, and keeps some for undo.
    const names = this.pkg.sheetNames().filter((name) => !isTemporary(name));
    // A table without a header row has no column names that a person could see and mend.
    const all = this.pkg.tables().filter((table) => table.hasHeader);
    for (const [index, name] of names.entries()) {
      stopIfAsked(options.signal);
      const keptHead = keptInfo(options, name)?.head;
      const head = keptHead ? undefined : wantValues(HEAD);
      const its = all
        .filter((table) => table.sheet === name)
        .map((table) => {
          const body = bodyOf(table);
          const kept = keptTable(options, { name: table.name, sheet: name, ...body });
          return { table, kept, wanted: kept ? undefined : wantValues(body) };
        });
      const top = this.#headOf(name, all, options);
      const wanted = [head, top?.wanted, ...its.map((each) => each.wanted)].filter((each) => each !== undefined);
      if (wanted.length > 0) this.pkg.readRectangles(name, wanted);
      const info = {
        name,
        visible: this.pkg.isVisible(name),
        head: keptHead ?? Array.from({ length: HEAD.rows }, (_, row) => head!.values[row]?.[0] ?? null),
      };
      sheets.push(info);
      for (const { table, kept, wanted } of its) tables.push(kept ?? this.#tableData(table, wanted!));
      const isOurs = readMark(info.head.map(cellText).join(" ")) !== undefined;
      if (keptHead) ranges.push(...keptRanges(options, name));
      else if (top && !isOurs) ranges.push(...this.#plainRanges(name, top, options));
      if (!options.tablesOnly && info.visible && isOurs) {
        const found = writtenSheet(name, this.pkg.filledCells(name));
        written.push(keptSheet(options, sizeOf(found)) ?? found);
      }
      options.onProgress?.((index + 1) / names.length);
    }
    return { tables, sheets, written, ranges };
  }

  /** What is asked of a sheet where plain ranges may stand. */
  #headOf(name: string, tables: readonly XlsxTable[], options: ReadOptions): SheetHeadRequest | undefined {
    if (!options.findRanges || keptInfo(options, name) || !this.pkg.isVisible(name)) return undefined;
    return askSheetHead(tables.filter((table) => table.sheet === name));
  }

  #plainRanges(sheet: string, top: SheetHeadRequest, { findRanges }: ReadOptions): readonly PlainRange[] {
    const blocks = findRanges!(top.head(sheet));
    if (blocks.length === 0) return [];
    const wanted = openRanges(blocks);
    this.pkg.readRectangles(sheet, wanted);
    return blocks.map(({ range: { row, column }, headers, above }, at) => ({
      source: this.#tableData({ name: sheet, sheet, row, column }, wanted[at]!, false),
      headers,
      above,
    }));
  }

  #tableData(
    { name, sheet, row, column }: Pick<XlsxTable, "name" | "sheet" | "row" | "column">,
    wanted: WantedValues,
    isTable = true,
  ): SourceTable {
    const { range, values, styles } = wanted;
    const rowFormats = styles.map((own) => own.map((style) => this.pkg.numberFormat(style)));
    const formats = rowFormats[0] ?? [];
    const formulas = this.#formulaResults(wanted);
    if (isTable && range.rows - values.length < MANY_BLANK_ROWS) padRows(values, range.rows, range.columns);
    const blankRows = isTable ? range.rows - values.length : 0;
    return {
      name,
      sheet,
      row,
      column,
      values,
      formats,
      ...(rowFormats.length > 1 ? { rowFormats } : {}),
      ...(formulas ? { formulas } : {}),
      ...(blankRows > 0 ? { blankRows } : {}),
    };
  }

  /** What cannot be relied on of the formulas below the header. */
  #formulaResults({ missing, stored }: WantedValues): FormulaResults | undefined {
    const stale = this.pkg.calculatesOnLoad ? [...stored.values()] : [];
    if (missing.length === 0 && stale.length === 0) return undefined;
    const below = <Place extends { readonly row: number }>(place: Place): Place => ({ ...place, row: place.row - 1 });
    return { missing: missing.map(below), stale: stale.map(below) };
  }

  async apply(plan: WorkbookPlan, options: ApplyOptions): Promise<AppliedPlan> {
    stopIfAsked(options.signal);
    this.#refuse(plan, options.replace);
    const draft = this.pkg.copy();
    const steps = plan.sheets.length + 1;
    for (const [index, sheet] of plan.sheets.entries()) {
      if (findName(draft, sheet.name) === undefined) draft.addSheet(sheet);
      else draft.replaceSheet(sheet.name, sheet);
      for (const { name, range } of sheet.tables ?? [])
        draft.addTable({ name: freeName(name, draft.takenTableNames()), sheet: sheet.name, ...range });
      options.onProgress?.((index + 1) / steps);
      // Lets a click on Cancel come through and a progress bar repaint.
      await Promise.resolve();
      stopIfAsked(options.signal);
    }
    for (const { table, range, moreRows } of plan.growths ?? []) {
      draft.resizeTable(table, range.rows + moreRows, range.columns);
    }
    for (const [sheet, edits] of bySheet(plan.edits)) draft.setCells(sheet, edits);
    this.pkg.adopt(draft);
    options.onProgress?.(1);
    return { sheets: plan.sheets.map((sheet) => sheet.name) };
  }

  /** Refuses in advance everything that can be known in advance. */
  #refuse(plan: WorkbookPlan, replace: readonly string[]): void {
    for (const { name } of plan.sheets) {
      const found = findName(this.pkg, name);
      if (found === undefined) {
        if (this.pkg.isStructureLocked)
          throw new WorkbookFailure("protected", "The structure of the workbook is protected.");
        continue;
      }
      if (!replace.some((allowed) => sameName(allowed, name))) {
        throw new WorkbookFailure("exists", `There is a sheet ${found} already.`);
      }
      if (this.pkg.isProtected(found)) throw new WorkbookFailure("protected", `The sheet ${found} is protected.`);
    }
    for (const [sheet, edits] of bySheet(plan.edits)) {
      if (this.pkg.isProtected(sheet, edits))
        throw new WorkbookFailure("protected", `The sheet ${sheet} is protected.`);
    }
    for (const growth of plan.growths ?? []) this.#refuseGrowth(growth);
    this.#checkExpected(plan.edits);
  }

  #refuseGrowth(growth: TableGrowth): void {
    const { sheet, table: name } = growth;
    if (this.pkg.isProtected(sheet)) throw new WorkbookFailure("protected", `The sheet ${sheet} is protected.`);
    if (findTable(this.pkg, name).hasTotals)
      throw new WorkbookFailure("no-room", `The table ${name} has a totals row.`);
    checkTableAt(this.pkg, growth, growth.range.rows);
    const below = grownRange(growth);
    const occupied = this.pkg
      .filledCells(sheet)
      .find((cell) => rangeContains(below, cell.row, cell.column) && holdsSomething(cell));
    if (occupied) {
      throw new WorkbookFailure("no-room", `${sheet}!${addressOf(occupied.row, occupied.column)} is not blank.`);
    }
  }

  #checkExpected(edits: readonly CellEdit[]): void {
    const expecting = edits.filter(({ expected }) => expected !== undefined);
    for (const [sheet, group] of bySheet(expecting)) {
      const wanted = group.map(({ row, column }) => wantValues({ row, column, rows: 1, columns: 1 }));
      this.pkg.readRectangles(sheet, wanted);
      const changed = group.filter(({ expected }, at) => !sameContent(expected, wanted[at]!.values[0]?.[0] ?? null));
      if (changed.length === 0) continue;
      const cells = changed.map(({ row, column }) => addressOf(row, column)).join(", ");
      throw new WorkbookFailure("changed", `${sheet}!${cells} changed meanwhile.`);
    }
  }
}

/** Header and data rows. */
function bodyOf(table: XlsxTable) {
  const rows = table.rows - (table.hasTotals ? 1 : 0);
  return { row: table.row, column: table.column, rows, columns: table.columns };
}

/** Values from A1 to the last filled cell. Cells with only a format do not count. */
function writtenSheet(name: string, filled: readonly SheetCell[]): WrittenSheet {
  const width = filled.reduce((most, { column }) => Math.max(most, column + 1), 0);
  const values: RawCell[][] = [];
  const grid = new Grid(values, width);
  for (const { row, column, value } of filled) grid.row(row)[column] = value;
  const formulas = filled.filter(({ formula }) => formula !== undefined);
  return { sheet: name, values, formulas: new Set(formulas.map(({ row, column }) => addressOf(row, column))) };
}

function sizeOf({ sheet, values }: WrittenSheet) {
  return { sheet, rows: values.length, columns: values[0]?.length ?? 0 };
}

/** The top of the sheet as an earlier reading gave it, if that reading may be kept. */
function keptInfo({ earlier }: ReadOptions, sheet: string): SheetInfo | undefined {
  return earlier?.keeps(sheet) ? earlier.snapshot.sheets.find(({ name }) => name === sheet) : undefined;
}

function findName(pkg: XlsxPackage, name: string): string | undefined {
  return pkg.sheetNames().find((other) => sameName(other, name));
}

function stopIfAsked(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new WorkbookFailure("cancelled", "Stopped before anything was written.");
}

/** Fails if the table to grow does not have this number of rows at its place. */
function checkTableAt(pkg: PartsPackage, { sheet, table: name, range }: TableGrowth, rows: number): void {
  const table = findTable(pkg, name);
  const { row, column, columns } = range;
  const isThere = table.row === row && table.column === column && table.columns === columns && table.rows === rows;
  if (isThere && sameName(table.sheet, sheet)) return;
  throw new WorkbookFailure("changed", `The table ${name} has another size or place now.`);
}

function findTable(pkg: PartsPackage, name: string): XlsxTable {
  const table = pkg.tables().find((each) => sameName(each.name, name));
  if (!table) throw new WorkbookFailure("gone", `There is no table ${name}.`);
  return table;
}

function holdsSomething({ formula, value }: SheetCell): boolean {
  return formula !== undefined || (value ?? "") !== "";
}

/** Edits by the name of their sheet. */
function bySheet(edits: readonly CellEdit[]): Map<string, CellEdit[]> {
  const groups = new Map<string, CellEdit[]>();
  for (const edit of edits) {
    const group = groups.get(edit.sheet);
    if (group) group.push(edit);
    else groups.set(edit.sheet, [edit]);
  }
  return groups;
}
