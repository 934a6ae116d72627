import { Waiting } from "./afterwork";
import type { Journal } from "./journal";
import { isLeftBehind } from "./temporary";

/** Most backups kept of one sheet. Each is a very hidden copy that makes the file larger. */
const MOST_BACKUPS = 3;

/**
 * The changes that can still be undone, oldest first. Each change keeps its own backups. Undoing from the newest to the oldest therefore
 * ends at the workbook before the first change.
 */
export class OpenChanges {
  #open: Journal[] = [];
  readonly #kept = new Set<string>();
  /** What is left to do of changes whose contents stand. */
  readonly waiting = new Waiting();

  add(journal: Journal): void {
    this.#open.push(journal);
  }

  remove(journal: Journal): void {
    this.#open = this.#open.filter((each) => each !== journal);
  }

  /** Keeps the backups of a change that failed for good: they are the only whole copies of the old content. */
  keepBackups(journal: Journal): void {
    for (const { target } of journal.places) if (target?.backupId !== undefined) this.#kept.add(target.backupId);
  }

  /**
   * The backups that must go so that one more of this sheet fits. The oldest backup stays while its change can be undone, because it holds
   * the sheet from before our first change, probably typed by hand.
   */
  crowdedOut(sheetId: string, existing: ReadonlySet<string>): string[] {
    const backups = this.#open.flatMap(({ places }) =>
      places.flatMap(({ target }) =>
        target?.id === sheetId && existing.has(target.backupId!) ? [target.backupId!] : [],
      ),
    );
    return backups.slice(1, Math.max(1, backups.length - MOST_BACKUPS + 2));
  }

  /** Temporary sheets that belong to no open change and are too old to be in use by another Excel. */
  leftBehind<T extends { readonly id: string; readonly name: string; readonly visibility: string }>(
    sheets: readonly T[],
  ): T[] {
    const ids = new Set(sheets.map(({ id }) => id));
    const needed = new Set(this.#kept);
    for (const { places } of this.#open) {
      // A change whose sheet was deleted cannot be undone.
      if (!places.every(({ target, stageId }) => ids.has(target?.id ?? stageId!))) continue;
      for (const { target } of places) if (target?.backupId !== undefined) needed.add(target.backupId);
    }
    return sheets.filter(({ id, name, visibility }) => !needed.has(id) && isLeftBehind(name, visibility));
  }
}
