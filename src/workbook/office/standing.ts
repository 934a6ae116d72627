import type { RawCell } from "../../core/cell/cell";
import { addressOf } from "../../core/cell/place";
import type { PlanCell, SheetPlan } from "../../core/plan/plan";
import { isFormula, sameContent, standsThere, staysWithin } from "../../core/evaluation/standing";
import { WorkbookFailure } from "../failure";
import { askBefore, type EditRun } from "./edits";
import { askGrown, BYTES_PER_GROWTH } from "./growth";
import type { Journal, Place } from "./journal";
import { pack, toExcel, type Step } from "./requests";

/** Most cells, and most bytes, of one request for values. Formulas may double the answer. */
const CELLS_PER_PIECE = 100_000;
const BYTES_PER_PIECE = 2_000_000;
const BYTES_PER_QUESTION = 2_500;

const MOST_NAMED = 5;

/** Fails before anything is done if the workbook no longer holds what the change wrote. */
export async function checkStanding(
  context: Excel.RequestContext,
  journal: Journal,
  sheets: readonly Excel.Worksheet[],
  overwrite: boolean,
): Promise<void> {
  checkSheets(journal, sheets);
  const { worksheets } = context.workbook;
  const answers: (() => void)[] = [];
  const steps: Step[] = journal.edits.map(({ sheetId, before }) => ({
    bytes: BYTES_PER_QUESTION,
    queue: () =>
      void answers.push(askEdited(worksheets.getItem(sheetId), before.run, journal.takingBack && before.values)),
  }));
  for (const growth of journal.growths) {
    steps.push({
      bytes: BYTES_PER_GROWTH,
      queue: () =>
        void answers.push(askGrown(worksheets, growth, editedCells(journal, growth.sheetId), journal.takingBack)),
    });
  }
  // Once taking back has begun, sheets are half-way. Only cells still tell our content from a person's edits.
  if (!overwrite && !journal.takingBack) {
    for (const place of journal.places) {
      const id = place.target?.id ?? place.stageId!;
      steps.push(...sheetSteps(() => worksheets.getItem(id), place, editedCells(journal, id), answers));
    }
  }
  for (const request of pack(steps)) {
    for (const step of request) step.queue();
    // An answer may not exceed 5 MB, so each request asks for 100,000 cells.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    for (const check of answers.splice(0)) check();
  }
}

/** Finds sheets by their ids. A renamed sheet now belongs to the person who renamed it. */
function checkSheets({ places, edits, takingBack }: Journal, sheets: readonly Excel.Worksheet[]): void {
  const find = (id: string) => sheets.find((sheet) => sheet.id === id);
  for (const { plan, target, stageId } of places) {
    const name = target?.name ?? plan.name;
    const sheet = find(target?.id ?? stageId!);
    if (!sheet && takingBack && !target) continue;
    if (!sheet) throw new WorkbookFailure("gone", `The sheet ${name} is not there any more.`);
    if (sheet.name !== name && !takingBack) {
      throw new WorkbookFailure("changed", `The sheet ${name} is called ${sheet.name} now.`);
    }
  }
  for (const { sheetId, before } of edits) {
    if (!find(sheetId)) throw new WorkbookFailure("gone", `The sheet ${before.run.sheet} is not there any more.`);
  }
}

function askEdited(sheet: Excel.Worksheet, run: EditRun, restored: readonly RawCell[] | false): () => void {
  const answer = askBefore(sheet, run);
  return () => {
    const changed = answer().values.flatMap((found, at) => {
      const edit = run.edits[at]!;
      const fine = standsThere(edit.value, found) || (restored && sameContent(restored[at], found));
      return fine ? [] : [addressOf(edit.row, edit.column)];
    });
    failIfAny(run.sheet, changed);
  };
}

function editedCells({ edits }: Journal, id: string): ReadonlySet<string> {
  const runs = edits.flatMap(({ sheetId, before }) => (sheetId === id ? [before.run] : []));
  return new Set(runs.flatMap((run) => run.edits.map(({ row, column }) => addressOf(row, column))));
}

function sheetSteps(
  sheet: () => Excel.Worksheet,
  { plan }: Place,
  edited: ReadonlySet<string>,
  answers: (() => void)[],
): Step[] {
  const bounds: Step = {
    bytes: BYTES_PER_QUESTION,
    queue: () => void answers.push(askBounds(sheet(), plan, edited)),
  };
  const width = plan.rows[0]?.length ?? 0;
  if (width === 0) return [bounds];
  const contents = piecesOf(plan.rows).map((piece): Step => ({
    bytes: piece.bytes + BYTES_PER_QUESTION,
    queue: () => void answers.push(askPiece(sheet(), plan.name, piece, edited)),
  }));
  return [bounds, ...contents];
}

function askBounds(sheet: Excel.Worksheet, plan: SheetPlan, edited: ReadonlySet<string>): () => void {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex, columnIndex, rowCount, columnCount");
  return () => checkBounds(used, plan, edited);
}

/** Takes the answers after a sync. */
function checkBounds(used: Excel.Range, { name, rows }: SheetPlan, edited: ReadonlySet<string>): void {
  if (used.isNullObject) return;
  const rect = { row: used.rowIndex, column: used.columnIndex, rows: used.rowCount, columns: used.columnCount };
  // Edits of the same change may reach beyond the plan.
  if (edited.size > 0 || staysWithin(rect, rows)) return;
  throw new WorkbookFailure("changed", `There is more on the sheet ${name} than was written.`);
}

function askPiece(sheet: Excel.Worksheet, name: string, piece: PieceOfPlan, edited: ReadonlySet<string>): () => void {
  const { firstRow, rows } = piece;
  const range = sheet.getRangeByIndexes(firstRow, 0, rows.length, rows[0]!.length);
  range.load("values");
  if (rows.some(hasFormula)) range.load("formulas");
  return () => checkPiece(range, name, piece, edited);
}

/**
 * Takes the answers after a sync. A formula cell only has to hold some formula still. Excel rewrites formulas its own way (upper case, `@`,
 * other names of sheets), and their results follow the cells they refer to.
 */
function checkPiece(
  range: Excel.Range,
  name: string,
  { firstRow, rows }: PieceOfPlan,
  edited: ReadonlySet<string>,
): void {
  const { values } = range;
  // Excel gives null instead of values for a range that is too large.
  if ((values as unknown) === null) throw new WorkbookFailure("too-large", `Excel gave no values of ${name}.`);
  const changed = rows.flatMap((row, down) =>
    row.flatMap((cell, column) => {
      const fine = isFormula(cell)
        ? String(range.formulas[down]![column]).startsWith("=")
        : standsThere(cell, values[down]![column] as RawCell);
      const address = fine ? "" : addressOf(firstRow + down, column);
      return fine || edited.has(address) ? [] : [address];
    }),
  );
  failIfAny(name, changed);
}

function hasFormula(row: readonly PlanCell[]): boolean {
  return row.some(isFormula);
}

interface PieceOfPlan {
  readonly firstRow: number;
  readonly rows: (readonly PlanCell[])[];
  bytes: number;
}

function piecesOf(rows: readonly (readonly PlanCell[])[]): PieceOfPlan[] {
  const pieces: PieceOfPlan[] = [];
  const encoder = new TextEncoder();
  for (const [at, row] of rows.entries()) {
    const bytes = encoder.encode(JSON.stringify(row.map(toExcel))).length;
    const open = pieces.at(-1);
    const fits =
      open && (open.rows.length + 1) * row.length <= CELLS_PER_PIECE && open.bytes + bytes <= BYTES_PER_PIECE;
    if (open && fits) {
      open.rows.push(row);
      open.bytes += bytes;
    } else pieces.push({ firstRow: at, rows: [row], bytes });
  }
  return pieces;
}

/**
 * Queues the question whether the rows of a plan arrived on its sheet, by their first column. The returned function fails after a sync if
 * they did not.
 */
export function askLanded(sheet: Excel.Worksheet, { name, rows }: SheetPlan): () => void {
  const range = sheet.getRangeByIndexes(0, 0, rows.length, 1);
  range.load("values");
  return () => checkLanded(range, name, rows);
}

/** Takes the answer after a sync. */
function checkLanded({ values }: Excel.Range, name: string, rows: SheetPlan["rows"]): void {
  const lost = rows.findIndex(([cell = null], at) => !isFormula(cell) && !standsThere(cell, values[at]![0] as RawCell));
  if (lost < 0) return;
  throw new WorkbookFailure("misplaced", `${name}!${addressOf(lost, 0)} does not hold what was written.`);
}

/** Names the cells that have changed. */
export function failIfAny(sheet: string, changed: readonly string[]): void {
  if (changed.length === 0) return;
  const named = changed.slice(0, MOST_NAMED).join(", ");
  const more = changed.length > MOST_NAMED ? ` and ${changed.length - MOST_NAMED} more` : "";
  throw new WorkbookFailure("changed", `${sheet}!${named}${more} changed meanwhile.`);
}
