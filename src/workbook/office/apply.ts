import type { RawCell } from "../../core/cell/cell";
import type { CellEdit } from "../../core/cell/edit";
import { addressOf, type CellPlace } from "../../core/cell/place";
import type { WorkbookPlan } from "../../core/plan/plan";
import { sameContent } from "../../core/evaluation/standing";
import { WorkbookFailure } from "../failure";
import type { AppliedChange } from "../host";
import type { ApplyOptions } from "../port";
import { askWithActiveSheet } from "./active-sheet";
import type { Afterwork } from "./afterwork";
import type { OpenChanges } from "./changes";
import { askBefore, runsOf, writeSteps, type EditRun } from "./edits";
import { stopIfAsked, toFailure, wasRefused, withPlainFailures } from "./failures";
import { askHiding, showAllRows } from "./hidden-rows";
import { growStep, surveyGrowths } from "./growth";
import type { EditedRun, Journal, Place, TableBefore, Target } from "./journal";
import { pack, type Step } from "./requests";
import { takeBack, undoChange } from "./restore";
import { arrange, contentSteps, printPieces } from "./sheet";
import { askPanes } from "./arrangement";
import { askLanded, failIfAny } from "./standing";
import { addTables, askTakenNames, withFreeNames } from "./tables";
import { backupName, stageName } from "./temporary";

/** Adding, copying or asking for a sheet takes less than this of a request. */
const BYTES_PER_SHEET = 3_000;

/**
 * Stages everything on hidden sheets, in as few requests as possible, then moves it into place with one last request.
 *
 * Excel refuses a whole request while a cell is edited. Any failure before the last request leaves the visible sheets untouched. If the
 * last request fails, its traces are taken back.
 */
export async function applyPlan(
  plan: WorkbookPlan,
  options: ApplyOptions,
  changes: OpenChanges,
): Promise<AppliedChange> {
  stopIfAsked(options.signal);
  await changes.waiting.tryAgain();
  let journal: Journal | undefined;
  try {
    await Excel.run(async (context) => {
      journal = await survey(context, plan, options.replace, changes);
      await stage(context, journal, options);
      stopIfAsked(options.signal);
      journal.committing = true;
      await commit(context, journal);
      await changes.waiting.finish(context, journal, afterworkOf(journal));
    });
  } catch (error) {
    const failure = toFailure(error);
    throw journal ? await afterTakingBack(journal, failure, changes) : failure;
  }
  changes.add(journal!);
  options.onProgress?.(1);
  return changeOf(journal!, plan, changes);
}

async function afterTakingBack(
  journal: Journal,
  failure: WorkbookFailure,
  changes: OpenChanges,
): Promise<WorkbookFailure> {
  try {
    await takeBack(journal, changes.waiting);
    return failure;
  } catch (second) {
    // Putting back also fails while a cell stays in edit mode. A later change then removes the hidden sheets that are left.
    const detail = `${failure.detail}; putting back failed too: ${toFailure(second).detail}`;
    if (!journal.begun) return new WorkbookFailure(failure.kind, detail, { cause: failure.cause });
    changes.keepBackups(journal);
    return new WorkbookFailure("half-done", `${whatToLookAt(journal)} ${detail}`, { cause: failure.cause });
  }
}

/** Tells a person which sheets to check, and which hidden copies may help. */
function whatToLookAt({ places, edits }: Journal): string {
  const sheets = places.map(({ plan, target }) =>
    target ? `${target.name} (what it was is on the hidden sheet "${target.backupName}")` : plan.name,
  );
  const edited = edits.map(({ before }) => before.run.sheet);
  return `Sheets: ${[...new Set([...sheets, ...edited])].join(", ")}.`;
}

function changeOf(journal: Journal, plan: WorkbookPlan, changes: OpenChanges): AppliedChange {
  let undone: Promise<void> | undefined;
  const undo = async (overwrite: boolean): Promise<void> => {
    await undoChange(journal, overwrite, changes.waiting);
    changes.remove(journal);
  };
  return {
    sheets: plan.sheets.map(({ name }) => name),
    undo(options = {}) {
      undone ??= withPlainFailures(() => undo(options.overwrite === true)).catch((error: unknown) => {
        // The person can try again, for example after leaving a cell.
        undone = undefined;
        throw error;
      });
      return undone;
    },
  };
}

/** Reads what the change will touch, and refuses before anything is done. */
async function survey(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
  replace: readonly string[],
  changes: OpenChanges,
): Promise<Journal> {
  const { worksheets, protection, tables } = context.workbook;
  const takenNames = askTakenNames(context, plan.sheets);
  const activeId = await askWithActiveSheet(context, () => {
    worksheets.load("items/id, items/name, items/visibility, items/protection/protected");
    protection.load("protected");
    tables.load("items/id, items/worksheet/id");
    takenNames.queue();
  });

  const find = (name: string) => worksheets.items.find((sheet) => sameName(sheet.name, name));
  if (plan.sheets.length > 0 && protection.protected)
    throw new WorkbookFailure("protected", "The workbook is protected.");
  const replacedIds = new Set(plan.sheets.flatMap(({ name }) => find(name)?.id ?? []));
  const places = withFreeNames(plan.sheets, takenNames.take(replacedIds)).map((sheet): Place => {
    const existing = find(sheet.name);
    if (existing && !replace.some((allowed) => sameName(allowed, sheet.name))) {
      throw new WorkbookFailure("exists", `There is a sheet ${existing.name} already.`);
    }
    if (existing?.protection.protected)
      throw new WorkbookFailure("protected", `The sheet ${existing.name} is protected.`);
    const target: Target | undefined = existing && {
      id: existing.id,
      name: existing.name,
      visibility: existing.visibility as Target["visibility"],
      backupName: backupName(),
      backupId: undefined,
      tableIds: tables.items.filter((table) => table.worksheet.id === existing.id).map(({ id }) => id),
      tables: [],
      panes: { rows: 0, columns: 0 },
      filtered: false,
      partlyHidden: undefined,
    };
    return { plan: sheet, stageName: stageName(), stageId: undefined, target };
  });
  const runs = runsOf(plan.edits).map((run) => {
    const sheet = find(run.sheet);
    if (!sheet) throw new WorkbookFailure("gone", `There is no sheet ${run.sheet}.`);
    if (sheet.protection.protected) throw new WorkbookFailure("protected", `The sheet ${sheet.name} is protected.`);
    return { sheetId: sheet.id, run };
  });
  const knownIds = new Set(worksheets.items.map(({ id }) => id));
  const leftBehind = changes.leftBehind(worksheets.items).map(({ id }) => id);
  const crowdedOut = places.flatMap(({ target }) => (target ? changes.crowdedOut(target.id, knownIds) : []));
  const outdated = [...new Set([...crowdedOut, ...leftBehind])];
  const growths = await surveyGrowths(context, plan.growths ?? []);
  const state = { committing: false, begun: false, takingBack: false };
  const journal: Journal = { activeId, knownIds, places, edits: [], growths, outdated, ...state };
  await readEdited(context, runs, journal);
  checkExpected(plan.edits, journal.edits);
  return journal;
}

async function readEdited(
  context: Excel.RequestContext,
  runs: readonly { readonly sheetId: string; readonly run: EditRun }[],
  journal: Journal,
): Promise<void> {
  const answers: (() => void)[] = [];
  const steps = runs.map(({ sheetId, run }): Step => ({
    bytes: BYTES_PER_SHEET,
    queue() {
      const answer = askBefore(context.workbook.worksheets.getItem(sheetId), run);
      answers.push(() => journal.edits.push({ sheetId, before: answer() }));
    },
  }));
  for (const request of pack(steps)) {
    for (const step of request) step.queue();
    // One request holds over a thousand ranges, so most plans need no second one.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    for (const take of answers.splice(0)) take();
  }
}

/** An edit states the content it expects. The cell may have changed since it was read. */
function checkExpected(edits: readonly CellEdit[], read: readonly EditedRun[]): void {
  const present = new Map<string, RawCell>();
  for (const { before } of read) {
    before.run.edits.forEach((edit, at) => present.set(keyOf(edit), before.values[at]));
  }
  const changed = edits.filter(
    (edit) => edit.expected !== undefined && !sameContent(edit.expected, present.get(keyOf(edit))),
  );
  const [first] = changed;
  if (!first) return;
  const there = changed.filter(({ sheet }) => sameName(sheet, first.sheet));
  failIfAny(
    first.sheet,
    there.map(({ row, column }) => addressOf(row, column)),
  );
}

function keyOf({ sheet, row, column }: CellPlace): string {
  return `${row}/${column}/${sheet.toLowerCase()}`;
}

/** Writes the new sheets hidden, and makes the backups. */
async function stage(context: Excel.RequestContext, journal: Journal, options: ApplyOptions): Promise<void> {
  if (journal.places.length === 0) return;
  const { application, worksheets } = context.workbook;
  const learn: (() => void)[] = [];
  const steps = journal.places.flatMap((place) => stageSteps(worksheets, place, learn));
  const total = steps.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const request of pack(steps)) {
    stopIfAsked(options.signal);
    application.suspendApiCalculationUntilNextSync();
    for (const step of request) step.queue();
    // Each request is as large as Excel takes: the loop runs once for all but the largest centres.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    for (const take of learn.splice(0)) take();
    done += request.reduce((sum, { bytes }) => sum + bytes, 0);
    // The commit counts for a tenth of the work.
    options.onProgress?.((done / total) * 0.9);
  }
}

function stageSteps(worksheets: Excel.WorksheetCollection, place: Place, learn: (() => void)[]): Step[] {
  let sheet: Excel.Worksheet | undefined;
  const add: Step = {
    bytes: BYTES_PER_SHEET,
    queue() {
      const added = worksheets.add(place.stageName);
      // Excel refuses to delete very hidden sheets.
      added.visibility = "Hidden";
      added.load("id");
      learn.push(() => (place.stageId = added.id));
      sheet = added;
    },
  };
  const contents = contentSteps(() => sheet!, place.plan);
  const { target } = place;
  return target ? [add, ...contents, backupStep(worksheets, target, learn)] : [add, ...contents];
}

function backupStep(worksheets: Excel.WorksheetCollection, target: Target, learn: (() => void)[]): Step {
  return {
    bytes: BYTES_PER_SHEET * (1 + target.tableIds.length),
    queue() {
      const sheet = worksheets.getItem(target.id);
      // Excel copies no sheet that is very hidden.
      if (target.visibility === "VeryHidden") sheet.visibility = "Hidden";
      const copy = sheet.copy("End");
      copy.name = target.backupName;
      copy.visibility = "Hidden";
      copy.load("id");
      const tables = target.tableIds.map((id) => askTable(sheet.tables.getItem(id)));
      const hiding = askHiding(sheet);
      const panes = askPanes(sheet);
      learn.push(() => {
        target.backupId = copy.id;
        target.tables = tables.map(tableBefore);
        target.panes = panes();
        Object.assign(target, hiding());
      });
    },
  };
}

interface AskedTable {
  readonly table: Excel.Table;
  readonly range: Excel.Range;
}

function askTable(table: Excel.Table): AskedTable {
  table.load("name, showTotals");
  const range = table.getRange();
  range.load("rowIndex, columnIndex, rowCount, columnCount");
  return { table, range };
}

function tableBefore({ table, range }: AskedTable): TableBefore {
  return {
    name: table.name,
    row: range.rowIndex,
    column: range.columnIndex,
    rows: range.rowCount - (table.showTotals ? 1 : 0),
    columns: range.columnCount,
  };
}

/** Changes the visible sheets. All earlier steps work on hidden ones. */
async function commit(context: Excel.RequestContext, journal: Journal): Promise<void> {
  const { application, worksheets } = context.workbook;
  const sheetSteps = journal.places.map((place): Step => ({
    bytes: BYTES_PER_SHEET,
    queue: () => (place.target ? replaceContent(worksheets, place, place.target, learn) : showNew(worksheets, place)),
  }));
  // Tables grow before their cells are written, so Excel has no formulas or formats to guess.
  const growSteps = journal.growths.map((growth) => growStep(worksheets, growth));
  const learn: (() => void)[] = [];
  const editSteps = journal.edits.flatMap(({ sheetId, before }) =>
    writeSteps(() => worksheets.getItem(sheetId), before, learn),
  );
  // Backups become very hidden last. A backup that is only hidden marks a sheet that may be half replaced.
  const finish: Step = { bytes: BYTES_PER_SHEET, queue: () => putAwayBackups(worksheets, journal) };
  for (const request of pack([...sheetSteps, ...growSteps, ...editSteps, finish])) {
    application.suspendApiCalculationUntilNextSync();
    application.suspendScreenUpdatingUntilNextSync();
    for (const step of request) step.queue();
    try {
      // This is one request, unless more than a thousand separate cells are mended at once.
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      await context.sync();
    } catch (error) {
      if (!wasRefused(error)) journal.begun = true;
      throw error;
    }
    journal.begun = true;
    for (const check of learn.splice(0)) check();
  }
}

function idAfter({ target, stageId }: Place): string {
  return target?.id ?? stageId!;
}

function showNew(worksheets: Excel.WorksheetCollection, { plan, stageId }: Place): void {
  const sheet = worksheets.getItem(stageId!);
  sheet.name = plan.name;
  sheet.visibility = "Visible";
  addTables(sheet, plan);
  arrange(sheet, plan);
}

/** Replaces in place, so that formulas of other sheets keep their references. */
function replaceContent(
  worksheets: Excel.WorksheetCollection,
  { plan, stageId }: Place,
  target: Target,
  learn: (() => void)[],
): void {
  const sheet = worksheets.getItem(target.id);
  showAllRows(sheet, target, target.tableIds);
  for (const id of target.tableIds) sheet.tables.getItem(id).convertToRange();
  sheet.getRange().clear();
  const staged = worksheets.getItem(stageId!);
  const [rows, columns] = [plan.rows.length, plan.rows[0]?.length ?? 0];
  if (rows > 0 && columns > 0) {
    sheet.getRange("A1").copyFrom(staged.getRangeByIndexes(0, 0, rows, columns));
    learn.push(askLanded(sheet, plan));
  }
  addTables(sheet, plan);
  arrange(sheet, plan);
  sheet.visibility = "Visible";
}

function putAwayBackups(worksheets: Excel.WorksheetCollection, { places }: Journal): void {
  for (const { target } of places) if (target) worksheets.getItem(target.backupId!).visibility = "VeryHidden";
}

/** What follows once the contents stand. */
function afterworkOf({ activeId, places, outdated }: Journal): Afterwork {
  const [first] = places;
  return {
    panes: places.map((place) => ({ sheetId: idAfter(place), ...place.plan.freeze })),
    print: places.flatMap((place) => printPieces(place.plan).map((set) => ({ sheetId: idAfter(place), set }))),
    front: first && { show: idAfter(first), from: activeId },
    hide: [],
    remove: [...places.flatMap(({ target, stageId }) => (target ? [stageId!] : [])), ...outdated],
  };
}

/** Excel compares names of sheets without case. */
function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
