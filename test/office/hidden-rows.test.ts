import type { CellEdit } from "../../src/core/plan/plan";
import type { MemorySeed } from "../support/memory-workbook";
import { officeBook, type OfficeBook } from "../support/office-book";
import { failureOf, planOf } from "../support/port-contract";

/**
 * Rows that are hidden, by hand or by a filter. In the host, as in some builds of Excel, several rows written at once then land in wrong
 * cells, and only visible rows are cleared and copied.
 */

const ROWS = [["Agent ID", "Rate"], ...["A", "B", "C", "D"].map((agent, at) => [agent, at + 1])];
const SEED: MemorySeed = {
  sheets: [
    { name: "Data", rows: ROWS, tables: [{ name: "Metrics", row: 0, column: 0, rows: 5, columns: 2 }] },
    { name: "Old", rows: ROWS },
  ],
};

type Hide = (book: OfficeBook, sheet: string, rows: readonly number[]) => void;

const WAYS: readonly (readonly [string, Hide])[] = [
  ["by hand", ({ model, idOf }, sheet, rows) => rows.forEach((row) => model.setRowsHidden(idOf(sheet), row, 1, true))],
  ["by a filter of the sheet", ({ model, idOf }, sheet, rows) => model.filter(idOf(sheet), rows)],
  [
    "by the filter of a table",
    ({ model, idOf }, sheet, rows) =>
      model.filter(idOf(sheet), rows, model.tables().find((table) => table.sheetId === idOf(sheet))?.id),
  ],
];

const edits = (sheet: string): CellEdit[] =>
  [10, 20, 30, 40].map((value, at) => ({ sheet, row: at + 1, column: 1, value, numberFormat: "0.0" }));

const column = ({ cell }: OfficeBook, sheet: string, count: number, at = 1) =>
  Array.from({ length: count }, (_, row) => cell(sheet, row, at));

describe.each(WAYS)("rows hidden %s", (_way, hide) => {
  test.each([[[2, 3]], [[1]], [[4]], [[1, 2, 3, 4]]])(
    "rows %j: edits land in their cells, and undo too",
    async (rows) => {
      const book = officeBook(SEED);
      hide(book, "Data", rows);
      const before = book.everything();
      const change = await book.port.apply({ sheets: [], edits: edits("Data") }, { replace: [] });
      expect(column(book, "Data", 5)).toEqual(["Rate", 10, 20, 30, 40]);
      expect([1, 2, 3, 4].map((row) => book.numberFormat("Data", row, 1))).toEqual(["0.0", "0.0", "0.0", "0.0"]);
      await change.undo();
      expect(book.everything()).toEqual(before);
    },
  );

  test("hidden between the look and the writing: put back and told", async () => {
    const book = officeBook(SEED);
    const before = book.everything() as { sheets: object[] };
    book.office.afterRoundTrip = (number) => {
      if (number === 1) hide(book, "Data", [2, 3]);
    };
    const failure = await failureOf(book.port.apply({ sheets: [], edits: edits("Data") }, { replace: [] }));
    expect(failure.kind).toBe("misplaced");
    expect(column(book, "Data", 5)).toEqual(["Rate", 1, 2, 3, 4]);
    const { sheets } = book.everything() as { sheets: object[] };
    expect(sheets.map(shown)).toEqual(before.sheets.map(shown));
  });

  test("hidden before the undo of edits", async () => {
    const book = officeBook(SEED);
    const change = await book.port.apply({ sheets: [], edits: edits("Data") }, { replace: [] });
    hide(book, "Data", [2, 3]);
    await change.undo();
    expect(column(book, "Data", 5)).toEqual(["Rate", 1, 2, 3, 4]);
  });

  test.each(["Data", "Old"])(
    "a sheet that is replaced, %s, holds all that was planned, and undo all that was there",
    async (sheet) => {
      const book = officeBook(SEED);
      hide(book, sheet, [1, 3]);
      const before = book.everything();
      const rows = Array.from({ length: 7 }, (_, at) => [`new ${at}`, at]);
      const change = await book.port.apply({ sheets: [planOf(sheet, rows)], edits: [] }, { replace: [sheet] });
      expect(column(book, sheet, 8, 0)).toEqual([...rows.map(([text]) => text), null]);
      const id = book.idOf(sheet);
      expect([...Array(8).keys()].filter((row) => book.model.isRowHidden(id, row))).toEqual([]);
      expect(book.model.hasFilter(id)).toBe(false);
      // A person filters the result before taking it back.
      hide(book, sheet, [0, 2, 4]);
      await change.undo();
      expect(column(book, sheet, 6, 0)).toEqual(["Agent ID", "A", "B", "C", "D", null]);
      const after = book.everything();
      expect(contents(after)).toEqual(contents(before));
    },
  );

  test("a replacement that fails half-way brings back every row", async () => {
    const book = officeBook(SEED);
    hide(book, "Old", [1, 3]);
    book.office.faultAt = (number) => (number === 2 ? { code: 5012, executed: true } : undefined);
    await failureOf(book.port.apply({ sheets: [planOf("Old", [["new"]])], edits: [] }, { replace: ["Old"] }));
    expect(column(book, "Old", 5)).toEqual(["Rate", 1, 2, 3, 4]);
  });
});

test("rows hidden by hand on a replaced sheet are hidden again by undo", async () => {
  const book = officeBook(SEED);
  for (const row of [1, 2, 4]) book.model.setRowsHidden(book.idOf("Old"), row, 1, true);
  const before = book.everything();
  const change = await book.port.apply({ sheets: [planOf("Old", [["new"]])], edits: [] }, { replace: ["Old"] });
  await change.undo();
  expect(book.everything()).toEqual(before);
});

interface Shown {
  readonly cells: unknown;
  readonly formats: unknown;
}

function shown(sheet: object): Shown {
  const { cells, formats } = sheet as Shown;
  return { cells, formats };
}

function contents(snapshot: unknown): unknown {
  const { sheets, tables } = snapshot as { sheets: object[]; tables: unknown };
  return { sheets: sheets.map(shown), tables };
}
