import { WorkbookFailure } from "../failure";
import { askWithActiveSheet } from "./active-sheet";
import type { Afterwork, Waiting } from "./afterwork";
import { askArrangement, bringBack, readPrint } from "./arrangement";
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
export async function takeBack(journal: Journal, waiting: Waiting): Promise<void> {
  await putBack(journal, { check: () => Promise.resolve(), waiting, wasFinished: false });
}

/** Puts the workbook back on a person's request, unless the written content has changed since. */
export async function undoChange(journal: Journal, overwrite: boolean, waiting: Waiting): Promise<void> {
  const check: Check = (context, sheets) => checkStanding(context, journal, sheets, overwrite);
  await putBack(journal, { check, waiting, wasFinished: true });
}

type Check = (context: Excel.RequestContext, sheets: readonly Excel.Worksheet[]) => Promise<void>;

interface PutBack {
  readonly check: Check;
  readonly waiting: Waiting;
  /** Whether panes and print set-up may have been changed, too. */
  readonly wasFinished: boolean;
}

async function putBack(journal: Journal, { check, waiting, wasFinished }: PutBack): Promise<void> {
  await Excel.run(async (context) => {
    const { application, worksheets, tables } = context.workbook;
    const activeId = await askWithActiveSheet(context, () => {
      worksheets.load("items/id, items/name, items/visibility");
      tables.load("items/id, items/name, items/worksheet/id");
    });

    const sheets = worksheets.items;
    const restores = journal.places.flatMap((place) => restoreOf(place, journal, sheets));
    await check(context, sheets);
    waiting.forget(journal);
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
      ...withdrawSteps(journal, sheets),
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
    const print = wasFinished ? await printOf(restores) : [];
    await waiting.finish(context, journal, leaving(journal, sheets, { activeId, wasFinished, print }));
  });
}

async function printOf(restores: readonly Restore[]): Promise<Afterwork["print"]> {
  const pieces = await Promise.all(
    restores.map(async ({ target, backup }) =>
      (await readPrint(backup.id)).map((set) => ({ sheetId: target.id, set })),
    ),
  );
  return pieces.flat();
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

/** Puts new sheets out of sight and gives their names free. Excel deletes no sheet while another workbook is in front. */
function withdrawSteps({ places, committing }: Journal, sheets: readonly Excel.Worksheet[]): Step[] {
  return places.flatMap(({ target, stageId, stageName }) => {
    const sheet = sheets.find(({ id }) => id === stageId);
    if (target || !committing || !sheet || sheet.name === stageName) return [];
    return [
      {
        bytes: BYTES_PER_SHEET,
        queue() {
          sheet.visibility = "Hidden";
          sheet.name = stageName;
        },
      },
    ];
  });
}

interface Left {
  readonly activeId: string | undefined;
  readonly wasFinished: boolean;
  readonly print: Afterwork["print"];
}

/** Removes our sheets. Activates the former sheet only if one of ours is in front: a person who went elsewhere stays there. */
function leaving(
  journal: Journal,
  sheets: readonly Excel.Worksheet[],
  { activeId, wasFinished, print }: Left,
): Afterwork {
  const before = sheets.find(({ id }) => id === journal.activeId);
  const inFront = journal.places.some(({ target, stageId }) => activeId === (target?.id ?? stageId));
  const targets = journal.places.flatMap(({ target }) =>
    target && sheets.some(({ id }) => id === target.id) ? [target] : [],
  );
  return {
    panes: wasFinished ? targets.map(({ id, panes }) => ({ sheetId: id, ...panes })) : [],
    print,
    front: inFront && before?.visibility === "Visible" ? { show: before.id, from: activeId } : undefined,
    // Staging makes very hidden sheets hidden. Excel never hides the only visible sheet, so another one comes to the front before.
    hide: targets
      .filter(({ visibility }) => journal.committing || visibility === "VeryHidden")
      .map(({ id, visibility }) => ({ sheetId: id, visibility })),
    remove: sheets
      .filter((sheet) => journal.places.some((place) => belongsTo(place, sheet, journal)))
      .map(({ id }) => id),
  };
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
