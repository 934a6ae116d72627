import { Batch } from "./batch";
import { Events } from "./events";
import { References, type HostContext, type Surroundings } from "./host-object";
import type { HostModel } from "./model";
import { workbook } from "./objects/workbook";
import type { BatchRequest, RichApiMessage } from "./protocol";
import { makeServices, type ServiceHooks } from "./services";

export interface HostOptions extends ServiceHooks {
  /** Gets the events of the add-in's handlers, but never before the reply to the batch that caused them. */
  readonly onMessages?: (messages: readonly RichApiMessage[]) => void;
  /** Gets a fault of the host itself. Refusals go to the add-in only; faults go to both. */
  readonly onProblem?: (error: unknown) => void;
}

export interface Host {
  /** Answers one batch. Batches run one after the other, in the order of their arrival. */
  execute(requestBody: string): Promise<string>;
  /** May be changed at any time. */
  readonly surroundings: Surroundings;
  /** The person opens or closes the pane. */
  showPane(visible: boolean): void;
  /** The person brings this workbook to the front. */
  comeToFront(): void;
  /** Number of objects that the add-in keeps. It grows without end if the add-in never releases them. */
  keptObjects(): number;
  /** Releases the model, for example when the add-in's page reloads and gets a new host. */
  close(): void;
}

/**
 * The host's requirement sets for `Office.context.requirements`. A set is reported if the host has all members of it that this add-in uses.
 * A missing member fails loudly by name.
 */
export const REQUIREMENT_SETS: Readonly<Record<string, string>> = {
  ExcelApi: "1.13",
  SharedRuntime: "1.1",
  CustomFunctionsRuntime: "1.3",
  // Features of the channel between runtime and host: results as arrays, error codes, enabled features.
  CustomFunctions: "1.9",
  AddinCommands: "1.1",
  DialogApi: "1.1",
};

/** Whether the add-in asks to be shown. */
export function isShown(state: string): boolean {
  return state !== "Background" && state !== "Hidden";
}

/** Plays Excel to the genuine office.js. Takes the body of a Rich API request and gives the body of the response. */
export function createHost(model: HostModel, options: HostOptions = {}): Host {
  let scheduled = false;
  const flush = () => {
    scheduled = false;
    const messages = events.take();
    if (messages.length > 0) options.onMessages?.(messages);
  };
  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    // A separate task, so that the reply has been sent before.
    setTimeout(flush, 0);
  };
  const events = new Events(model, schedule);
  const surroundings: Surroundings = { inFront: true, chartSheet: false, printer: true };
  const context: HostContext = { model, events, references: new References(), surroundings };
  const services = makeServices({
    ...options,
    onAppRuntimeState(state) {
      events.runtimeVisibility(isShown(state));
      schedule();
      options.onAppRuntimeState?.(state);
    },
  });
  const roots = { root: () => workbook(undefined), service: (name: string) => services.get(name) };

  function answer(requestBody: string): string {
    const request = JSON.parse(requestBody) as BatchRequest;
    const batch = new Batch(context, roots, request);
    const response = events.whileAddInActs(() =>
      model.inBatch(() => batch.run(options.onProblem ?? (() => undefined))),
    );
    schedule();
    return JSON.stringify(response);
  }

  let last: Promise<unknown> = Promise.resolve();
  return {
    execute(requestBody) {
      const reply = last.then(() => answer(requestBody));
      last = reply.catch(() => undefined);
      return reply;
    },
    surroundings,
    showPane(visible) {
      events.runtimeVisibility(visible);
      schedule();
    },
    comeToFront() {
      surroundings.inFront = true;
      events.workbookActivated();
      schedule();
    },
    keptObjects: () => context.references.size,
    close: () => events.close(),
  };
}
