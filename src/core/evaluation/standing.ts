import type { RawCell } from "../cell/cell";
import type { PlanCell, PlanRange } from "../plan/plan";

/** Excel keeps 15 digits of a number at least; a score that was written comes back this near. */
// eslint-disable-next-line no-restricted-syntax -- not a comparison of figures: the same double, less what Excel loses of it
const RELATIVE_LOSS = 1e-14;

/** Whether two contents of a cell are the same. A blank cell is handed over as null or as "". */
export function sameContent(a: RawCell, b: RawCell): boolean {
  return (a ?? "") === (b ?? "");
}

/** Whether what was written into a cell is what is found in it now. Formulas are compared by the port, which knows how they read. */
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

/** Whether nothing stands outside of what was written: `used` holds everything that has contents. */
export function staysWithin(used: PlanRange, rows: readonly (readonly PlanCell[])[]): boolean {
  return used.row + used.rows <= rows.length && used.column + used.columns <= (rows[0]?.length ?? 0);
}
