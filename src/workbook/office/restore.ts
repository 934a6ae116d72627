import { WorkbookFailure } from "../port";
import { askArrangement, bringBack } from "./arrangement";
import { restoreStep } from "./edits";
import type { Journal, Place, Target } from "./journal";
import { pack, type Step } from "./requests";
import { backupName, isFreshCopy } from "./temporary";

const BYTES_PER_SHEET = 100_000;

/**
 * Puts the workbook back as the journal says it was, whatever was done of the change: nothing, a part, or all of it. Also when
 * the host did the work and only its reply got lost.
 */
export async function takeBack(journal: Journal): Promise<void> {
  await Excel.run(async (context) => {
    const { application, worksheets, tables } = context.workbook;
    worksheets.load("items/id, items/name, items/visibility");
    tables.load("items/name");
    await context.sync();

    const sheets = worksheets.items;
    const tableNames = new Set(tables.items.map(({ name }) => name.toLowerCase()));
    const restores = journal.places.flatMap((place) => restoreOf(place, journal, sheets));
    const asked = restores.map((each) => ({ ...each, arrangement: askArrangement(each.backup, each.place.plan) }));
    if (asked.length > 0) await context.sync();

    const steps: Step[] = [
      ...asked.map(({ target, backup, arrangement }) => ({
        bytes: BYTES_PER_SHEET,
        queue() {
          const sheet = worksheets.getItem(target.id);
          const lost = target.tables.filter(({ name }) => !tableNames.has(name.toLowerCase()));
          bringBack(sheet, backup, arrangement, lost);
          sheet.visibility = target.visibility;
        },
      })),
      ...(journal.committing ? journal.edits : []).map(({ sheetId, before }) =>
        restoreStep(() => worksheets.getItem(sheetId), before),
      ),
      { bytes: BYTES_PER_SHEET, queue: () => leave(journal, worksheets) },
    ];
    for (const request of pack(steps)) {
      application.suspendApiCalculationUntilNextSync();
      application.suspendScreenUpdatingUntilNextSync();
      for (const step of request) step.queue();
      // One request, unless more than a thousand separate cells were mended at once.
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      await context.sync();
    }
  });
}

interface Restore {
  readonly place: Place;
  readonly target: Target;
  readonly backup: Excel.Worksheet;
}

/** A replaced sheet that may have been touched, with the backup it comes back from. */
function restoreOf(place: Place, journal: Journal, sheets: readonly Excel.Worksheet[]): Restore[] {
  const { target } = place;
  if (!target || !journal.committing) return [];
  const backup = sheets.find(({ id }) => id === target.backupId);
  if (!backup || !sheets.some(({ id }) => id === target.id)) {
    throw new WorkbookFailure("gone", `The sheet ${place.plan.name}, or what it was before, is not there any more.`);
  }
  return [{ place, target, backup }];
}

/** Removes our sheets and shows what was shown before. */
function leave(journal: Journal, worksheets: Excel.WorksheetCollection): void {
  const sheets = worksheets.items;
  const before = sheets.find(({ id }) => id === journal.activeId);
  if (before?.visibility === "Visible" || journal.places.some(({ target }) => target?.id === before?.id))
    before?.activate();
  for (const sheet of sheets) {
    if (!journal.places.some((place) => belongsTo(place, sheet, journal))) continue;
    // Excel refuses to delete a very hidden sheet.
    if (sheet.visibility === "VeryHidden") sheet.visibility = "Hidden";
    sheet.delete();
  }
}

/** A sheet that this change made. By name as well, as the reply that told its id may have been lost. */
function belongsTo(
  { plan, stageId, stageName, target }: Place,
  { id, name }: Excel.Worksheet,
  journal: Journal,
): boolean {
  if (journal.knownIds.has(id)) return false;
  if (id === stageId || name === stageName) return true;
  if (!target) return false;
  if (id === target.backupId || name === target.backupStageName || name === backupName(plan.name)) return true;
  return target.backupId === undefined && isFreshCopy(name, plan.name);
}
