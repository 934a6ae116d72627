import { copiedFormula as shiftFormula } from "../../src/core/cell/formula";
import { quoteSheet } from "../../src/core/cell/place";
import { formatRect, isOnSheet, parseRect, splitAddress, subtract } from "../../src/workbench/host/rects";
import { toExcel, blocksOf, MAX_REQUEST_BYTES, pack } from "../../src/workbook/office/requests";
import { isTemporary } from "../../src/workbook/temporary-sheets";
import { backupName, isFreshCopy, isLeftBehind, stageName } from "../../src/workbook/office/temporary";

/** Addresses, formulas and names: the small pieces under host and port. */

test.each<[string, number, number, string]>([
  ["=A1+$B$2+C$3+$D4", 1, 2, "=C2+$B$2+E$3+$D5"],
  ['="A1"&A1', 1, 0, '="A1"&A2'],
  ["='A1 sheet'!A1+Sheet2!B2", 1, 1, "='A1 sheet'!B2+Sheet2!C3"],
  ["=LOG10(A1)+SUM(A1:B2)", 0, 1, "=LOG10(B1)+SUM(B1:C2)"],
  ["=QA.LINEARSCORE(A1,rate1.x)", 2, 0, "=QA.LINEARSCORE(A3,rate1.x)"],
  ["=A1", -1, 0, "=#REF!"],
])("%s copied %i down and %i right is %s", (formula, rows, columns, expected) => {
  expect(shiftFormula(formula, rows, columns)).toBe(expected);
});

test.each([
  ["A1", { row: 0, column: 0, rows: 1, columns: 1 }],
  ["$B$2:A1", { row: 0, column: 0, rows: 2, columns: 2 }],
  ["A:C", { row: 0, column: 0, rows: 1_048_576, columns: 3 }],
  ["$2:$3", { row: 1, column: 0, rows: 2, columns: 16_384 }],
])("the address %s", (address, rect) => {
  expect(parseRect(address)).toEqual(rect);
  expect(parseRect(formatRect(rect))).toEqual(rect);
});

test.each(["", "A", "1", "A0", "A1:B", "A1:B2:C3", "A1048577", "XFE1", "hello world"])(
  "%j is no address",
  (address) => {
    expect(parseRect(address)).toBeUndefined();
  },
);

test("sheet names in addresses", () => {
  for (const name of ["Data", "My sheet", "O'Neil", "A1", "绩效 2026-10", "2026"]) {
    expect(splitAddress(`${quoteSheet(name)}!B2`)).toEqual({ sheet: name, rest: "B2" });
  }
  expect(quoteSheet("Data")).toBe("Data");
  expect(quoteSheet("A1")).toBe("'A1'");
  expect(splitAddress("B2")).toEqual({ sheet: undefined, rest: "B2" });
});

test("a hole in a rectangle leaves the rest, without overlaps", () => {
  const whole = { row: 0, column: 0, rows: 4, columns: 4 };
  const rest = subtract(whole, { row: 1, column: 1, rows: 2, columns: 2 });
  expect(rest.reduce((sum, { rows, columns }) => sum + rows * columns, 0)).toBe(12);
  expect(rest.every(isOnSheet)).toBe(true);
  expect(subtract(whole, { row: 9, column: 9, rows: 1, columns: 1 })).toEqual([whole]);
});

test("what is assigned to a cell", () => {
  expect([null, "", "text", "'q", 0, false, { formula: "=A1" }].map(toExcel)).toEqual([
    "",
    "",
    "'text",
    "''q",
    0,
    false,
    "=A1",
  ]);
});

test("requests keep their order and their size, and a step that is too large goes alone", () => {
  const done: number[] = [];
  const step = (bytes: number, at: number) => ({ bytes, queue: () => void done.push(at) });
  const sizes = [10, MAX_REQUEST_BYTES - 10, 1, MAX_REQUEST_BYTES * 2, 5, 5];
  const requests = [...pack(sizes.map(step))];
  for (const request of requests) for (const each of request) each.queue();
  expect(requests.map((request) => request.length)).toEqual([2, 1, 1, 2]);
  expect(done).toEqual([0, 1, 2, 3, 4, 5]);
});

test("blocks hold every row once, counted in bytes and not in letters", () => {
  const rows = Array.from({ length: 3_000 }, (_row, at) => [`${at}`, "客".repeat(700)]);
  const blocks = blocksOf(rows);
  expect(blocks.length).toBeGreaterThan(1);
  expect(blocks.flatMap((block) => block.rows)).toHaveLength(3_000);
  blocks.forEach((block) => {
    expect(Buffer.byteLength(JSON.stringify(block.rows))).toBeLessThan(MAX_REQUEST_BYTES);
    expect(block.rows[0]![0]).toBe(`'${block.firstRow}`);
  });
});

test("names of sheets of our own", () => {
  const names = [stageName(), backupName(), stageName(), backupName()];
  expect(new Set(names.map((name) => name.slice(-8))).size).toBe(4);
  for (const name of names) {
    expect(isTemporary(name)).toBe(true);
    expect(isLeftBehind(name, "Hidden")).toBe(false);
    expect(name.length).toBeLessThanOrEqual(31);
    expect(name).not.toMatch(/[[\]:*?/\\]/);
  }
  expect([isFreshCopy("Data (2)", "Data"), isFreshCopy("Other (2)", "Data"), isFreshCopy("Data", "Data")]).toEqual([
    true,
    false,
    false,
  ]);
});

const DAY = 24 * 3_600_000;

test.each([
  ["new", "Hidden", 3_600_000, true],
  ["new", "Hidden", 60_000, false],
  ["old", "VeryHidden", 3_600_000, true],
  ["old", "VeryHidden", 60_000, false],
  // It may be the only whole copy of a half-replaced sheet.
  ["old", "Hidden", DAY, false],
  ["old", "Hidden", 8 * DAY, true],
])("a sheet ~qa %s that is %s and %d ms old is left behind: %s", (kind, visibility, age, expected) => {
  expect(isLeftBehind(`~qa ${kind} ${(Date.now() - age).toString(36)}`, visibility)).toBe(expected);
});
