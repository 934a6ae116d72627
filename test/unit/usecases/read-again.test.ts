import type { PlanCell } from "../../../src/core/plan/plan";
import { listRows, PackedRows } from "../../../src/core/cell/packed";
import { STATUS } from "../../../src/core/scoring/model/status";
import { checkBook, mend, planEvaluation, readBook, scoreBook, sheetsByThemselves } from "../../../src/usecases";
import { MemoryWorkbook } from "../../support/memory-workbook";

type Rows = readonly (readonly PlanCell[])[];

const RUBRIC: Rows = [
  ["Section", "Indicator", "Points", "Method", "Zero at", "Full at"],
  ["Quality", "Test", 100, "linear", 60, 90],
];
const METRICS: Rows = [
  ["Agent ID", "Period", "Test"],
  ["1", "2026-10", 75],
  ["1", "2026-10", 80],
];
const SETTINGS: Rows = [
  ["Setting", "Value"],
  ["decimals", 2],
];

const table = (name: string, rows: Rows, row = 0) => ({
  name,
  row,
  column: 0,
  rows: rows.length,
  columns: rows[0]!.length,
});

function workbook(settingsOn: "Settings" | "Metrics" = "Settings"): MemoryWorkbook {
  const settings = settingsOn === "Settings";
  return new MemoryWorkbook({
    sheets: [
      { name: "Rubric", rows: RUBRIC, tables: [table("Rubric", RUBRIC)] },
      {
        name: "Metrics",
        rows: settings ? METRICS : [...METRICS, [], ...SETTINGS],
        tables: [table("Metrics", METRICS), ...(settings ? [] : [table("Settings", SETTINGS, 4)])],
      },
      ...(settings ? [{ name: "Settings", rows: SETTINGS, tables: [table("Settings", SETTINGS)] }] : []),
      { name: "Notes", rows: [["nothing of ours"]] },
    ],
  });
}

const codes = (book: Awaited<ReturnType<typeof readBook>>) => checkBook(book).map(({ code }) => code);

test.each([
  ["Settings", ["Rubric", "Settings"]],
  ["Metrics", ["Rubric"]],
] as const)("with Settings on the sheet %s these sheets stand by themselves", async (on, sheets) => {
  expect([...sheetsByThemselves(await readBook(workbook(on)))]).toEqual(sheets);
});

test("a reading that goes on from an earlier one follows the rubric and keeps the data and what was found in them", async () => {
  const port = workbook();
  const book = await readBook(port);
  expect(codes(book)).toEqual(["agent-once-per-period"]);
  port.type({ sheet: "Rubric", row: 1, column: 5, value: 60 });
  const keeps = (sheet: string): boolean => sheet !== "Rubric";
  const next = await readBook(port, { earlier: { book, keeps } });
  expect(codes(next)).toEqual(["zero-differs-from-full", "agent-once-per-period"]);
  expect(next.subject.metrics).toBe(book.subject.metrics);
  expect(checkBook(next)[1]).toBe(checkBook(book)[0]);
  expect(next.summary).toEqual(book.summary);
});

test("a kept sheet whose table has grown is read all the same", async () => {
  const port = workbook();
  const book = await readBook(port);
  const grown = new MemoryWorkbook({
    sheets: [
      { name: "Rubric", rows: RUBRIC, tables: [table("Rubric", RUBRIC)] },
      {
        name: "Metrics",
        rows: [...METRICS, ["2", "2026-10", "x"]],
        tables: [table("Metrics", [...METRICS, ["2", "2026-10", "x"]])],
      },
    ],
  });
  const next = await readBook(grown, { earlier: { book, keeps: () => true } });
  expect(codes(next)).toEqual(["agent-once-per-period", "metric-is-number"]);
  expect(next.summary.rowCount).toBe(3);
});

describe("a large table, which is kept packed", () => {
  const LARGE: Rows = [
    ["Agent ID", "Period", "Test"],
    ...Array.from({ length: 1500 }, (_, row): PlanCell[] => [
      `A${row}`,
      "2026-10",
      row % 50 === 7 ? "" : 60 + (row % 31),
    ]),
  ];
  const large = (edit: (rows: PlanCell[][]) => void = () => undefined): MemoryWorkbook => {
    const rows = LARGE.map((cells) => [...cells]);
    edit(rows);
    return new MemoryWorkbook({
      sheets: [
        { name: "Rubric", rows: RUBRIC, tables: [table("Rubric", RUBRIC)] },
        { name: "Metrics", rows, tables: [table("Metrics", rows)] },
      ],
    });
  };

  test("is kept by a reading that goes on from an earlier one, with what was made out of it", async () => {
    const port = large();
    const book = await readBook(port);
    expect(book.snapshot.tables[1]!.values).toBeInstanceOf(PackedRows);
    expect(listRows(book.snapshot.tables[1]!.values)).toEqual(LARGE);
    const next = await readBook(port, { earlier: { book, keeps: (sheet) => sheet === "Metrics" } });
    expect(next.subject.metrics).toBe(book.subject.metrics);
  });

  test("is mended where the cells still are as they were read, whatever they hold", async () => {
    const port = large((rows) => (rows[1400]![2] = " 75 "));
    const typed = (await checked(port)).find(({ code }) => code === "metric-is-number")!;
    expect(typed.fixes[0]!.edits).toMatchObject([
      { sheet: "Metrics", row: 1400, column: 2, expected: " 75 ", value: 75 },
    ]);
    await mend(port, [typed]);
    expect(port.cell("Metrics", 1400, 2)).toBe(75);
    expect((await checked(port)).map(({ code }) => code)).not.toContain("metric-is-number");
  });

  test("is checked and scored without a change of its cells", async () => {
    const port = large((rows) => (rows[20]![2] = "good"));
    const book = await readBook(port);
    const before = JSON.stringify(listRows(book.snapshot.tables[1]!.values));
    checkBook(book);
    const { sets } = scoreBook(book);
    expect(sets[0]!.status[19]).toBe(STATUS.failed);
    planEvaluation(book, scoreBook(book), "en");
    expect(JSON.stringify(listRows(book.snapshot.tables[1]!.values))).toBe(before);
  });
});

const checked = async (port: MemoryWorkbook) => checkBook(await readBook(port));
