import { cellOf } from "../../src/core/cell/packed";
import type { PlanCell, SheetPlan } from "../../src/core/plan/plan";
import { planOf, type ContractBook } from "./port-contract";

/** Part of the port contract: a planned sheet with tables. */
export function tableContract(book: () => ContractBook): void {
  const ROWS: PlanCell[][] = [
    ["Indicator", "Points"],
    ["Accuracy", 60],
    ["Care", 40],
  ];
  const withTable = (sheet: string, table: string, rows = ROWS): SheetPlan =>
    planOf(sheet, rows, { tables: [{ name: table, range: { row: 0, column: 0, rows: rows.length, columns: 2 } }] });
  const write = (sheets: readonly SheetPlan[], replace: readonly string[] = []) =>
    book().port.apply({ sheets, edits: [] }, { replace });
  const tables = async () =>
    (await book().port.read()).tables.map(({ name, sheet, values }) => [
      name,
      sheet,
      values.length,
      cellOf(values, 1, 0),
    ]);
  const METRICS = ["Metrics", "Data", 4, "A-1"];

  describe("tables of a planned sheet", () => {
    test("are made with it", async () => {
      await write([withTable("Rules", "Rubric")]);
      expect(await tables()).toEqual([METRICS, ["Rubric", "Rules", 3, "Accuracy"]]);
    });

    test("may lie anywhere on it", async () => {
      const table = { name: "Rubric", range: { row: 1, column: 1, rows: 2, columns: 1 } };
      const rows = [
        ["A note above", null],
        [null, "Indicator"],
        [null, "Accuracy"],
      ];
      await write([planOf("Rules", rows, { tables: [table] })]);
      const { tables: read } = await book().port.read();
      expect(read[1]).toMatchObject({ name: "Rubric", row: 1, column: 1, values: [["Indicator"], ["Accuracy"]] });
    });

    test("get a number where their name is taken, by upper or lower case, or by each other", async () => {
      await write([withTable("One", "metrics"), withTable("Two", "Rubric"), withTable("Three", "Rubric")]);
      expect((await tables()).map(([name, sheet]) => [name, sheet])).toEqual([
        ["Metrics", "Data"],
        ["metrics2", "One"],
        ["Rubric", "Two"],
        ["Rubric2", "Three"],
      ]);
    });

    test("keep their names when the sheet is written again", async () => {
      await write([withTable("Rules", "Rubric")]);
      const again = [ROWS[0]!, ["Speed", 100]];
      await write([withTable("Rules", "Rubric", again)], ["Rules"]);
      expect(await tables()).toEqual([METRICS, ["Rubric", "Rules", 2, "Speed"]]);
    });

    test("are read with what was typed into them since", async () => {
      await write([withTable("Rules", "Rubric")]);
      await book().port.apply(
        { sheets: [], edits: [{ sheet: "Rules", row: 1, column: 0, value: "Typed" }] },
        { replace: [] },
      );
      expect((await tables())[1]).toEqual(["Rubric", "Rules", 3, "Typed"]);
    });
  });
}
