import { WorkbookFailure, type FailureKind } from "../failure";

/** Kinds by the code of OfficeExtension.Error. Codes are the same in every language and version; messages are not. */
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
  MemoryLimitReached: "memory",
  OperationCellsExceedLimit: "too-large",
  InvalidOrTimedOutSession: "session",
  InvalidRequestContext: "session",
  RequestAborted: "session",
  ServiceNotAvailable: "session",
  Unauthenticated: "session",
  ApiNotFound: "unsupported",
  ApiNotAvailable: "unsupported",
  NotImplemented: "unsupported",
  UnsupportedFeature: "unsupported",
  UnsupportedOperation: "unsupported",
  UnsupportedSheet: "chart-sheet",
  InactiveWorkbook: "behind",
  InvalidSelection: "behind",
  FilteredRangeConflict: "filtered",
  MergedRangeConflict: "merged",
  PivotTableRangeConflict: "pivot",
};

/** Excel answers these with GeneralException while another workbook is in front, or while a chart is. */
const NEEDS_FRONT = /^(WorksheetCollection\.add|Worksheet\.(activate|delete)|Range\.select|WorksheetFreezePanes\.)/i;

interface OfficeError extends Error {
  readonly code: string;
  readonly debugInfo?: { readonly errorLocation?: string };
}

/** Turns any error into the failure that the pane tells. */
export function toFailure(error: unknown): WorkbookFailure {
  if (error instanceof WorkbookFailure) return error;
  if (!isOfficeError(error)) return new WorkbookFailure("unknown", String(error), { cause: error });
  const place = error.debugInfo?.errorLocation;
  const detail = `${error.code}${place ? ` at ${place}` : ""}: ${error.message}`;
  const behind = error.code === "GeneralException" && NEEDS_FRONT.test(place ?? "");
  return new WorkbookFailure(behind ? "behind" : (KINDS[error.code] ?? "unknown"), detail, { cause: error });
}

/** Runs work on the workbook and turns every error into a WorkbookFailure. */
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
 * Tells whether Excel certainly did nothing of the request. It takes no request while a cell is being edited. After any other error it may
 * have done a part, or all with only the reply lost.
 */
export function wasRefused(error: unknown): boolean {
  return isOfficeError(error) && error.code === "InvalidOperationInCellEditMode";
}

/** Tells whether Excel refused the question for the active sheet. */
export function isAboutActiveSheet(error: unknown): boolean {
  if (!isOfficeError(error)) return false;
  const place = error.debugInfo?.errorLocation ?? "";
  return error.code === "UnsupportedSheet" || /getActiveWorksheet/i.test(place);
}

// The test is by shape, because a library in another frame has other classes.
function isOfficeError(error: unknown): error is OfficeError {
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    typeof error.code === "string" &&
    "message" in error
  );
}
