import type { TableGrowth } from "../../src/core/plan/plan";
import type { FailureKind } from "../../src/workbook/failure";
import { failureOf, type ContractBook } from "./port-contract";
import { growingTable } from "./growing-table";

/** Part of the port contract: a table that gets rows. */
export function growthContract(book: () => ContractBook): void {
  const { RANGE, GROWTH, GROWN, make, edit, grow, rowsOf } = growingTable(book);

  describe("a table that gets rows", () => {
    beforeEach(make);

    test("holds them", async () => {
      await grow();
      expect(await rowsOf("Rubric")).toEqual(GROWN);
      expect(book().numberFormat("Rules", 2, 1)).toBe("0%");
    });

    test("may grow twice", async () => {
      await grow();
      await grow({ ...GROWTH, range: { ...RANGE, rows: 4 }, moreRows: 1 }, [
        { sheet: "Rules", row: 4, column: 0, value: "Speed" },
      ]);
      expect(await rowsOf("Rubric")).toEqual([...GROWN, ["Speed", ""]]);
    });

    test.each<[string, FailureKind, () => Promise<unknown>]>([
      ["something stands below", "no-room", () => edit({ sheet: "Rules", row: 3, column: 1, value: "a note" })],
      ["it has another size by now", "changed", () => grow({ ...GROWTH, moreRows: 1 }, [])],
    ])("is refused when %s", async (_name, kind, work) => {
      await work();
      const then = book().everything();
      expect((await failureOf(grow())).kind).toBe(kind);
      expect(book().everything()).toEqual(then);
    });

    test.each<[string, FailureKind, Partial<TableGrowth>]>([
      ["there is no such table", "gone", { table: "Nowhere" }],
      ["there is no such sheet", "gone", { sheet: "Nowhere" }],
      [
        "it has a totals row",
        "no-room",
        { table: "Metrics", sheet: "Data", range: { row: 1, column: 1, rows: 5, columns: 2 } },
      ],
    ])("is refused when %s", async (_name, kind, growth) => {
      const then = book().everything();
      expect((await failureOf(grow({ ...GROWTH, ...growth }, []))).kind).toBe(kind);
      expect(book().everything()).toEqual(then);
    });
  });
}
