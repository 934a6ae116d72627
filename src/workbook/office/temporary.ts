/**
 * Sheets that only we know of. A staging sheet holds new content until it is moved into place; it is hidden and gone a
 * moment later. A backup holds what a replaced sheet was, very hidden, for taking the replacement back; there is one
 * for each name at most.
 */
const STAGE = "~qa new ";
const BACKUP = "~qa old ";

/** One that is older than this was left behind, as when Excel was closed while it was at work. */
const LEFT_BEHIND_AFTER = 10 * 60 * 1000;

export function isTemporary(name: string): boolean {
  return name.startsWith(STAGE) || name.startsWith(BACKUP);
}

let lastTime = 0;

/** Unique, and says when it was made. */
export function stageName(): string {
  lastTime = Math.max(lastTime + 1, Date.now());
  return `${STAGE}${lastTime.toString(36)}`;
}

export function isLeftBehind(name: string): boolean {
  return name.startsWith(STAGE) && Date.now() - parseInt(name.slice(STAGE.length), 36) > LEFT_BEHIND_AFTER;
}

/** Where the backup of a sheet of this name is kept. Names are compared without case, as Excel does. */
export function backupName(sheet: string): string {
  // FNV-1a: it only has to spread the names of the sheets of one workbook.
  let hash = 0x811c9dc5;
  for (const unit of new TextEncoder().encode(sheet.toLowerCase())) hash = Math.imul(hash ^ unit, 0x01000193);
  return `${BACKUP}${(hash >>> 0).toString(36)}`;
}

/** The name of a copy as Excel gives it, before it got ours. */
export function isFreshCopy(name: string, of: string): boolean {
  const match = /^(.*) \(\d+\)$/.exec(name);
  return match !== null && match[1] !== "" && of.startsWith(match[1]!);
}
