import { changeText } from "../core/analysis/compare/change-text";
import type { RubricChange } from "../core/analysis/compare/rubric-change";
import type { RubricEffect, TotalsSpread } from "../core/analysis/compare/effect";
import { byChange, gradeOf } from "../core/analysis/compare/effect";
import type { CellPlace } from "../core/cell/place";
import { addressOf } from "../core/cell/place";
import type { EvaluationSet } from "../core/scoring/model/evaluation";
import type { StatusName } from "../core/scoring/model/status";
import { STATUS, STATUS_NAMES } from "../core/scoring/model/status";
import { showNumber, showTotal } from "../core/text/format";
import type { Locale } from "../core/text/locale";
import { fingerprintOf, type RubricComparison, type RubricRef } from "../usecases";
import type { Finding } from "../core/checks/finding";
import { findingDocument, findingsText, type FindingDocument } from "./findings";

/** Names of the two rubrics' files and of the metrics' file, which is undefined if no agents were scored. */
export interface ComparedFiles {
  readonly before: string;
  readonly after: string;
  readonly metrics: string | undefined;
}

interface SideDocument {
  readonly book: string;
  readonly rubric: string;
  readonly fingerprint: string;
}

interface AgentSide {
  readonly total: number | null;
  readonly grade: string | null;
  readonly rank: number | null;
  readonly status: StatusName;
}

interface EffectDocument {
  readonly up: number;
  readonly down: number;
  readonly same: number;
  /** IDs of agents who gain a total, and of those who lose it. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
  readonly meanChange: number | null;
  readonly before: { readonly scored: number; readonly mean: number | null; readonly deviation: number | null };
  readonly after: { readonly scored: number; readonly mean: number | null; readonly deviation: number | null };
  /** "" stands for no grade. */
  readonly grades: readonly { readonly from: string; readonly to: string; readonly agents: readonly string[] }[];
  readonly indicators: readonly {
    readonly indicator: string;
    readonly before: number | null;
    readonly after: number | null;
  }[];
  /** Agents, largest change first. */
  readonly agents: readonly {
    readonly agentId: string;
    readonly name: string;
    readonly team: string;
    /** Null if one of the totals is missing. */
    readonly change: number | null;
    readonly before: AgentSide;
    readonly after: AgentSide;
  }[];
}

interface ChangeDocument {
  readonly kind: RubricChange["kind"];
  /** False for a change that affects no score. */
  readonly scores: boolean;
  readonly text: string;
  readonly before: PlaceDocument | null;
  readonly after: PlaceDocument | null;
}

interface PlaceDocument {
  readonly sheet: string;
  readonly address: string;
}

export interface ComparisonDocument {
  readonly before: SideDocument;
  readonly after: SideDocument;
  readonly period: string;
  /** The file of the scored agents. Null if no agents were scored. */
  readonly metrics: string | null;
  readonly differences: readonly ChangeDocument[];
  /** Null if one of the rubrics has errors or there are no agents. */
  readonly effect: EffectDocument | null;
  /** Errors of the first rubric, then of the second, each with its file. */
  readonly findings: readonly (FindingDocument & { readonly book: string })[];
}

const SIDES = ["before", "after"] as const;

interface FindingsOfFile {
  readonly book: string;
  /** Undefined for errors in the data. */
  readonly rubric: string | undefined;
  readonly findings: readonly Finding[];
}

/** Errors by their file. */
function findingsByFile(comparison: RubricComparison, files: ComparedFiles): readonly FindingsOfFile[] {
  const { findings } = comparison;
  const groups: readonly FindingsOfFile[] = [
    ...SIDES.map((which) => ({ book: files[which], rubric: comparison[which], findings: findings[which] })),
    { book: files.metrics ?? files.before, rubric: undefined, findings: findings.data },
  ];
  return groups.filter((group) => group.findings.length > 0);
}

export function comparisonDocument(
  comparison: RubricComparison,
  refs: { readonly before: RubricRef; readonly after: RubricRef },
  files: ComparedFiles,
  locale: Locale,
): ComparisonDocument {
  const side = (which: (typeof SIDES)[number]): SideDocument => {
    const { book, rubric: name } = refs[which];
    const rubric = book.subject.rubrics.find((each) => each.name === name)!;
    return { book: files[which], rubric: name, fingerprint: fingerprintOf(book, rubric) };
  };
  const { period, changes, effect } = comparison;
  return {
    before: side("before"),
    after: side("after"),
    period,
    metrics: files.metrics ?? null,
    differences: changes.map((change) => ({
      kind: change.kind,
      scores: change.scores,
      text: changeText(change)[locale],
      before: placeDocument(change.before),
      after: placeDocument(change.after),
    })),
    effect: effect ? effectDocument(effect) : null,
    findings: findingsByFile(comparison, files).flatMap(({ book, findings }) =>
      findings.map((finding) => ({ book, ...findingDocument(finding, locale) })),
    ),
  };
}

const placeDocument = (at: CellPlace | undefined): PlaceDocument | null =>
  at ? { sheet: at.sheet, address: addressOf(at.row, at.column) } : null;

function effectDocument(effect: RubricEffect): EffectDocument {
  const { before, after, up, down, same, meanChange } = effect;
  const ids = (agents: readonly number[]): readonly string[] => agents.map((agent) => before.agentIds[agent]!);
  const spread = ({ scored, mean, deviation }: TotalsSpread) => ({
    scored,
    mean: mean ?? null,
    deviation: deviation ?? null,
  });
  const sideOf = (set: EvaluationSet, agent: number): AgentSide => ({
    total: set.status[agent] === STATUS.scored ? set.total[agent]! : null,
    grade: gradeOf(set, agent) || null,
    rank: set.rank[agent] || null,
    status: STATUS_NAMES[set.status[agent]!]!,
  });
  return {
    up,
    down,
    same,
    gained: ids(effect.gained),
    lost: ids(effect.lost),
    meanChange: meanChange ?? null,
    before: spread(effect.spreadBefore),
    after: spread(effect.spreadAfter),
    grades: effect.gradeMoves.map(({ from, to, agents }) => ({ from, to, agents: ids(agents) })),
    indicators: effect.indicators.map(({ indicator, ...means }) => ({
      indicator,
      before: means.before ?? null,
      after: means.after ?? null,
    })),
    agents: Array.from(byChange(effect), (agent) => ({
      agentId: before.agentIds[agent]!,
      name: before.names[agent]!,
      team: before.teams[agent]!,
      change: Number.isNaN(effect.change[agent]!) ? null : effect.change[agent]!,
      before: sideOf(before, agent),
      after: sideOf(after, agent),
    })),
  };
}

/** Longer lists are hard to read in a terminal. `--json` has all agents. */
const MOST_AGENTS = 20;
const MOST_NAMES = 5;

const WORDS = {
  en: {
    heading: (before: string, after: string) => `${before} -> ${after}`,
    noChanges: "The two rubrics do not differ.",
    nobody: "There are no agents to score, so nobody can be said to move.",
    blocked: "The effect is not shown: mend these errors first.",
    agents: (period: string, file: string) => `Agents of ${period}, metrics of ${file}:`,
    totals: (which: string, { scored, mean, deviation }: Shown) =>
      `  ${which}: ${scored} with a total, mean ${mean}, spread ${deviation}`,
    before: "before",
    after: "after",
    moved: (up: string, down: string, same: string) => `  ${up} rise, ${down} fall, ${same} stay`,
    open: (gained: string, lost: string) => `  ${gained} get a total, ${lost} lose it`,
    grades: "  Grades:",
    none: "none",
    comma: ", ",
    andMore: ", ...",
    more: (count: string) => `  ... and ${count} more; --json lists them all.`,
  },
  "zh-CN": {
    heading: (before: string, after: string) => `${before} -> ${after}`,
    noChanges: "两个考核表没有差别。",
    nobody: "没有可评分的人员，无法说明谁的分数会变。",
    blocked: "未给出影响：请先修正以下错误。",
    agents: (period: string, file: string) => `${period} 的人员，数据取自 ${file}：`,
    totals: (which: string, { scored, mean, deviation }: Shown) =>
      `  ${which}：${scored} 人有总分，平均 ${mean}，标准差 ${deviation}`,
    before: "之前",
    after: "之后",
    moved: (up: string, down: string, same: string) => `  上升 ${up} 人，下降 ${down} 人，不变 ${same} 人`,
    open: (gained: string, lost: string) => `  ${gained} 人得到总分，${lost} 人失去总分`,
    grades: "  等级：",
    none: "无",
    comma: "、",
    andMore: "……",
    more: (count: string) => `  ……另有 ${count} 人；--json 可列出全部。`,
  },
} as const;

type Shown = { readonly scored: string; readonly mean: string; readonly deviation: string };

/** The comparison for a person: differences, movements of totals and grades, and the agents who move most. */
export function comparisonText(comparison: RubricComparison, files: ComparedFiles, locale: Locale): string {
  const words = WORDS[locale];
  const { changes, effect, period } = comparison;
  const faulty = findingsByFile(comparison, files);
  const lines = [words.heading(comparison.before, comparison.after), ""];
  lines.push(
    ...(changes.length === 0 ? [words.noChanges] : changes.map((change) => `  ${changeText(change)[locale]}`)),
    "",
  );
  if (effect) lines.push(words.agents(period, files.metrics!), ...effectLines(effect, locale));
  else if (faulty.length > 0) {
    lines.push(words.blocked);
    for (const { book, rubric, findings } of faulty) {
      lines.push("", rubric === undefined ? book : `${book} · ${rubric}`, "", findingsText(findings, locale).trimEnd());
    }
  } else lines.push(words.nobody);
  return `${lines.join("\n")}\n`;
}

function effectLines(effect: RubricEffect, locale: Locale): readonly string[] {
  const words = WORDS[locale];
  const { before, after, gained, lost, gradeMoves } = effect;
  const count = (number: number): string => showNumber(number, locale);
  const shown = ({ scored, mean, deviation }: TotalsSpread): Shown => ({
    scored: count(scored),
    mean: mean === undefined ? "-" : showTotal(mean, 2, locale),
    deviation: deviation === undefined ? "-" : showTotal(deviation, 2, locale),
  });
  const total = (set: EvaluationSet, agent: number): string =>
    set.status[agent] === STATUS.scored ? showTotal(set.total[agent]!, set.rubric.settings.decimals, locale) : "-";
  const ordered = byChange(effect).filter((agent) => effect.change[agent] !== 0);
  const people = Array.from(ordered.subarray(0, MOST_AGENTS), (agent) => {
    const [had, has] = [gradeOf(before, agent), gradeOf(after, agent)];
    const grades = had === has ? "" : `, ${had || words.none} -> ${has || words.none}`;
    const name = [before.agentIds[agent]!, before.names[agent]!].filter(Boolean).join(" ");
    return `  ${name}: ${total(before, agent)} -> ${total(after, agent)}${grades}`;
  });
  const rest = ordered.length - people.length;
  return [
    words.totals(words.before, shown(effect.spreadBefore)),
    words.totals(words.after, shown(effect.spreadAfter)),
    words.moved(count(effect.up), count(effect.down), count(effect.same)),
    ...(gained.length + lost.length > 0 ? [words.open(count(gained.length), count(lost.length))] : []),
    ...(gradeMoves.length > 0 ? [words.grades] : []),
    ...gradeMoves.map(({ from, to, agents }) => {
      const names = agents.slice(0, MOST_NAMES).map((agent) => before.names[agent] || before.agentIds[agent]!);
      const more = agents.length > MOST_NAMES ? words.andMore : "";
      return `    ${from || words.none} -> ${to || words.none}: ${count(agents.length)} (${names.join(words.comma)}${more})`;
    }),
    "",
    ...people,
    ...(rest > 0 ? [words.more(count(rest))] : []),
  ];
}
