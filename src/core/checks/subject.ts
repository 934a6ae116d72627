import { readContents } from "../book/contents";
import type { BookContents } from "../book/contents";
import { foldName } from "../cell/cell";
import type { SourceTable } from "../cell/table";
import { concerns, isEvaluation } from "./evaluations";
import type { EvaluationSource } from "./evaluations";

/** What the checks look at: the contents of a workbook, or of one rubric of it, and the sheets that Fill wrote. */
export interface CheckSubject extends BookContents {
  /** Sheets that Fill wrote, as they stand now. */
  readonly evaluations: readonly EvaluationSource[];
  /** Only findings about this period's data are wanted; undefined: about all. */
  readonly period: string | undefined;
}

/** What findings are asked for: those of one rubric, of one period's data; all where nothing is stated. */
export interface CheckScope {
  readonly rubric?: string | undefined;
  readonly period?: string | undefined;
}

/** Puts together what is checked. */
export function subjectOf(
  contents: BookContents,
  evaluations: readonly EvaluationSource[] = [],
  period?: string,
): CheckSubject {
  return { ...contents, evaluations, period };
}

/** The subject narrowed to a scope: findings outside it are left out. */
export function narrowTo(subject: CheckSubject, scope: CheckScope): CheckSubject {
  const evaluations = subject.evaluations.filter((each) => concerns(each, scope));
  const narrowed = subjectOf(subject, evaluations, scope.period);
  if (scope.rubric === undefined) return narrowed;
  const key = foldName(scope.rubric);
  return {
    ...narrowed,
    rubrics: subject.rubrics.filter((each) => foldName(each.name) === key),
    known: subject.known.filter((each) => foldName(each.rubric.name) === key),
  };
}

/** The subject of a whole workbook, from its tables and the sheets that Fill wrote. */
export function readSubject(sources: readonly SourceTable[], earlier?: BookContents): CheckSubject {
  const tables = sources.filter((source) => !isEvaluation(source));
  return subjectOf(readContents(tables, earlier), sources.filter(isEvaluation));
}
