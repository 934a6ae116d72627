import { readContents } from "../book/contents";
import type { BookContents } from "../book/contents";
import { foldName } from "../cell/cell";
import type { SourceTable } from "../cell/table";
import { concerns, isEvaluation } from "./evaluations";
import type { EvaluationSource } from "./evaluations";

/** The input of the checks: the contents of a workbook, or of one of its rubrics, and the sheets that Fill wrote. */
export interface CheckSubject extends BookContents {
  /** Sheets that Fill wrote, with their present cells. */
  readonly evaluations: readonly EvaluationSource[];
  /** Limits findings to the data of this period; undefined: no limit. */
  readonly period: string | undefined;
}

/** Limits findings to one rubric, or to one period's data; without either there is no limit. */
export interface CheckScope {
  readonly rubric?: string | undefined;
  readonly period?: string | undefined;
}

/** Combines contents, filled sheets and scope. */
export function subjectOf(
  contents: BookContents,
  evaluations: readonly EvaluationSource[] = [],
  period?: string,
): CheckSubject {
  return { ...contents, evaluations, period };
}

/** Narrows the subject to a scope, which leaves out findings outside it. */
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
