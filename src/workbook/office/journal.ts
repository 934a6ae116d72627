import type { SheetPlan, TableGrowth } from "../../core/plan/plan";
import type { RunBefore } from "./edits";

/** What has to be known to take a change back, at any moment of it. Sheets are told apart by their ids, which never change. */
export interface Journal {
  readonly activeId: string;
  /** Sheets that were there before. */
  readonly knownIds: ReadonlySet<string>;
  readonly places: readonly Place[];
  readonly edits: EditedRun[];
  readonly growths: readonly GrownTable[];
  /** From here on the sheets that people see may have been touched. */
  committing: boolean;
  /** Excel took the request that does the work: from here on nobody can say that nothing happened. */
  begun: boolean;
  /** Taking back has begun, so that what was written need not stand there any more. */
  takingBack: boolean;
  /** Backups of older changes that this one pushes out. */
  readonly crowdedOut: readonly string[];
}

/** Where a planned sheet goes. */
export interface Place {
  readonly plan: SheetPlan;
  readonly stageName: string;
  /** Unknown until the host has told it. */
  stageId: string | undefined;
  /** The sheet that is replaced; undefined when a new one is made. */
  readonly target: Target | undefined;
}

export interface Target {
  readonly id: string;
  /** As it is written in the workbook, which may differ from the plan in upper and lower case. */
  readonly name: string;
  readonly visibility: Visibility;
  readonly backupName: string;
  backupId: string | undefined;
  readonly tableIds: readonly string[];
  /** Known before the first of them is dissolved. */
  tables: readonly TableBefore[];
}

type Visibility = "Visible" | "Hidden" | "VeryHidden";

/** An Excel table on a sheet that is replaced, without its totals row. */
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
