import { foldName } from "../cell/cell";
import { oncePer, oncePerName } from "../text/once-per";
import { daysWorked } from "./days-worked";
import type { Metrics } from "./metrics";

/** The rows of an agent in one period that together make one evaluation, each with its days. */
export interface Parts {
  /** In the order of Metrics. */
  readonly rows: readonly number[];
  readonly days: readonly number[];
  /** The row of most days, the later one of two equal: its rubric and team are those of the evaluation. */
  readonly main: number;
}

/** Parts by each of their rows. */
export type PartsByRow = ReadonlyMap<number, Parts>;

const NO_PARTS: PartsByRow = new Map();

const partsByPeriod = oncePer((metrics: Metrics) => oncePerName((period: string) => findParts(metrics, period)));

/**
 * The parts of all agents who stand several times in a period, where every such row says its days. Rows without days are evaluations of
 * their own.
 */
export const partsIn = (metrics: Metrics, period: string): PartsByRow =>
  metrics.identity.days === undefined ? NO_PARTS : partsByPeriod(metrics)(foldName(period));

function findParts(metrics: Metrics, period: string): PartsByRow {
  const days = daysWorked(metrics)!;
  const found = new Map<number, Parts>();
  for (const rows of rowsOfAgents(metrics, period).values()) {
    const own = rows.map((row) => days[row]!);
    const all = own.reduce((sum, each) => sum + each, 0);
    if (rows.length < 2 || !(all > 0)) continue;
    const parts: Parts = { rows, days: own, main: rows[own.lastIndexOf(Math.max(...own))]! };
    for (const row of rows) found.set(row, parts);
  }
  return found;
}

/** Rows of each agent in a period, by folded ID. */
function rowsOfAgents(metrics: Metrics, period: string): ReadonlyMap<string, readonly number[]> {
  const { codes, texts } = metrics.coded("period");
  const fits = texts.map((text) => foldName(text) === period);
  const found = new Map<string, number[]>();
  const { anonymous, agentIds } = metrics;
  for (let row = 0; row < metrics.rowCount; row += 1) {
    if (!fits[codes[row]!] || anonymous.has(row)) continue;
    const key = foldName(agentIds[row]!);
    const rows = found.get(key);
    if (rows) rows.push(row);
    else found.set(key, [row]);
  }
  return found;
}

/** By how much a row counts in its team: 1, or the share of a part's days in the agent's days. */
export function weightInTeam(parts: PartsByRow, row: number): number {
  const own = parts.get(row);
  if (!own) return 1;
  return own.days[own.rows.indexOf(row)]! / own.days.reduce((sum, each) => sum + each, 0);
}
