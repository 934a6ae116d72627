import type { EvaluationSet, StatusCode } from "../scoring/evaluation";
import { STATUS } from "../scoring/evaluation";
import { bends } from "../scoring/draft";
import { countedFactors, countedPoints, sumSection } from "../scoring/shift";
import type { CodedColumn } from "../metrics/columns";
import type { PlanCell } from "./plan";

/**
 * Writes one column's cells of a block of rows, the first of which is the agent `from`'s. Each kind of column has a loop of its own: one
 * loop that asks for every cell what it is takes far longer.
 */
export type CellWriter = (block: readonly PlanCell[][], column: number, from: number) => void;

/** Any cell of an agent; for columns that are few. */
export function writeEach(cell: (agent: number) => PlanCell): CellWriter {
  return (block, column, from) => {
    for (let row = 0; row < block.length; row += 1) block[row]![column] = cell(from + row);
  };
}

export const writeNothing: CellWriter = writeEach(() => null);

export function writeTexts(texts: readonly string[]): CellWriter {
  return (block, column, from) => {
    for (let row = 0; row < block.length; row += 1) block[row]![column] = texts[from + row] || null;
  };
}

/** Texts that repeat, by their number. */
export function writeCoded({ codes, texts }: CodedColumn): CellWriter {
  const cells = texts.map((text) => text || null);
  return (block, column, from) => {
    for (let row = 0; row < block.length; row += 1) block[row]![column] = cells[codes[from + row]!] ?? null;
  };
}

export function writePoints(points: Float64Array): CellWriter {
  return (block, column, from) => {
    for (let row = 0; row < block.length; row += 1) block[row]![column] = points[from + row]!;
  };
}

/** An indicator's points as they count in the total; `instead` stands where there are none. */
export function writeCounted(
  set: EvaluationSet,
  index: number,
  instead: Readonly<Record<StatusCode, PlanCell>>,
): CellWriter {
  const { earned, status } = set.indicators[index]!;
  const factors = set.rubric.indicators[index]!.adjusts ? undefined : countedFactors(set);
  if (!factors) {
    return writeEach((agent) =>
      status[agent] === STATUS.scored ? countedPoints(set, index, agent) : instead[status[agent] as StatusCode],
    );
  }
  return (block, column, from) => {
    for (let row = 0; row < block.length; row += 1) {
      const code = status[from + row]!;
      block[row]![column] =
        code === STATUS.scored ? earned[from + row]! * factors[from + row]! : instead[code as StatusCode];
    }
  };
}

/** A section's subtotal. Nothing where nothing of it counts: a subtotal of 0 would look like a failure. */
export function writeSubtotal(set: EvaluationSet, section: number): CellWriter {
  const { status, incomplete, rubric, indicators } = set;
  // Where nothing bends a section it is summed block by block, while the points are at hand.
  const factors = bends(rubric) ? undefined : countedFactors(set);
  const earning = rubric.rubric.sections[section]!.indicators.filter((k) => !rubric.indicators[k]!.adjusts);
  const counts = (agent: number): boolean => earning.some((k) => indicators[k]!.status[agent] === STATUS.scored);
  const isShown = (agent: number): boolean =>
    status[agent] === STATUS.scored && (incomplete[agent] === 0 || counts(agent));
  if (!factors) return writeEach((agent) => (isShown(agent) ? set.sections[section]![agent]! : null));
  let sum = new Float64Array(0);
  return (block, column, from) => {
    if (sum.length < block.length) sum = new Float64Array(block.length);
    sumSection(rubric, indicators, section, factors, from, block.length, sum);
    for (let row = 0; row < block.length; row += 1) block[row]![column] = isShown(from + row) ? sum[row]! : null;
  };
}
