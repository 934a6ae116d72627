import type { RichApiMessage } from "./protocol";

const CATEGORY = 1;
const MESSAGE = { invoke: 1000, cancel: 1001 } as const;
const FLAG = { cancelable: 1, streaming: 2, errorsAsArguments: 4 } as const;

export type CustomFunctionValue = string | number | boolean | null;

/** An error of a cell. Only #VALUE! and #N/A carry a message. */
export interface CustomFunctionError {
  readonly error: string;
  readonly message?: string;
}

/** A scalar, or the rows of a result that spills. */
export type CustomFunctionResult =
  CustomFunctionValue | CustomFunctionError | readonly (readonly (CustomFunctionValue | CustomFunctionError)[])[];

export type CustomFunctionArgument = CustomFunctionValue | CustomFunctionError | readonly CustomFunctionArgument[];

export interface CustomFunctionCall {
  /** Id in the metadata, without the namespace: `LINEARSCORE`. */
  readonly name: string;
  readonly args: readonly CustomFunctionArgument[];
  /** The calling cell, `Calls!G2`. */
  readonly address: string;
  readonly parameterAddresses?: readonly unknown[];
  readonly cancelable?: boolean;
  readonly streaming?: boolean;
  /** True if the function accepts errors as arguments. Otherwise the host must not call it with an error. */
  readonly errorsAsArguments?: boolean;
}

interface Waiting {
  readonly streaming: boolean;
  readonly onResult: (result: CustomFunctionResult) => void;
}

const ERROR_BY_CODE: Readonly<Record<number, string>> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
};
/** Codes for a function name that the runtime does not know. */
const NOT_FOUND = new Set([9, 10]);

/** Calls custom functions through the library's runtime, over any transport of messages. */
export class CustomFunctionCalls {
  readonly #send: (messages: readonly RichApiMessage[]) => void;
  readonly #waiting = new Map<number, Waiting>();
  readonly #ready: Promise<void>;
  #markReady: () => void = () => undefined;
  #isReady = false;
  #nextId = 1;

  constructor(send: (messages: readonly RichApiMessage[]) => void) {
    this.#send = send;
    this.#ready = new Promise((resolve) => {
      this.#markReady = resolve;
    });
  }

  /** Resolves when the runtime takes calls. Earlier calls would be lost. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  /** Number of calls without an answer. */
  get pending(): number {
    return this.#waiting.size;
  }

  /** The runtime is ready. It reports this again after a reload of the add-in, which voids the old page's calls. */
  setReady(): void {
    if (this.#isReady) this.#waiting.clear();
    this.#isReady = true;
    this.#markReady();
  }

  /**
   * Sends a wave of calls as one message. Results arrive one by one, in any order; a streaming call has several. Returns the ids in the
   * order of the calls.
   */
  invoke(
    calls: readonly CustomFunctionCall[],
    onResult: (call: number, result: CustomFunctionResult) => void,
  ): number[] {
    if (!this.#isReady) throw new Error("CustomFunctionCalls.invoke: the runtime is not ready");
    const ids = calls.map(() => this.#nextId++);
    calls.forEach((call, at) =>
      this.#waiting.set(ids[at]!, { streaming: call.streaming === true, onResult: (result) => onResult(at, result) }),
    );
    if (calls.length > 0) this.#send(calls.map((call, at) => invocation(ids[at]!, call)));
    return ids;
  }

  cancel(ids: readonly number[]): void {
    const open = ids.filter((id) => this.#waiting.delete(id));
    if (open.length > 0) this.#send(open.map((id) => message(MESSAGE.cancel, id, { invocationId: id })));
  }

  /** Takes the rows of SetInvocationArrayResults: [id, succeeded, value, error code if failed, times]. */
  accept(rows: unknown): void {
    if (!Array.isArray(rows)) throw new TypeError("SetInvocationArrayResults: no rows");
    for (const row of rows as unknown[][]) {
      const [id, succeeded, value, code] = row as [number, boolean, unknown, number];
      const waiting = this.#waiting.get(id);
      // The answer belongs to a call that was cancelled meanwhile.
      if (!waiting) continue;
      if (!waiting.streaming) this.#waiting.delete(id);
      waiting.onResult(succeeded ? resultOf(value) : failure(value, code));
    }
  }
}

function message(messageType: number, id: number, content: unknown): RichApiMessage {
  const common = { messageCategory: CATEGORY, targetId: "", id: `call${id}`, isRemoteOverride: false };
  return { ...common, messageType, message: JSON.stringify(content) };
}

function invocation(id: number, call: CustomFunctionCall): RichApiMessage {
  const flags =
    (call.cancelable ? FLAG.cancelable : 0) |
    (call.streaming ? FLAG.streaming : 0) |
    (call.errorsAsArguments ? FLAG.errorsAsArguments : 0);
  const args = call.args.map(argument);
  return message(MESSAGE.invoke, id, [id, call.name, args, call.address, flags, call.parameterAddresses ?? null]);
}

function argument(value: CustomFunctionArgument): unknown {
  if (Array.isArray(value)) return value.map(argument);
  return isError(value) ? { type: "CustomFunctionError", code: value.error } : value;
}

function isError(value: unknown): value is CustomFunctionError {
  return typeof value === "object" && value !== null && "error" in value;
}

function resultOf(value: unknown): CustomFunctionResult {
  if (!Array.isArray(value)) return scalar(value);
  const rows = value.map((row: unknown) => (Array.isArray(row) ? row.map(scalar) : [scalar(row)]));
  const width = rows[0]?.length ?? 0;
  return width === 0 || rows.some((row) => row.length !== width) ? { error: "#VALUE!" } : rows;
}

/** Excel shows null as 0, also inside an array. */
function scalar(value: unknown): CustomFunctionValue | CustomFunctionError {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  // A NaN inside an array has become null on the way. Alone it arrives as a failure.
  if (typeof value === "number") return Number.isFinite(value) ? value : { error: "#NUM!" };
  const { type, basicValue, code, message: text } = value as Record<string, unknown>;
  if (type === "FormattedNumber" && typeof basicValue === "number") return basicValue;
  if (type === "Error" || type === "CustomFunctionError") {
    const error = String(basicValue ?? code ?? "#VALUE!");
    return typeof text === "string" && text !== "" ? { error, message: text } : { error };
  }
  return { error: "#VALUE!" };
}

function failure(value: unknown, code: number): CustomFunctionError {
  if (value === "NaN" || value === "Infinity") return { error: "#NUM!" };
  if (NOT_FOUND.has(code)) return { error: "#NAME?" };
  // Codes 2 and 3 are an exception and a rejected promise. Excel shows #VALUE!.
  const error = ERROR_BY_CODE[code] ?? "#VALUE!";
  const explains = error === "#VALUE!" || error === "#N/A";
  return explains && typeof value === "string" && value !== "" ? { error, message: value } : { error };
}
