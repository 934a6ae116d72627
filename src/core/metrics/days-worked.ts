import { oncePer } from "../text/once-per";
import type { Metrics } from "./metrics";

/**
 * Days of each row by the column Days; NaN where the cell holds no number of 0 or more. Undefined if Metrics has no such column: nothing
 * says then how long the parts of a period lasted.
 */
export const daysWorked = oncePer((metrics: Metrics): Float64Array | undefined => {
  const column = metrics.identity.days;
  if (column === undefined) return undefined;
  return Float64Array.from({ length: metrics.rowCount }, (_, row) => {
    const cell = metrics.cellAt(row, column);
    return cell.kind === "number" && cell.value >= 0 ? cell.value : NaN;
  });
});
