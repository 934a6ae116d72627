import fc from "fast-check";
import type { RawCell } from "../../../src/core/cell/cell";
import { columnParser } from "../../../src/core/metrics/column-parser";
import { cellText } from "../../../src/core/cell/cell";
import { PackedRows, packTable } from "../../../src/core/cell/packed";
import type { CellReader } from "../../../src/core/metrics/reading";
import { readCoded, readMetric, readTexts } from "../../../src/core/metrics/columns";
import { KIND, readNumber } from "../../../src/core/metrics/reading";
import { readerOf } from "../../../src/core/metrics/reading";
import { same } from "../../support/property";

const SEED = 20261128;

/** Columns as people fill them, and worse: numbers, a few words, many texts, and a mix that changes half way. */
const cell = {
  number: fc
    .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
    // Excel knows no -0.
    .map((value) => value + 0),
  other: fc.constantFrom<RawCell[]>(
    "",
    null,
    undefined,
    "N/A",
    "98.2%",
    " 12 ",
    "good",
    true,
    false,
    "#N/A",
    NaN,
    Infinity,
  ),
  text: fc.string(),
};
const columns: readonly fc.Arbitrary<RawCell>[] = [
  cell.number,
  fc.oneof({ weight: 9, arbitrary: cell.number }, cell.other),
  cell.other,
  cell.text,
  fc.oneof(cell.text, cell.number, cell.other),
];
const table = fc.constantFrom(3, 70, 400).chain((count) =>
  fc
    .array(
      fc
        .tuple(fc.constantFrom(...columns), fc.constantFrom(...columns), fc.nat(count))
        .chain(([first, second, turn]) =>
          fc.tuple(
            fc.array(first, { minLength: turn, maxLength: turn, size: "max" }),
            fc.array(second, { minLength: count - turn, maxLength: count - turn, size: "max" }),
          ),
        ),
      { minLength: 1, maxLength: 4 },
    )
    .map((parts) => parts.map(([first, second]): readonly RawCell[] => [...first, ...second])),
);

const rowsOf = (own: readonly (readonly RawCell[])[]): readonly (readonly RawCell[])[] => [
  own.map((_, column) => `Column ${column}`),
  ...own[0]!.map((_, row) => own.map((cells) => cells[row])),
];

/** The first row in which two columns differ, as a text. The test library compares arrays of thousands far more slowly. */
function difference(own: Iterable<unknown>, wanted: Iterable<unknown>): string {
  const [left, right] = [[...own], [...wanted]];
  if (left.length !== right.length) return `${left.length} instead of ${right.length}`;
  const row = left.findIndex((value, index) => !Object.is(value, right[index]));
  return row < 0 ? "" : `${row}: ${String(left[row])} instead of ${String(right[row])}`;
}

const check = (property: (own: readonly (readonly RawCell[])[]) => void): void =>
  fc.assert(fc.property(table, property), { seed: SEED, numRuns: 40 });

test("packed rows hold the very cells that were packed", () => {
  check((own) => {
    const rows = rowsOf(own);
    const packed = new PackedRows(rows);
    expect(packed.length).toBe(rows.length);
    rows.forEach((cells, row) => same(difference(packed.at(row)!, cells), ""));
    expect([packed.at(-1), packed.at(rows.length), packed.cell(-1, 0), packed.cell(1, own.length)]).toEqual(
      new Array(4).fill(undefined),
    );
  });
});

const words: CellReader = readerOf((read) => (read.kind === "logical" ? Number(read.value) : Number.NaN));
const grades: CellReader = readerOf((read) => (read.kind === "number" && read.value > 0 ? 1 : undefined));

test.each([
  ["numbers", readNumber],
  ["words", words],
  ["words and numbers", grades],
])("a packed column is read as its cells are read one by one: %s", (_, read) => {
  check((own) => {
    const { columns: packed } = new PackedRows(rowsOf(own));
    own.forEach((cells, column) => {
      const parser = columnParser(packed[column]!, cells.length, "x", "General");
      const request = { header: "x", column, read, showAs: "number", parser } as const;
      const metric = readMetric(packed[column]!, cells.length, request);
      const readings = cells.map((raw, row) => read(parser.parse(raw, row)));
      const rowsWhere = (holds: (row: number) => boolean): readonly number[] =>
        [...cells.keys()].filter((row) => holds(row));
      expect(
        difference(
          metric.values,
          readings.map(({ value }) => value),
        ),
      ).toBe("");
      expect(
        difference(
          metric.kinds,
          readings.map(({ kind }) => kind),
        ),
      ).toBe("");
      expect(
        difference(
          metric.unreadable,
          rowsWhere((row) => readings[row]!.kind === KIND.unreadable),
        ),
      ).toBe("");
      const typed = (row: number): boolean => readings[row]!.kind === KIND.number && typeof cells[row] !== "number";
      if (read === readNumber) expect(difference(metric.typedAsText, rowsWhere(typed))).toBe("");
      // Reading a column in one way does not change its reading in another.
      expect(difference(readMetric(packed[column]!, cells.length, request).kinds, metric.kinds)).toBe("");
    });
  });
});

test("texts of a packed column are those of its cells", () => {
  check((own) => {
    const { columns: packed } = new PackedRows(rowsOf(own));
    own.forEach((cells, column) => {
      const wanted = cells.map(cellText);
      const { texts, blank } = readTexts(packed[column], cells.length);
      expect(difference(texts, wanted)).toBe("");
      expect(
        difference(
          blank,
          [...cells.keys()].filter((row) => wanted[row] === ""),
        ),
      ).toBe("");
      const coded = readCoded(packed[column], cells.length);
      expect(
        difference(
          [...coded.codes].map((code) => coded.texts[code]),
          wanted,
        ),
      ).toBe("");
      expect(difference(coded.texts, new Set(wanted))).toBe("");
    });
  });
});

const many = (count: number, cell: (k: number) => RawCell): readonly RawCell[] =>
  Array.from({ length: count }, (_, k) => cell(k));

test.each<[title: string, cells: readonly RawCell[], kept: string]>([
  ["numbers alone", many(300, (k) => k), "numbers"],
  ["numbers and 255 others", [1, ...many(255, (k) => `t${k}`), 2], "numbers, codes"],
  ["numbers and 256 others", [1, ...many(256, (k) => `t${k}`), 2], "plain"],
  ["very many texts after the first number, and numbers among them", many(600, (k) => (k % 2 ? `t${k}` : k)), "plain"],
  ["255 texts, again and again", [...many(255, (k) => `t${k}`), ...many(255, (k) => `t${k}`)], "codes"],
  ["very many texts", many(300, (k) => `t${k}`), "plain"],
  ["numbers behind a word", ["new", ...many(300, (k) => k), "new", 7], "numbers, codes"],
  ["128 numbers and 127 texts among 256 others", ["x", ...many(127, (k) => k), ...many(400, (k) => `t${k}`)], "plain"],
  [
    "numbers behind a word, then very many texts",
    ["x", ...many(400, (k) => k), ...many(400, (k) => `t${k}`), 9],
    "plain",
  ],
])("%s are kept", (_title, cells, kept) => {
  const [column] = new PackedRows(rowsOf([cells])).columns;
  expect(
    difference(
      cells.map((_, row) => column!.cell(row)),
      cells,
    ),
  ).toBe("");
  expect((["numbers", "codes", "plain"] as const).filter((each) => column![each]).join(", ")).toBe(kept);
});

test("small tables stay as they are; a packed one is not packed again", () => {
  const small = { values: rowsOf([[1, 2, 3]]) };
  expect(packTable(small)).toBe(small);
  const large = packTable({ values: rowsOf([new Array<RawCell>(2000).fill(1)]) });
  expect(large.values).toBeInstanceOf(PackedRows);
  expect(packTable(large)).toBe(large);
});

test("reading words where numbers stand leaves the cells alone", () => {
  const cells: readonly RawCell[] = [5, "", 7, ""];
  const [packed] = new PackedRows(rowsOf([cells])).columns;
  const parser = columnParser(packed!, 4, "x", "General");
  const metric = readMetric(packed!, 4, { header: "x", column: 0, read: words, showAs: "number", parser });
  expect([...metric.kinds]).toEqual([KIND.unreadable, KIND.blank, KIND.unreadable, KIND.blank]);
  expect(cells.map((_, row) => packed!.cell(row))).toEqual(cells);
});
