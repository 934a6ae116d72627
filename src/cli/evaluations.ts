import { vetoesOf } from "../core/scoring/explain/vetoes";
import { centreRanks } from "../core/scoring/period/centre-rank";
import type { EvaluationPart, EvaluationSet } from "../core/scoring/model/evaluation";
import { STATUS, STATUS_NAMES, type StatusName } from "../core/scoring/model/status";
import { showNumber, showPercent } from "../core/text/format";
import type { Locale } from "../core/text/locale";
import { explainEvaluation, explainerOf, fingerprintOf, summarise, type Book, type ScoreOutcome } from "../usecases";
import { findingDocument, type FindingDocument } from "./findings";
import { counted } from "../core/text/plural";

interface IndicatorDocument {
  /** Points counted in the total. Null unless scored. */
  readonly points: number | null;
  /** The metric: a number, the cell's other content (`N/A`), or null for none yet. */
  readonly value: number | string | boolean | null;
  readonly status: StatusName;
  readonly why: string;
}

interface VetoDocument {
  readonly indicator: string;
  /** The word of the Critical column, in English: `cap 60`. */
  readonly effect: string;
  readonly why: string;
}

interface EvaluationDocument {
  readonly agentId: string;
  readonly name: string;
  readonly rubric: string;
  readonly team: string;
  readonly period: string;
  /** The total as shown. Null when pending. */
  readonly total: number | null;
  readonly totalExact: number | null;
  readonly grade: string | null;
  /** Rank within the role. Null without a total. */
  readonly rank: number | null;
  /** Rank within the team, among agents of the same role. Null also without a team. */
  readonly teamRank: number | null;
  /** Rank among the agents of all rubrics of the period. Null if there is only one rubric. */
  readonly centreRank: number | null;
  readonly status: StatusName;
  readonly sections: Readonly<Record<string, number>>;
  readonly indicators: Readonly<Record<string, IndicatorDocument>>;
  /** The critical items that failed. */
  readonly vetoes: readonly VetoDocument[];
  /** For an agent with several rows in the period: the total is the mean of these by days; the rest above is of the main part. */
  readonly parts?: readonly PartDocument[];
}

/** A part of an evaluation, scored by its own rubric. */
interface PartDocument extends Pick<
  EvaluationDocument,
  "rubric" | "team" | "total" | "totalExact" | "status" | "sections" | "indicators" | "vetoes"
> {
  readonly days: number;
  /** Whether its rubric and team are those of the evaluation. */
  readonly main: boolean;
}

export interface ScoreDocument {
  readonly period: string;
  readonly rubrics: readonly { readonly rubric: string; readonly fingerprint: string }[];
  readonly evaluations: readonly EvaluationDocument[];
  readonly findings: readonly FindingDocument[];
}

export function scoreDocument(book: Book, outcome: ScoreOutcome, locale: Locale): ScoreDocument {
  const { period, sets, findings } = outcome;
  return {
    period,
    rubrics: sets.map(({ rubric }) => ({
      rubric: rubric.rubric.name,
      fingerprint: fingerprintOf(book, rubric.rubric),
    })),
    evaluations: sets.flatMap((set) =>
      Array.from({ length: set.count }, (_, agent) => evaluationDocument(book, set, agent, locale)),
    ),
    findings: findings.map((finding) => findingDocument(finding, locale)),
  };
}

function evaluationDocument(book: Book, set: EvaluationSet, agent: number, locale: Locale): EvaluationDocument {
  const isScored = set.status[agent] === STATUS.scored;
  const grade = set.grade[agent]!;
  const { sections } = set.rubric.rubric;
  const parts = set.parts?.get(agent);
  return {
    agentId: set.agentIds[agent]!,
    name: set.names[agent]!,
    rubric: set.rubric.rubric.name,
    team: set.teams[agent]!,
    period: set.period,
    total: isScored ? set.total[agent]! : null,
    totalExact: isScored ? set.totalExact[agent]! : null,
    grade: isScored && grade >= 0 ? set.rubric.grades[grade]! : null,
    rank: set.rank[agent] || null,
    teamRank: set.teamRank[agent] || null,
    centreRank: centreRanks(set)?.[agent] || null,
    status: STATUS_NAMES[set.status[agent]!]!,
    sections: Object.fromEntries(sections.map((section, index) => [section.name, set.sections[index]![agent]!])),
    indicators: indicatorDocuments(book, set, agent, locale),
    ...(parts ? { parts: parts.all.map((part) => partDocument(book, part, part === parts.main, locale)) } : {}),
    vetoes: (parts?.all ?? [{ set, agent }]).flatMap((part) =>
      vetoesOf(part.set, part.agent).map(({ indicator, effect, why }) => ({ indicator, effect, why: why[locale] })),
    ),
  };
}

function partDocument(book: Book, { set, agent, days }: EvaluationPart, main: boolean, locale: Locale): PartDocument {
  const whole = evaluationDocument(book, set, agent, locale);
  const { rubric, team, total, totalExact, status, sections, indicators, vetoes } = whole;
  return { rubric, team, days, main, total, totalExact, status, sections, indicators, vetoes };
}

function indicatorDocuments(book: Book, set: EvaluationSet, agent: number, locale: Locale) {
  const explainer = explainerOf(book, set);
  const { lines } = explainEvaluation(book, set, agent, locale);
  return Object.fromEntries(
    lines.map((line, index): [string, IndicatorDocument] => {
      const { cell, counted, value } = explainer.indicator(agent, index);
      const shown =
        ["number", "duration", "logical"].includes(cell.kind) && "value" in cell ? cell.value : value[locale];
      return [
        line.indicator,
        { points: counted ?? null, value: cell.kind === "blank" ? null : shown, status: line.status, why: line.why },
      ];
    }),
  );
}

export function refusalText(locale: Locale): string {
  return locale === "en"
    ? "Nothing was scored or written: mend the errors first.\n"
    : "未计分，也未写入任何文件：请先修正错误。\n";
}

/** The result for a person: the number of agents, the mean and the grades. */
export function outcomeText(outcome: ScoreOutcome, out: string, locale: Locale): string {
  const lines = outcome.sets.flatMap((set) => {
    const { agents, scored, pending, failed, mean, grades } = summarise(set);
    const name = set.rubric.rubric.name;
    const shown = mean === undefined ? "-" : showNumber(mean, locale);
    const head =
      locale === "en"
        ? `${name}, ${outcome.period}: ${counted(agents, "agent", "agents")}, ${scored} scored, ${pending} pending, ${failed} failed; mean ${shown}`
        : `${name}，${outcome.period}：${agents} 人，已评分 ${scored}，待定 ${pending}，无法评分 ${failed}；平均 ${shown}`;
    const shares = grades.map(({ grade, count, share }) => `${grade} ${count} (${showPercent(share, locale)})`);
    return shares.length > 0 ? [head, `  ${shares.join("  ")}`] : [head];
  });
  lines.push(locale === "en" ? `Written: ${out}` : `已写入：${out}`);
  return `${lines.join("\n")}\n`;
}
