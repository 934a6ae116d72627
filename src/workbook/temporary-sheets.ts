/**
 * How the names of sheets begin that only the product knows of: new content before it is moved into place, and what a replaced
 * sheet was. No port tells of them; a file may hold some that were left behind.
 */
export const STAGE_PREFIX = "~qa new ";
export const BACKUP_PREFIX = "~qa old ";

export function isTemporary(sheet: string): boolean {
  return sheet.startsWith(STAGE_PREFIX) || sheet.startsWith(BACKUP_PREFIX);
}
