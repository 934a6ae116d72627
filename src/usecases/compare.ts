import { foldName } from "../core/cell/cell";
import type { RubricChange, RubricSide } from "../core/analysis/compare/changes";
import { diffRubrics } from "../core/analysis/compare/changes";
import type { RubricEffect } from "../core/analysis/compare/effect";
import { effectOf } from "../core/analysis/compare/effect";
import type { Rubric } from "../core/rubric/rubric";
import type { Finding } from "../core/rules/finding";
import { standIn } from "../core/rules/stand-in";
import type { CheckSubject } from "../core/rules/subject";
import { narrowTo } from "../core/rules/subject";
import { validate } from "../core/rules/validate";
import type { EvaluationSet } from "../core/scoring/evaluation";
import { dependsOn, scorePeriod } from "../core/scoring/score-period";
import { rowsOf } from "../core/scoring/rows";
import type { Book } from "./read-book";

/** A rubric of a book, by its name. */
export interface RubricRef {
  readonly book: Book;
  readonly rubric: string;
}

export interface RubricComparison {
  /** Names as the workbooks spell them. */
  readonly before: string;
  readonly after: string;
  readonly changes: readonly RubricChange[];
  /** "" when neither rubric has agents. */
  readonly period: string;
  /** Whose agents and metrics were scored: of the first or of the second workbook, and the name that they are listed under. */
  readonly agents: { readonly book: Book; readonly rubric: string } | undefined;
  /** Errors that keep the first and the second rubric from being scored; with one of them there is no effect. */
  readonly findings: { readonly before: readonly Finding[]; readonly after: readonly Finding[] };
  readonly effect: RubricEffect | undefined;
}

/**
 * Compares two rubrics of one workbook, or of two: what changed, and what it means for the agents of a period, scored by both from the same
 * metrics. The agents are those of the first rubric; where it has none in the period, those of the second. Of two workbooks the metrics of
 * the first count, unless only those of the second can be scored by both. Nothing is written.
 *
 * @param options.period left out: the newest in which there are agents
 * @throws Error when a book has no rubric of that name
 */
export function compareRubrics(
  before: RubricRef,
  after: RubricRef,
  options: { readonly period?: string | undefined } = {},
): RubricComparison {
  const [first, second] = [rubricIn(before), rubricIn(after)];
  const { changes, pairs } = diffRubrics(sideOf(before, first, after), sideOf(after, second, before));
  const names = { before: first.name, after: second.name, changes };
  let blocked: RubricComparison | undefined;
  for (const agents of groupsOf(before, after)) {
    const period = options.period ?? newestPeriod(agents);
    if (period === undefined || !hasAgents(agents, period)) continue;
    const [ofFirst, ofSecond] = [standFor(before, first, agents), standFor(after, second, agents)];
    const findings = { before: errorsOf(ofFirst, agents, period), after: errorsOf(ofSecond, agents, period) };
    if (findings.before.length > 0 || findings.after.length > 0) {
      blocked ??= { ...names, period, agents, findings, effect: undefined };
      continue;
    }
    const effect = effectOf(scoreBy(ofFirst, agents, period), scoreBy(ofSecond, agents, period), pairs);
    return { ...names, period, agents, findings, effect };
  }
  const findings = { before: [], after: [] };
  return blocked ?? { ...names, period: options.period ?? "", agents: undefined, findings, effect: undefined };
}

function rubricIn({ book, rubric }: RubricRef): Rubric {
  const found = book.subject.rubrics.find(({ name }) => foldName(name) === foldName(rubric));
  if (!found) throw new Error(`there is no rubric “${rubric}” in the book`);
  return found;
}

function sideOf({ book: { subject } }: RubricRef, rubric: Rubric, other: RubricRef): RubricSide {
  const tables = [subject.metrics, other.book.subject.metrics];
  return {
    rubric,
    scales: subject.scales,
    settings: subject.settings.forRubric(rubric.name),
    showAs: (metric) => tables.map((metrics) => metrics?.column(metric)?.showAs).find(Boolean) ?? "number",
  };
}

/** Whose agents may be taken, the first choice first. */
function groupsOf(before: RubricRef, after: RubricRef): readonly RubricRef[] {
  const books = before.book === after.book ? [before.book] : [before.book, after.book];
  return books.flatMap((book) => [
    { book, rubric: before.rubric },
    ...(foldName(before.rubric) === foldName(after.rubric) ? [] : [{ book, rubric: after.rubric }]),
  ]);
}

function newestPeriod(agents: RubricRef): string | undefined {
  return agents.book.summary.periods.find((period) => hasAgents(agents, period));
}

function hasAgents({ book, rubric }: RubricRef, period: string): boolean {
  const { metrics, rubricNames } = book.subject;
  if (!metrics) return false;
  const isOnly = rubricNames.length === 1 || metrics.coded("rubric").texts.every((text) => text === "");
  return rowsOf(metrics, rubric, period, isOnly).length > 0;
}

function standFor({ book }: RubricRef, rubric: Rubric, agents: RubricRef): CheckSubject {
  return standIn(book.subject, rubric, agents.book.subject, agents.rubric);
}

function errorsOf(subject: CheckSubject, { rubric }: RubricRef, period: string): readonly Finding[] {
  const chosen = subject.rubrics[0]!;
  // Results that depend on others are only as sound as the rubrics of those.
  const needsAll = (["team", "periods"] as const).some((input) => dependsOn(chosen, subject.metrics!, input));
  const narrowed = narrowTo(subject, { rubric: needsAll ? undefined : rubric, period });
  return validate(narrowed).filter(({ severity }) => severity === "error");
}

function scoreBy(subject: CheckSubject, { rubric }: RubricRef, period: string): EvaluationSet {
  return scorePeriod({ ...subject, metrics: subject.metrics! }, period, rubric)[0]!;
}
