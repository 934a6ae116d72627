import { foldName } from "../cell/cell";
import type { ReadTable } from "../cell/table";
import { isEmptyRow, numberIn, textIn } from "../cell/table";
import type { BaselineColumn } from "./headers";
import { readPeriodNames } from "./period-column";

/** Names in the Statistic column; the add-in writes the first of each. */
const STATISTICS = {
  mean: ["mean", "average", "均值", "平均值"],
  median: ["median", "中位数"],
  value: ["value", "值"],
} as const;

export type Statistic = keyof typeof STATISTICS;

/** Reads a Statistic cell; undefined for any other text. */
export function readStatistic(text: string): Statistic | undefined {
  const name = foldName(text);
  return (Object.keys(STATISTICS) as Statistic[]).find((each) =>
    STATISTICS[each].some((known) => foldName(known) === name),
  );
}

/** The frozen figures of a group: its mean, its median, or the values themselves. */
export interface Frozen {
  readonly mean: number | undefined;
  readonly median: number | undefined;
  /** Empty if only statistics were frozen. */
  readonly values: readonly number[];
}

export interface Baseline {
  /** The frozen group of a rubric in a period; undefined if the table has none. */
  readonly of: (rubric: string, period: string, indicator: string) => Frozen | undefined;
}

interface Draft {
  mean: number | undefined;
  median: number | undefined;
  values: number[];
}

const keyOf = (...parts: readonly string[]): string => parts.map(foldName).join("\n");

/** Reads the Baseline table. A row without a rubric, in a table that names no rubric, holds for every rubric. */
export function readBaseline(table: ReadTable<BaselineColumn>, periods: readonly string[] = []): Baseline {
  const periodIn = readPeriodNames(table, periods);
  const frozen = new Map<string, Draft>();
  for (let row = 0; row < table.rowCount; row += 1) {
    if (isEmptyRow(table.source, row)) continue;
    const statistic = readStatistic(textIn(table, row, "statistic"));
    const value = numberIn(table, row, "value");
    if (!statistic || value === undefined) continue;
    const period = periodIn(row);
    const key = keyOf(textIn(table, row, "rubric"), period, textIn(table, row, "indicator"));
    const draft = frozen.get(key) ?? { mean: undefined, median: undefined, values: [] };
    frozen.set(key, draft);
    if (statistic === "value") draft.values.push(value);
    else draft[statistic] = value;
  }
  return {
    of: (rubric, period, indicator) =>
      frozen.get(keyOf(rubric, period, indicator)) ?? frozen.get(keyOf("", period, indicator)),
  };
}
