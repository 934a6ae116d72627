import { cellText } from "../core/cell/cell";
import type { EvaluationMark } from "../core/evaluation/mark";
import { evaluationSheetName, readMark } from "../core/evaluation/mark";
import { planEvaluationSheet } from "../core/evaluation/plan-evaluation";
import type { Metrics } from "../core/metrics/metrics";
import type { SheetPlan } from "../core/plan/plan";
import type { EvaluationSet } from "../core/scoring/model/evaluation";
import type { Staleness } from "../core/checks/evaluations";
import type { Locale } from "../core/text/locale";
import type { AppliedPlan, Progress, SheetInfo, WorkbookPort } from "../workbook/port";
import { WorkbookFailure } from "../workbook/failure";
import { markOf } from "./mark";
import type { Book } from "./book";
import { readBook, type ReadBookOptions } from "./read-book";
import type { ScoreOutcome } from "./score";

/** Plans the sheet of an evaluation, after the sheets that it refers to. */
type SheetPlanner = (
  sets: readonly EvaluationSet[],
  metrics: Metrics,
  mark: EvaluationMark,
  locale: Locale,
  name: string,
) => readonly SheetPlan[];

const planValues: SheetPlanner = (sets, _metrics, mark, locale, name) => [
  planEvaluationSheet(sets, mark, locale, name),
];

export interface FillPlan {
  readonly sheet: SheetPlan;
  /** Sheets that the sheet's formulas refer to. They are written before it. */
  readonly beside: readonly SheetPlan[];
  /** Whether a sheet of one of the names existed at the reading. A person must confirm its replacement. */
  readonly exists: boolean;
  /** Fingerprints of the scored rubric and data. They must still hold when the sheet is written. */
  readonly mark: EvaluationMark;
  readonly onlyRubric: string | undefined;
}

/** A sheet that the product wrote for a rubric or data that have changed since. */
export interface StaleEvaluation extends Staleness {
  readonly sheet: string;
}

function sheetOf({ snapshot }: Book, name: string): SheetInfo | undefined {
  return snapshot.sheets.find((each) => each.name.toLowerCase() === name.toLowerCase());
}

/** Whether Fill wrote the sheet of this name for another period, which must not be replaced. */
function isOfOtherPeriod(book: Book, name: string, period: string): boolean {
  const mark = readMark((sheetOf(book, name)?.head ?? []).map(cellText).join(" "));
  return mark !== undefined && !book.subject.calendar.same(mark.period, period);
}

/**
 * Plans the sheet that Fill writes. The outcome must hold scores: one with errors has nothing to fill.
 *
 * @param planSheets what the cells hold; values if left out
 */
export function planEvaluation(
  book: Book,
  outcome: ScoreOutcome,
  locale: Locale,
  planSheets: SheetPlanner = planValues,
): FillPlan {
  const { metrics } = book.subject;
  if (!metrics || outcome.sets.length === 0) {
    throw new Error(`nothing was scored in ${outcome.period || "any period"}, so there is nothing to fill`);
  }
  // A rubric chosen out of several gets a sheet of its own. A single rubric gets the sheet of the period.
  const onlyRubric = book.summary.rubrics.length > 1 ? outcome.rubric : undefined;
  const mark = markOf(book, outcome.period, onlyRubric);
  const usual = evaluationSheetName(outcome.period, onlyRubric);
  // Names of sheets cannot hold all that names of periods hold, so those of two periods may be the same.
  const name = isOfOtherPeriod(book, usual, outcome.period)
    ? evaluationSheetName(outcome.period, onlyRubric, true)
    : usual;
  const sheets = planSheets(outcome.sets, metrics, mark, locale, name);
  const sheet = sheets.at(-1)!;
  const beside = sheets.slice(0, -1);
  const exists = sheets.some((each) => sheetOf(book, each.name) !== undefined);
  return { sheet, beside, exists, mark, onlyRubric };
}

/**
 * Writes the planned sheet. Without `replace`, an existing sheet of that name is refused. A failure or cancel leaves the workbook as it
 * was.
 *
 * The workbook is read once more before writing, except the parts that `earlier` keeps. If rubric or data differ from the scored ones, Fill
 * fails with `changed` and writes nothing.
 */
export async function fillEvaluation<Applied extends AppliedPlan>(
  port: WorkbookPort<Applied>,
  plan: FillPlan,
  options: Pick<ReadBookOptions, "earlier"> & Progress & { readonly replace: boolean },
): Promise<Applied> {
  const { replace, earlier, ...progress } = options;
  const now = await readBook(port, {
    tablesOnly: true,
    ...(earlier ? { earlier } : {}),
    ...(progress.signal ? { signal: progress.signal } : {}),
  });
  const { mark } = plan;
  const current = now.subject.metrics && markOf(now, mark.period, plan.onlyRubric);
  if (current?.rubric !== mark.rubric || current.metrics !== mark.metrics) {
    throw new WorkbookFailure("changed", `rubric or metrics of ${mark.period} are not those that were scored`);
  }
  const sheets = [...plan.beside, plan.sheet];
  return port.apply({ sheets, edits: [] }, { ...progress, replace: replace ? sheets.map(({ name }) => name) : [] });
}

/** Written sheets whose rubric or metrics have changed since. Compares fingerprints and scores nothing. */
export function staleEvaluations(book: Book): readonly StaleEvaluation[] {
  return book.subject.evaluations.flatMap(({ sheet, evaluation }) => {
    const stale = evaluation.stale();
    return stale ? [{ sheet, ...stale }] : [];
  });
}
