import { WorkbookFailure, type FailureKind } from "../../workbook/failure";
import type { Done, PaneFailure } from "./model";
import type { PaneEvent } from "./reducer";

/** The workbook is not what the pane took it for. Without a new reading, the same request would fail again. */
export const LOOK_AGAIN: ReadonlySet<FailureKind> = new Set(["changed", "gone", "half-done"]);

/** The notice of an error, with the work that failed. */
export function failureOf(during: PaneFailure["during"], error: unknown): PaneFailure {
  if (error instanceof WorkbookFailure) return { during, kind: error.kind, detail: error.detail };
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { during, kind: "unknown", detail };
}

/**
 * The notice of an undo that failed. A sheet that we wrote may be overwritten if the person agrees. Cells of other sheets are never
 * overwritten once a person has edited them. Any other failure is thrown again.
 */
export function refusalOf(error: unknown, done: Done, overwrite: boolean): PaneEvent {
  if (error instanceof WorkbookFailure) {
    const { kind, detail } = error;
    if (kind === "gone") return { type: "undo-lost", done, detail };
    const wroteSheets = done.what.kind === "applied" ? done.what.sheets.length > 0 : done.what.kind !== "mended";
    const asks = kind === "changed" && wroteSheets && !overwrite;
    if (asks) return { type: "asked-to-overwrite", done };
    if (kind === "changed") return { type: "undo-refused", done, detail };
  }
  throw error;
}
