import type { CellValue } from "../core/cell/cell";
import type { ArgumentMatrix } from "./define";
import { ArgumentError, valueError } from "./matrix";

/** The weights of a range, in reading order. */
export function readWeights(matrix: ArgumentMatrix): Float64Array {
  return Float64Array.from(matrix.flat(), (cell, index) => {
    if (cell.kind === "number" && cell.value >= 0) return cell.value;
    throw new ArgumentError(
      valueError(`Weight ${index + 1} is not a number of 0 or more.`, `第 ${index + 1} 个权重不是不小于 0 的数字。`),
    );
  });
}

/** The cells of each agent: a row for each, or one column for a single agent. Each agent needs as many cells as there are weights. */
export function onePerAgent(matrix: ArgumentMatrix, weights: number): readonly (readonly CellValue[])[] {
  const width = matrix[0]?.length ?? 0;
  const asColumn = width === 1 && matrix.length === weights;
  const expected = asColumn ? matrix.length : width;
  if (expected !== weights) {
    throw new ArgumentError(
      valueError(`There are ${weights} weights for ${expected} scores.`, `${expected} 项得分却有 ${weights} 个权重。`),
    );
  }
  return asColumn ? [matrix.map((row) => row[0]!)] : matrix;
}
