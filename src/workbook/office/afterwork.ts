import { askWithActiveSheet } from "./active-sheet";
import type { Frozen, Journal, Visibility } from "./journal";
import { freeze, type PrintPiece } from "./sheet";
import { remove } from "./temporary";

/**
 * What follows a change once its contents stand. Excel refuses most of it while another workbook is in front, and print set-up where no
 * printer is installed. So it goes into a request of its own: its failure undoes no contents.
 */
export interface Afterwork {
  readonly panes: readonly (Frozen & { readonly sheetId: string })[];
  /** Each is tried by itself if all together fail, and never again. */
  readonly print: readonly { readonly sheetId: string; readonly set: PrintPiece }[];
  /** The sheet to show. Tried again later, it comes to the front only if `from` is still there. */
  readonly front: { readonly show: string; readonly from: string | undefined } | undefined;
  /** Sheets that were hidden before, hidden again after another one has come to the front. */
  readonly hide: readonly { readonly sheetId: string; readonly visibility: Visibility }[];
  readonly remove: readonly string[];
}

const NO_AFTERWORK: Afterwork = { panes: [], print: [], front: undefined, hide: [], remove: [] };

function isNothing({ panes, print, front, hide, remove: removed }: Afterwork): boolean {
  return panes.length + print.length + hide.length + removed.length === 0 && !front;
}

/** Work that Excel has refused waits here until the workbook comes to the front, or until it is read or written again. */
export class Waiting {
  readonly #left = new Map<Journal, Afterwork>();
  #listening = false;

  /** Does the work that follows a change. Never fails. The contents of the change must stand. */
  async finish(context: Excel.RequestContext, journal: Journal, work: Afterwork): Promise<void> {
    if (isNothing(work)) return;
    try {
      queue(context.workbook.worksheets, work);
      await context.sync();
    } catch {
      await this.#piece(journal, work);
    }
  }

  /** Tries again what is left. Never fails. */
  async tryAgain(): Promise<void> {
    for (const [journal, work] of [...this.#left]) {
      this.#left.delete(journal);
      await this.#piece(journal, work, true);
    }
  }

  /** A change is taken back: only the removal of sheets is still wanted of it. */
  forget(journal: Journal): void {
    const work = this.#left.get(journal);
    if (work) this.#left.set(journal, { ...NO_AFTERWORK, remove: work.remove });
  }

  /** Does the work piece by piece, because a part of it may be refused or done already. */
  async #piece(journal: Journal, work: Afterwork, later = false): Promise<void> {
    const there = await present(work, later);
    if (there === undefined) return this.#wait(journal, work);
    const { print, hide, ...rest } = there;
    const focused = { ...rest, print: [], hide };
    if (!(await done(focused))) {
      if (hide.length > 0) await done({ ...NO_AFTERWORK, hide });
      // Excel freezes nothing on a hidden sheet.
      const hidden = new Set(hide.flatMap(({ sheetId, visibility }) => (visibility === "Visible" ? [] : [sheetId])));
      await this.#wait(journal, {
        ...focused,
        panes: rest.panes.filter(({ sheetId }) => !hidden.has(sheetId)),
        hide: [],
      });
    }
    // A refused piece of print set-up is left out.
    for (const piece of print) await done({ ...NO_AFTERWORK, print: [piece] });
  }

  async #wait(journal: Journal, work: Afterwork): Promise<void> {
    if (isNothing(work)) return;
    const earlier = this.#left.get(journal)?.remove ?? [];
    this.#left.set(journal, { ...work, remove: [...new Set([...earlier, ...work.remove])] });
    if (this.#listening) return;
    try {
      await Excel.run(async (context) => {
        context.workbook.onActivated.add(() => this.tryAgain());
        await context.sync();
      });
      this.#listening = true;
    } catch {
      // The next reading or change tries again.
    }
  }
}

function queue(worksheets: Excel.WorksheetCollection, work: Afterwork): void {
  for (const { sheetId, ...panes } of work.panes) freeze(worksheets.getItem(sheetId), panes);
  if (work.front) worksheets.getItem(work.front.show).activate();
  for (const { sheetId, visibility } of work.hide) worksheets.getItem(sheetId).visibility = visibility;
  for (const id of work.remove) remove(worksheets.getItem(id));
  for (const { sheetId, set } of work.print) set(worksheets.getItem(sheetId).pageLayout);
}

async function done(work: Afterwork): Promise<boolean> {
  try {
    await Excel.run(async (context) => {
      queue(context.workbook.worksheets, work);
      await context.sync();
    });
    return true;
  } catch {
    return false;
  }
}

/** The work on sheets that still exist. Undefined if Excel does not answer. */
async function present(work: Afterwork, later: boolean): Promise<Afterwork | undefined> {
  try {
    return await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const active = await askWithActiveSheet(context, () => worksheets.load("items/id"));
      const ids = new Set(worksheets.items.map(({ id }) => id));
      const isThere = ({ sheetId }: { readonly sheetId: string }) => ids.has(sheetId);
      const { front } = work;
      return {
        panes: work.panes.filter(isThere),
        print: work.print.filter(isThere),
        front: front && ids.has(front.show) && (!later || active === front.from) ? front : undefined,
        hide: work.hide.filter(isThere),
        remove: work.remove.filter((id) => ids.has(id)),
      };
    });
  } catch {
    return undefined;
  }
}
