import type { RawCell } from "../core/cell/cell";
import type { PlanRange } from "../core/plan/plan";
import { WorkbookFailure } from "../workbook/failure";
import { hasOpenResult } from "./cell-write";
import { portableCodec, type Codec } from "./codec";
import { sharedStrings } from "./cell-text";
import { readChoices, setChoice } from "./choices";
import { forgetSheet, forgetTable, holdsFormula, mentions, renameSheetIn } from "./formulas";
import { reachableParts, removeCalculationChain, removeUnreachable } from "./gone";
import { emptyParts, openParts } from "./open";
import { freePartName, relationshipsOf, removeRelationships, XML_HEAD } from "./opc";
import type { Parts } from "./parts";
import { dropSignatures, isSigned } from "./signature";
import { soundFile } from "./sound";
import { patchCells } from "./sheet-patch";
import { DAYS_TO_1904 } from "./sheet-cells";
import {
  padRows,
  readFilledCells,
  readRectangles,
  readSheetContent,
  wantValues,
  type ReadContext,
  type WantedValues,
} from "./sheet-read";
import { frameOf } from "./sheet-frame";
import { scanSheet } from "./sheet-scan";
import { checkPlan, checkSheetName, printTitles, sameName, writeSheet, type SheetFrame } from "./sheet-write";
import { isDateFormat, readStyles } from "./styles-read";
import { StyleWriter } from "./styles-write";
import { addTablePart, resizeTablePart, tablesOfSheet, takenTableNames, withHeaders } from "./tables";
import type {
  AddSheetOptions,
  NewTable,
  SheetCell,
  SheetContent,
  SheetVisibility,
  XlsxCell,
  XlsxPackage,
  XlsxSheetPlan,
  XlsxTable,
} from "./types";
import {
  askForCalculation,
  describeSheet,
  enterSheet,
  leaveSheet,
  readWorkbook,
  setLocalName,
  type SheetEntry,
} from "./workbook-part";
import { childOf, childrenOf, isTrue } from "./xml";

/** Reads a workbook. Throws WorkbookFailure("unreadable") with a plain reason if the bytes are none. */
export function openXlsx(bytes: Uint8Array, codec: Codec = portableCodec): XlsxPackage {
  return new PartsPackage(openParts(bytes, codec));
}

/** A workbook without sheets. It needs one before it can be saved. */
export function newXlsx(codec: Codec = portableCodec): XlsxPackage {
  return new PartsPackage(emptyParts(codec));
}

const PRINT_TITLES = "_xlnm.Print_Titles";
const PRINT_AREA = "_xlnm.Print_Area";
const FILTER_AREA = "_xlnm._FilterDatabase";

export class PartsPackage implements XlsxPackage {
  #parts: Parts;
  /** The package as it was opened. Only what differs is checked before it is saved. */
  readonly #opened: Parts;

  constructor(parts: Parts, opened: Parts = parts.copy()) {
    this.#parts = parts;
    this.#opened = opened;
  }

  sheetNames(): readonly string[] {
    return readWorkbook(this.#parts).sheets.map((sheet) => sheet.name);
  }

  isVisible(sheet: string): boolean {
    return this.visibility(sheet) === "visible";
  }

  visibility(sheet: string): SheetVisibility {
    return this.#sheet(sheet).visibility;
  }

  readSheet(name: string): SheetContent {
    const sheet = this.#sheet(name);
    return readSheetContent(this.#parts.get(sheet.part), sheet.name, sheet.visibility === "visible", this.#context());
  }

  /** The cells with a value or formula, without any other content of the sheet. */
  filledCells(name: string): readonly SheetCell[] {
    return readFilledCells(this.#parts.get(this.#sheet(name).part), this.#context());
  }

  readValues(sheet: string, range: PlanRange): RawCell[][] {
    const wanted = wantValues(range);
    this.readRectangles(sheet, [wanted]);
    padRows(wanted.values, range.rows, range.columns);
    return wanted.values;
  }

  /** Reads several rectangles of a sheet in one pass. */
  readRectangles(sheet: string, wanted: readonly WantedValues[]): void {
    readRectangles(this.#parts.get(this.#sheet(sheet).part), this.#context(), wanted);
  }

  numberFormat(style: number): string {
    return this.#context().styles?.cells[style]?.numberFormat ?? "General";
  }

  tables(): readonly XlsxTable[] {
    return readWorkbook(this.#parts).sheets.flatMap((sheet) => tablesOfSheet(this.#parts, sheet));
  }

  /** Tells whether the sheet is protected. With cells given: whether protection locks one of them. */
  isProtected(name: string, cells?: readonly { readonly row: number; readonly column: number }[]): boolean {
    const { part } = this.#sheet(name);
    let isProtected = false;
    let isLocked = false;
    const locked = this.#context().styles?.locked;
    const asked = new Map<number, Set<number>>();
    for (const { row, column } of cells ?? []) asked.set(row, (asked.get(row) ?? new Set()).add(column));
    const open = new Set<string>();
    scanSheet(this.#parts.get(part), this.#context(), {
      cell: (row, column, _value, style) => {
        if (locked?.[style] === false && asked.get(row)?.has(column)) open.add(`${row}:${column}`);
      },
      element(local, attributes) {
        if (local === "sheetProtection") isProtected = isTrue(attributes["sheet"]);
      },
    });
    isLocked = cells === undefined || cells.some(({ row, column }) => !open.has(`${row}:${column}`));
    return isProtected && isLocked;
  }

  get isSigned(): boolean {
    return isSigned(this.#parts);
  }

  get isStructureLocked(): boolean {
    return readWorkbook(this.#parts).structureLocked;
  }

  get calculatesOnLoad(): boolean {
    return readWorkbook(this.#parts).calculatesOnLoad;
  }

  setCells(name: string, cells: readonly XlsxCell[]): void {
    if (cells.length === 0) return;
    this.#change((parts) => {
      const sheet = this.#sheet(name);
      const written = withHeaders(parts, sheet, cells);
      const { date1904 } = readWorkbook(parts);
      const writer = new StyleWriter(parts);
      const formats = new Map<string, number>();
      const styles = readStyles(parts, readWorkbook(parts).part);
      const isDate = (style: number, cell: XlsxCell): boolean =>
        isDateFormat(cell.numberFormat ?? styles?.cells[style]?.numberFormat ?? "General");
      const { text, droppedFormula } = patchCells(parts.sheetText(sheet.part), sheet.part, written, {
        styleFor: (style, cell) => {
          if (cell.numberFormat === undefined) return style;
          const key = `${style}:${cell.numberFormat}`;
          let index = formats.get(key);
          if (index === undefined) formats.set(key, (index = writer.withNumberFormat(style, cell.numberFormat)));
          return index;
        },
        valueFor: (cell, style) => {
          const isDay = date1904 && typeof cell.value === "number" && isDate(style, cell);
          return isDay ? (cell.value as number) - DAYS_TO_1904 : cell.value;
        },
      });
      writer.finish();
      parts.set(sheet.part, text);
      if (droppedFormula) removeCalculationChain(parts);
      if (written.some((cell) => hasOpenResult(cell.value)) || this.#hasFormulas(parts)) askForCalculation(parts);
    });
  }

  addSheet(plan: XlsxSheetPlan, options: AddSheetOptions = {}): void {
    checkSheetName(plan.name, this.#tabNames());
    checkPlan(plan);
    this.#change((parts) => {
      const part = freePartName(parts, "xl/worksheets/sheet", ".xml");
      const { root } = readWorkbook(parts);
      const frame: SheetFrame = {
        open: `${XML_HEAD}<worksheet xmlns="${root.uri}">`,
        prefix: "",
        codeName: undefined,
        carriedBefore: "",
        carried: "",
      };
      const writer = new StyleWriter(parts);
      const packer = parts.packer();
      const needsCalculation = writeSheet(plan, frame, writer, packer, options.rowHeights);
      writer.finish();
      parts.set(part, packer);
      const index = enterSheet(parts, part, plan.name, options);
      setLocalName(parts, PRINT_TITLES, index, printTitles(plan.name, plan.print));
      if (needsCalculation) askForCalculation(parts);
    });
  }

  replaceSheet(name: string, plan: XlsxSheetPlan, options: Pick<AddSheetOptions, "rowHeights"> = {}): void {
    const sheet = this.#sheet(name);
    if (!sameName(plan.name, sheet.name)) throw new RangeError(`The plan of ${plan.name} is no plan of ${sheet.name}.`);
    checkPlan(plan);
    this.#change((parts) => {
      const before = reachableParts(parts);
      const hadFormulas = this.#sheetHasFormulas(parts, sheet);
      const writer = new StyleWriter(parts);
      const frame = frameOf(parts.sheetText(sheet.part), sheet.part);
      const packer = parts.packer();
      const needsCalculation = writeSheet(plan, frame, writer, packer, options.rowHeights);
      writer.finish();
      parts.set(sheet.part, packer);
      // The tables of the old sheet do not fit the new cells.
      const tables = tablesOfSheet(parts, sheet);
      removeRelationships(parts, sheet.part, ({ kind }) => kind === "table");
      removeUnreachable(parts, before);
      const isOrphaned = tables.map(({ name: table }) => forgetTable(parts, table)).includes(true);
      if (hadFormulas) removeCalculationChain(parts);
      setLocalName(parts, PRINT_TITLES, sheet.index, printTitles(sheet.name, plan.print));
      setLocalName(parts, PRINT_AREA, sheet.index, undefined);
      setLocalName(parts, FILTER_AREA, sheet.index, undefined);
      if (needsCalculation || isOrphaned || this.#isMentioned(parts, sheet)) askForCalculation(parts);
    });
  }

  removeSheet(name: string): void {
    const sheet = this.#sheet(name);
    this.#checkNotLast(sheet);
    this.#change((parts) => {
      const before = reachableParts(parts);
      const { part: workbook } = readWorkbook(parts);
      const hadFormulas = this.#sheetHasFormulas(parts, sheet);
      const tables = tablesOfSheet(parts, sheet);
      leaveSheet(parts, sheet);
      removeRelationships(parts, workbook, ({ kind, target }) => kind === "worksheet" && target === sheet.part);
      removeUnreachable(parts, before);
      if (hadFormulas) removeCalculationChain(parts);
      const isOrphaned = tables.map(({ name: table }) => forgetTable(parts, table)).includes(true);
      if (forgetSheet(parts, sheet.name) || isOrphaned) askForCalculation(parts);
    });
  }

  renameSheet(name: string, newName: string): void {
    const sheet = this.#sheet(name);
    if (sheet.name === newName) return;
    checkSheetName(
      newName,
      this.#tabNames().filter((other) => !sameName(other, sheet.name)),
    );
    this.#change((parts) => {
      describeSheet(parts, sheet, { name: newName });
      renameSheetIn(parts, sheet.name, newName);
    });
  }

  setVisibility(name: string, visibility: SheetVisibility): void {
    const sheet = this.#sheet(name);
    if (sheet.visibility === visibility) return;
    if (visibility !== "visible") this.#checkNotLast(sheet);
    this.#change((parts) => describeSheet(parts, sheet, { visibility }));
  }

  #checkNotLast(sheet: SheetEntry): void {
    const { sheets, tabCount } = readWorkbook(this.#parts);
    const isOther = (other: SheetEntry): boolean => other.part !== sheet.part && other.visibility === "visible";
    if (tabCount === sheets.length && !sheets.some(isOther)) {
      throw new RangeError(`${sheet.name} is the last visible sheet of the workbook; Excel needs one.`);
    }
  }

  /** Names that no new table may have: those of tables and defined names. */
  takenTableNames(): readonly string[] {
    return takenTableNames(this.#parts);
  }

  addTable(table: NewTable): void {
    const sheet = this.#sheet(table.sheet);
    const headers = this.readValues(table.sheet, { ...table, rows: 1 })[0] ?? [];
    this.#change((parts) => addTablePart(parts, sheet, table, headers));
  }

  resizeTable(name: string, rows: number, columns: number): void {
    const table = readWorkbook(this.#parts)
      .sheets.flatMap((sheet) => tablesOfSheet(this.#parts, sheet))
      .find((one) => sameName(one.name, name));
    if (!table) throw new WorkbookFailure("gone", `There is no table ${name}.`);
    const headers = this.readValues(table.sheet, { ...table, rows: 1, columns })[0] ?? [];
    this.#change((parts) => resizeTablePart(parts, table, rows, headers));
  }

  getChoice(key: string): string | undefined {
    return this.choices().get(key);
  }

  choices(): ReadonlyMap<string, string> {
    return readChoices(this.#parts);
  }

  setChoice(key: string, value: string): void {
    if (this.getChoice(key) === value) return;
    this.#change((parts) => setChoice(parts, key, value));
  }

  copy(): PartsPackage {
    return new PartsPackage(this.#parts.copy(), this.#opened);
  }

  adopt(other: XlsxPackage): void {
    if (!(other instanceof PartsPackage)) throw new TypeError("adopt takes a package that this module made.");
    this.#parts = other.#parts.copy();
  }

  save(): Uint8Array {
    if (readWorkbook(this.#parts).tabCount === 0) throw new RangeError("A workbook needs a sheet before it is saved.");
    return soundFile(this.#parts, this.#opened, () => this.#context());
  }

  /** Every change works on a copy, so a change that fails half-way has no effect. */
  #change(make: (parts: Parts) => void): void {
    const before = this.#parts;
    this.#parts = before.copy();
    try {
      make(this.#parts);
      // A signature covers the bytes of all parts.
      dropSignatures(this.#parts);
    } catch (error) {
      this.#parts = before;
      throw error;
    }
  }

  #sheet(name: string): SheetEntry {
    const found = readWorkbook(this.#parts).sheets.find((sheet) => sameName(sheet.name, name));
    if (!found) throw new WorkbookFailure("gone", `There is no sheet ${name}.`);
    return found;
  }

  #tabNames(): string[] {
    const { root } = readWorkbook(this.#parts);
    return childrenOf(childOf(root, "sheets"), "sheet").map((node) => node.attributes["name"] ?? "");
  }

  #context(): ReadContext {
    const parts = this.#parts;
    const { part, date1904 } = readWorkbook(parts);
    let strings: readonly string[] | undefined;
    return {
      date1904,
      styles: readStyles(parts, part),
      strings: () => {
        if (strings) return strings;
        const found = relationshipsOf(parts, part).find(({ kind }) => kind === "sharedStrings");
        const entry = found && parts.find(found.target);
        return (strings = entry ? sharedStrings(entry) : []);
      },
    };
  }

  #hasFormulas(parts: Parts): boolean {
    return readWorkbook(parts).sheets.some((sheet) => this.#sheetHasFormulas(parts, sheet));
  }

  #sheetHasFormulas(parts: Parts, sheet: SheetEntry): boolean {
    return holdsFormula(parts.get(sheet.part));
  }

  /** Tells whether formulas of other sheets may depend on this one. */
  #isMentioned(parts: Parts, sheet: SheetEntry): boolean {
    const others = readWorkbook(parts).sheets.filter((other) => other.part !== sheet.part);
    return others.some((other) => mentions(parts.get(other.part), sheet.name));
  }
}
