import { WorkbookFailure } from "../../workbook/failure";
import type { Done, PaneFailure } from "./model";
import type { PaneEvent } from "./reducer";

/** What is told of an error, and during what it came up. */
export function failureOf(during: PaneFailure["during"], error: unknown): PaneFailure {
  if (error instanceof WorkbookFailure) return { during, kind: error.kind, detail: error.detail };
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { during, kind: "unknown", detail };
}

/**
 * What becomes of a change that could not be taken back. A sheet that we wrote may be overwritten if the person says so; cells of other
 * sheets in which somebody has typed since are never. Any other failure is thrown on.
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
