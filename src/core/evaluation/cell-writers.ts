import type { EvaluationSet, StatusCode } from "../scoring/evaluation";
import { STATUS } from "../scoring/evaluation";
import { countedFactors, countedPoints } from "../scoring/shift";
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
  const points = set.sections[section]!;
  const { status, incomplete, rubric, indicators } = set;
  const earning = rubric.rubric.sections[section]!.indicators.filter((k) => !rubric.indicators[k]!.adjusts);
  const counts = (agent: number): boolean => earning.some((k) => indicators[k]!.status[agent] === STATUS.scored);
  return (block, column, from) => {
    for (let row = 0; row < block.length; row += 1) {
      const agent = from + row;
      const isShown = status[agent] === STATUS.scored && (incomplete[agent] === 0 || counts(agent));
      block[row]![column] = isShown ? points[agent]! : null;
    }
  };
}
