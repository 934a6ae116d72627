import { cellText, type RawCell } from "../../core/cell/cell";
import { addressOf } from "../../core/cell/place";
import { readMark } from "../../core/evaluation/mark";
import { keptSheet, keptTable } from "../earlier";
import { WorkbookFailure } from "../failure";
import type { Progress, ReadOptions, SheetInfo, WorkbookSnapshot, WrittenSheet } from "../port";
import { MOST_FORMATTED_ROWS, type SourceTable } from "../../core/cell/table";
import type { OpenChanges } from "./changes";
import { stopIfAsked, toFailure } from "./failures";
import { namesOf, type KnownNames } from "./names";
import { isTemporary } from "../temporary-sheets";

/** A cell takes some 20 bytes, so this keeps an answer well below the 5 MB limit of Excel on the web. */
const CELLS_PER_ANSWER = 100_000;
/** Long texts make answers too large. Requests shrink step by step down to this number of cells. */
const FEWEST_CELLS = 100;

/** A range during its reading. */
interface Reading {
  readonly name: string;
  readonly sheet: string;
  readonly range: Excel.Range;
  readonly rows: number;
  readonly columns: number;
  readonly values: RawCell[][];
  /** For a table: the number formats of its data rows, or of the first one where there are many. */
  readonly formats: (readonly string[])[] | undefined;
  /** For a written sheet: addresses of its formulas. */
  readonly formulas: Set<string> | undefined;
}

/** Some rows of a range. */
interface Piece {
  readonly of: Reading;
  readonly row: number;
  readonly rows: number;
}

/** Reads tables and written sheets in three round trips (names, places, values), plus one for each further 100,000 cells. */
export async function readWorkbook(
  changes: OpenChanges,
  names: KnownNames,
  options: ReadOptions = {},
): Promise<WorkbookSnapshot> {
  const snapshot = await readAll(names, options);
  // Work that Excel refused earlier. Nothing is asked if there is none.
  await changes.waiting.tryAgain();
  return snapshot;
}

async function readAll(names: KnownNames, options: ReadOptions): Promise<WorkbookSnapshot> {
  return Excel.run(async (context) => {
    const { tables, worksheets } = context.workbook;
    worksheets.load("items/id, items/name, items/visibility");
    tables.load("items/id, items/name, items/showHeaders, items/showTotals, items/worksheet/name");
    await context.sync();
    stopIfAsked(options.signal);

    const ours = worksheets.items.filter(({ name }) => !isTemporary(name));
    const present = namesOf(worksheets, tables);
    copyNames(present.sheets, names.sheets);
    copyNames(present.tables, names.tables);
    const heads = ours.map(askHead);
    // A table without a header row has no column names that a person could see and mend.
    const wanted = tables.items.filter((table) => table.showHeaders && !isTemporary(table.worksheet.name));
    const ranges = wanted.map((table) => {
      const range = table.getRange();
      range.load("rowIndex, columnIndex, rowCount, columnCount");
      return range;
    });
    await context.sync();
    stopIfAsked(options.signal);

    const sheets = ours.map((sheet, at): SheetInfo => ({
      name: sheet.name,
      visible: sheet.visibility === "Visible",
      head: heads[at]!.head.values.map((row) => row[0] as RawCell),
    }));
    const readings = wanted.map((table, at) => tableReading(table, ranges[at]!));
    const written = options.tablesOnly
      ? []
      : ours.flatMap((sheet, at) => (isWritten(sheets[at]!) ? sheetReading(sheet, heads[at]!.used) : []));
    const keptTables = readings.map((reading, at) => {
      const { rowIndex: row, columnIndex: column } = ranges[at]!;
      return keptTable(options, { ...reading, row, column });
    });
    const keptSheets = written.map((reading) => keptSheet(options, reading));
    const missing = [...readings.filter((_, at) => !keptTables[at]), ...written.filter((_, at) => !keptSheets[at])];
    await readValues(context, missing, options);
    return {
      tables: readings.map((reading, at): SourceTable => keptTables[at] ?? tableOf(reading, ranges[at]!)),
      sheets,
      written: written.map((reading, at): WrittenSheet => keptSheets[at] ?? writtenOf(reading)),
    };
  });
}

function copyNames(from: ReadonlyMap<string, string>, to: Map<string, string>): void {
  to.clear();
  for (const [id, name] of from) to.set(id, name);
}

/** Asks every sheet for its head and extent. One round trip then both recognises our sheets and measures them. */
function askHead(sheet: Excel.Worksheet) {
  const head = sheet.getRange("A1:A3");
  head.load("values");
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex, columnIndex, rowCount, columnCount");
  return { head, used };
}

const isWritten = ({ visible, head }: SheetInfo): boolean =>
  visible && readMark(head.map(cellText).join(" ")) !== undefined;

function tableReading(table: Excel.Table, range: Excel.Range): Reading {
  return {
    name: table.name,
    sheet: table.worksheet.name,
    range,
    rows: range.rowCount - (table.showTotals ? 1 : 0),
    columns: range.columnCount,
    values: [],
    formats: [],
    formulas: undefined,
  };
}

function sheetReading(sheet: Excel.Worksheet, used: Excel.Range): Reading[] {
  if (used.isNullObject) return [];
  const [rows, columns] = [used.rowIndex + used.rowCount, used.columnIndex + used.columnCount];
  const range = sheet.getRangeByIndexes(0, 0, rows, columns);
  return [
    { name: sheet.name, sheet: sheet.name, range, rows, columns, values: [], formats: undefined, formulas: new Set() },
  ];
}

function tableOf({ name, sheet, values, formats }: Reading, { rowIndex, columnIndex }: Excel.Range): SourceTable {
  const table = { name, sheet, row: rowIndex, column: columnIndex, values, formats: formats?.[0] ?? [] };
  return formats && formats.length > 1 ? { ...table, rowFormats: formats } : table;
}

function writtenOf({ sheet, values, formulas }: Reading): WrittenSheet {
  return { sheet, values, formulas: formulas ?? new Set() };
}

/** Whether every row is asked for its formats. */
const isFormatted = ({ formats, rows }: Reading): boolean => formats !== undefined && rows <= MOST_FORMATTED_ROWS;

/** A formula doubles the cells of an answer, as it comes beside its value; so does a format. */
const cellsIn = (rows: number, of: Reading): number => rows * of.columns * (of.formulas || isFormatted(of) ? 2 : 1);

async function readValues(
  context: Excel.RequestContext,
  readings: readonly Reading[],
  progress: Progress,
): Promise<void> {
  const total = readings.reduce((sum, reading) => sum + cellsIn(reading.rows, reading), 0);
  let most = CELLS_PER_ANSWER;
  let pieces = nextPieces(readings, most);
  if (pieces.length === 0) progress.onProgress?.(1);
  while (pieces.length > 0) {
    const take = pieces.map(askPiece);
    try {
      // The loop runs once for each 100,000 cells, because an answer may not exceed 5 MB.
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      await context.sync();
      for (const each of take) each();
    } catch (error) {
      const asked = pieces.reduce((sum, { rows, of }) => sum + cellsIn(rows, of), 0);
      if (toFailure(error).kind !== "too-large" || asked <= FEWEST_CELLS) throw error;
      most = Math.max(FEWEST_CELLS, Math.floor(asked / 4));
    }
    stopIfAsked(progress.signal);
    const done = readings.reduce((sum, reading) => sum + cellsIn(reading.values.length, reading), 0);
    progress.onProgress?.(total === 0 ? 1 : done / total);
    pieces = nextPieces(readings, most);
  }
}

/** The next request: missing rows, range by range, up to a number of cells. */
function nextPieces(readings: readonly Reading[], most: number): Piece[] {
  const pieces: Piece[] = [];
  let left = most;
  for (const reading of readings) {
    const missing = reading.rows - reading.values.length;
    if (missing === 0) continue;
    const fitting = Math.floor(left / cellsIn(1, reading));
    // A single row wider than the limit still has to be asked for.
    const rows = Math.min(missing, pieces.length === 0 ? Math.max(fitting, 1) : fitting);
    if (rows === 0) break;
    pieces.push({ of: reading, row: reading.values.length, rows });
    left -= cellsIn(rows, reading);
    if (rows < missing) break;
  }
  return pieces;
}

/** Queues the question. The returned function takes the answer. */
function askPiece({ of, row, rows }: Piece): () => void {
  const first = of.range.getCell(row, 0);
  const part = first.getResizedRange(rows - 1, of.columns - 1);
  part.load("values");
  if (of.formulas) part.load("formulas");
  const every = isFormatted(of);
  if (every) part.load("numberFormat");
  const firstData = of.formats && !every && row <= 1 && row + rows > 1 ? of.range.getRow(1) : undefined;
  firstData?.load("numberFormat");
  return () => {
    const { values } = part;
    // Excel gives null instead of values for a range that is too large.
    if ((values as unknown) === null) throw new WorkbookFailure("too-large", `Excel gave no values of ${of.name}.`);
    of.values.push(...(values as RawCell[][]));
    if (of.formulas) noteFormulas(part, row, of.formulas);
    const asked = firstData ? firstData.numberFormat : every ? part.numberFormat.slice(row === 0 ? 1 : 0) : [];
    of.formats?.push(...asked.map((formats) => formats.map(String)));
  };
}

/** A text that only looks like a formula equals its own value. */
function noteFormulas({ formulas, values }: Excel.Range, firstRow: number, found: Set<string>): void {
  (formulas as RawCell[][]).forEach((cells, down) =>
    cells.forEach((formula, column) => {
      if (typeof formula === "string" && formula.startsWith("=") && values[down]![column] !== formula)
        found.add(addressOf(firstRow + down, column));
    }),
  );
}
