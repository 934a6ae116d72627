import type { Journal } from "./journal";
import { isLeftBehind } from "./temporary";

/** Ways back of one sheet that are kept at most; each is a very hidden copy that makes the file larger. */
const MOST_BACKUPS = 3;

/**
 * The changes that this port can still take back, oldest first. Each change keeps its own backups, so that undoing from the
 * newest to the oldest ends at what was there before the first of them.
 */
export class OpenChanges {
  #open: Journal[] = [];
  readonly #kept = new Set<string>();

  get isEmpty(): boolean {
    return this.#open.length === 0;
  }

  add(journal: Journal): void {
    this.#open.push(journal);
  }

  remove(journal: Journal): void {
    this.#open = this.#open.filter((each) => each !== journal);
  }

  /** Backups of a change that went wrong for good: the only whole copies of what was there. */
  keepBackups(journal: Journal): void {
    for (const { target } of journal.places) if (target?.backupId !== undefined) this.#kept.add(target.backupId);
  }

  /**
   * Backups that have to go so that one more of this sheet fits. The first of them is what the sheet was before we wrote to it,
   * typed by hand as far as we know; it stays as long as its change is not taken back.
   */
  crowdedOut(sheetId: string, existing: ReadonlySet<string>): string[] {
    const backups = this.#open.flatMap(({ places }) =>
      places.flatMap(({ target }) =>
        target?.id === sheetId && existing.has(target.backupId!) ? [target.backupId!] : [],
      ),
    );
    return backups.slice(1, Math.max(1, backups.length - MOST_BACKUPS + 2));
  }

  /** Temporary sheets that nobody needs any more: no change of ours, and too old to be at work in another Excel. */
  leftBehind<T extends { readonly id: string; readonly name: string; readonly visibility: string }>(
    sheets: readonly T[],
  ): T[] {
    const ids = new Set(sheets.map(({ id }) => id));
    const needed = new Set(this.#kept);
    for (const { places } of this.#open) {
      // A change whose sheet was deleted cannot be taken back.
      if (!places.every(({ target, stageId }) => ids.has(target?.id ?? stageId!))) continue;
      for (const { target } of places) if (target?.backupId !== undefined) needed.add(target.backupId);
    }
    return sheets.filter(({ id, name, visibility }) => !needed.has(id) && isLeftBehind(name, visibility));
  }
}

/** Queues the removal of a sheet. Excel refuses to delete one that is very hidden. */
export function remove(sheet: Excel.Worksheet): void {
  sheet.visibility = "Hidden";
  sheet.delete();
}
