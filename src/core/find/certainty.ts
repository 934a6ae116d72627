import type { RawCell } from "../cell/cell";
import { cellText, foldName, parseCell } from "../cell/cell";
import { findMethod } from "../scoring/compile/registry";
import { readStatistic } from "../metrics/baseline";
import { isKnownSetting } from "../rubric/read-settings";
import { foldMetric } from "./fold-header";
import type { Meaning } from "./meaning";
import type { Role } from "./names";
import { areAnswers, areNumbers, arePeriods } from "./values";
import { isCentreMetric } from "./words";

/** Certain tables are used, likely ones proposed, and unknown ones left alone. */
export type Standing = "certain" | "likely" | "unknown";

/** What other tables of the workbook say. */
export interface Context {
  /** Metrics and indicators that rubrics ask for, by their folded names. */
  readonly asked: ReadonlyMap<string, string>;
  /** Agent IDs of Metrics, folded. */
  readonly agents: ReadonlySet<string>;
}

interface Columns {
  readonly meaning: Meaning;
  readonly headers: readonly string[];
  readonly cells: (column: number) => readonly RawCell[];
}

/** How surely a table has the role that its headers suit. A month of salaries has agents and figures, too, and must not be scored. */
export function standingOf(table: Columns, context: Context): Standing {
  const standing = BY_ROLE[table.meaning.role](table, context);
  return standing === "certain" && table.meaning.doubts.length > 0 ? "likely" : standing;
}

const BY_ROLE: Readonly<Record<Role, (table: Columns, context: Context) => Standing>> = {
  rubric: (table) => rubricStanding(table),
  metrics: (table, context) => metricsStanding(table, context),
  scales: (table) => {
    const has = (id: string): boolean => table.meaning.columns[id] !== undefined;
    const isFull = has("from") && (has("grade") || has("points") || has("share")) && areNumbers(of(table, "from"));
    return isFull ? "certain" : "likely";
  },
  settings: (table) => {
    const names = of(table, "setting")
      .map(cellText)
      .filter((name) => name !== "");
    const known = names.filter(isKnownSetting).length;
    return known === 0 ? "unknown" : known * 2 >= names.length ? "certain" : "likely";
  },
  ledger: (table, { asked }) => byMatch(of(table, "indicator"), asked, "unknown"),
  ratings: (table, { asked }) => byMatch(of(table, "indicator"), asked, "unknown"),
  baseline: (table) => (of(table, "statistic").some((raw) => readStatistic(cellText(raw))) ? "certain" : "unknown"),
  roster: (table, { agents }) => byMatch(of(table, "agentId"), agents, "unknown"),
  reviews: (table, { asked }) => {
    const answers = table.meaning.others.filter((column) => areAnswers(table.cells(column)));
    if (answers.some((column) => asked.has(foldMetric(table.headers[column]!)))) return "certain";
    return answers.length >= 2 && table.meaning.columns["agentId"] !== undefined ? "likely" : "unknown";
  },
};

const of = ({ meaning, cells }: Columns, id: string): readonly RawCell[] => {
  const column = meaning.columns[id];
  return column === undefined ? [] : cells(column);
};

function byMatch(cells: readonly RawCell[], known: Pick<ReadonlySet<string>, "has">, otherwise: Standing): Standing {
  const texts = cells.map(cellText).filter((text) => text !== "");
  const matches = texts.filter((text) => known.has(foldMetric(text)) || known.has(foldName(text))).length;
  return matches === 0 ? otherwise : matches * 2 >= texts.length ? "certain" : "likely";
}

function rubricStanding(table: Columns): Standing {
  const { columns, kinds } = table.meaning;
  const methods = of(table, "method")
    .map(cellText)
    .filter((text) => text !== "");
  const isNamed = kinds["indicator"] !== "bare";
  if (methods.length > 0 && methods.filter((text) => findMethod(text)).length * 2 >= methods.length)
    return isNamed ? "certain" : "likely";
  const points = of(table, "points");
  if (!areNumbers(points)) return "unknown";
  const says = ["fullAt", "zeroAt", "rule"].some((id) => columns[id] !== undefined);
  const isFull = addsUp(points, of(table, "rubric"));
  if (isNamed && isFull && says) return "certain";
  return (isNamed && (says || isFull)) || (isFull && says) ? "likely" : "unknown";
}

/** Whether points add up to 100 or 100 %, in each rubric where the table has several. */
function addsUp(points: readonly RawCell[], rubrics: readonly RawCell[]): boolean {
  const sums = new Map<string, number>();
  let rubric = "";
  points.forEach((raw, at) => {
    rubric = cellText(rubrics[at]) || rubric;
    const cell = parseCell(raw);
    if (cell.kind === "number") sums.set(rubric, (sums.get(rubric) ?? 0) + cell.value);
  });
  const isFull = (sum: number): boolean => Math.abs(sum - 100) < 0.5 || Math.abs(sum - 1) < 0.005;
  return sums.size > 0 && [...sums.values()].every(isFull);
}

function metricsStanding(table: Columns, { asked }: Context): Standing {
  const { columns, others } = table.meaning;
  const numeric = others.filter((column) => areNumbers(table.cells(column)));
  const headers = others.map((column) => table.headers[column]!);
  const asks = headers.filter((header) => asked.has(foldMetric(header))).length;
  const centre = headers.filter(isCentreMetric).length;
  const isOurs =
    asks >= 2 ||
    (asks === 1 && (asked.size <= 3 || centre > 0)) ||
    centre >= 2 ||
    (centre === 1 && numeric.length <= 2);
  if (columns["agentId"] === undefined) return isOurs ? "likely" : "unknown";
  if (columns["period"] === undefined) return isOurs ? "likely" : "unknown";
  if (!arePeriods(of(table, "period"))) return isOurs ? "likely" : "unknown";
  return isOurs ? "certain" : numeric.length > 0 && table.meaning.kinds["agentId"] === "own" ? "likely" : "unknown";
}
