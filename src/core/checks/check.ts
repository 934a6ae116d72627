import type { RawCell } from "../cell/cell";
import type { CellPlace } from "../cell/place";
import type { Localised } from "../text/locale";
import type { Fix, MessageText, Severity } from "./finding";
import type { ExampleEvaluation } from "./evaluations";
import type { CheckSubject } from "./subject";

export type FindingData = Readonly<Record<string, string | number>>;

export interface ReportOptions {
  readonly related?: readonly CellPlace[];
  /** The mend, where there is but one; `fixes` where there are several to choose from. */
  readonly fix?: Fix;
  readonly fixes?: readonly Fix[];
  /** Where the same mistake weighs differently, as in a rubric cell and in one agent's metric. */
  readonly severity?: Severity;
}

export type Report<D extends FindingData> = (at: CellPlace | undefined, data: D, options?: ReportOptions) => void;

/** A small workbook for an example: each table with its header row; the table's name is its key and its sheet. */
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
  /** A second table of metrics, which is one too many. */
  readonly More?: readonly (readonly RawCell[])[];
  /** Columns of Metrics that are formatted as percentages. */
  readonly percentColumns?: readonly string[];
}

/** One validation rule. One file holds all there is to know about it. */
export interface Check<D extends FindingData = FindingData, L extends string = string> {
  /** Equals the file name; the stable code of its findings. Named by the state it demands or forbids. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: Localised;
  readonly message: Localised<(data: D) => MessageText>;
  /**
   * Looks at what agents earn, which is only known where no other check has found an error. Such checks run last, and never report errors
   * themselves.
   */
  readonly looksAtScores?: true;
  /** Looks at nothing but Metrics, the names of the rubrics and the period asked for, so that its findings hold until one of these changes. */
  readonly dataOnly?: true;
  /**
   * Numbers from which on it reports, or no longer does, that no law and no rubric gives: somebody chose them. Contracts hold that an
   * example stands near each of them on either side.
   */
  readonly limits?: Readonly<Record<L, number>>;
  readonly check: (subject: CheckSubject, report: Report<D>, limits: Readonly<Record<L, number>>) => void;
  /** Workbooks on which it reports nothing. */
  readonly valid: readonly ExampleTables[];
  /** Workbooks on which it reports exactly at these cells (`Rubric!D2`), in this order. */
  readonly invalid: readonly { readonly tables: ExampleTables; readonly at: readonly string[] }[];
}

/** Declares a check; the data of its messages are stated once and checked everywhere. */
export const defineCheck =
  <D extends FindingData>() =>
  <L extends string = never>(check: Check<D, L>): Check<D, L> =>
    check;
