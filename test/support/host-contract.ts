import type { CellEdit, SheetPlan } from "../../src/core/plan/plan";
import type { AppliedChange, WorkbookHost } from "../../src/workbook/host";
import { growthUndoContract, tableUndoContract } from "./host-contract-tables";
import { undoContract } from "./host-contract-undo";
import type { MemorySeed } from "./memory-seed";
import { planOf, portContract, SEED, type ContractBook } from "./port-contract";

export interface HostBook extends ContractBook<AppliedChange> {
  readonly port: WorkbookHost;
}

/** The contract of every workbook that a person has open: the port contract, and the abilities of a host. */
export function hostContract(title: string, make: (seed: MemorySeed) => Promise<HostBook>): void {
  portContract(title, make);

  describe(`the workbook host: ${title}`, () => {
    let book: HostBook;

    beforeEach(async () => {
      book = await make(SEED);
    });

    const write = (sheets: readonly SheetPlan[], replace: readonly string[] = []) =>
      book.port.apply({ sheets, edits: [] }, { replace });
    const edit = (edits: readonly CellEdit[]) => book.port.apply({ sheets: [], edits }, { replace: [] });

    describe("undo", () => {
      test("of several sheets and edits, together; twice does no more", async () => {
        const before = book.everything();
        const change = await book.port.apply(
          {
            sheets: [planOf("One", [["1"]]), planOf("Two", [["2"]])],
            edits: [{ sheet: "Data", row: 2, column: 2, value: 0.4 }],
          },
          { replace: [] },
        );
        await change.undo();
        expect(book.everything()).toEqual(before);
        await change.undo();
        expect(book.everything()).toEqual(before);
      });

      test("of a replaced sheet, which is what it was", async () => {
        const before = book.everything();
        const change = await write([planOf("OLD", [["new"]])], ["old"]);
        await change.undo();
        expect(book.cell("Old", 1, 0)).toEqual({ formula: "=B1*2" });
        expect(book.everything()).toEqual(before);
      });

      test("of a sheet that was written before", async () => {
        await write([planOf("New", [["first", "more"]])]);
        await write([planOf("New", [["second"]])], ["New"]);
        const again = await write([planOf("New", [["third"]])], ["New"]);
        expect(book.cell("New", 0, 0)).toBe("third");
        await again.undo();
        expect(book.cell("New", 0, 0)).toBe("second");
      });

      test("of edits, with their formats", async () => {
        const before = book.everything();
        const change = await edit([
          { sheet: "Data", row: 2, column: 1, value: "=not a formula" },
          { sheet: "Data", row: 3, column: 1, value: 5, numberFormat: "0.00" },
          { sheet: "Data", row: 4, column: 2, value: true },
          { sheet: "Old", row: 1, column: 0, value: null },
        ]);
        await change.undo();
        expect(book.everything()).toEqual(before);
      });
    });

    tableUndoContract(() => book);
    growthUndoContract(() => book);
    undoContract(() => book);

    test("a choice is kept, and one that was never made is undefined", async () => {
      expect(await book.port.loadChoice("rubric")).toBeUndefined();
      await book.port.saveChoice("rubric", "Hotline");
      await book.port.saveChoice("rubric", "热线");
      expect(await book.port.loadChoice("rubric")).toBe("热线");
    });
  });
}
