import type { EvaluationMark } from "../core/evaluation/mark";
import { readMark } from "../core/evaluation/mark";
import { planEvaluationSheet } from "../core/evaluation/plan-evaluation";
import type { SheetPlan } from "../core/evaluation/plan";
import { cellText, foldName } from "../core/cell/cell";
import type { EvaluationSet } from "../core/scoring/evaluation";
import { metricsFingerprint, rubricFingerprint } from "../core/scoring/fingerprint";
import type { Locale } from "../core/text/locale";
import type { AppliedChange, Progress, WorkbookPort } from "../workbook/port";
import type { Book } from "./read-book";
import type { ScoreOutcome } from "./score";
import { scoreBook } from "./score";

export interface FillPlan {
  readonly sheet: SheetPlan;
  /** Whether a sheet of that name was there when the book was read; replacing it must be confirmed. */
  readonly exists: boolean;
}

/** A sheet that the product wrote and that no longer stands for the present rubric or data. */
export interface StaleEvaluation {
  readonly sheet: string;
  readonly rubricChanged: boolean;
  readonly metricsChanged: boolean;
}

/** Fingerprint of several rubrics together: each one's, in the order of the rubric table. */
export function fingerprintOf(sets: readonly EvaluationSet[]): string {
  const all = sets.map((set) => rubricFingerprint(set.rubric));
  if (all.length <= 1) return all[0] ?? "0".repeat(16);
  // Sixteen digits again: the exclusive or of the parts, turned by their place so that an exchange shows.
  let result = 0n;
  all.forEach((part, index) => {
    const turn = BigInt((index * 8) % 64);
    const value = BigInt(`0x${part}`);
    result ^= ((value << turn) | (value >> (64n - turn))) & 0xffffffffffffffffn;
  });
  return result.toString(16).padStart(16, "0");
}

function markOf(book: Book, sets: readonly EvaluationSet[], period: string): EvaluationMark {
  return { period, rubric: fingerprintOf(sets), metrics: metricsFingerprint(sets, book.subject.metrics!) };
}

/** Plans what Fill would write. The outcome must hold scores: an outcome with errors has nothing to fill. */
export function planEvaluation(book: Book, outcome: ScoreOutcome, locale: Locale): FillPlan {
  if (outcome.sets.length === 0)
    throw new Error(`nothing was scored in ${outcome.period || "any period"}, so there is nothing to fill`);
  const sheet = planEvaluationSheet(outcome.sets, markOf(book, outcome.sets, outcome.period), locale);
  const exists = book.snapshot.sheets.some((each) => each.name.toLowerCase() === sheet.name.toLowerCase());
  return { sheet, exists };
}

/** Writes the planned sheet. Without `replace` a sheet of that name is refused; a failure or cancel leaves the workbook as it was. */
export function fillEvaluation(
  port: WorkbookPort,
  plan: FillPlan,
  options: Progress & { readonly replace: boolean },
): Promise<AppliedChange> {
  const { replace, ...progress } = options;
  return port.apply({ sheets: [plan.sheet], edits: [] }, { ...progress, replace: replace ? [plan.sheet.name] : [] });
}

/** Sheets that the product wrote whose rubric or metrics have changed since. */
export function staleEvaluations(book: Book): readonly StaleEvaluation[] {
  const marked = book.snapshot.sheets.flatMap((sheet) => {
    const mark = readMark(sheet.head.map(cellText).join(" "));
    return mark && sheet.visible ? [{ sheet: sheet.name, mark }] : [];
  });
  return marked.flatMap(({ sheet, mark }) => {
    const now = currentMarks(book, mark.period);
    const sameRubric = now.filter((current) => current.rubric === mark.rubric);
    const rubricChanged = sameRubric.length === 0;
    const metricsChanged = !(rubricChanged ? now : sameRubric).some((current) => current.metrics === mark.metrics);
    return rubricChanged || metricsChanged ? [{ sheet, rubricChanged, metricsChanged }] : [];
  });
}

/** Marks that a Fill of this period would write now: for all rubrics together, and for each one alone. */
function currentMarks(book: Book, period: string): readonly EvaluationMark[] {
  const { summary } = book;
  const known = summary.periods.find((each) => foldName(each) === foldName(period));
  if (known === undefined) return [];
  const choices =
    summary.rubrics.length > 1 ? [undefined, ...summary.rubrics.map((rubric) => rubric.name)] : [undefined];
  return choices.flatMap((rubric) => {
    const { sets } = scoreBook(book, { period: known, rubric });
    return sets.length > 0 ? [markOf(book, sets, known)] : [];
  });
}
