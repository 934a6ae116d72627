import type { WorkbookChange } from "../../workbook/host";
import { TouchedSheets } from "./touched";

/**
 * People type in bursts; the pane looks again when they pause.
 *
 * @internal tests let as much time pass
 */
export const PAUSE_AFTER_CHANGE_MS = 700;
/** A workbook that takes longer than this to read is only read again when the person asks for it. */
const QUICK_READ_MS = 1500;
/** A report of our own writing must not be told as somebody's change, however late it comes and however long the workbook takes to read. */
const ECHO_MS = 1500;
/** While a cell is edited, the pane tries again ever more rarely, up to this. */
const LONGEST_WAIT_MS = 5000;

/** What following a workbook needs of the pane. */
export interface Follower {
  /** Whether something is being done that ends with a reading, or asks for one. */
  readonly isWorking: () => boolean;
  /** Whether the pane is in sight; nothing is read again for a pane that nobody sees. */
  readonly inSight: () => boolean;
  /** Sheets that can be read again by themselves. */
  readonly alone: () => ReadonlySet<string>;
  /** Reads some sheets again, or all. */
  readonly read: (only: ReadonlySet<string> | undefined) => void;
  /** Says that the workbook has changed and was not read again. */
  readonly fallBehind: () => void;
}

/** Decides when a workbook that somebody edits is read again, and how much of it. */
export class Following {
  readonly touched = new TouchedSheets();
  readonly #pane: Follower;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #waits = PAUSE_AFTER_CHANGE_MS;
  #readTook = 0;
  #wroteAt = -Infinity;
  #changedMeanwhile = false;

  constructor(pane: Follower) {
    this.#pane = pane;
  }

  /** Something was changed: looks when nothing more comes for a while. */
  notice(change: WorkbookChange = { sheet: undefined }): void {
    this.touched.note(change);
    clearTimeout(this.#pause);
    this.#changedMeanwhile = this.#pane.isWorking();
    if (!this.#changedMeanwhile) this.#pause = setTimeout(() => this.#catchUp(), PAUSE_AFTER_CHANGE_MS);
  }

  /** Work has ended after which nothing is read: looks at what was changed meanwhile. */
  workEnded(): void {
    if (this.#changedMeanwhile) this.notice();
  }

  /** All is about to be read; changes up to now will be seen. */
  forget(): void {
    clearTimeout(this.#pause);
    this.#changedMeanwhile = false;
  }

  wrote(): void {
    this.#wroteAt = performance.now();
  }

  /** A reading came through; of all it is told how many milliseconds it took. */
  cameThrough(took: number | undefined): void {
    this.#readTook = took ?? this.#readTook;
    this.#waits = PAUSE_AFTER_CHANGE_MS;
  }

  /** Excel refuses every request while a cell is edited, and does not tell when that ends without an edit. */
  wasBusy(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#catchUp(), this.#waits);
    this.#waits = Math.min(this.#waits * 2, LONGEST_WAIT_MS);
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
