import { holds } from "../../../src/core/cell/table";

/** Two rows of three columns, from C6 on. */
const TABLE = {
  name: "T",
  sheet: "S",
  row: 5,
  column: 2,
  values: [
    ["a", "b", "c"],
    [1, 2, 3],
  ],
  formats: [],
};

test.each<[what: string, sheet: string, row: number, column: number, inside: boolean]>([
  ["the first header", "S", 5, 2, true],
  ["the last cell", "S", 6, 4, true],
  ["another sheet", "R", 5, 2, false],
  ["above", "S", 4, 2, false],
  ["below", "S", 7, 2, false],
  ["on the left", "S", 5, 1, false],
  ["on the right", "S", 5, 5, false],
])("a table holds its own cells: %s", (_what, sheet, row, column, inside) => {
  expect(holds(TABLE, { sheet, row, column })).toBe(inside);
});

test("a table without rows holds nothing", () => {
  expect(holds({ ...TABLE, values: [] }, { sheet: "S", row: 5, column: 2 })).toBe(false);
});
