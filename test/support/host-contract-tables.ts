import { cellOf } from "../../src/core/cell/packed";
import type { CellEdit, PlanCell, SheetPlan } from "../../src/core/plan/plan";
import type { HostBook } from "./host-contract";
import { failureOf, planOf } from "./port-contract";
import { growingTable } from "./growing-table";

/** Part of the host contract: undo and the tables of a planned sheet. */
export function tableUndoContract(book: () => HostBook): void {
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

  describe("undo of tables of a planned sheet", () => {
    test("they go with it", async () => {
      const before = book().everything();
      const change = await write([withTable("Rules", "Rubric")]);
      expect(await tables()).toEqual([METRICS, ["Rubric", "Rules", 3, "Accuracy"]]);
      await change.undo();
      expect(await tables()).toEqual([METRICS]);
      expect(book().everything()).toEqual(before);
    });

    test("also those that got a number", async () => {
      const before = book().everything();
      const change = await write([
        withTable("One", "metrics"),
        withTable("Two", "Rubric"),
        withTable("Three", "Rubric"),
      ]);
      await change.undo();
      expect(book().everything()).toEqual(before);
    });

    test("they come back when the sheet was written again", async () => {
      await write([withTable("Rules", "Rubric")]);
      const again = [ROWS[0]!, ["Speed", 100]];
      const change = await write([withTable("Rules", "Rubric", again)], ["Rules"]);
      expect(await tables()).toEqual([METRICS, ["Rubric", "Rules", 2, "Speed"]]);
      await change.undo();
      expect(await tables()).toEqual([METRICS, ["Rubric", "Rules", 3, "Accuracy"]]);
    });

    test("asks first when something was typed into them since", async () => {
      const change = await write([withTable("Rules", "Rubric")]);
      await book().port.apply(
        { sheets: [], edits: [{ sheet: "Rules", row: 1, column: 0, value: "Typed" }] },
        { replace: [] },
      );
      expect((await failureOf(change.undo())).kind).toBe("changed");
      await change.undo({ overwrite: true });
      expect(await tables()).toEqual([METRICS]);
    });
  });
}

/** Part of the host contract: undo and a table that has grown. */
export function growthUndoContract(book: () => HostBook): void {
  const { ROWS, RANGE, GROWTH, GROWN, make, edit, grow, rowsOf } = growingTable(book);

  describe("undo of a table that got rows", () => {
    beforeEach(make);

    test("it is as it was", async () => {
      const before = book().everything();
      const change = await grow();
      expect(await rowsOf("Rubric")).toEqual(GROWN);
      expect(book().numberFormat("Rules", 2, 1)).toBe("0%");
      await change.undo();
      expect(await rowsOf("Rubric")).toEqual(ROWS);
      expect(book().everything()).toEqual(before);
      await change.undo();
      expect(book().everything()).toEqual(before);
    });

    test("one that grew twice is taken back step by step only", async () => {
      const first = await grow();
      const range = { ...RANGE, rows: 4 };
      const second = await grow({ ...GROWTH, range, moreRows: 1 }, [
        { sheet: "Rules", row: 4, column: 0, value: "Speed" },
      ]);
      expect((await failureOf(first.undo())).kind).toBe("changed");
      expect(await rowsOf("Rubric")).toEqual([...GROWN, ["Speed", ""]]);
      await second.undo();
      await first.undo();
      expect(await rowsOf("Rubric")).toEqual(ROWS);
    });

    test.each<[string, CellEdit]>([
      ["a cell that was written", { sheet: "Rules", row: 3, column: 0, value: "Courtesy" }],
      ["a cell that was left blank", { sheet: "Rules", row: 3, column: 1, value: 40 }],
    ])("it is not taken back once a person typed into %s", async (_name, typed) => {
      const change = await grow();
      await edit(typed);
      const then = book().everything();
      expect((await failureOf(change.undo({ overwrite: true }))).kind).toBe("changed");
      expect(book().everything()).toEqual(then);
    });

    test("what was done elsewhere since stays", async () => {
      const change = await grow();
      await edit({ sheet: "Rules", row: 1, column: 1, value: 70 }, { sheet: "Data", row: 2, column: 2, value: 0.4 });
      await change.undo();
      expect(await rowsOf("Rubric")).toEqual([ROWS[0], ["Accuracy", 70]]);
      expect(book().cell("Data", 2, 2)).toBe(0.4);
    });
  });
}
