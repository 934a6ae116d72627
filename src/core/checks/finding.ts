import type { CellPlace } from "../cell/place";
import type { CellEdit } from "../cell/edit";
import type { Localised } from "../text/locale";
import type { MessageText, Severity } from "../text/message";

export type { MessageText, Severity };

/**
 * A mend that can be applied with one click. A safe fix follows from what is stated and is the only one of its finding; a suggestion is a
 * choice, and there may be several to choose from.
 */
export interface Fix {
  readonly kind: "safe" | "suggestion";
  readonly label: Localised;
  readonly edits: readonly CellEdit[];
}

/** What a check found. Sentences are made when it is shown, in the language in which it is shown. */
export interface Finding {
  /** Stable code, the id of the check: `points-add-up`. */
  readonly code: string;
  readonly severity: Severity;
  readonly text: Localised<MessageText>;
  /** Undefined when nothing in the workbook can be pointed at, as when a table is missing altogether. */
  readonly at: CellPlace | undefined;
  readonly related: readonly CellPlace[];
  /** Mends to choose from, the likeliest first; empty where only a person can tell what is meant. */
  readonly fixes: readonly Fix[];
  /** Facts behind the sentences, for `--json` and for tests. */
  readonly data: Readonly<Record<string, string | number>>;
}

/** Cells that a finding points at one by one; the rest is counted. */
export const FIRST_CELLS = 20;

/** A mend of more cells than this is not offered: it would keep Excel busy for longer than a person waits, and nobody could look it over. */
export const MOST_EDITS = 10_000;
