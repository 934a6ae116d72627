import { foldName } from "../core/cell/cell";
import type { EvaluationMark } from "../core/evaluation/mark";
import type { Rubric } from "../core/rubric/rubric";
import type { RubricSource } from "../core/scoring/fingerprint";
import { metricsFingerprint, rubricFingerprint } from "../core/scoring/fingerprint";
import { rowsOf } from "../core/scoring/score";
import type { Book } from "./read-book";

function sourceOf(book: Book, rubric: Rubric): RubricSource {
  const { scales, settings } = book.subject;
  return { rubric, scales, settings: settings.forRubric(rubric.name) };
}

/** Fingerprint of one rubric of a book, for the headless command. */
export function fingerprintOf(book: Book, rubric: Rubric): string {
  return rubricFingerprint([sourceOf(book, rubric)]);
}

/** The mark that a Fill of this period would write now: for one rubric, or for all that have agents in the period. */
export function markOf(book: Book, period: string, onlyRubric?: string): EvaluationMark {
  const { rubrics, metrics } = book.subject;
  if (!metrics) throw new Error("a workbook without metrics has no mark");
  const chosen = rubrics.filter(({ name }) => onlyRubric === undefined || foldName(name) === foldName(onlyRubric));
  const parts = chosen
    .map((rubric) => ({ rubric, rows: rowsOf(metrics, rubric.name, period, rubrics.length === 1) }))
    .filter(({ rows }) => rows.length > 0);
  return {
    period,
    rubric: rubricFingerprint(parts.map(({ rubric }) => sourceOf(book, rubric))),
    metrics: metricsFingerprint(parts, { ...book.subject, metrics }, period),
  };
}
