import type { EvaluationSet } from "../scoring/model/evaluation";
import { STATUS } from "../scoring/model/status";
import { bends } from "../scoring/total/aggregate";
import { countedFactors, countedPoints } from "../scoring/total/shift";
import type { PlanCell } from "../plan/plan";

/**
 * Writes the cells of one column, or of several side by side, into rows of a set's agents; the first row is that of agent `from`. Each kind of
 * column has a loop of its own: cells to cells costs 1.2 times as much where each row asks every column for its cell, at 40,000 agents.
 */
export type CellWriter = (rows: readonly PlanCell[][], column: number, from: number) => void;

/** Any cell of an agent; for columns that are few and seldom. */
export const writeEach =
  (cell: (agent: number) => PlanCell): CellWriter =>
  (rows, column, from) => {
    for (let row = 0; row < rows.length; row += 1) rows[row]![column] = cell(from + row);
  };

export const writeNothing: CellWriter = (rows, column) => {
  for (let row = 0; row < rows.length; row += 1) rows[row]![column] = null;
};

export const writeTexts =
  (texts: readonly string[]): CellWriter =>
  (rows, column, from) => {
    for (let row = 0; row < rows.length; row += 1) rows[row]![column] = texts[from + row] || null;
  };

/** Texts that repeat, by their number; nothing where that is below 0. */
export function writeCoded(
  codes: Int32Array | Int16Array | Uint8Array,
  texts: readonly (string | undefined)[],
): CellWriter {
  const cells = texts.map((text): PlanCell => text || null);
  return (rows, column, from) => {
    for (let row = 0; row < rows.length; row += 1) {
      const code = codes[from + row]!;
      rows[row]![column] = code < 0 ? null : cells[code]!;
    }
  };
}

export const writePoints =
  (points: Float64Array): CellWriter =>
  (rows, column, from) => {
    for (let row = 0; row < rows.length; row += 1) rows[row]![column] = points[from + row]!;
  };

export const writeTotals =
  ({ total, status }: Pick<EvaluationSet, "total" | "status">): CellWriter =>
  (rows, column, from) => {
    for (let row = 0; row < rows.length; row += 1) {
      const agent = from + row;
      rows[row]![column] = status[agent] === STATUS.scored ? total[agent]! : null;
    }
  };

/** Ranks, 0 where there is none. */
export const writeRanks =
  (ranks: Int32Array): CellWriter =>
  (rows, column, from) => {
    for (let row = 0; row < rows.length; row += 1) rows[row]![column] = ranks[from + row]! || null;
  };

/** What stands in the place of points that do not count, by the code of their status. */
export type Instead = readonly PlanCell[];

/** An indicator's points as they count in the total; `instead` stands where there are none. */
export function writeCounted(set: EvaluationSet, index: number, instead: Instead): CellWriter {
  const { earned, status } = set.indicators[index]!;
  const factors = set.rubric.indicators[index]!.adjusts ? undefined : countedFactors(set);
  if (factors)
    return (rows, column, from) => {
      for (let row = 0; row < rows.length; row += 1) {
        const agent = from + row;
        const code = status[agent]!;
        rows[row]![column] = code === STATUS.scored ? earned[agent]! * factors[agent]! : instead[code]!;
      }
    };
  return writeEach((agent) =>
    status[agent] === STATUS.scored ? countedPoints(set, index, agent) : instead[status[agent]!]!,
  );
}

/** Several columns side by side, each by its own writer. */
export const writeSideBySide =
  (writers: readonly CellWriter[]): CellWriter =>
  (rows, column, from) =>
    writers.forEach((write, index) => write(rows, column + index, from));

/**
 * All points of a section and its subtotal in one go: undefined where something bends the section, where points are shared within it, or where
 * it holds items that only adjust. Column by column, cells to cells costs 1.16 times as much, at 40,000 agents.
 */
export function writeSection(set: EvaluationSet, section: number, instead: Instead): CellWriter | undefined {
  const { rubric, indicators } = set;
  const own = rubric.rubric.sections[section]!.indicators;
  const factors = countedFactors(set);
  if (!factors || bends(rubric) || own.some((k) => rubric.indicators[k]!.adjusts)) return undefined;
  const earned = own.map((k) => indicators[k]!.earned);
  const status = own.map((k) => indicators[k]!.status);
  return (rows, column, from) => {
    const count = earned.length;
    for (let row = 0; row < rows.length; row += 1) {
      const cells = rows[row]!;
      const agent = from + row;
      const factor = factors[agent]!;
      let sum = 0;
      let counting = 0;
      for (let k = 0; k < count; k += 1) {
        const code = status[k]![agent]!;
        if (code === STATUS.scored) {
          const points = earned[k]![agent]!;
          sum += points;
          counting += 1;
          cells[column + k] = points * factor;
        } else cells[column + k] = instead[code]!;
      }
      cells[column + count] = counting > 0 && set.status[agent] === STATUS.scored ? sum * factor : null;
    }
  };
}

/** A section's subtotal. Nothing where nothing of it counts: a subtotal of 0 would look like a failure. */
export function writeSubtotal(set: EvaluationSet, section: number): CellWriter {
  const { status, incomplete, rubric, indicators } = set;
  const earning = rubric.rubric.sections[section]!.indicators.filter((k) => !rubric.indicators[k]!.adjusts);
  const counts = (agent: number): boolean => earning.some((k) => indicators[k]!.status[agent] === STATUS.scored);
  return writeEach((agent) =>
    status[agent] === STATUS.scored && (incomplete[agent] === 0 || counts(agent))
      ? set.sections[section]![agent]!
      : null,
  );
}
