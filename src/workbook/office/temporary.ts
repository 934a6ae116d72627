import { BACKUP_PREFIX, isTemporary, STAGE_PREFIX } from "../temporary-sheets";

/**
 * Sheets that only we know of. A staging sheet holds new content until it is moved into place; it is hidden and gone a
 * moment later. A backup holds what a replaced sheet was, for taking the replacement back: hidden while the sheet is being
 * replaced, very hidden from then on.
 */

const MINUTE = 60 * 1000;

/** One that is older than this is nobody's any more, as when Excel was closed at work. Younger ones may be a colleague's. */
const LEFT_BEHIND_AFTER = 10 * MINUTE;

/** A backup that never became very hidden may be the only whole copy of a sheet whose replacement broke off. */
const UNFINISHED_FOR = 7 * 24 * 60 * MINUTE;

let lastTime = 0;

/** Unique, and says when it was made. */
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
  // What we cannot read the time of, nobody of ours is at work with.
  return Number.isNaN(made) || Date.now() - made > (unfinished ? UNFINISHED_FOR : LEFT_BEHIND_AFTER);
}

/** The name of a copy as Excel gives it, before it got ours. */
export function isFreshCopy(name: string, of: string): boolean {
  const match = /^(.*) \(\d+\)$/.exec(name);
  return match !== null && match[1] !== "" && of.startsWith(match[1]!);
}
