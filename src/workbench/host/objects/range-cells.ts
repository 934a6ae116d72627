import type { HostContext } from "../host-object";
import {
  DEFAULT_FORMAT,
  type CellFormat,
  type CellFormatPatch,
  type CellInput,
  type ModelCell,
  type ModelRect,
} from "../model";
import { HostError } from "../protocol";
import { copiedFormula } from "../../../core/cell/formula";
import { intersect } from "../rects";
import { interpret } from "../typed-content";
import { cutConditionalFormats, copyConditionalFormats } from "./conditional-cut";
import { invalid, writable, type RangeSelf } from "./arguments";

/** Excel gives no values of larger ranges. */
const MOST_CELLS = 5_000_000;

/** One property of each cell, as rows. Null for a range that is too large, as in Excel. */
export function cellsOf<T>({ sheetId, rect }: RangeSelf, host: HostContext, of: (cell: ModelCell) => T): T[][] | null {
  if (rect.rows * rect.columns > MOST_CELLS) return null;
  return host.model.read(sheetId, rect).map((row) => row.map(of));
}

/** The values given for a range: one value for every cell, or rows of values. */
function rowsFor(given: unknown, rect: ModelRect, what: string): readonly (readonly unknown[])[] {
  if (!Array.isArray(given)) {
    if (rect.rows * rect.columns > MOST_CELLS) throw invalid(`${what} of so large a range`);
    return Array.from({ length: rect.rows }, () => Array.from({ length: rect.columns }, () => given));
  }
  const rows = given as unknown[];
  const fits = rows.length === rect.rows && rows.every((row) => Array.isArray(row) && row.length === rect.columns);
  if (!fits) {
    throw new HostError(
      "InvalidArgument",
      `The number of rows or columns in the input array doesn't match the size or dimensions of the range (${what}).`,
    );
  }
  return rows as unknown[][];
}

/**
 * What a range takes of rows given for it. Where rows of it are hidden, Excel gives the first row to every visible one and leaves the hidden
 * ones (xlwings#747, office-js#224). A single row always gets what is given. Undefined leaves a cell as it is.
 */
function asLanded<T>({ sheetId, rect }: RangeSelf, rows: readonly (readonly T[])[], host: HostContext) {
  const hidden = rows.map((_, down) => rows.length > 1 && host.model.isRowHidden(sheetId, rect.row + down));
  if (!hidden.includes(true)) return rows;
  return rows.map((row, down) => (hidden[down] ? row.map(() => undefined) : rows[0]!));
}

export function writeContents({ sheetId, rect }: RangeSelf, given: unknown, host: HostContext): void {
  writable(host, sheetId);
  const { model } = host;
  const rows = rowsFor(given, rect, "values");
  const before = model.formats(sheetId, rect);
  let brought = false;
  const formats = before.map((row) => row.map((format) => format.numberFormat));
  const cells = rows.map((row, down) =>
    row.map((content, across): CellInput => {
      const now = formats[down]![across]!;
      const { cell, numberFormat } = interpret(content, now);
      if (numberFormat !== undefined && now === "General") {
        formats[down]![across] = numberFormat;
        brought = true;
      }
      return cell;
    }),
  );
  model.write(sheetId, rect.row, rect.column, asLanded({ sheetId, rect }, cells, host));
  if (brought) model.setNumberFormats(sheetId, rect.row, rect.column, formats);
}

export function writeNumberFormats({ sheetId, rect }: RangeSelf, given: unknown, host: HostContext): void {
  writable(host, sheetId);
  if (typeof given === "string") return host.model.format(sheetId, rect, { numberFormat: given });
  const rows = asLanded({ sheetId, rect }, rowsFor(given, rect, "numberFormat"), host);
  const before = host.model.formats(sheetId, rect);
  const formats = rows.map((row, down) =>
    row.map((format, across) => {
      if (format === null || format === undefined) return before[down]![across]!.numberFormat;
      if (typeof format !== "string") throw invalid("numberFormat");
      return format;
    }),
  );
  host.model.setNumberFormats(sheetId, rect.row, rect.column, formats);
}

export function clearCells(
  { sheetId, rect }: RangeSelf,
  what: "All" | "Contents" | "Formats",
  host: HostContext,
): void {
  writable(host, sheetId);
  const { model } = host;
  const used = model.usedRange(sheetId, true);
  const filled = used && intersect(used, rect);
  if (what !== "Formats" && filled) {
    const empty = Array.from({ length: filled.rows }, () => Array.from({ length: filled.columns }, () => null));
    model.write(sheetId, filled.row, filled.column, asLanded({ sheetId, rect: filled }, empty, host));
  }
  if (what === "Contents") return;
  model.clearFormats(sheetId, rect);
  cutConditionalFormats(model, sheetId, rect);
}

export type CopyType = "All" | "Formulas" | "Values" | "Formats";

/** Copies to the top left cell of the target. Copies fill a larger target if it is a whole multiple of the source. */
export function copyCells(source: RangeSelf, target: RangeSelf, what: CopyType, host: HostContext): void {
  writable(host, target.sheetId);
  const { rows, columns } = source.rect;
  if (rows * columns > MOST_CELLS) throw invalid("so large a source");
  const fits = target.rect.rows % rows === 0 && target.rect.columns % columns === 0;
  const down = fits ? target.rect.rows / rows : 1;
  const right = fits ? target.rect.columns / columns : 1;
  // Reading comes first, because source and target may overlap.
  const cells = what === "Formats" ? undefined : host.model.read(source.sheetId, source.rect);
  const formats = what === "All" || what === "Formats" ? host.model.formats(source.sheetId, source.rect) : undefined;
  for (let tileDown = 0; tileDown < down; tileDown++) {
    for (let tileRight = 0; tileRight < right; tileRight++) {
      const row = target.rect.row + tileDown * rows;
      const column = target.rect.column + tileRight * columns;
      const to: RangeSelf = { sheetId: target.sheetId, rect: { row, column, rows, columns } };
      if (formats) paste(formats, source, to, host);
      if (!cells) continue;
      const [rowsMoved, columnsMoved] = [row - source.rect.row, column - source.rect.column];
      const inputs = cells.map((line) => line.map((cell) => inputOf(cell, what, rowsMoved, columnsMoved)));
      // Only visible rows are copied, and they move up.
      const visible = inputs.filter((_, at) => !host.model.isRowHidden(source.sheetId, source.rect.row + at));
      host.model.write(to.sheetId, row, column, asLanded(to, visible, host));
    }
  }
}

function inputOf(cell: ModelCell, what: CopyType, rows: number, columns: number): CellInput {
  if (cell.formula !== undefined && what !== "Values") return { formula: copiedFormula(cell.formula, rows, columns) };
  if (cell.type === "Empty") return null;
  return cell.type === "Error" ? { error: String(cell.value) } : cell.value;
}

function paste(formats: readonly (readonly CellFormat[])[], source: RangeSelf, to: RangeSelf, host: HostContext): void {
  const { model } = host;
  model.clearFormats(to.sheetId, to.rect);
  for (const { rect, format } of areasOfOneLook(formats)) {
    const patch = changed(format);
    const area = { ...rect, row: rect.row + to.rect.row, column: rect.column + to.rect.column };
    if (Object.keys(patch).length > 0) model.format(to.sheetId, area, patch);
  }
  copyConditionalFormats(model, source, to);
}

/** The differences between a format and that of an unformatted cell. */
function changed(format: CellFormat): CellFormatPatch {
  const fields = Object.entries(format).filter(([key, value]) => {
    const usual = DEFAULT_FORMAT[key as keyof CellFormat];
    return typeof value === "object" ? Object.keys(value as object).length > 0 : value !== usual;
  });
  return Object.fromEntries(fields) as CellFormatPatch;
}

interface Area {
  readonly rect: ModelRect;
  readonly format: CellFormat;
}

/** Makes few large rectangles out of many cells: runs down the columns, joined with the same run of the former column. */
function areasOfOneLook(formats: readonly (readonly CellFormat[])[]): Area[] {
  const looks = new Map<CellFormat, string>();
  const lookOf = (format: CellFormat) => {
    if (!looks.has(format)) looks.set(format, JSON.stringify(format));
    return looks.get(format)!;
  };
  const done: Area[] = [];
  let open = new Map<string, Area>();
  const columns = formats[0]?.length ?? 0;
  for (let column = 0; column < columns; column++) {
    const runs = new Map<string, Area>();
    for (let from = 0; from < formats.length;) {
      const format = formats[from]![column]!;
      let end = from + 1;
      while (end < formats.length && lookOf(formats[end]![column]!) === lookOf(format)) end++;
      const key = `${from}/${end}/${lookOf(format)}`;
      const before = open.get(key);
      open.delete(key);
      const start = before?.rect.column ?? column;
      runs.set(key, { format, rect: { row: from, column: start, rows: end - from, columns: column - start + 1 } });
      from = end;
    }
    done.push(...open.values());
    open = runs;
  }
  return [...done, ...open.values()];
}
