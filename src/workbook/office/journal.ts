import type { SheetPlan, TableGrowth } from "../../core/plan/plan";
import type { RunBefore } from "./edits";

/** The record that takes a change back at any moment of it. It tells sheets apart by their ids, which never change. */
export interface Journal {
  /** Undefined if a chart sheet was in front. */
  readonly activeId: string | undefined;
  /** Sheets that existed before the change. */
  readonly knownIds: ReadonlySet<string>;
  readonly places: readonly Place[];
  readonly edits: EditedRun[];
  readonly growths: readonly GrownTable[];
  /** True as soon as visible sheets may have been touched. */
  committing: boolean;
  /** True once Excel accepted the request that does the work: from here on, the change may have happened. */
  begun: boolean;
  /** True once taking back has begun. The written content may then be partly gone. */
  takingBack: boolean;
  /** Backups of older changes that this change pushes out, and temporary sheets that nobody needs any more. */
  readonly outdated: readonly string[];
}

/** The place of a planned sheet in the workbook. */
export interface Place {
  readonly plan: SheetPlan;
  readonly stageName: string;
  /** Unknown until the host has told it. */
  stageId: string | undefined;
  /** The sheet to be replaced. Undefined for a new sheet. */
  readonly target: Target | undefined;
}

export interface Target {
  readonly id: string;
  /** Spelling of the workbook, which may differ from the plan in case. */
  readonly name: string;
  readonly visibility: Visibility;
  readonly backupName: string;
  backupId: string | undefined;
  readonly tableIds: readonly string[];
  /** Read before the first table is dissolved. */
  tables: readonly TableBefore[];
  /** Excel tells panes only while the workbook is in front, so they are read before anything is done. */
  panes: Frozen;
  /** Whether the sheet itself has a filter. Read before it is removed. */
  filtered: boolean;
  /** The rows in use, if some of them are hidden. */
  partlyHidden: { readonly row: number; readonly rows: number } | undefined;
}

/** Frozen rows and columns. */
export interface Frozen {
  readonly rows: number;
  readonly columns: number;
}

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

/** An Excel table on a sheet to be replaced, without its totals row. */
export interface TableBefore {
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A table that gets more rows. */
export interface GrownTable {
  readonly sheetId: string;
  readonly tableId: string;
  readonly growth: TableGrowth;
}

export interface EditedRun {
  readonly sheetId: string;
  readonly before: RunBefore;
}
