import { WorkbookFailure, type FailureKind } from "../failure";

/** By the code of OfficeExtension.Error: it is the same in every language and version, the message is neither. */
const KINDS: Readonly<Record<string, FailureKind>> = {
  InvalidOperationInCellEditMode: "busy",
  WriteNotSupportedWhenModalDialogOpen: "busy",
  ActivityLimitReached: "busy",
  Conflict: "busy",
  AccessDenied: "protected",
  ItemNotFound: "gone",
  InvalidReference: "gone",
  ItemAlreadyExists: "exists",
  RequestPayloadSizeLimitExceeded: "too-large",
  ResponsePayloadSizeLimitExceeded: "too-large",
  RangeExceedsLimit: "too-large",
  OperationCellsExceedLimit: "too-large",
  InvalidOrTimedOutSession: "session",
  InvalidRequestContext: "session",
  InactiveWorkbook: "session",
  RequestAborted: "session",
  ServiceNotAvailable: "session",
  Unauthenticated: "session",
  ApiNotFound: "unsupported",
  ApiNotAvailable: "unsupported",
  NotImplemented: "unsupported",
  UnsupportedFeature: "unsupported",
  UnsupportedOperation: "unsupported",
  UnsupportedSheet: "unsupported",
};

interface OfficeError extends Error {
  readonly code: string;
  readonly debugInfo?: { readonly errorLocation?: string };
}

/** Anything that went wrong as the failure people are told about. */
export function toFailure(error: unknown): WorkbookFailure {
  if (error instanceof WorkbookFailure) return error;
  if (!isOfficeError(error)) return new WorkbookFailure("unknown", String(error), { cause: error });
  const place = error.debugInfo?.errorLocation;
  const detail = `${error.code}${place ? ` at ${place}` : ""}: ${error.message}`;
  return new WorkbookFailure(KINDS[error.code] ?? "unknown", detail, { cause: error });
}

/** Runs work on the workbook; whatever it throws comes out as a WorkbookFailure. */
export async function withPlainFailures<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toFailure(error);
  }
}

export function stopIfAsked(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new WorkbookFailure("cancelled", "Stopped by the person.");
}

/**
 * Whether Excel certainly did nothing of the request: while a cell is being edited it takes none. After any other error a part may
 * have been done, or all of it and only the reply got lost.
 */
export function wasRefused(error: unknown): boolean {
  return isOfficeError(error) && error.code === "InvalidOperationInCellEditMode";
}

// By its shape: the library may live in another frame, whose classes are not the ones we would test for.
function isOfficeError(error: unknown): error is OfficeError {
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    typeof error.code === "string" &&
    "message" in error
  );
}
