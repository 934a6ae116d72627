import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createContext, Script } from "node:vm";
import { createHost, REQUIREMENT_SETS, type Host, type HostOptions } from "../../src/workbench/host/create-host";
import type { HostModel } from "../../src/workbench/host/model";
import type { BatchRequest } from "../../src/workbench/host/protocol";

/** The limit of Excel on the web, per request and per response. */
export const MAX_BYTES = 5 * 1024 * 1024;

/** One request of the library to its host. */
interface RoundTrip {
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly actions: number;
  /** True for the request that only releases kept ranges. The library sends it after the work, failed or not. */
  readonly cleanUp: boolean;
}

/** A fault of the transport, with the number that the host would reply. */
interface Fault {
  readonly code: number;
  /** Whether the host carried out the batch before the reply got lost. */
  readonly executed: boolean;
}

export interface OfficeNode {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly host: Host;
  readonly roundTrips: RoundTrip[];
  /** Asked before each round trip, with its number from 0. Undefined lets it pass. */
  faultAt: (roundTrip: number) => Fault | undefined;
  /** Runs after the host's work on a round trip and before the library hears of it. */
  afterRoundTrip: (roundTrip: number) => void;
  /** Puts `Excel`, `OfficeExtension` and `Office` where add-in code expects them. */
  install(): void;
  uninstall(): void;
}

export interface OfficeNodeOptions extends HostOptions {
  readonly requirementSets?: Readonly<Record<string, string>>;
}

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- the sandbox holds the library's globals, private ones among them */
type Sandbox = Record<string, any>;

let library: Script | undefined;

/** The library as npm installed it: read and run, never copied. It is compiled once for all workbooks of a test file. */
function libraryScript(): Script {
  const filename = createRequire(__filename).resolve("@microsoft/office-js/dist/excel-win32-16.01.debug.js");
  return (library ??= new Script(readFileSync(filename, "utf8"), { filename }));
}

/**
 * Loads the genuine office.js into Node and lets our host answer it. The library itself turns transport faults into its errors, cuts large
 * writes into pieces and keeps track of ranges. Only its session is replaced, which the library allows for tests.
 */
export function loadOffice(model: HostModel, options: OfficeNodeOptions = {}): OfficeNode {
  const sandbox: Sandbox = { console, Promise, clearTimeout };
  // The library repeats a failed clean-up after five seconds. It is dropped, because it must not run into other tests.
  sandbox["setTimeout"] = (work: () => void, delay: number) => (delay >= 1000 ? 0 : setTimeout(work, delay));
  sandbox["window"] = sandbox;
  sandbox["navigator"] = { userAgent: "node" };
  sandbox["location"] = { href: "https://localhost/", search: "" };
  createContext(sandbox);
  libraryScript().runInContext(sandbox);
  const extension = sandbox["OfficeExtension"];

  const requirements = requirementCheck(options.requirementSets ?? REQUIREMENT_SETS);
  // The library asks `window.Office.context`, which only a real host's answer would fill.
  const officeObject = Object.create(sandbox["Office"], { context: { value: { requirements, platform: "PC" } } });
  sandbox["window"] = Object.create(sandbox, { Office: { value: officeObject } });

  const host = createHost(model, {
    ...options,
    onMessages(entries) {
      options.onMessages?.(entries);
      extension._testTriggerRichApiMessageEvent({ entries });
    },
    onProblem(error) {
      // A fault of the host must fail the test instead of passing for a refusal.
      if (options.onProblem) options.onProblem(error);
      else throw error;
    },
  });
  const office: OfficeNode = {
    Excel: sandbox["Excel"],
    OfficeExtension: extension,
    host,
    roundTrips: [],
    faultAt: () => undefined,
    afterRoundTrip: () => undefined,
    install: () =>
      Object.assign(globalThis, { Excel: sandbox["Excel"], OfficeExtension: extension, Office: officeObject }),
    uninstall() {
      for (const name of ["Excel", "OfficeExtension", "Office"]) Reflect.deleteProperty(globalThis, name);
    },
  };
  sandbox["OSF"].DDA.RichApi = {
    executeRichApiRequestAsync: (message: unknown[], callback: (result: unknown) => void) =>
      void carry(office, String(message[4])).then(callback),
  };
  const session = new extension.SessionBase();
  session.getEventRegistration = (id: string) => extension.GenericEventRegistration.getGenericEventRegistration(id);
  extension.SessionBase._overrideSession = session;
  extension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  return office;
}

async function carry(office: OfficeNode, body: string): Promise<unknown> {
  const number = office.roundTrips.length;
  const { Actions } = JSON.parse(body) as BatchRequest;
  const note = (response: string) => {
    office.roundTrips.push({
      requestBytes: Buffer.byteLength(body),
      responseBytes: Buffer.byteLength(response),
      actions: Actions.length,
      cleanUp: Actions.every((action) => action.Name === "_RemoveReference" || action.ActionType === 1),
    });
  };
  const fault = office.faultAt(number);
  const tooLong = Buffer.byteLength(body) > MAX_BYTES;
  if (tooLong || (fault && !fault.executed)) {
    note("");
    return failed(tooLong ? 5103 : fault!.code);
  }
  // The answer comes after the call has returned, as from a real host.
  await Promise.resolve();
  const response = await office.host.execute(body);
  note(response);
  office.afterRoundTrip(number);
  if (fault) return failed(fault.code);
  if (Buffer.byteLength(response) > MAX_BYTES) return failed(5104);
  return { status: "succeeded", value: { data: [200, [], response] } };
}

function failed(code: number): unknown {
  return { status: "failed", error: { code, message: `transport fault ${code}` } };
}

function requirementCheck(sets: Readonly<Record<string, string>>) {
  const parts = (version: string) => version.split(".").map(Number);
  return {
    isSetSupported(name: string, version: string | number = "1.1") {
      const has = Object.entries(sets).find(([set]) => set.toLowerCase() === name.toLowerCase())?.[1];
      if (has === undefined) return false;
      const [major = 0, minor = 0] = parts(has);
      const [wantedMajor = 0, wantedMinor = 0] = parts(String(version));
      return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
    },
  };
}
