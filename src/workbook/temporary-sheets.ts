/**
 * Prefixes of sheet names that only the product knows: new content before it is moved into place, and the old content of replaced sheets.
 * No port tells of these sheets, but a file may hold some that were left behind.
 */
export const STAGE_PREFIX = "~qa new ";
export const BACKUP_PREFIX = "~qa old ";

export function isTemporary(sheet: string): boolean {
  return sheet.startsWith(STAGE_PREFIX) || sheet.startsWith(BACKUP_PREFIX);
}
