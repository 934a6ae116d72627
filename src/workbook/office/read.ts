import type { RawCell } from "../../core/cell/cell";
import { WorkbookFailure, type Progress, type SheetInfo, type TableData, type WorkbookSnapshot } from "../port";
import { remove, type OpenChanges } from "./changes";
import { stopIfAsked, toFailure } from "./failures";
import { isTemporary } from "./temporary";

/** Some 20 bytes a cell keep an answer well below the 5 MB that Excel on the web gives at once. */
const CELLS_PER_ANSWER = 100_000;
/** Cells with long texts are asked for in ever smaller numbers down to this. */
const FEWEST_CELLS = 100;

/** A table while it is being read. */
interface Reading {
  readonly name: string;
  readonly sheet: string;
  readonly range: Excel.Range;
  readonly rows: number;
  readonly values: RawCell[][];
  formats: readonly string[];
}

/** Some rows of a table. */
interface Piece {
  readonly table: Reading;
  readonly row: number;
  readonly rows: number;
}

/**
 * Three round trips for any number of tables - names, places, values - plus one for each further 100,000 cells.
 */
export async function readWorkbook(changes: OpenChanges, progress: Progress = {}): Promise<WorkbookSnapshot> {
  const { snapshot, leftBehind } = await readAll(changes, progress);
  if (leftBehind.length > 0) await tidy(leftBehind);
  return snapshot;
}

/** Old scores must not travel along hidden for ever: backups that an Excel which was closed left in the file. */
async function tidy(ids: readonly string[]): Promise<void> {
  try {
    await Excel.run(async (context) => {
      for (const id of ids) remove(context.workbook.worksheets.getItem(id));
      await context.sync();
    });
  } catch {
    // The workbook was read all the same. Where its structure is protected, they stay; otherwise a later reading tries again.
  }
}

interface ReadAll {
  readonly snapshot: WorkbookSnapshot;
  /** Ids of temporary sheets that nobody needs any more. */
  readonly leftBehind: readonly string[];
}

async function readAll(changes: OpenChanges, progress: Progress): Promise<ReadAll> {
  return Excel.run(async (context) => {
    const { tables, worksheets } = context.workbook;
    worksheets.load("items/id, items/name, items/visibility");
    tables.load("items/name, items/showHeaders, items/showTotals, items/worksheet/name");
    await context.sync();
    stopIfAsked(progress.signal);

    const ours = worksheets.items.filter(({ name }) => !isTemporary(name));
    const heads = ours.map((sheet) => {
      const head = sheet.getRange("A1:A3");
      head.load("values");
      return head;
    });
    // Without a header row a table says nothing about its columns that people could see and mend.
    const wanted = tables.items.filter((table) => table.showHeaders && !isTemporary(table.worksheet.name));
    const ranges = wanted.map((table) => {
      const range = table.getRange();
      range.load("rowIndex, columnIndex, rowCount, columnCount");
      return range;
    });
    await context.sync();
    stopIfAsked(progress.signal);

    const readings = wanted.map((table, at): Reading => {
      const range = ranges[at]!;
      const rows = range.rowCount - (table.showTotals ? 1 : 0);
      return { name: table.name, sheet: table.worksheet.name, range, rows, values: [], formats: [] };
    });
    await readValues(context, readings, progress);
    const leftBehind = changes.isEmpty ? changes.leftBehind(worksheets.items).map(({ id }) => id) : [];
    const snapshot: WorkbookSnapshot = {
      tables: readings.map(({ name, sheet, range, values, formats }): TableData => ({
        name,
        sheet,
        row: range.rowIndex,
        column: range.columnIndex,
        values,
        formats,
      })),
      sheets: ours.map((sheet, at): SheetInfo => ({
        name: sheet.name,
        visible: sheet.visibility === "Visible",
        head: heads[at]!.values.map((row) => row[0] as RawCell),
      })),
    };
    return { snapshot, leftBehind };
  });
}

async function readValues(
  context: Excel.RequestContext,
  readings: readonly Reading[],
  progress: Progress,
): Promise<void> {
  const total = readings.reduce((sum, { rows, range }) => sum + rows * range.columnCount, 0);
  let most = CELLS_PER_ANSWER;
  let pieces = nextPieces(readings, most);
  while (pieces.length > 0) {
    const take = pieces.map(askPiece);
    try {
      // The loop runs once for each 100,000 cells, as an answer may not be larger than 5 MB.
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      await context.sync();
      for (const each of take) each();
    } catch (error) {
      const asked = pieces.reduce((sum, { rows, table }) => sum + rows * table.range.columnCount, 0);
      if (toFailure(error).kind !== "too-large" || asked <= FEWEST_CELLS) throw error;
      most = Math.max(FEWEST_CELLS, Math.floor(asked / 4));
    }
    stopIfAsked(progress.signal);
    const done = readings.reduce((sum, { values, range }) => sum + values.length * range.columnCount, 0);
    progress.onProgress?.(total === 0 ? 1 : done / total);
    pieces = nextPieces(readings, most);
  }
}

/** What is asked for next: the rows that are still missing, table by table, up to so many cells. */
function nextPieces(readings: readonly Reading[], most: number): Piece[] {
  const pieces: Piece[] = [];
  let left = most;
  for (const table of readings) {
    const missing = table.rows - table.values.length;
    if (missing === 0) continue;
    const fitting = Math.floor(left / table.range.columnCount);
    // A single row that is wider than the limit has to be asked for all the same.
    const rows = Math.min(missing, pieces.length === 0 ? Math.max(fitting, 1) : fitting);
    if (rows === 0) break;
    pieces.push({ table, row: table.values.length, rows });
    left -= rows * table.range.columnCount;
    if (rows < missing) break;
  }
  return pieces;
}

/** Queues the question; what it returns takes the answer. */
function askPiece({ table, row, rows }: Piece): () => void {
  const first = table.range.getCell(row, 0);
  const part = first.getResizedRange(rows - 1, table.range.columnCount - 1);
  part.load("values");
  const firstData = row <= 1 && row + rows > 1 ? table.range.getRow(1) : undefined;
  firstData?.load("numberFormat");
  return () => {
    const { values } = part;
    // Excel gives null instead of values when it finds the range too large.
    if ((values as unknown) === null) throw new WorkbookFailure("too-large", `Excel gave no values of ${table.name}.`);
    table.values.push(...(values as RawCell[][]));
    if (firstData) table.formats = firstData.numberFormat[0]!.map(String);
  };
}
