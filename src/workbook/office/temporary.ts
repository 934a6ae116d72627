import { BACKUP_PREFIX, isTemporary, STAGE_PREFIX } from "../temporary-sheets";

/**
 * Sheets that only the product knows. A staging sheet holds new content until it is moved into place; it is hidden and short-lived. A
 * backup holds the old content of a replaced sheet for undo. It is hidden during the replacement, and very hidden afterwards.
 */

const MINUTE = 60 * 1000;

/** An older sheet was left by an Excel that closed at work. A younger one may be a colleague's. */
const LEFT_BEHIND_AFTER = 10 * MINUTE;

/** A backup that never became very hidden may be the only whole copy of a sheet whose replacement broke off. */
const UNFINISHED_FOR = 7 * 24 * 60 * MINUTE;

let lastTime = 0;

/** A unique text that tells the time of making. */
function timeText(): string {
  lastTime = Math.max(lastTime + 1, Date.now());
  return lastTime.toString(36);
}

export function stageName(): string {
  return `${STAGE_PREFIX}${timeText()}`;
}

export function backupName(): string {
  return `${BACKUP_PREFIX}${timeText()}`;
}

export function isLeftBehind(name: string, visibility: string): boolean {
  if (!isTemporary(name)) return false;
  const unfinished = name.startsWith(BACKUP_PREFIX) && visibility !== "VeryHidden";
  const made = parseInt(name.slice(STAGE_PREFIX.length), 36);
  // A name without a readable time is not of our making, so no work of ours needs it.
  return Number.isNaN(made) || Date.now() - made > (unfinished ? UNFINISHED_FOR : LEFT_BEHIND_AFTER);
}

/** Tells whether Excel gave this name to a copy that has not got our name yet. */
export function isFreshCopy(name: string, of: string): boolean {
  const match = /^(.*) \(\d+\)$/.exec(name);
  return match !== null && match[1] !== "" && of.startsWith(match[1]!);
}

/** Queues the removal of a sheet. Excel refuses to delete one that is very hidden. */
export function remove(sheet: Excel.Worksheet): void {
  sheet.visibility = "Hidden";
  sheet.delete();
}
