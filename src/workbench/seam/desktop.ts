import type { Localised } from "../../core/text/locale";

/** Excel's own numbers for methods and events, which office.js uses. */
const DISPATCH = { richApi: 93, commandCompleted: 94 } as const;
const EVENT = { richApiMessage: 33, commandInvoked: 39 } as const;

const READ_WRITE = 0;
const DOCUMENT_OPENED = 2;
const EXCEL = 16;
const SHOWN_AS_TASKPANE = 2;
/** Shared runtime and custom functions. */
const RUNTIME_FLAGS = 3;

export interface SeamOptions {
  readonly locale: () => string;
  readonly workbookName: () => string;
  /** Answers one request of the Rich API. Both sides are JSON. */
  readonly execute: (body: string) => Promise<string> | string;
  /** Requirement sets, name to version. The library believes that this Excel has them. */
  readonly requirements: Readonly<Record<string, string>>;
  readonly settings: {
    readonly read: () => ReadonlyMap<string, string>;
    readonly write: (values: ReadonlyMap<string, string>) => void;
  };
  readonly onRoundTrip: (sent: number, received: number) => void;
  readonly onProblem: (problem: Localised, cause: unknown) => void;
}

export interface Seam {
  /** Called by the bootstrap in the add-in's page. Returns the page's `window.external`. */
  attach(page: Window): object;
  /** Sends rows of the message channel: events, and calls of custom functions. Returns false if no page listens yet. */
  send(rows: readonly (readonly unknown[])[]): boolean;
  /** Presses a button of the ribbon. Settles when the add-in reports its end. */
  invokeCommand(functionName: string, controlId: string): Promise<void>;
  /** Resolves when the page listens for ribbon buttons: its scripts have run and office.js is up. */
  whenReady(): Promise<void>;
  /** Forgets the page before it reloads. */
  detach(): void;
}

type Reply = (answer: unknown, status?: number) => void;
type Handler = (eventId: number, payload: unknown) => void;

/** office.js expects COM arrays and asks them for their contents. */
const safeArray = (items: readonly unknown[]): object => ({ toArray: () => items });

/** The window of Excel for Windows, as far as office.js uses it (`window.external`). */
export function desktopSeam(options: SeamOptions): Seam {
  let handlers = new Map<number, Handler>();
  let commands = new Map<string, { done: () => void; failed: (error: Error) => void }>();
  let readiness = deferred();
  let nextCommand = 1;
  // Excel handles requests one after the other. Two of them never interleave.
  let queue: Promise<void> = Promise.resolve();

  function contextOf(): object {
    return {
      GetAppType: () => EXCEL,
      GetSolutionRef: () => "qa-scorecard",
      GetAppVersionMajor: () => 16,
      GetAppVersionMinor: () => 1,
      GetAppUILocale: options.locale,
      GetAppDataLocale: options.locale,
      GetDocUrl: options.workbookName,
      GetAppCapabilities: () => READ_WRITE,
      GetActivationMode: () => DOCUMENT_OPENED,
      GetControlIntegrationLevel: () => 1,
      GetSolutionToken: () => "",
      // A new one each time: office.js keeps settings per instance in the session storage of the tab.
      GetCorrelationId: () => crypto.randomUUID(),
      GetInstanceId: () => crypto.randomUUID(),
      GetTouchEnabled: () => false,
      GetCommerceAllowed: () => false,
      GetSupportedMatrix: () => JSON.stringify(options.requirements),
      GetHostFullVersion: () => "16.0.18000.20000",
      GetInitialDisplayMode: () => SHOWN_AS_TASKPANE,
      GetOfficeThemeInfo: () =>
        JSON.stringify({
          bodyBackgroundColor: 0xffffff,
          bodyForegroundColor: 0x242424,
          controlBackgroundColor: 0xffffff,
          controlForegroundColor: 0x242424,
        }),
      GetSettings: () => ({
        Read(keys: string[], values: string[]) {
          for (const [key, value] of options.settings.read()) {
            keys.push(key);
            values.push(value);
          }
        },
        Write(keys: readonly string[], values: readonly string[]) {
          options.settings.write(new Map(keys.map((key, index) => [key, values[index] ?? "null"])));
        },
      }),
    };
  }

  function execute(id: number, parameters: readonly unknown[], reply: Reply): void {
    if (id === DISPATCH.richApi) {
      const [request] = parameters as readonly (readonly unknown[])[];
      const body = String(request![4]);
      queue = queue.then(() => answerBatch(body, reply));
      return;
    }
    if (id === DISPATCH.commandCompleted) {
      const [command, status] = parameters as readonly [string, number];
      const waiting = commands.get(command);
      commands.delete(command);
      if (status === 0) waiting?.done();
      else waiting?.failed(new Error(`the add-in answered the button with status ${status}`));
      later(() => reply(safeArray([0])));
      return;
    }
    options.onProblem(UNKNOWN_METHOD, new Error(`office.js called method ${id}, which the workbench does not have`));
    later(() => reply(NOT_SUPPORTED));
  }

  async function answerBatch(body: string, reply: Reply): Promise<void> {
    try {
      const answer = await options.execute(body);
      options.onRoundTrip(byteLength(body), byteLength(answer));
      reply(safeArray([0, 200, [], answer]));
    } catch (error) {
      options.onProblem(FAILED_REQUEST, error);
      reply(INTERNAL_ERROR);
    }
  }

  return {
    attach() {
      handlers = new Map();
      return {
        GetHostInfo: () => `Excel$Win32$16.01$${options.locale()}$$$disableLogging$${RUNTIME_FLAGS}`,
        GetContext: contextOf,
        GetLoggingAllowed: () => false,
        Execute: execute,
        RegisterEvent(id: number, _target: string, handler: Handler, reply: Reply) {
          handlers.set(id, handler);
          if (id === EVENT.commandInvoked) readiness.resolve();
          later(() => reply(safeArray([0])));
        },
        UnregisterEvent(id: number, _target: string, reply: Reply) {
          handlers.delete(id);
          later(() => reply(safeArray([0])));
        },
      };
    },
    send(rows) {
      const handler = handlers.get(EVENT.richApiMessage);
      if (handler === undefined) return false;
      handler(EVENT.richApiMessage, safeArray(rows));
      return true;
    },
    async invokeCommand(functionName, controlId) {
      await readiness.promise;
      const handler = handlers.get(EVENT.commandInvoked);
      if (handler === undefined) throw new Error("the add-in's page is not there");
      const id = `command-${nextCommand++}`;
      const completed = new Promise<void>((done, failed) => commands.set(id, { done, failed }));
      handler(EVENT.commandInvoked, safeArray([id, functionName, JSON.stringify({ source: { id: controlId } })]));
      await completed;
    },
    whenReady: () => readiness.promise,
    detach() {
      handlers = new Map();
      for (const { failed } of commands.values()) failed(new Error("the add-in's page was closed"));
      commands = new Map();
      readiness = deferred();
    },
  };
}

const INTERNAL_ERROR = 5001;
const NOT_SUPPORTED = 5000;

const UNKNOWN_METHOD: Localised = {
  en: "The add-in asked for something that the workbench does not have.",
  "zh-CN": "加载项调用了工作台不支持的功能。",
};

const FAILED_REQUEST: Localised = {
  en: "The workbench failed at a request of the add-in.",
  "zh-CN": "工作台处理加载项的请求时出错。",
};

/** Excel never answers within the call. */
function later(work: () => void): void {
  setTimeout(work, 0);
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve!: () => void;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
