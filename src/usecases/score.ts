import type { Finding } from "../core/rules/finding";
import { compileRubric } from "../core/scoring/compile";
import type { EvaluationSet } from "../core/scoring/evaluation";
import { gatherInputs } from "../core/scoring/gather/inputs";
import { rowsOf, scoreRubric } from "../core/scoring/score";
import { foldName } from "../core/cell/cell";
import { checkBook } from "./check";
import type { Book } from "./read-book";

export interface ScoreOutcome {
  readonly period: string;
  /** The rubric that was asked for; undefined for all. */
  readonly rubric: string | undefined;
  /** An error among them means that nothing was scored. */
  readonly findings: readonly Finding[];
  /** One per rubric that has agents in the period. */
  readonly sets: readonly EvaluationSet[];
}

/**
 * Scores a period by all rubrics of the workbook, or by one. The newest period when none is stated. With a finding of level error
 * nothing is scored: a total that might be wrong is worse than none.
 */
export function scoreBook(
  book: Book,
  options: { readonly period?: string | undefined; readonly rubric?: string | undefined } = {},
): ScoreOutcome {
  const { subject, summary } = book;
  const period = options.period ?? summary.periods[0] ?? "";
  const findings = checkBook(book, { rubric: options.rubric, period });
  if (findings.some((finding) => finding.severity === "error") || !subject.metrics || period === "")
    return { period, rubric: options.rubric, findings, sets: [] };
  const { metrics, rubrics, scales, settings, ledger, ratings, baseline } = subject;
  const chosen =
    options.rubric === undefined ? rubrics : rubrics.filter(({ name }) => foldName(name) === foldName(options.rubric!));
  const sets = chosen.flatMap((rubric) => {
    const rows = rowsOf(metrics, rubric.name, period, rubrics.length === 1);
    if (rows.length === 0) return [];
    const compiled = compileRubric(rubric, scales, settings.forRubric(rubric.name));
    const inputs = gatherInputs({
      compiled,
      sources: { metrics, scales, ledger, ratings, baseline },
      period,
      rows,
      results: () => [],
    });
    return [scoreRubric(compiled, metrics, period, rows, inputs)];
  });
  return { period, rubric: options.rubric, findings, sets };
}
