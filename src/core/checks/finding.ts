import type { CellPlace } from "../cell/place";
import type { CellEdit } from "../cell/edit";
import type { Localised } from "../text/locale";
import type { MessageText, Severity } from "../text/message";

export type { MessageText, Severity };

/**
 * A mend that one click applies. A safe fix follows from stated facts and is the only one of its finding. A suggestion
 * is a choice, possibly one of several.
 */
export interface Fix {
  readonly kind: "safe" | "suggestion";
  readonly label: Localised;
  readonly edits: readonly CellEdit[];
}

/** One result of a check. Sentences are made at display time, in the language of the display. */
export interface Finding {
  /** The stable code, which is the id of the check: `points-add-up`. */
  readonly code: string;
  readonly severity: Severity;
  readonly text: Localised<MessageText>;
  /** Undefined without a cell to point at, for instance if a table is missing. */
  readonly at: CellPlace | undefined;
  readonly related: readonly CellPlace[];
  /** Mends to choose from, the likeliest first; empty if only a person can know what is meant. */
  readonly fixes: readonly Fix[];
  /** Facts behind the sentences, for `--json` and for tests. */
  readonly data: Readonly<Record<string, string | number>>;
}

/** A finding points at this many cells one by one; the others are counted. */
export const FIRST_CELLS = 20;

/**
 * A mend of more cells than this is not offered. It would keep Excel busy for longer than a person waits, and no person
 * could review it.
 */
export const MOST_EDITS = 10_000;
