import { WorkbookFailure } from "../failure";
import { askArrangement, bringBack } from "./arrangement";
import { remove } from "./changes";
import { askHidden, restoreSteps } from "./edits";
import { wasRefused } from "./failures";
import { askHiddenByHand, askHiding, hideRows, showAllRows } from "./hidden-rows";
import { shrinkStep } from "./growth";
import type { Journal, Place, Target } from "./journal";
import { pack, type Step } from "./requests";
import { checkStanding } from "./standing";
import { isFreshCopy } from "./temporary";

const BYTES_PER_SHEET = 100_000;

/** Puts the workbook back after a failed change, whatever part of it was done. This covers a lost reply as well. */
export async function takeBack(journal: Journal): Promise<void> {
  await putBack(journal, () => Promise.resolve());
}

/** Puts the workbook back on a person's request, unless the written content has changed since. */
export async function undoChange(journal: Journal, overwrite: boolean): Promise<void> {
  await putBack(journal, (context, sheets) => checkStanding(context, journal, sheets, overwrite));
}

type Check = (context: Excel.RequestContext, sheets: readonly Excel.Worksheet[]) => Promise<void>;

async function putBack(journal: Journal, check: Check): Promise<void> {
  await Excel.run(async (context) => {
    const { application, worksheets, tables } = context.workbook;
    worksheets.load("items/id, items/name, items/visibility");
    tables.load("items/id, items/name, items/worksheet/id");
    const active = worksheets.getActiveWorksheet();
    active.load("id");
    await context.sync();

    const sheets = worksheets.items;
    const restores = journal.places.flatMap((place) => restoreOf(place, journal, sheets));
    await check(context, sheets);
    const tablesOn = (id: string) => tables.items.flatMap((table) => (table.worksheet.id === id ? [table.id] : []));
    const asked = restores.map((each) => ({
      ...each,
      arrangement: askArrangement(each.backup, each.place.plan),
      hiding: askHiding(worksheets.getItem(each.target.id)),
      hiddenRows: askHiddenByHand(each.backup, each.target, tablesOn(each.backup.id)),
    }));
    const edited = (journal.committing ? journal.edits : []).map(({ sheetId, before }) => ({
      sheetId,
      before,
      hidden: askHidden(worksheets.getItem(sheetId), before.run),
    }));
    if (asked.length > 0 || edited.length > 0) await context.sync();

    const steps: Step[] = [
      ...asked.map(({ place, target, backup, arrangement, hiding, hiddenRows }) => ({
        bytes: BYTES_PER_SHEET,
        queue() {
          const sheet = worksheets.getItem(target.id);
          showAllRows(sheet, hiding(), tablesOn(target.id));
          backup.getRange().rowHidden = false;
          const ours = tables.items.filter((table) => isOurs(table, place, target));
          for (const { id } of ours) sheet.tables.getItem(id).convertToRange();
          const there = tables.items.filter((table) => !ours.includes(table)).map(({ name }) => name.toLowerCase());
          const lost = target.tables.filter(({ name }) => !there.includes(name.toLowerCase()));
          bringBack(sheet, backup, arrangement, lost);
          hideRows(sheet, hiddenRows());
        },
      })),
      ...edited.flatMap(({ sheetId, before, hidden }) =>
        restoreSteps(() => worksheets.getItem(sheetId), before, hidden()),
      ),
      ...(journal.committing ? journal.growths : []).map((growth) => shrinkStep(worksheets, growth)),
      { bytes: BYTES_PER_SHEET, queue: () => leave(journal, worksheets, active.id) },
    ];
    for (const request of pack(steps)) {
      application.suspendApiCalculationUntilNextSync();
      application.suspendScreenUpdatingUntilNextSync();
      for (const step of request) step.queue();
      try {
        // This is one request, unless more than a thousand separate cells were mended at once.
        // eslint-disable-next-line office-addins/no-context-sync-in-loop
        await context.sync();
      } catch (error) {
        if (!wasRefused(error)) journal.takingBack = true;
        throw error;
      }
      journal.takingBack = true;
    }
  });
}

interface Restore {
  readonly place: Place;
  readonly target: Target;
  readonly backup: Excel.Worksheet;
}

/** Tells whether the change made this table on a sheet that it replaced. */
function isOurs({ id, name, worksheet }: Excel.Table, { plan }: Place, target: Target): boolean {
  return (
    worksheet.id === target.id &&
    !target.tableIds.includes(id) &&
    (plan.tables ?? []).some((planned) => planned.name.toLowerCase() === name.toLowerCase())
  );
}

/** A replaced sheet that may have been touched, with its backup. */
function restoreOf(place: Place, journal: Journal, sheets: readonly Excel.Worksheet[]): Restore[] {
  const { target } = place;
  if (!target || !journal.committing) return [];
  const backup = sheets.find(({ id }) => id === target.backupId);
  // The backup is deleted last. A missing backup means that an earlier attempt worked and only its reply got lost.
  if (!backup && journal.takingBack) return [];
  if (!backup || !sheets.some(({ id }) => id === target.id)) {
    throw new WorkbookFailure("gone", `The sheet ${place.plan.name}, or what it was before, is not there any more.`);
  }
  return [{ place, target, backup }];
}

/** Removes our sheets. Activates the former sheet only if one of ours is in front: a person who went elsewhere stays there. */
function leave(journal: Journal, worksheets: Excel.WorksheetCollection, activeId: string): void {
  const sheets = worksheets.items;
  const before = sheets.find(({ id }) => id === journal.activeId);
  const inFront = journal.places.some(({ target, stageId }) => activeId === (target?.id ?? stageId));
  if (inFront && before?.visibility === "Visible") before.activate();
  if (journal.committing) {
    // Hides sheets only after another one came to the front: Excel never hides the only visible sheet.
    for (const { target } of journal.places) {
      if (target && sheets.some(({ id }) => id === target.id))
        worksheets.getItem(target.id).visibility = target.visibility;
    }
  }
  for (const sheet of sheets) if (journal.places.some((place) => belongsTo(place, sheet, journal))) remove(sheet);
}

/** Tells whether this change made the sheet. It also compares names, because the reply with the id may have been lost. */
function belongsTo(
  { plan, stageId, stageName, target }: Place,
  { id, name }: Excel.Worksheet,
  journal: Journal,
): boolean {
  if (journal.knownIds.has(id)) return false;
  if (id === stageId || name === stageName) return true;
  if (!target) return false;
  if (id === target.backupId || name === target.backupName) return true;
  return target.backupId === undefined && isFreshCopy(name, plan.name);
}
