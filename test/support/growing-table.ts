import { listRows } from "../../src/core/cell/packed";
import type { CellEdit, PlanCell, TableGrowth } from "../../src/core/plan/plan";
import type { AppliedPlan } from "../../src/workbook/port";
import { planOf, type ContractBook } from "./port-contract";

/** A table of one row on the sheet Rules that can get two more: what the contracts of growing and of taking that back share. */
export function growingTable<Applied extends AppliedPlan>(book: () => ContractBook<Applied>) {
  const ROWS: PlanCell[][] = [
    ["Indicator", "Points"],
    ["Accuracy", 60],
  ];
  const RANGE = { row: 0, column: 0, rows: 2, columns: 2 };
  const GROWTH: TableGrowth = { table: "rubric", sheet: "Rules", range: RANGE, moreRows: 2 };
  const EDITS: CellEdit[] = [
    { sheet: "Rules", row: 2, column: 0, value: "=1+1" },
    { sheet: "Rules", row: 2, column: 1, value: 0.25, numberFormat: "0%" },
    { sheet: "Rules", row: 3, column: 0, value: "Care" },
  ];
  const table = { name: "Rubric", range: RANGE };
  return {
    ROWS,
    RANGE,
    GROWTH,
    /** The rows of the table once it has grown. */
    GROWN: [...ROWS, ["=1+1", 0.25], ["Care", ""]],
    make: () => book().port.apply({ sheets: [planOf("Rules", ROWS, { tables: [table] })], edits: [] }, { replace: [] }),
    edit: (...edits: CellEdit[]) => book().port.apply({ sheets: [], edits }, { replace: [] }),
    grow: (growth = GROWTH, edits = EDITS) =>
      book().port.apply({ sheets: [], edits, growths: [growth] }, { replace: [] }),
    rowsOf: async (name: string) =>
      listRows((await book().port.read()).tables.find((each) => each.name === name)!.values).map((row) =>
        row.map((cell) => cell ?? ""),
      ),
  };
}
