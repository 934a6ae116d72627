import type { Finding } from "../core/checks/finding";
import type { EvaluationSet } from "../core/scoring/model/evaluation";
import { dependsOn, scorePeriod } from "../core/scoring/period/score-period";
import { foldName } from "../core/cell/cell";
import { subjectOf } from "../core/checks/subject";
import { checkBook } from "./check";
import type { Book } from "./book";

export interface ScoreOutcome {
  readonly period: string;
  /** The requested rubric; undefined for all. */
  readonly rubric: string | undefined;
  /** An error among them means that nothing was scored. */
  readonly findings: readonly Finding[];
  /** One per rubric that has agents in the period. */
  readonly sets: readonly EvaluationSet[];
}

/**
 * Scores a period by one or all rubrics of the workbook. The default is the newest period. A finding of level error stops scoring: no total
 * is better than one that might be wrong.
 */
export function scoreBook(
  book: Book,
  options: { readonly period?: string | undefined; readonly rubric?: string | undefined } = {},
): ScoreOutcome {
  const { subject, summary } = book;
  const { metrics, rubrics } = subject;
  const wanted = options.period;
  const period =
    summary.periods.find((each) => wanted === undefined || subject.calendar.same(each, wanted)) ?? wanted ?? "";
  const { rubric } = options;
  // Results that depend on other rubrics are only as sound as those rubrics.
  const needsAll =
    metrics !== undefined &&
    rubrics.some(
      (each) =>
        (rubric === undefined || foldName(each.name) === foldName(rubric)) &&
        (dependsOn(each, metrics, "team") || dependsOn(each, metrics, "periods")),
    );
  // Filled sheets say nothing about the new scores.
  const findings = checkBook(
    { ...book, subject: subjectOf(subject) },
    { rubric: needsAll ? undefined : rubric, period },
  );
  if (findings.some((finding) => finding.severity === "error") || !metrics || period === "")
    return { period, rubric, findings, sets: [] };
  return { period, rubric, findings, sets: scorePeriod({ ...subject, metrics }, period, rubric) };
}
