import { cellText, type RawCell } from "../cell/cell";
import { cellOf } from "../cell/packed";
import { columnLetters } from "../cell/place";
import type { Metrics } from "../metrics/metrics";
import { KIND } from "../metrics/reading";
import type { PlanCell } from "../plan/plan";
import { quotasOf } from "../rubric/scale";
import type { EvaluationSet } from "../scoring/model/evaluation";
import { STATUS } from "../scoring/model/status";
import { indicatorFormula } from "../scoring/native/indicator";
import { totalFormulas, type TotalReferences } from "../scoring/native/total";
import { countedPoints } from "../scoring/total/shift";

/** Columns of a set on the sheet of formulas, counted from 0. */
export interface FormulaColumns {
  readonly agentId: number;
  readonly team: number;
  /** By indicator: its value, points that ledger rows state themselves, its points, and what of them counts. */
  readonly values: readonly number[];
  readonly given: readonly (number | undefined)[];
  readonly points: readonly number[];
  readonly counted: readonly number[];
  readonly present: number;
  readonly sections: readonly number[];
  readonly deductions: number;
  readonly bonuses: number;
  readonly exact: number;
  readonly total: number;
  readonly grade: number;
  readonly rank: number;
  readonly teamRank: number;
  readonly width: number;
}

/** Lays out the columns of a set, each indicator's value first. */
export function formulaColumns({ rubric, inputs }: EvaluationSet): FormulaColumns {
  let width = 0;
  const next = (): number => (width += 1) - 1;
  const each = (): readonly number[] => rubric.indicators.map(next);
  return {
    agentId: next(),
    team: next(),
    values: each(),
    given: rubric.indicators.map(({ method }, k) => (method.priceOf && inputs[k]!.given ? next() : undefined)),
    points: each(),
    counted: each(),
    present: next(),
    sections: rubric.rubric.sections.map(next),
    deductions: next(),
    bonuses: next(),
    exact: next(),
    total: next(),
    grade: next(),
    rank: next(),
    teamRank: next(),
    width,
  };
}

/** What of a set cannot be a plain formula and stands as a value. */
export interface PlainParts {
  /** By indicator: compared with frozen peers, or with peers that leave some out. */
  readonly points: readonly boolean[];
  /** Ranks that skip none or break ties; grades by quotas then, too. */
  readonly ranks: boolean;
  readonly grades: boolean;
}

export function plainParts({ rubric, inputs }: EvaluationSet): PlainParts {
  const { settings, totalScale } = rubric;
  const ranks = settings.ranks !== "skip" || settings.tieBreak.length > 0;
  return {
    points: rubric.indicators.map(
      ({ method }, k) => method.comparesPeers === true && (inputs[k]!.frozenPeers || settings.notPeers.length > 0),
    ),
    ranks,
    grades: ranks && totalScale !== undefined && quotasOf(totalScale) !== undefined,
  };
}

/**
 * The rows of a set on the sheet of formulas: what was measured as values, everything that follows as plain formulas of Excel 2016, each with
 * its result.
 *
 * @param first row of the first agent on the sheet, counted from 0
 */
export function formulaRows(set: EvaluationSet, metrics: Metrics, first: number): readonly (readonly PlanCell[])[] {
  const columns = formulaColumns(set);
  const plain = plainParts(set);
  const last = first + set.count;
  const rangeOf = (column: number): string =>
    `$${columnLetters(column)}$${first + 1}:$${columnLetters(column)}$${last}`;
  return Array.from({ length: set.count }, (_, agent) => {
    const at = (column: number): string => `$${columnLetters(column)}${first + agent + 1}`;
    return rowOf(set, metrics, agent, columns, plain, referencesOf(columns, at, rangeOf));
  });
}

function referencesOf(
  columns: FormulaColumns,
  at: (column: number) => string,
  rangeOf: (column: number) => string,
): TotalReferences {
  return {
    indicators: columns.values.map((value, k) => {
      const given = columns.given[k];
      return {
        value: at(value),
        points: at(columns.points[k]!),
        peers: rangeOf(value),
        given: given === undefined ? undefined : at(given),
      };
    }),
    sections: columns.sections.map(at),
    present: at(columns.present),
    deductions: at(columns.deductions),
    bonuses: at(columns.bonuses),
    exact: at(columns.exact),
    total: at(columns.total),
    rank: at(columns.rank),
    teamRank: at(columns.teamRank),
    team: at(columns.team),
    totals: rangeOf(columns.total),
    teams: rangeOf(columns.team),
  };
}

function rowOf(
  set: EvaluationSet,
  metrics: Metrics,
  agent: number,
  columns: FormulaColumns,
  plain: PlainParts,
  references: TotalReferences,
): readonly PlanCell[] {
  const { rubric } = set;
  const row = new Array<PlanCell>(columns.width).fill(null);
  const formulas = totalFormulas(rubric, references);
  const isScored = set.status[agent] === STATUS.scored;
  const isFailed = set.status[agent] === STATUS.failed;
  /** A total of several parts is their mean, which no other cell of the row shows. */
  const isJoined = set.parts?.has(agent) === true;
  const put = (column: number, formula: string, cached: RawCell): void => {
    row[column] = { formula: `=${formula}`, cached };
  };
  const result = (value: RawCell): RawCell => (isScored ? value : isFailed ? "#N/A" : "");
  const rank = (ranks: Int32Array): RawCell => ranks[agent] || "";

  row[columns.agentId] = set.agentIds[agent]!;
  row[columns.team] = set.teams[agent]! || null;
  rubric.indicators.forEach((indicator, k) => {
    const input = set.inputs[k]!;
    const { status, earned } = set.indicators[k]!;
    row[columns.values[k]!] = valueCell(set, metrics, k, agent);
    const given = columns.given[k];
    if (given !== undefined) row[given] = input.given![agent]!;
    const shown = resultOf(status[agent]!, earned[agent]!);
    if (plain.points[k] || input.kinds[agent] === KIND.waiting) row[columns.points[k]!] = plainCell(shown);
    else put(columns.points[k]!, indicatorFormula(indicator, rubric, references.indicators[k]!), shown);
    const counted = resultOf(
      status[agent]!,
      status[agent] === STATUS.scored ? countedPoints(set, k, agent) : earned[agent]!,
    );
    put(columns.counted[k]!, formulas.counted[k]!, isFailed ? null : counted);
  });
  // A share that was handed on counts among what is present; the sheet works it out itself.
  const present = set.shifted[agent] === 0 ? rubric.points : rubric.shares ? null : set.present[agent]!;
  put(columns.present, formulas.present, isScored ? present : null);
  columns.sections.forEach((column, s) =>
    put(column, formulas.sections[s]!, isScored ? set.sections[s]![agent]! : null),
  );
  put(columns.deductions, formulas.deductions, isFailed ? null : set.deductions[agent]!);
  put(columns.bonuses, formulas.bonuses, isFailed ? null : set.bonuses[agent]!);
  const exact = result(set.totalExact[agent]!);
  if (isJoined) row[columns.exact] = plainCell(exact);
  else put(columns.exact, formulas.exact, exact);
  put(columns.total, formulas.total, result(set.total[agent]!));
  const grade = rubric.grades[set.grade[agent]!] ?? "";
  if (isJoined || plain.grades) row[columns.grade] = grade;
  else put(columns.grade, formulas.grade, grade);
  if (plain.ranks) {
    row[columns.rank] = plainCell(rank(set.rank));
    row[columns.teamRank] = plainCell(rank(set.teamRank));
  } else {
    put(columns.rank, formulas.rank, rank(set.rank));
    put(columns.teamRank, formulas.teamRank, rank(set.teamRank));
  }
  return row;
}

/** A result as a cell of formulas shows it. */
function resultOf(status: number, points: number): RawCell {
  if (status === STATUS.scored) return points;
  if (status === STATUS.notApplicable) return "N/A";
  return status === STATUS.failed ? "#N/A" : "";
}

/** A result that no formula gives. An error would be a text otherwise. */
const plainCell = (result: RawCell): PlanCell =>
  result === "#N/A" ? { formula: "=NA()", cached: result } : ((result ?? null) as PlanCell);

/** What was measured. Words stay the cell's own; a number is what the engine read, in seconds where it is a time. */
function valueCell(set: EvaluationSet, metrics: Metrics, k: number, agent: number): PlanCell {
  const { values, kinds, column } = set.inputs[k]!;
  const kind = kinds[agent];
  if (kind === KIND.blank || kind === KIND.waiting) return null;
  if (kind === KIND.notApplicable) return "N/A";
  const raw = column && cellOf(metrics.source.values, set.rows[agent]! + 1, column.column);
  if (kind === KIND.unreadable) return cellText(raw) || "?";
  const isWord = set.rubric.indicators[k]!.method.words !== undefined && raw !== undefined;
  if (!isWord) return values[agent]!;
  return typeof raw === "string" ? raw.normalize("NFKC").trim() : raw;
}
