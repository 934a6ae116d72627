import type { RawCell } from "../cell/cell";
import type { PlanCell, PlanRange } from "../plan/plan";

/** Excel keeps at least 15 digits of a number. Reading a written score back loses at most this share of it. */
// eslint-disable-next-line no-restricted-syntax -- not a comparison of figures: the same double, less what Excel loses of it
const RELATIVE_LOSS = 1e-14;

/** Whether two contents of a cell are equal. A blank cell is null or "". */
export function sameContent(a: RawCell, b: RawCell): boolean {
  return (a ?? "") === (b ?? "");
}

/** Whether a cell still holds the written value. The port compares formulas, because it knows how they are read. */
export function standsThere(written: RawCell, found: RawCell): boolean {
  if (typeof written === "number" && typeof found === "number") {
    return Math.abs(written - found) <= RELATIVE_LOSS * Math.max(Math.abs(written), Math.abs(found));
  }
  return sameContent(written, found);
}

/** Whether a cell of the plan is a formula. */
export function isFormula(cell: PlanCell | undefined): cell is { readonly formula: string } {
  return typeof cell === "object" && cell !== null;
}

/** Whether all contents lie within the written rows; `used` is the range that holds every content. */
export function staysWithin(used: PlanRange, rows: readonly (readonly PlanCell[])[]): boolean {
  return used.row + used.rows <= rows.length && used.column + used.columns <= (rows[0]?.length ?? 0);
}
