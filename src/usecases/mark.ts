import { foldName } from "../core/cell/cell";
import type { EvaluationMark } from "../core/evaluation/mark";
import type { Metrics } from "../core/metrics/metrics";
import type { Rubric } from "../core/rubric/rubric";
import type { FingerprintPart, RubricSource } from "../core/scoring/period/fingerprint";
import { metricsFingerprint, rubricFingerprint } from "../core/scoring/period/fingerprint";
import { rowsOf } from "../core/scoring/gather/rows";
import { dependsOn } from "../core/scoring/period/score-period";
import type { BookTables } from "./book";
import { latestPer } from "../core/text/once-per";

function sourceOf(book: Pick<BookTables, "subject" | "summary">, rubric: Rubric): RubricSource {
  const { scales, settings } = book.subject;
  return { rubric, scales, settings: settings.forRubric(rubric.name) };
}

/** The fingerprint of one rubric of a book, for the headless command. */
export function fingerprintOf(book: Pick<BookTables, "subject" | "summary">, rubric: Rubric): string {
  return rubricFingerprint([sourceOf(book, rubric)]);
}

/**
 * The mark that a Fill of this period would write now, for one rubric or for all rubrics with agents in the period. It covers what results
 * depend on beyond their own rows: members of teams, and periods within this one.
 */
export function markOf(
  book: Pick<BookTables, "subject" | "summary">,
  period: string,
  onlyRubric?: string,
): EvaluationMark {
  const { rubrics, metrics } = book.subject;
  if (!metrics) throw new Error("a workbook without metrics has no mark");
  const partsOf = (chosen: readonly Rubric[], wanted: string): readonly FingerprintPart[] =>
    chosen
      .map((rubric) => ({
        rubric,
        rows: rowsOf(metrics, rubric.name, wanted, rubrics.length === 1),
        period: wanted,
      }))
      .filter(({ rows }) => rows.length > 0);
  const isChosen = ({ name }: Rubric): boolean => onlyRubric === undefined || foldName(name) === foldName(onlyRubric);
  const own = partsOf(rubrics.filter(isChosen), period);
  const depends = (on: "team" | "periods"): boolean => own.some(({ rubric }) => dependsOn(rubric, metrics, on));
  const members = depends("team")
    ? partsOf(
        rubrics.filter((rubric) => !isChosen(rubric)),
        period,
      )
    : [];
  const within = depends("periods")
    ? book.summary.periods.filter((inner) => metrics.calendar.holds(period, inner))
    : [];
  const inner = within.flatMap((each) => {
    const there = partsOf(rubrics, each);
    // A rubric may read a column of rows that another rubric scores.
    const rows = Int32Array.from(there.flatMap((part) => [...part.rows]));
    return [...there, ...own.map(({ rubric }) => ({ rubric, rows, period: each }))];
  });
  const parts = [...own, ...members, ...inner];
  const read = [...new Set(parts.map(({ rubric }) => rubric))];
  return {
    period,
    rubric: rubricFingerprint(read.map((rubric) => sourceOf(book, rubric))),
    metrics: dataFingerprint(book, metrics, parts),
  };
}

/** Fingerprints by their parts. They are dropped once another table is read beside the metrics. */
const fingerprintsOf = latestPer((_metrics: Metrics, ..._tables: readonly unknown[]) => new Map<string, string>());

/** Computed once for the same data under the same reading: an edited threshold must not cost a pass over all values. */
function dataFingerprint(
  book: Pick<BookTables, "subject" | "summary">,
  metrics: Metrics,
  parts: readonly FingerprintPart[],
): string {
  const { scales, ledger, ratings, baseline } = book.subject;
  const known = fingerprintsOf(metrics, ledger, ratings, baseline);
  const key = JSON.stringify([
    parts.map(({ rubric, period, rows }) => [
      period,
      rows.length,
      rubric.name,
      rubric.indicators.map(({ name, metric, method, scale }) => [name, metric, method, scale]),
    ]),
    // The labels of a checklist name columns that are read.
    scales.map(({ name, intervals }) => [name, intervals.map(({ grade }) => grade)]),
  ]);
  const found = known.get(key) ?? metricsFingerprint(parts, { ...book.subject, metrics });
  known.set(key, found);
  return found;
}
