import { MAX_COLUMNS } from "../../src/core/cell/place";
import {
  DEFAULT_FORMAT,
  type CellFormat,
  type CellFormatPatch,
  type CellInput,
  type ConditionalFormat,
  type Frozen,
  type ModelCell,
  type ModelRect,
  type PageLayout,
  type Visibility,
} from "../../src/workbench/host/model";
import { parseRect } from "../../src/workbench/host/rects";
import { formatNumber } from "./number-text";

/** Texts that stand for errors in tests. */
const ERRORS = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!"]);

const PRINTED_BY_DEFAULT: PageLayout = {
  orientation: "Portrait",
  paperSize: "Letter",
  zoom: { scale: 100 },
  headersFooters: {},
};

type Stored = Exclude<CellInput, null | undefined>;
type Evaluate = (formula: string, row: number, column: number) => string | number | boolean;

/** One sheet of the workbook in memory. Cells are keyed by row * MAX_COLUMNS + column. */
export class SheetStore {
  visibility: Visibility = "Visible";
  selection: ModelRect = parseRect("A1")!;
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  frozen: Frozen = { rows: 0, columns: 0 };
  /** Hidden by hand. */
  readonly hiddenRows = new Set<number>();
  /** Rows hidden by filters: that of the sheet, or of a table by its id. */
  readonly filters = new Map<string, ReadonlySet<number>>();
  pageLayout: PageLayout = {};
  protected = false;
  conditionalFormats: ConditionalFormat[] = [];
  readonly #cells = new Map<number, Stored>();
  readonly #formats = new Map<number, CellFormat>();

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  copy(id: string, name: string): SheetStore {
    const copy = new SheetStore(id, name);
    copy.visibility = this.visibility;
    copy.selection = this.selection;
    for (const [key, cell] of this.#cells) copy.#cells.set(key, cell);
    for (const [key, format] of this.#formats) copy.#formats.set(key, format);
    for (const [at, size] of this.columnWidths) copy.columnWidths.set(at, size);
    for (const [at, size] of this.rowHeights) copy.rowHeights.set(at, size);
    copy.frozen = this.frozen;
    for (const row of this.hiddenRows) copy.hiddenRows.add(row);
    for (const [owner, rows] of this.filters) copy.filters.set(owner, rows);
    copy.pageLayout = this.pageLayout;
    copy.protected = this.protected;
    copy.conditionalFormats = this.conditionalFormats.map((format) => ({ ...format, id: `${format.id}-${id}` }));
    return copy;
  }

  mapFormulas(change: (formula: string) => string): void {
    for (const [key, cell] of this.#cells) {
      if (typeof cell === "object" && "formula" in cell) this.#cells.set(key, { formula: change(cell.formula) });
    }
  }

  isRowHidden(row: number): boolean {
    return this.hiddenRows.has(row) || [...this.filters.values()].some((rows) => rows.has(row));
  }

  usedRange(valuesOnly: boolean): ModelRect | undefined {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const keys of valuesOnly ? [this.#cells.keys()] : [this.#cells.keys(), this.#formats.keys()]) {
      for (const key of keys) {
        const row = Math.floor(key / MAX_COLUMNS);
        const column = key % MAX_COLUMNS;
        top = Math.min(top, row);
        left = Math.min(left, column);
        bottom = Math.max(bottom, row);
        right = Math.max(right, column);
      }
    }
    return bottom < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  read(rect: ModelRect, evaluate: Evaluate): ModelCell[][] {
    return grid(rect, (row, column, key) => {
      const stored = this.#cells.get(key);
      const numberFormat = this.#formats.get(key)?.numberFormat ?? DEFAULT_FORMAT.numberFormat;
      if (stored === undefined) return { type: "Empty", value: "", formula: undefined, text: "", numberFormat };
      if (typeof stored !== "object") return new StoredCell(stored, undefined, typeOf(stored), numberFormat);
      if ("error" in stored) return new StoredCell(stored.error, undefined, "Error", numberFormat);
      const value = evaluate(stored.formula, row, column);
      // The text `#N/A` in a cell is no error. A formula with this result is one.
      const type = typeof value === "string" && ERRORS.has(value) ? "Error" : typeOf(value);
      return new StoredCell(value, stored.formula, type, numberFormat);
    });
  }

  write(row: number, column: number, cells: readonly (readonly CellInput[])[]): void {
    cells.forEach((line, down) =>
      line.forEach((cell, across) => {
        const key = (row + down) * MAX_COLUMNS + column + across;
        if (cell === null || cell === "") this.#cells.delete(key);
        else if (cell !== undefined) this.#cells.set(key, cell);
      }),
    );
  }

  clearFormats(rect: ModelRect): void {
    forget(this.#formats, rect);
  }

  format(rect: ModelRect, patch: CellFormatPatch): void {
    // Cells of one look share one object, which keeps large sheets small.
    const seen = new Map<CellFormat, CellFormat>();
    grid(rect, (_row, _column, key) => {
      const before = this.#formats.get(key) ?? DEFAULT_FORMAT;
      let after = seen.get(before);
      if (!after) seen.set(before, (after = merge(before, patch)));
      this.#formats.set(key, after);
    });
  }

  setNumberFormats(row: number, column: number, formats: readonly (readonly string[])[]): void {
    const seen = new Map<CellFormat, Map<string, CellFormat>>();
    formats.forEach((line, down) =>
      line.forEach((numberFormat, across) => {
        const key = (row + down) * MAX_COLUMNS + column + across;
        const before = this.#formats.get(key) ?? DEFAULT_FORMAT;
        const known = seen.get(before) ?? new Map<string, CellFormat>();
        seen.set(before, known);
        if (!known.has(numberFormat)) known.set(numberFormat, { ...before, numberFormat });
        this.#formats.set(key, known.get(numberFormat)!);
      }),
    );
  }

  formats(rect: ModelRect): CellFormat[][] {
    return grid(rect, (_row, _column, key) => this.#formats.get(key) ?? DEFAULT_FORMAT);
  }

  snapshot(): unknown {
    const byKey = <T>(map: Map<number, T>) => [...map].sort(([a], [b]) => a - b);
    return {
      name: this.name,
      visibility: this.visibility,
      selection: this.selection,
      cells: byKey(this.#cells),
      formats: byKey(this.#formats).filter(([, format]) => JSON.stringify(format) !== JSON.stringify(DEFAULT_FORMAT)),
      columnWidths: byKey(this.columnWidths),
      rowHeights: byKey(this.rowHeights),
      frozen: this.frozen,
      hiddenRows: [...this.hiddenRows].sort((a, b) => a - b),
      filteredRows: [...this.filters.values()].flatMap((rows) => [...rows]).sort((a, b) => a - b),
      // A property set to its default equals one that was never set.
      pageLayout: { ...PRINTED_BY_DEFAULT, ...this.pageLayout },
      protected: this.protected,
      conditionalFormats: this.conditionalFormats.map(({ id: _id, ...rest }) => rest),
    };
  }
}

/** Makes its text on demand, because the text takes longer than the rest of the cell. */
class StoredCell implements ModelCell {
  constructor(
    readonly value: string | number | boolean,
    readonly formula: string | undefined,
    readonly type: ModelCell["type"],
    readonly numberFormat: string,
  ) {}

  get text(): string {
    if (typeof this.value === "number") return formatNumber(this.value, this.numberFormat);
    return typeof this.value === "boolean" ? String(this.value).toUpperCase() : this.value;
  }
}

function typeOf(value: string | number | boolean): ModelCell["type"] {
  return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
}

function merge(before: CellFormat, patch: CellFormatPatch): CellFormat {
  const { borders, ...rest } = patch;
  const sides = Object.entries({ ...before.borders, ...borders }).filter(([, border]) => border);
  return { ...before, ...rest, borders: Object.fromEntries(sides) as CellFormat["borders"] };
}

function grid<T>(rect: ModelRect, at: (row: number, column: number, key: number) => T): T[][] {
  if (rect.rows * rect.columns > 10_000_000)
    throw new Error(`too large for memory: ${rect.rows} x ${rect.columns} cells`);
  return Array.from({ length: rect.rows }, (_row, down) =>
    Array.from({ length: rect.columns }, (_column, across) => {
      const row = rect.row + down;
      const column = rect.column + across;
      return at(row, column, row * MAX_COLUMNS + column);
    }),
  );
}

/** Loops over the existing entries, because whole columns and sheets are cleared too. */
function forget(map: Map<number, unknown>, rect: ModelRect): void {
  for (const key of [...map.keys()]) {
    const down = Math.floor(key / MAX_COLUMNS) - rect.row;
    const across = (key % MAX_COLUMNS) - rect.column;
    if (down >= 0 && down < rect.rows && across >= 0 && across < rect.columns) map.delete(key);
  }
}
