import type { CellPlace } from "../../core/cell/place";
import type { Finding } from "../../core/checks/finding";
import type { Localised, Locale } from "../../core/text/locale";
import { localise } from "../../core/text/locale";
import type { Book, FillPlan, TemplateChoice, TemplateEntry } from "../../usecases";
import type { AppliedChange, WorkbookHost } from "../../workbook/host";
import type { Progress } from "../../workbook/port";
import { WorkbookFailure } from "../../workbook/failure";
import { CHECK_TEXT } from "../text/check";
import { doneSentence, type WrittenAndRead } from "../text/done";
import { FILL_TEXT } from "../text/fill";
import { refusedSentence, undoneSentence, UNDO_TEXT } from "../text/undo";
import type { PaneUseCases } from "./answers";
import { Answers } from "./answers";
import { Following, REPORTS_ARRIVE_MS } from "./following";
import { Late, type TemplateUseCases } from "./late";
import type { SessionOptions } from "./session-options";
import { firstState, rubricOf } from "./model";
import type { Done, PaneFailure, PaneState, PeriodChoice, Work } from "./model";
import { CHOICE, loadChoices, savedPeriod } from "./choices";
import { readAndCheck } from "./read-and-check";
import { failureOf, LOOK_AGAIN, refusalOf } from "./outcomes";
import type { PaneEvent } from "./reducer";
import { reduce } from "./reducer";

/**
 * The life of the pane apart from its looks: readings, work and choices. It lives outside React, so that an event of the workbook or ribbon
 * finds the present state, not that of a past rendering.
 */
export class PaneSession {
  readonly answers: Answers;
  readonly #late: Late<PaneUseCases>;
  readonly #templates: Late<TemplateUseCases>;
  readonly #port: WorkbookHost;
  readonly #following: Following;
  readonly #listeners = new Set<() => void>();
  #state: PaneState;
  #work: AbortController | undefined;
  #quietRead: AbortController | undefined;

  constructor(options: SessionOptions) {
    this.#port = options.port;
    this.#late = new Late(options.usecases);
    this.#templates = new Late(options.templates);
    this.answers = new Answers(this.#late);
    this.#following = new Following({
      isWorking: () => this.#work !== undefined,
      inSight: options.inSight ?? (() => true),
      alone: () => (this.#state.book ? this.#late.found.sheetsByThemselves(this.#state.book) : new Set()),
      read: (only) => void this.#readQuietly(only),
      hasNewNames: () => this.#port.hasNewNames(),
      fallBehind: () => this.dispatch({ type: "workbook-changed" }),
    });
    this.#state = firstState(options.locale);
  }

  readonly state = (): PaneState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly dispatch = (event: PaneEvent): void => {
    const next = reduce(this.#state, event);
    if (next === this.#state) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  };

  /** Loads the choices kept in the workbook, reads the workbook, and listens for changes. */
  async start(): Promise<void> {
    await this.#loadChoices();
    await Promise.all([this.readAgain(), this.#listen()]);
  }

  /** Reads the workbook and announces the findings. */
  async readAgain(keepsFailure = false): Promise<void> {
    const read = await this.#run("reading", (progress) => this.#readBook(progress), keepsFailure);
    if (!read) return;
    const count = this.#findingsLeft();
    this.#say(CHECK_TEXT, (text) => text.checked(count));
  }

  /** Serves the ribbon: shows the findings of the workbook as it is now. */
  async checkNow(): Promise<void> {
    this.dispatch({ type: "tab-chosen", tab: "check" });
    await this.readAgain();
  }

  /** Returns false if nothing was mended. */
  async mend(findings: readonly Finding[]): Promise<boolean> {
    const count = findings.length;
    return this.change("mending", (port) => this.#late.found.mend(port, findings), { kind: "mended", count });
  }

  /** Writes an undoable change, reads the workbook again and announces the findings. Returns false if nothing was written. */
  async change(
    kind: Work,
    write: (port: WorkbookHost, progress: Progress) => Promise<AppliedChange | undefined>,
    what: WrittenAndRead,
  ): Promise<boolean> {
    let change: AppliedChange | undefined;
    const ran = await this.#run(kind, async (progress) => {
      change = await write(this.#port, progress);
      if (change) this.dispatch({ type: "done", done: { from: this.#state.book, change, what } });
    });
    if (ran && (await this.#readAfterWriting()) && change) {
      const left = this.#findingsLeft();
      this.#say(UNDO_TEXT, (_, locale) => doneSentence(locale, what, left));
    }
    return change !== undefined;
  }

  /** Fills at once, or asks first if the sheet exists. */
  async fill(plan: FillPlan, counts: { readonly agents: number; readonly open: number }): Promise<void> {
    if (plan.exists) this.dispatch({ type: "asked-to-replace" });
    else await this.#fill(plan, counts, false);
  }

  async answerReplace(plan: FillPlan, counts: { readonly agents: number; readonly open: number }): Promise<void> {
    this.dispatch({ type: "answered-replace" });
    await this.#fill(plan, counts, true);
  }

  async openTemplates(): Promise<void> {
    try {
      await this.#templates.load();
      this.dispatch({ type: "templates-opened" });
    } catch (error) {
      this.dispatch({ type: "failed", failure: failureOf("opening", error) });
    }
  }

  /** The templates to choose from, once their list is on show. */
  readonly templateChoice = (book: Book): TemplateChoice => this.#templates.found.templateChoice(book);

  /**
   * Writes the sheets of a template, shows their findings, and offers an undo. If a new table is in the way, the list of templates stays
   * and says so. Returns false then, and after a failure.
   */
  async insert({ id, name }: TemplateEntry, form: "draft" | "mended"): Promise<boolean> {
    const { locale } = this.#state;
    const insert = async (port: WorkbookHost, progress: Progress): Promise<AppliedChange | undefined> => {
      const outcome = await this.#templates.found.insertTemplate(port, id, { ...progress, locale, form });
      if (outcome.kind === "refused") return undefined;
      this.dispatch({ type: "tab-chosen", tab: "check" });
      return outcome.change;
    };
    return this.change("inserting", insert, { kind: "inserted", name });
  }

  cancel(): void {
    if (!this.#work) return;
    this.dispatch({ type: "work-cancelling" });
    this.#work.abort();
  }

  async undo(done: Done): Promise<void> {
    await this.#undo(done, false);
  }

  /** The person has confirmed that edits of the filled sheet may be lost. */
  async answerOverwrite(done: Done): Promise<void> {
    this.dispatch({ type: "answered-overwrite" });
    await this.#undo(done, true);
  }

  async goTo(place: CellPlace): Promise<void> {
    try {
      await this.#port.select(place);
    } catch (error) {
      const failure = failureOf("showing", error);
      this.dispatch({ type: "failed", failure });
      // A link to a missing sheet means that the reading is out of date.
      if (failure.kind === "gone") this.#following.notice();
    }
  }

  async chooseLocale(locale: Locale): Promise<void> {
    this.dispatch({ type: "locale-chosen", locale });
    await this.#remember(CHOICE.language, locale);
  }

  async chooseRubric(rubric: string | undefined): Promise<void> {
    this.dispatch({ type: "rubric-chosen", rubric });
    await this.#remember(CHOICE.rubric, rubric ?? "");
  }

  async choosePeriod(period: string): Promise<void> {
    const choice: PeriodChoice = { period, newest: this.#state.book?.summary.periods[0] ?? period };
    this.dispatch({ type: "period-chosen", period: choice });
    await this.#remember(CHOICE.period, savedPeriod(choice));
  }

  async removeUndoCopies(): Promise<void> {
    await this.#run("removing", () => this.#port.removeUndoCopies());
    await this.#countCopies();
  }

  /** The pane comes into sight and catches up with changes made meanwhile. */
  cameIntoSight(): void {
    if (this.#state.outdated) void this.#readQuietly();
    else this.#following.glance();
  }

  async #fill(
    plan: FillPlan,
    counts: { readonly agents: number; readonly open: number },
    replace: boolean,
  ): Promise<void> {
    let appeared = false;
    const filled = await this.#run("filling", async (progress) => {
      try {
        const change = await this.#late.found.fillEvaluation(this.#port, plan, { ...progress, replace });
        this.dispatch({
          type: "done",
          done: {
            from: this.#state.book,
            change,
            what: { kind: "filled", sheet: plan.sheet.name, replaced: replace, ...counts },
          },
        });
      } catch (error) {
        // A person made a sheet of that name since the reading. The pane asks instead of failing.
        appeared = !replace && error instanceof WorkbookFailure && error.kind === "exists";
        if (!appeared) throw error;
      }
    });
    if (!filled) return;
    const { book } = this.#state;
    if (!appeared && book) this.dispatch({ type: "rules-kept", rules: this.#late.found.rulesOf(book) });
    if (!appeared) this.#say(FILL_TEXT, (text) => text.filled(plan.sheet.name, counts.agents, counts.open));
    const read = await this.#readAfterWriting();
    if (appeared && read) this.dispatch({ type: "asked-to-replace" });
  }

  async #undo(done: Done, overwrite: boolean): Promise<void> {
    let became = { type: "undone", done } as PaneEvent;
    const ran = await this.#run("undoing", async () => {
      try {
        await done.change.undo({ overwrite });
      } catch (error) {
        became = refusalOf(error, done, overwrite);
      }
      this.dispatch(became);
    });
    if (!ran) return;
    if (became.type === "undone") {
      this.#say(UNDO_TEXT, (_, locale) => undoneSentence(locale, done.what));
      await this.#readAfterWriting();
      return;
    }
    if (became.type === "undo-refused") this.#say(UNDO_TEXT, (_, locale) => refusedSentence(locale, done.what));
    if (became.type === "undo-lost") this.#say(UNDO_TEXT, (text) => text.lost);
    // Nothing was written, but the workbook is not what the pane took it for.
    this.#following.notice();
  }

  /**
   * Runs one piece of work and shows a failure instead of throwing it. Returns false if the work failed or other work is running. If the
   * workbook is not what the pane took it for, this reads it again before returning.
   */
  async #run(
    kind: Work,
    task: (progress: Required<Progress>) => Promise<void>,
    keepsFailure = false,
  ): Promise<boolean> {
    if (this.#work) return false;
    this.#quietRead?.abort();
    const work = new AbortController();
    this.#work = work;
    this.dispatch({ type: "work-started", kind, keepsFailure });
    const onProgress = (share: number): void => {
      if (this.#work === work) this.dispatch({ type: "work-progressed", share });
    };
    let failure: PaneFailure | undefined;
    try {
      await task({ signal: work.signal, onProgress });
    } catch (error) {
      failure = failureOf(kind, error);
      this.dispatch({ type: "failed", failure });
    }
    this.#work = undefined;
    const writing = kind !== "reading";
    if (writing) this.#following.wrote();
    this.dispatch({ type: "work-ended" });
    if (failure && writing && LOOK_AGAIN.has(failure.kind)) await this.#lookAgain();
    // Writing always ends with a reading of the workbook.
    else if (failure || !writing) this.#following.workEnded();
    return failure === undefined;
  }

  /** Reads the workbook after a refusal, which stays on show meanwhile. */
  async #lookAgain(): Promise<void> {
    this.#following.forget();
    await this.readAgain(true);
  }

  async #readAfterWriting(): Promise<boolean> {
    return this.#run("reading", async (progress) => {
      await new Promise((resolve) => setTimeout(resolve, REPORTS_ARRIVE_MS));
      this.#following.forget();
      await this.#readBook(progress);
    });
  }

  /** Reads all sheets, or only some of the book on show. */
  async #readBook(progress: Progress, only?: ReadonlySet<string>): Promise<void> {
    const began = performance.now();
    const putBack = this.#following.touched.take(only);
    try {
      const { book: onShow } = this.#state;
      const earlier = only && onShow ? { earlier: { book: onShow, keeps: (sheet: string) => !only.has(sheet) } } : {};
      const rubricIn = (read: Book): string | undefined => rubricOf({ ...this.#state, book: read });
      const { book, rubric, findings } = await readAndCheck(await this.#late.load(), this.#port, rubricIn, {
        ...progress,
        ...earlier,
      });
      if (progress.signal?.aborted) return putBack();
      this.answers.knowFindings(book, rubric, findings);
      this.#following.cameThrough(only ? undefined : performance.now() - began);
      if (!this.#state.earlier) this.dispatch({ type: "rules-kept", rules: this.#late.found.rulesOf(book) });
      this.dispatch({ type: "book-read", book });
      // Other changes are still unread, so the pane stays behind.
      if (only && this.#following.touched.any) this.dispatch({ type: "workbook-changed" });
      if (!only) await this.#countCopies();
    } catch (error) {
      putBack();
      throw error;
    }
  }

  /** Reads in the background: the old state stays on show until the new one is ready. */
  async #readQuietly(only?: ReadonlySet<string>): Promise<void> {
    const quiet = new AbortController();
    this.#quietRead?.abort();
    this.#quietRead = quiet;
    const before = this.#findingsLeft();
    try {
      await this.#readBook({ signal: quiet.signal }, only);
      const count = this.#findingsLeft();
      if (count !== before) this.#say(CHECK_TEXT, (text) => text.checked(count));
    } catch (error) {
      if (quiet.signal.aborted) return;
      if (!(error instanceof WorkbookFailure))
        return this.dispatch({ type: "failed", failure: failureOf("reading", error) });
      // Most likely a cell is being edited. The pane tells the person that it is behind and offers a new reading.
      this.dispatch({ type: "workbook-changed" });
      if (error.kind === "busy") this.#following.wasBusy();
    } finally {
      if (this.#quietRead === quiet) this.#quietRead = undefined;
    }
  }

  async #countCopies(): Promise<void> {
    try {
      this.dispatch({ type: "copies-counted", count: await this.#port.countUndoCopies() });
    } catch {
      // The next reading asks again.
    }
  }

  async #listen(): Promise<void> {
    try {
      // The pane lives as long as its page, so it never stops listening.
      await this.#port.onChange(this.#following.notice, this.#following.glance);
    } catch {
      // The pane tells the person, who must ask for new readings from now on.
      this.dispatch({ type: "listening-failed" });
    }
  }

  async #loadChoices(): Promise<void> {
    try {
      for (const event of await loadChoices(this.#port)) this.dispatch(event);
    } catch (error) {
      this.dispatch({ type: "failed", failure: failureOf("remembering", error) });
    }
  }

  async #remember(key: string, value: string): Promise<void> {
    try {
      await this.#port.saveChoice(key, value);
    } catch (error) {
      this.dispatch({ type: "failed", failure: failureOf("remembering", error) });
    }
  }

  #findingsLeft(): number {
    const { book } = this.#state;
    return book ? this.answers.findings(book, rubricOf(this.#state)).length : 0;
  }

  #say<T>(texts: Localised<T>, sentence: (text: T, locale: Locale) => string): void {
    this.dispatch({ type: "said", text: localise((locale) => sentence(texts[locale], locale)) });
  }
}
