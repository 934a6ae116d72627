import type { CellPlace } from "../cell/place";
import type { CellEdit } from "../cell/edit";
import type { Localised } from "../text/locale";
import type { MessageText, Severity } from "../text/message";

export type { MessageText, Severity };

/** A mend that can be applied with one click. A safe fix follows from what is stated; a suggestion is a choice. */
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
  readonly fix: Fix | undefined;
  /** Facts behind the sentences, for `--json` and for tests. */
  readonly data: Readonly<Record<string, string | number>>;
}
