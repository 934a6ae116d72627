import type { RawCell } from "../cell/cell";
import type { CellPlace } from "../cell/place";
import type { FormulaResults } from "../cell/table";
import type { Localised } from "../text/locale";
import type { Fix, MessageText, Severity } from "./finding";
import type { ExampleEvaluation } from "./evaluations";
import type { CheckSubject } from "./subject";

export type FindingData = Readonly<Record<string, string | number>>;

export interface ReportOptions {
  readonly related?: readonly CellPlace[];
  /** The only mend; use `fixes` to offer several. */
  readonly fix?: Fix;
  readonly fixes?: readonly Fix[];
  /**
   * Overrides the check's severity if the same mistake weighs differently, as in a rubric cell and in one agent's
   * metric.
   */
  readonly severity?: Severity;
}

export type Report<D extends FindingData> = (at: CellPlace | undefined, data: D, options?: ReportOptions) => void;

/** A small workbook for an example. Each table has its header row; its key is its name and its sheet. */
export interface ExampleTables {
  readonly Rubric: readonly (readonly RawCell[])[];
  readonly Scales?: readonly (readonly RawCell[])[];
  readonly Metrics?: readonly (readonly RawCell[])[];
  readonly Settings?: readonly (readonly RawCell[])[];
  readonly Ledger?: readonly (readonly RawCell[])[];
  readonly Ratings?: readonly (readonly RawCell[])[];
  readonly Baseline?: readonly (readonly RawCell[])[];
  /** A sheet that Fill wrote. */
  readonly Evaluation?: ExampleEvaluation;
  /** A second table of metrics. Only one is allowed. */
  readonly More?: readonly (readonly RawCell[])[];
  /** Columns of Metrics with a percentage format. */
  readonly percentColumns?: readonly string[];
  /** Columns of any table with a time format. */
  readonly timeColumns?: readonly string[];
  /** What the file says about formulas of Metrics. */
  readonly formulas?: FormulaResults;
}

/** One validation rule. One file holds everything about a check. */
export interface Check<D extends FindingData = FindingData, L extends string = string> {
  /**
   * The stable code of its findings, the same as the file name. It names the state that the check demands or forbids.
   */
  readonly id: string;
  readonly severity: Severity;
  readonly title: Localised;
  readonly message: Localised<(data: D) => MessageText>;
  /**
   * Looks at the points of agents, which are known only if no other check has found an error. Such checks run last, and
   * never report errors themselves.
   */
  readonly looksAtScores?: true;
  /**
   * Looks only at Metrics, the names of the rubrics and the requested period. Its findings hold until one of these
   * changes.
   */
  readonly dataOnly?: true;
  /**
   * Limits for reporting that no law and no rubric states: a person chose them. Contract tests demand an example near
   * each limit on either side.
   */
  readonly limits?: Readonly<Record<L, number>>;
  readonly check: (subject: CheckSubject, report: Report<D>, limits: Readonly<Record<L, number>>) => void;
  /** Workbooks without a finding of this check. */
  readonly valid: readonly ExampleTables[];
  /** Workbooks with findings of this check at exactly these cells (`Rubric!D2`), in this order. */
  readonly invalid: readonly { readonly tables: ExampleTables; readonly at: readonly string[] }[];
}

/** Declares a check. The type of the message data is stated once, and the compiler checks every message against it. */
export const defineCheck =
  <D extends FindingData>() =>
  <L extends string = never>(check: Check<D, L>): Check<D, L> =>
    check;
