import fc from "fast-check";
import type { PlanCell } from "../../src/core/plan/plan";
import { newXlsx, openXlsx } from "../../src/xlsx";

const anyText = fc.string({
  unit: fc.oneof(
    fc.string({ minLength: 1, maxLength: 1, unit: "binary" }),
    fc.constantFrom("_", "x", "0", "D", "\r", "\n", "\u0000", "\ud800", "<", "&", "="),
  ),
});
const anyCell: fc.Arbitrary<PlanCell> = fc.oneof(
  anyText,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);

/** The content that a file can distinguish: an empty text is an empty cell, and there is one zero. */
const told = (cell: PlanCell): PlanCell => (cell === "" ? null : Object.is(cell, -0) ? 0 : cell);

const frame = {
  name: "One",
  columnWidths: [],
  freeze: { rows: 0, columns: 0 },
  formats: [],
  highlights: [],
  print: { orientation: "portrait" as const, titleRows: 0 },
};

test("whatever is written into a sheet is read back, written at once or cell by cell", () => {
  const rectangle = fc
    .integer({ min: 1, max: 4 })
    .chain((columns) =>
      fc.array(fc.array(anyCell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 }),
    );
  fc.assert(
    fc.property(rectangle, rectangle, (first, second) => {
      const book = newXlsx();
      book.addSheet({ ...frame, rows: first });
      const read = (rows: readonly (readonly PlanCell[])[]) =>
        openXlsx(book.save()).readValues("One", { row: 0, column: 0, rows: rows.length, columns: rows[0]!.length });
      expect(read(first)).toEqual(first.map((row) => row.map(told)));
      book.setCells(
        "One",
        second.flatMap((row, r) => row.map((value, c) => ({ row: r, column: c, value }))),
      );
      expect(read(second)).toEqual(second.map((row) => row.map(told)));
    }),
    { numRuns: 150 },
  );
});

test("a file with a byte changed anywhere is read or refused, and never breaks the program", () => {
  const book = newXlsx();
  book.addSheet({
    ...frame,
    rows: [
      ["Name", "Value"],
      ["a", 1],
    ],
  });
  book.addTable({ name: "Pair", sheet: "One", row: 0, column: 0, rows: 2, columns: 2 });
  const bytes = book.save();
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, flip) => {
      const damaged = bytes.slice();
      damaged[place]! ^= flip;
      try {
        const opened = openXlsx(damaged);
        opened.tables();
        for (const name of opened.sheetNames()) opened.readSheet(name);
      } catch (error) {
        expect(error).toMatchObject({ name: "WorkbookFailure" });
      }
    }),
    { numRuns: 1500 },
  );
});
