import type { CellEdit, PlanCell, SheetPlan } from "../../src/core/plan/plan";
import type { HostBook } from "./host-contract";
import { failureOf, planOf } from "./port-contract";

/** Part of the host contract: undo after the written content has changed. */
export function undoContract(book: () => HostBook): void {
  const write = (sheets: readonly SheetPlan[], replace: readonly string[] = []) =>
    book().port.apply({ sheets, edits: [] }, { replace });
  const edit = (edits: readonly CellEdit[]) => book().port.apply({ sheets: [], edits }, { replace: [] });

  describe("undo of what has changed", () => {
    const rows: PlanCell[][] = [
      ["Agent", "Total", null],
      ["'A-1", 1 / 3, { formula: "=B2*2" }],
      ["", true, ""],
    ];
    const type = (wanted: CellEdit) => edit([wanted]);

    test.each<[string, CellEdit]>([
      ["a number was typed over", { sheet: "New", row: 1, column: 1, value: 0.3333 }],
      ["a text was typed over", { sheet: "New", row: 0, column: 0, value: "agent" }],
      ["a cell was emptied", { sheet: "New", row: 2, column: 1, value: null }],
      ["a blank cell was filled", { sheet: "New", row: 2, column: 2, value: "note" }],
      ["a formula was typed over", { sheet: "New", row: 1, column: 2, value: 0 }],
      ["something was added below", { sheet: "New", row: 5, column: 0, value: "note" }],
      ["something was added at the right", { sheet: "New", row: 0, column: 6, value: "note" }],
    ])("a written sheet, %s: refused, unless it is confirmed", async (_name, typed) => {
      const before = book().everything();
      const change = await write([planOf("New", rows)]);
      await type(typed);
      const then = book().everything();
      expect((await failureOf(change.undo())).kind).toBe("changed");
      expect(book().everything()).toEqual(then);
      await change.undo({ overwrite: true });
      expect(book().everything()).toEqual(before);
      await change.undo();
      expect(book().everything()).toEqual(before);
    });

    test("a replaced sheet that was typed into comes back when that is confirmed", async () => {
      const before = book().everything();
      const change = await write([planOf("Old", rows)], ["Old"]);
      await type({ sheet: "Old", row: 1, column: 1, value: "typed" });
      expect((await failureOf(change.undo())).kind).toBe("changed");
      expect(book().cell("Old", 1, 1)).toBe("typed");
      await change.undo({ overwrite: true });
      expect(book().everything()).toEqual(before);
    });

    test.each([false, true])("an edited cell that changed is never overwritten; confirmed: %s", async (overwrite) => {
      const change = await edit([
        { sheet: "Data", row: 2, column: 2, value: 0.4 },
        { sheet: "Data", row: 3, column: 2, value: 0.5 },
      ]);
      await type({ sheet: "Data", row: 3, column: 2, value: 0.6 });
      const failure = await failureOf(change.undo({ overwrite }));
      expect([failure.kind, failure.detail.includes("Data!C4")]).toEqual(["changed", true]);
      expect([book().cell("Data", 2, 2), book().cell("Data", 3, 2)]).toEqual([0.4, 0.6]);
    });

    test("what was done elsewhere since stays", async () => {
      const change = await book().port.apply(
        { sheets: [planOf("New", rows)], edits: [{ sheet: "Data", row: 2, column: 2, value: 0.4 }] },
        { replace: [] },
      );
      await write([planOf("Later", [["kept"]])]);
      await type({ sheet: "Data", row: 3, column: 1, value: "kept" });
      await book().port.saveChoice("rubric", "kept");
      await change.undo();
      expect(book().sheetNames()).toEqual(["Data", "Old", "Locked", "Behind", "Later"]);
      expect([book().cell("Data", 2, 2), book().numberFormat("Data", 2, 2)]).toEqual([0.31, "0.0%"]);
      expect([book().cell("Later", 0, 0), book().cell("Data", 3, 1)]).toEqual(["kept", "kept"]);
      expect(await book().port.loadChoice("rubric")).toBe("kept");
    });

    test("two replacements are taken back one after the other, down to what was typed by hand", async () => {
      const before = book().everything();
      const first = await write([planOf("Old", [["first"], [1]])], ["Old"]);
      const second = await write([planOf("Old", [["second"]])], ["Old"]);
      expect((await failureOf(first.undo())).kind).toBe("changed");
      await second.undo();
      expect([book().cell("Old", 0, 0), book().cell("Old", 1, 0)]).toEqual(["first", 1]);
      await first.undo();
      expect(book().everything()).toEqual(before);
    });

    test("a new sheet that is gone", async () => {
      const first = await write([planOf("New", [["same"]])]);
      const second = await write([planOf("New", [["same"]])], ["New"]);
      // The two changes look the same. The first undo removes the sheet, and nothing is left for the second.
      await first.undo();
      expect(book().sheetNames()).not.toContain("New");
      const then = book().everything();
      expect((await failureOf(second.undo({ overwrite: true }))).kind).toBe("gone");
      expect(book().everything()).toEqual(then);
    });
  });
}
