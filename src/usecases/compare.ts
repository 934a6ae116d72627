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
  /** The workbook whose agents and metrics were scored, the first or the second, and the rubric name that lists them. */
  readonly agents: { readonly book: Book; readonly rubric: string } | undefined;
  readonly findings: ComparisonFindings;
  readonly effect: RubricEffect | undefined;
}

/** Errors that keep a rubric from being scored. A comparison with one of them has no effect. */
export interface ComparisonFindings {
  /** Errors in the rule tables of the first rubric's workbook, then of the second's. */
  readonly before: readonly Finding[];
  readonly after: readonly Finding[];
  /** Errors in the agents' data, by which both rubrics are checked. Each stands here once. */
  readonly data: readonly Finding[];
}

const NO_FINDINGS: ComparisonFindings = { before: [], after: [], data: [] };

/** All findings in the order of telling. */
export const allFindings = ({ before, after, data }: ComparisonFindings): readonly Finding[] => [
  ...before,
  ...after,
  ...data,
];

/**
 * Compares two rubrics of one or two workbooks: what changed, and what the change means for the agents of a period. Both rubrics score the
 * same metrics. Nothing is written.
 *
 * The agents are those of the first rubric. If it has none in the period, they are those of the second. Of two workbooks, the metrics of
 * the first count, unless only those of the second can be scored by both rubrics.
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

/** The possible sources of agents, first choice first. */
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
  // Results that depend on other rubrics are only as sound as those rubrics.
  const needsAll = (["team", "periods"] as const).some((input) => dependsOn(chosen, subject.metrics!, input));
  const narrowed = narrowTo(subjectOf(subject), { rubric: needsAll ? undefined : rubric, period });
  return validate(narrowed).filter(({ severity }) => severity === "error");
}

/** Sorts the errors of both workbooks by their place. Both have the same data, so an error in the data is told once. */
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

/** Rules and data may share a sheet. In two workbooks they may even stand in the same cells. */
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
