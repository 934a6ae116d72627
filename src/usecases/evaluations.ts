import type { RawCell } from "../core/cell/cell";
import { cellText, foldName } from "../core/cell/cell";
import type { EvaluationMark } from "../core/evaluation/mark";
import { evaluationSheetName, readMark } from "../core/evaluation/mark";
import type { ColumnRole } from "../core/evaluation/columns";
import { evaluationColumns, evaluationRows } from "../core/evaluation/plan-evaluation";
import { METRICS_COLUMNS } from "../core/metrics/headers";
import type { EvaluationSource, ExpectedResults, Staleness } from "../core/checks/evaluations";
import { scorePeriod } from "../core/scoring/period/score-period";
import type { Locale } from "../core/text/locale";
import type { WrittenSheet } from "../workbook/port";
import { markOf } from "./mark";
import type { BookTables } from "./book";
import { once } from "../core/text/once-per";

/** How a marked sheet relates to the present rubric and metrics. */
interface Standing {
  /** Spelling of the workbook. Undefined when the period has no agents any more. */
  readonly period: string | undefined;
  /** The rubric chosen out of several for this sheet. Known only while the sheet is current. */
  readonly rubric: string | undefined;
  readonly stale: Staleness | undefined;
}

/** Compares fingerprints and scores nothing. */
function standingOf(book: BookTables, mark: EvaluationMark): Standing {
  const { summary, subject } = book;
  const period = summary.periods.find((each) => subject.calendar.same(each, mark.period));
  if (period === undefined || !subject.metrics)
    return { period, rubric: undefined, stale: { rubricChanged: false, metricsChanged: true } };
  const choices = [undefined, ...(summary.rubrics.length > 1 ? summary.rubrics.map(({ name }) => name) : [])];
  const now = choices.map((rubric) => ({ rubric, mark: markOf(book, period, rubric) }));
  const sameRubric = now.filter((current) => current.mark.rubric === mark.rubric);
  const rubricChanged = sameRubric.length === 0;
  const same = (rubricChanged ? now : sameRubric).find((current) => current.mark.metrics === mark.metrics);
  const stale = rubricChanged || !same ? { rubricChanged, metricsChanged: !same } : undefined;
  return { period, rubric: stale ? undefined : same?.rubric, stale };
}

/** The filled sheets of a book as checks see them. Their expected content is scored on first use. */
export function evaluationsOf(book: BookTables): readonly EvaluationSource[] {
  const names = book.summary.rubrics.map(({ name }) => name);
  return book.snapshot.written.flatMap(({ sheet, values, formulas }: WrittenSheet): EvaluationSource[] => {
    const mark = readMark(
      values
        .slice(0, 3)
        .map((row) => cellText(row[0]))
        .join(" "),
    );
    if (!mark) return [];
    const standing = once(() => standingOf(book, mark));
    const expected = once(() => expectedOn(book, standing(), values));
    const rubric = names.find((name) =>
      [false, true].some(
        (apart) => evaluationSheetName(mark.period, name, apart).toLowerCase() === sheet.toLowerCase(),
      ),
    );
    const evaluation = { period: mark.period, rubric, formulas, stale: () => standing().stale, expected };
    return [{ name: sheet, sheet, row: 0, column: 0, values, formats: [], evaluation }];
  });
}

const HOLDS: Readonly<Partial<Record<ColumnRole, ExpectedResults["columns"][number]["holds"]>>> = {
  text: "identity",
  flags: "remark",
};

function expectedOn(
  { subject }: BookTables,
  { period, rubric, stale }: Standing,
  values: WrittenSheet["values"],
): ExpectedResults | undefined {
  if (stale || period === undefined || !subject.metrics) return undefined;
  const sets = scorePeriod({ ...subject, metrics: subject.metrics }, period, rubric);
  const groups = evaluationColumns(sets, languageOf(values));
  const columns = groups.flatMap((group) => group.columns);
  // Fill writes values, no formulas.
  const rows = sets.flatMap((set) => evaluationRows(set, groups) as readonly (readonly RawCell[])[]);
  return { columns: columns.map(({ header, role }) => ({ header, holds: HOLDS[role] ?? "result" })), rows };
}

/** The language of a filled sheet, taken from its agent ID header. */
function languageOf(values: WrittenSheet["values"]): Locale {
  const headers = new Set(values.slice(0, 12).flatMap((row) => row.map((cell) => foldName(cellText(cell)))));
  return METRICS_COLUMNS.agentId.names["zh-CN"].some((name) => headers.has(foldName(name))) ? "zh-CN" : "en";
}
