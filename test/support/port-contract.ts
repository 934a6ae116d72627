import { cellOf, listRows } from "../../src/core/cell/packed";
import { addressOf } from "../../src/core/cell/place";
import type { CellEdit, PlanCell, SheetPlan } from "../../src/core/plan/plan";
import type { MemorySeed } from "./memory-workbook";
import { WorkbookFailure, type FailureKind } from "../../src/workbook/failure";
import type { AppliedPlan, WorkbookPort } from "../../src/workbook/port";
import { growthContract } from "./port-contract-growth";
import { tableContract } from "./port-contract-tables";

/** A workbook from a seed, with a view of its content past the port. */
export interface ContractBook<Applied extends AppliedPlan = AppliedPlan> {
  readonly port: WorkbookPort<Applied>;
  /** Sheets that people see, in order. */
  sheetNames(): string[];
  /** A constant as it is, a text without an apostrophe in front, a formula as such, null for an empty cell. */
  cell(sheet: string, row: number, column: number): PlanCell;
  numberFormat(sheet: string, row: number, column: number): string;
  /** Anything that tells two workbooks apart. Tests use it to see that nothing was harmed. */
  everything(): unknown;
}

/** Texts that Excel would change if a person typed them. */
const TRICKY_TEXTS = [
  '=HYPERLINK("http://example.com","x")',
  "=1+1",
  "+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(1,2)",
  "007",
  "2026-10",
  "1-2",
  "TRUE",
  "false",
  "1e5",
  "98.2%",
  "#N/A",
  "'quoted",
  "''twice",
  " 12 ",
  "line\nbreak",
  "张三",
] as const;

export function planOf(name: string, rows: readonly (readonly PlanCell[])[], more: Partial<SheetPlan> = {}): SheetPlan {
  return {
    name,
    rows,
    columnWidths: (rows[0] ?? []).map(() => 12),
    freeze: { rows: 1, columns: 0 },
    formats: [],
    highlights: [],
    print: { orientation: "landscape", titleRows: 1 },
    ...more,
  };
}

export async function failureOf(work: Promise<unknown>): Promise<WorkbookFailure> {
  const caught: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(caught instanceof WorkbookFailure)) throw new Error(`no WorkbookFailure but ${String(caught)}`);
  return caught;
}

export const SEED: MemorySeed = {
  sheets: [
    {
      name: "Data",
      rows: [
        ["Metrics of all agents", null, null],
        [null, "Agent ID", "Trigger rate"],
        [null, "A-1", 0.31],
        [null, "A-2", 0.25],
        [null, "A-3", null],
        [null, "Total", 0.56],
      ],
      tables: [{ name: "Metrics", row: 1, column: 1, rows: 5, columns: 2, hasTotals: true }],
      formats: [{ range: { row: 2, column: 2, rows: 3, columns: 1 }, numberFormat: "0.0%" }],
    },
    {
      name: "Old",
      rows: [
        ["was here", 1],
        [{ formula: "=B1*2" }, true],
      ],
    },
    { name: "Locked", rows: [["do not touch"]], protected: true },
    { name: "Behind", rows: [["unseen"]], visible: false },
  ],
};

/** The contract of every workbook port. `make` builds a workbook from the seed. */
export function portContract(title: string, make: (seed: MemorySeed) => Promise<ContractBook>): void {
  describe(`the workbook port: ${title}`, () => {
    let book: ContractBook;

    beforeEach(async () => {
      book = await make(SEED);
    });

    const nothing = { sheets: [], edits: [] };
    const write = (sheets: readonly SheetPlan[], replace: readonly string[] = []) =>
      book.port.apply({ sheets, edits: [] }, { replace });
    const edit = (edits: readonly CellEdit[]) => book.port.apply({ sheets: [], edits }, { replace: [] });

    describe("read", () => {
      test("a table with its place, header, rows and formats, without its totals row", async () => {
        const { tables } = await book.port.read();
        expect(tables).toHaveLength(1);
        const [table] = tables;
        expect(table).toMatchObject({
          name: "Metrics",
          sheet: "Data",
          row: 1,
          column: 1,
          formats: ["General", "0.0%"],
        });
        expect(listRows(table!.values).map((row) => row.map((cell) => cell ?? ""))).toEqual([
          ["Agent ID", "Trigger rate"],
          ["A-1", 0.31],
          ["A-2", 0.25],
          ["A-3", ""],
        ]);
      });

      test("every sheet with its head, hidden ones marked", async () => {
        const { sheets } = await book.port.read();
        expect(sheets.map(({ name, visible, head }) => [name, visible, head[0]])).toEqual([
          ["Data", true, "Metrics of all agents"],
          ["Old", true, "was here"],
          ["Locked", true, "do not touch"],
          ["Behind", false, "unseen"],
        ]);
        expect(sheets[0]!.head).toHaveLength(3);
      });

      describe("sheets that bear our mark", () => {
        const MARK = "[QA 2026-10 R0123456789abcdef Mfedcba9876543210]";
        const rows: PlanCell[][] = [
          ["Evaluation", null, null],
          [`1 agent · ${MARK}`, null, null],
          ["=1+1", 0.5, { formula: "=B3*2" }],
          [null, true, null],
        ];

        test("come with all their cells and the places of their formulas", async () => {
          await write([planOf("Evaluation 2026-10", rows), planOf("Other", [["no mark"]])]);
          const { written } = await book.port.read();
          expect(written.map(({ sheet }) => sheet)).toEqual(["Evaluation 2026-10"]);
          const { values, formulas } = written[0]!;
          expect(values.map((row) => row.slice(0, 2).map((cell) => cell ?? ""))).toEqual([
            ["Evaluation", ""],
            [rows[1]![0], ""],
            ["=1+1", 0.5],
            ["", true],
          ]);
          expect(values[0]).toHaveLength(3);
          expect([...formulas]).toEqual(["C3"]);
        });

        test("are left out where only tables are wanted", async () => {
          await write([planOf("Evaluation 2026-10", rows)]);
          expect((await book.port.read({ tablesOnly: true })).written).toEqual([]);
        });
      });

      describe("a reading that goes on from an earlier one", () => {
        test("keeps what stands on the sheets that are named, and reads the others", async () => {
          const snapshot = await book.port.read();
          await edit([{ sheet: "Data", row: 2, column: 2, value: 0.9 }]);
          const kept = await book.port.read({ earlier: { snapshot, keeps: (sheet) => sheet === "Data" } });
          expect(kept.tables[0]).toBe(snapshot.tables[0]);
          const read = await book.port.read({ earlier: { snapshot, keeps: (sheet) => sheet === "Old" } });
          expect(cellOf(read.tables[0]!.values, 1, 1)).toBe(0.9);
        });

        test("keeps nothing that has another place or size, or that was not there", async () => {
          const snapshot = await book.port.read();
          const [table] = snapshot.tables;
          const others = [{ row: 2 }, { column: 0 }, { name: "Other" }, { values: listRows(table!.values).slice(1) }];
          for (const other of others) {
            const earlier = { snapshot: { ...snapshot, tables: [{ ...table!, ...other }] }, keeps: () => true };
            const { tables } = await book.port.read({ earlier });
            expect(tables[0]!.values).toHaveLength(4);
            expect(tables[0]!.row).toBe(1);
          }
        });
      });

      test("progress ends at 1, and a signal stops it", async () => {
        const shares: number[] = [];
        await book.port.read({ onProgress: (done) => shares.push(done) });
        expect(shares.at(-1)).toBe(1);
        const stop = AbortSignal.abort();
        expect((await failureOf(book.port.read({ signal: stop }))).kind).toBe("cancelled");
      });
    });

    describe("apply", () => {
      test.each(TRICKY_TEXTS)("the text %j stays that very text", async (text) => {
        await write([planOf("New", [["Head"], [text]])]);
        expect(book.cell("New", 1, 0)).toBe(text);
      });

      test("numbers, logicals, empty cells and formulas", async () => {
        const row: PlanCell[] = [0, -1.5, 1e-7, true, false, null, "", { formula: "=A1+1" }];
        await write([planOf("New", [row])]);
        const found = row.map((_cell, column) => book.cell("New", 0, column));
        expect(found).toEqual([0, -1.5, 1e-7, true, false, null, null, { formula: "=A1+1" }]);
      });

      test("a number format", async () => {
        const range = { row: 1, column: 0, rows: 1, columns: 1 };
        await write([planOf("New", [["Total"], [0.5]], { formats: [{ range, numberFormat: "0.00" }] })]);
        expect([book.numberFormat("New", 0, 0), book.numberFormat("New", 1, 0)]).toEqual(["General", "0.00"]);
      });

      test("several sheets and edits in one change", async () => {
        const change = await book.port.apply(
          {
            sheets: [planOf("One", [["1"]]), planOf("Two", [["2"]])],
            edits: [{ sheet: "Data", row: 2, column: 2, value: 0.4 }],
          },
          { replace: [] },
        );
        expect(change.sheets).toEqual(["One", "Two"]);
        expect(book.sheetNames()).toEqual(["Data", "Old", "Locked", "Behind", "One", "Two"]);
        expect(book.cell("Data", 2, 2)).toBe(0.4);
      });

      test("a plan without anything changes nothing", async () => {
        const before = book.everything();
        await book.port.apply(nothing, { replace: [] });
        expect(book.everything()).toEqual(before);
      });

      test("a replaced sheet holds the new content only", async () => {
        await write([planOf("OLD", [["new"]])], ["old"]);
        expect(book.sheetNames()).toEqual(["Data", "Old", "Locked", "Behind"]);
        expect([book.cell("Old", 0, 0), book.cell("Old", 0, 1), book.cell("Old", 1, 0)]).toEqual(["new", null, null]);
      });

      test("a sheet that was written is replaced again", async () => {
        await write([planOf("New", [["first", "more"]])]);
        const change = await write([planOf("New", [["second"]])], ["New"]);
        expect([book.cell("New", 0, 0), book.cell("New", 0, 1)]).toEqual(["second", null]);
        expect(change.sheets).toEqual(["New"]);
      });

      test("edits set values and formats", async () => {
        await edit([
          { sheet: "Data", row: 2, column: 1, value: "=not a formula" },
          { sheet: "Data", row: 3, column: 1, value: 5, numberFormat: "0.00" },
          { sheet: "Data", row: 4, column: 2, value: true },
          { sheet: "Old", row: 1, column: 0, value: null },
        ]);
        expect(book.cell("Data", 2, 1)).toBe("=not a formula");
        expect([book.cell("Data", 3, 1), book.numberFormat("Data", 3, 1)]).toEqual([5, "0.00"]);
        expect([book.cell("Data", 4, 2), book.numberFormat("Data", 4, 2)]).toEqual([true, "0.0%"]);
        expect(book.cell("Old", 1, 0)).toBeNull();
      });

      test("progress never goes back and ends at 1", async () => {
        const shares: number[] = [];
        await book.port.apply(
          { sheets: [planOf("New", [["x"]])], edits: [] },
          { replace: [], onProgress: (done) => shares.push(done) },
        );
        expect(shares.at(-1)).toBe(1);
        expect(shares).toEqual([...shares].sort((a, b) => a - b));
      });
    });

    tableContract(() => book);
    growthContract(() => book);

    describe("what an edit expects", () => {
      test.each<[string, CellEdit]>([
        ["a text", { sheet: "Data", row: 2, column: 1, value: 1, expected: "A-1" }],
        ["a number", { sheet: "data", row: 2, column: 2, value: 1, expected: 0.31 }],
        ["a blank cell, as null", { sheet: "Data", row: 4, column: 2, value: 1, expected: null }],
        ['a blank cell, as ""', { sheet: "Data", row: 4, column: 2, value: 1, expected: "" }],
        ["a logical", { sheet: "Old", row: 1, column: 1, value: 1, expected: true }],
        ["anything", { sheet: "Data", row: 2, column: 1, value: 1 }],
      ])("%s, and finds it", async (_name, wanted) => {
        await edit([wanted]);
        expect(book.cell(wanted.sheet, wanted.row, wanted.column)).toBe(1);
      });

      test.each<[string, CellEdit]>([
        ["another text", { sheet: "Data", row: 2, column: 1, value: 1, expected: "A-2" }],
        ["a number that is nearly the one", { sheet: "Data", row: 2, column: 2, value: 1, expected: 0.31 + 1e-15 }],
        ["a number as text", { sheet: "Data", row: 2, column: 2, value: 1, expected: "0.31" }],
        ["a blank cell where something stands", { sheet: "Data", row: 2, column: 2, value: 1, expected: "" }],
        ["something where a blank cell is", { sheet: "Data", row: 4, column: 2, value: 1, expected: 0 }],
        ["something far off the data", { sheet: "Data", row: 400, column: 20, value: 1, expected: "x" }],
      ])("%s, and nothing is written", async (_name, wanted) => {
        const before = book.everything();
        const fine: CellEdit = { sheet: "Data", row: 3, column: 1, value: "mended", expected: "A-2" };
        const plan = { sheets: [planOf("New", [["x"]])], edits: [fine, wanted] };
        const failure = await failureOf(book.port.apply(plan, { replace: [] }));
        expect(failure.kind).toBe("changed");
        expect(failure.detail).toContain(`Data!${addressOf(wanted.row, wanted.column)}`);
        expect(book.everything()).toEqual(before);
      });
    });

    describe("refusals leave everything as it was", () => {
      test.each<[string, FailureKind, () => Promise<unknown>]>([
        ["a sheet that is there", "exists", () => write([planOf("old", [["x"]])])],
        [
          "a sheet that is there beside one that is not",
          "exists",
          () => write([planOf("New", [["x"]]), planOf("Old", [["x"]])], ["New"]),
        ],
        ["a protected sheet", "protected", () => write([planOf("Locked", [["x"]])], ["Locked"])],
        ["an edit of a protected sheet", "protected", () => edit([{ sheet: "Locked", row: 0, column: 0, value: 1 }])],
        [
          "an edit of a sheet that is not there",
          "gone",
          () => edit([{ sheet: "Nowhere", row: 0, column: 0, value: 1 }]),
        ],
        [
          "a cancelled change",
          "cancelled",
          () =>
            book.port.apply(
              { sheets: [planOf("New", [["x"]])], edits: [] },
              { replace: [], signal: AbortSignal.abort() },
            ),
        ],
        [
          "a change that is cancelled half-way",
          "cancelled",
          () => {
            const stop = new AbortController();
            return book.port.apply(
              { sheets: [planOf("New", [["x"]]), planOf("Old", [["x"]])], edits: [] },
              { replace: ["Old"], signal: stop.signal, onProgress: () => stop.abort() },
            );
          },
        ],
      ])("%s", async (_name, kind, work) => {
        const before = book.everything();
        expect((await failureOf(work())).kind).toBe(kind);
        expect(book.everything()).toEqual(before);
      });

      test("a protected workbook takes no new sheet", async () => {
        book = await make({ ...SEED, protected: true });
        const before = book.everything();
        expect((await failureOf(write([planOf("New", [["x"]])]))).kind).toBe("protected");
        expect(book.everything()).toEqual(before);
      });
    });
  });
}
