import type { WorkbookChange } from "../../workbook/host";
import { TouchedSheets } from "./touched";

/**
 * People type in bursts, so the pane looks again when they pause.
 *
 * @internal tests let as much time pass
 */
export const PAUSE_AFTER_CHANGE_MS = 700;
/** Excel reports our own writing too. Most reports arrive within this time; the reading afterwards makes them void. */
export const REPORTS_ARRIVE_MS = 150;
/** A workbook with a longer reading is read again only at the person's request. */
const QUICK_READ_MS = 1500;
/** Reports of our own writing must not count as a person's change, however late they come and however long the reading takes. */
const ECHO_MS = 1500;
/** Longest pause between attempts. While a cell is edited, the pane tries ever more rarely. */
const LONGEST_WAIT_MS = 5000;

/** What following a workbook needs from the pane. */
export interface Follower {
  /** True during work that ends with a reading or asks for one. */
  readonly isWorking: () => boolean;
  /** True while the pane is in sight. A hidden pane reads nothing again. */
  readonly inSight: () => boolean;
  /** Sheets that can be read again on their own. */
  readonly alone: () => ReadonlySet<string>;
  /** Reads the given sheets again, or all. */
  readonly read: (only: ReadonlySet<string> | undefined) => void;
  /** Asks whether sheets or tables have new names, of which no report tells. */
  readonly hasNewNames: () => Promise<boolean>;
  /** Reports that the workbook has changed and was not read again. */
  readonly fallBehind: () => void;
}

/** Decides when an edited workbook is read again, and how much of it. */
export class Following {
  readonly touched = new TouchedSheets();
  readonly #pane: Follower;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #waits = PAUSE_AFTER_CHANGE_MS;
  #readTook = 0;
  #wroteAt = -Infinity;
  #changedMeanwhile = false;

  constructor(pane: Follower) {
    this.#pane = pane;
  }

  /** Notes a change and looks once no more come for a while. */
  readonly notice = (change: WorkbookChange = { sheet: undefined }): void => {
    this.touched.note(change);
    clearTimeout(this.#pause);
    this.#changedMeanwhile = this.#pane.isWorking();
    if (!this.#changedMeanwhile) this.#pause = setTimeout(() => this.#catchUp(), PAUSE_AFTER_CHANGE_MS);
  };

  /** Notes that the person went to another place. Names are asked for once the person rests, while the pane is in sight. */
  readonly glance = (): void => {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => void this.#lookForNames(), PAUSE_AFTER_CHANGE_MS);
  };

  /** Called after work without a reading. Looks at changes made meanwhile. */
  workEnded(): void {
    if (this.#changedMeanwhile) this.notice();
  }

  /** Called before a full reading, which sees all changes up to now. */
  forget(): void {
    clearTimeout(this.#pause);
    this.#changedMeanwhile = false;
  }

  wrote(): void {
    this.#wroteAt = performance.now();
  }

  /** Called after a reading. A full reading tells how many milliseconds it took. */
  cameThrough(took: number | undefined): void {
    this.#readTook = took ?? this.#readTook;
    this.#waits = PAUSE_AFTER_CHANGE_MS;
  }

  /** Excel refuses every request while a cell is edited. It does not tell when that ends without an edit. */
  wasBusy(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#catchUp(), this.#waits);
    this.#waits = Math.min(this.#waits * 2, LONGEST_WAIT_MS);
  }

  async #lookForNames(): Promise<void> {
    if (!this.#pane.inSight() || this.#pane.isWorking()) return;
    try {
      if (await this.#pane.hasNewNames()) this.notice();
    } catch {
      // A busy Excel is asked again at the person's next step.
    }
  }

  #catchUp(): void {
    this.#changedMeanwhile = this.#pane.isWorking();
    if (this.#changedMeanwhile) return;
    const echo = performance.now() - this.#wroteAt < ECHO_MS + PAUSE_AFTER_CHANGE_MS;
    const wanted = this.touched.toRead(this.#pane.alone(), echo || this.#readTook <= QUICK_READ_MS);
    if (wanted && this.#pane.inSight()) this.#pane.read(wanted === "all" ? undefined : wanted);
    else this.#pane.fallBehind();
  }
}
