import { foldName } from "../core/cell/cell";
import type { ReadTable } from "../core/cell/table";
import { holds } from "../core/cell/table";
import type { RubricChange, RubricSide } from "../core/analysis/compare/rubric-change";
import { diffRubrics } from "../core/analysis/compare/changes";
import type { RubricEffect } from "../core/analysis/compare/effect";
import { effectOf } from "../core/analysis/compare/effect";
import type { Rubric } from "../core/rubric/rubric";
import type { Finding } from "../core/checks/finding";
import { swapRubric } from "../core/book/swap-rubric";
import type { BookContents } from "../core/book/contents";
import { narrowTo, subjectOf } from "../core/checks/subject";

import { ALL_CHECKS, validate } from "../core/checks/validate";
import type { EvaluationSet } from "../core/scoring/model/evaluation";
import { dependsOn, scorePeriod } from "../core/scoring/period/score-period";
import { rowsOf } from "../core/scoring/gather/rows";
import type { Book } from "./book";

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
  readonly findings: ComparisonFindings;
  readonly effect: RubricEffect | undefined;
}

/** Errors that keep a rubric from being scored; with one of them there is no effect. */
export interface ComparisonFindings {
  /** In the tables of the first rubric's workbook that hold rules, then of the second's. */
  readonly before: readonly Finding[];
  readonly after: readonly Finding[];
  /** In the data of the agents, by which both are checked; each once. */
  readonly data: readonly Finding[];
}

const NO_FINDINGS: ComparisonFindings = { before: [], after: [], data: [] };

/** All of them, in the order in which they are told. */
export const allFindings = ({ before, after, data }: ComparisonFindings): readonly Finding[] => [
  ...before,
  ...after,
  ...data,
];

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
    const findings = sortOut([ofFirst, ofSecond], agents, period);
    if (allFindings(findings).length > 0) {
      blocked ??= { ...names, period, agents, findings, effect: undefined };
      continue;
    }
    const effect = effectOf(scoreBy(ofFirst, agents, period), scoreBy(ofSecond, agents, period), pairs);
    return { ...names, period, agents, findings, effect };
  }
  return (
    blocked ?? { ...names, period: options.period ?? "", agents: undefined, findings: NO_FINDINGS, effect: undefined }
  );
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

function standFor({ book }: RubricRef, rubric: Rubric, agents: RubricRef): BookContents {
  return swapRubric(book.subject, rubric, agents.book.subject, agents.rubric);
}

function errorsOf(subject: BookContents, { rubric }: RubricRef, period: string): readonly Finding[] {
  const chosen = subject.rubrics[0]!;
  // Results that depend on others are only as sound as the rubrics of those.
  const needsAll = (["team", "periods"] as const).some((input) => dependsOn(chosen, subject.metrics!, input));
  const narrowed = narrowTo(subjectOf(subject), { rubric: needsAll ? undefined : rubric, period });
  return validate(narrowed).filter(({ severity }) => severity === "error");
}

/** The errors of both workbooks by where they are. Both have the same data, of which an error is told once. */
function sortOut(both: readonly [BookContents, BookContents], agents: RubricRef, period: string): ComparisonFindings {
  const data = new Map<string, Finding>();
  const [before, after] = both.map((subject) =>
    errorsOf(subject, agents, period).filter((finding) => {
      if (!isOfData(finding, subject)) return true;
      data.set(JSON.stringify([finding.code, finding.at, finding.data]), finding);
      return false;
    }),
  );
  return { before: before!, after: after!, data: [...data.values()] };
}

/** Rules and data may stand on one sheet, and, of two workbooks, in the very same cells of it. */
function isOfData({ code, at }: Finding, { tables }: BookContents): boolean {
  const { rubric, scales, settings, metrics, ledger, ratings, baseline } = tables;
  const isIn = (places: readonly (ReadTable<string> | undefined)[]): boolean =>
    at !== undefined && places.some((table) => table !== undefined && holds(table.source, at));
  if (!isIn([metrics, ledger, ratings, baseline])) return false;
  return !isIn([rubric, scales, settings]) || ALL_CHECKS.some(({ id, dataOnly }) => id === code && dataOnly === true);
}

function scoreBy(subject: BookContents, { rubric }: RubricRef, period: string): EvaluationSet {
  return scorePeriod({ ...subject, metrics: subject.metrics! }, period, rubric)[0]!;
}
