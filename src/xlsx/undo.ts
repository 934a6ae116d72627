import type { RawCell } from "../core/cell/cell";
import { addressOf } from "../core/cell/place";
import {
  grownRange,
  type CellEdit,
  type PlanCell,
  type SheetPlan,
  type TableGrowth,
  type WorkbookPlan,
} from "../core/plan/plan";
import { isFormula, standsThere } from "../core/evaluation/standing";
import { WorkbookFailure } from "../workbook/port";
import type { PartsPackage } from "./package";
import { sameName } from "./sheet-write";
import { rangeContains } from "./ranges";
import type { SheetCell, XlsxCell, XlsxTable } from "./types";

/** Parts that may differ without anything being lost when an earlier package is taken over: they follow from others, or are choices. */
const SHARED_PARTS = [
  "[content_types].xml",
  "_rels/.rels",
  "docprops/custom.xml",
  "xl/styles.xml",
  "xl/sharedstrings.xml",
];

/** A change of a file: the package as it was before and after it. */
export interface FileChange {
  readonly plan: WorkbookPlan;
  readonly before: PartsPackage;
  readonly after: PartsPackage;
}

/** Gives the package as it is without the change; fails when what the change wrote is not what stands there now. */
export function withoutChange(now: PartsPackage, change: FileChange, overwrite: boolean): PartsPackage {
  const { plan, before } = change;
  for (const sheet of plan.sheets) {
    // Fails with `gone` when it is not there any more: sheets of a file are known by their names only.
    const part = now.partOf(sheet.name);
    if (!overwrite && now.differingParts(change.after).includes(part)) checkSheet(now, sheet, plan.edits);
  }
  checkEdits(now, plan.edits);
  for (const growth of plan.growths ?? []) checkGrown(now, growth, plan.edits);
  if (onlyOurs(now, change)) return withChoices(before.copy(), now);
  return pieceByPiece(now, change);
}

function onlyOurs(now: PartsPackage, { plan, after }: FileChange): boolean {
  const ours = new Set([...SHARED_PARTS, ...plan.sheets.map(({ name }) => now.partOf(name).toLowerCase())]);
  return now.differingParts(after).every((name) => ours.has(name.toLowerCase()));
}

/** Choices that were made since are no part of the change. */
function withChoices(draft: PartsPackage, now: PartsPackage): PartsPackage {
  for (const [key, value] of now.choices()) if (draft.getChoice(key) !== value) draft.setChoice(key, value);
  return draft;
}

/** When something else was changed since, only what is of this change goes. */
function pieceByPiece(now: PartsPackage, { plan, before }: FileChange): PartsPackage {
  const draft = now.copy();
  for (const { name } of plan.sheets) {
    if (before.sheetNames().some((other) => sameName(other, name))) {
      // Its old part speaks of styles, tables and drawings as they were then.
      throw new WorkbookFailure("changed", `The file was changed elsewhere since ${name} was replaced.`);
    }
    draft.removeSheet(name);
  }
  for (const { table, range } of plan.growths ?? []) draft.resizeTable(table, range.rows, range.columns);
  for (const [sheet, edits] of bySheet(plan.edits)) {
    const cells = cellsOf(before, sheet);
    draft.setCells(
      sheet,
      edits.map(({ row, column }) => contentBefore(row, column, cells.get(addressOf(row, column)))),
    );
  }
  return draft;
}

function contentBefore(row: number, column: number, cell: SheetCell | undefined): XlsxCell {
  const numberFormat = cell?.style.numberFormat ?? "General";
  if (cell?.formula === undefined) return { row, column, value: cell?.value ?? null, numberFormat };
  return { row, column, value: { formula: `=${cell.formula}`, cached: cell.value }, numberFormat };
}

function checkSheet(now: PartsPackage, { name, rows }: SheetPlan, edits: readonly CellEdit[]): void {
  const edited = new Set(
    edits.flatMap(({ sheet, row, column }) => (sameName(sheet, name) ? [addressOf(row, column)] : [])),
  );
  const cells = cellsOf(now, name);
  const outside = [...cells.values()].filter(({ row, column }) => rows[row]?.[column] === undefined);
  for (const cell of outside)
    if (!edited.has(addressOf(cell.row, cell.column))) check(name, cell.row, cell.column, null, cell);
  for (const [row, planned] of rows.entries()) {
    for (const [column, written] of planned.entries()) {
      const address = addressOf(row, column);
      if (!edited.has(address)) check(name, row, column, written, cells.get(address));
    }
  }
}

function checkEdits(now: PartsPackage, edits: readonly CellEdit[]): void {
  for (const [sheet, group] of bySheet(edits)) {
    const cells = cellsOf(now, sheet);
    // The later edit of a cell won.
    const last = new Map(group.map((edit) => [addressOf(edit.row, edit.column), edit]));
    for (const [address, { row, column, value }] of last) check(sheet, row, column, value, cells.get(address));
  }
}

/** Nothing but what was written may stand in the new rows of a table. */
function checkGrown(now: PartsPackage, growth: TableGrowth, edits: readonly CellEdit[]): void {
  checkTableAt(now, growth, growth.range.rows + growth.moreRows);
  const edited = new Set(
    edits.flatMap(({ sheet, row, column }) => (sameName(sheet, growth.sheet) ? [addressOf(row, column)] : [])),
  );
  const below = grownRange(growth);
  for (const [address, cell] of cellsOf(now, growth.sheet)) {
    if (!rangeContains(below, cell.row, cell.column) || edited.has(address)) continue;
    check(growth.sheet, cell.row, cell.column, null, cell);
  }
}

/** Fails when the table of a growth does not have so many rows at its place. */
export function checkTableAt(pkg: PartsPackage, { sheet, table: name, range }: TableGrowth, rows: number): void {
  const table = findTable(pkg, name);
  const { row, column, columns } = range;
  const isThere = table.row === row && table.column === column && table.columns === columns && table.rows === rows;
  if (isThere && sameName(table.sheet, sheet)) return;
  throw new WorkbookFailure("changed", `The table ${name} has another size or place now.`);
}

export function findTable(pkg: PartsPackage, name: string): XlsxTable {
  const table = pkg.tables().find((each) => sameName(each.name, name));
  if (!table) throw new WorkbookFailure("gone", `There is no table ${name}.`);
  return table;
}

export function holdsSomething({ formula, value }: SheetCell): boolean {
  return formula !== undefined || (value ?? "") !== "";
}

function check(sheet: string, row: number, column: number, written: PlanCell, cell: SheetCell | undefined): void {
  const found: RawCell = cell?.value;
  const fine = isFormula(written)
    ? cell?.formula !== undefined && `=${cell.formula}` === written.formula
    : cell?.formula === undefined && standsThere(written, found);
  if (!fine) throw new WorkbookFailure("changed", `${sheet}!${addressOf(row, column)} changed meanwhile.`);
}

function cellsOf(pkg: PartsPackage, sheet: string): Map<string, SheetCell> {
  return new Map(pkg.readSheet(sheet).cells.map((cell) => [addressOf(cell.row, cell.column), cell]));
}

/** Edits by the name of their sheet. */
export function bySheet(edits: readonly CellEdit[]): Map<string, CellEdit[]> {
  const groups = new Map<string, CellEdit[]>();
  for (const edit of edits) {
    const group = groups.get(edit.sheet);
    if (group) group.push(edit);
    else groups.set(edit.sheet, [edit]);
  }
  return groups;
}
