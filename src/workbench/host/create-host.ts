import { Batch } from "./batch";
import { Events } from "./events";
import { References, type HostContext } from "./host-object";
import type { HostModel } from "./model";
import { workbook } from "./objects/workbook";
import type { BatchRequest, RichApiMessage } from "./protocol";
import { makeServices, type ServiceHooks } from "./services";

export interface HostOptions extends ServiceHooks {
  /** Gets the events of the add-in's handlers; never before the reply to the batch that caused them. */
  readonly onMessages?: (messages: readonly RichApiMessage[]) => void;
  /** A fault of the host itself, not a refusal: told here beside the answer to the add-in. */
  readonly onProblem?: (error: unknown) => void;
}

export interface Host {
  /** Answers one batch. Batches are worked off one after the other, in the order in which they came. */
  execute(requestBody: string): Promise<string>;
  /** Objects that the add-in keeps at the moment; grows without end when it forgets to let go. */
  keptObjects(): number;
  /** Lets go of the model, as when the add-in's page is loaded anew and gets a host of its own. */
  close(): void;
}

/**
 * What the host has of each API, for `Office.context.requirements`. A set is reported when everything is there that this
 * add-in uses of it; a member that is not there fails loudly by name.
 */
export const REQUIREMENT_SETS: Readonly<Record<string, string>> = {
  ExcelApi: "1.13",
  SharedRuntime: "1.1",
  CustomFunctionsRuntime: "1.3",
  // Of the channel between runtime and host: results as arrays, error codes, enabled features.
  CustomFunctions: "1.9",
  AddinCommands: "1.1",
  DialogApi: "1.1",
};

/** Plays Excel to the genuine office.js: it takes the body of a Rich API request and gives the body of the response. */
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
    // A task of its own, so that whoever carries the reply has sent it before.
    setTimeout(flush, 0);
  };
  const events = new Events(model, schedule);
  const context: HostContext = { model, events, references: new References() };
  const services = makeServices(options);
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
    keptObjects: () => context.references.size,
    close: () => events.close(),
  };
}
