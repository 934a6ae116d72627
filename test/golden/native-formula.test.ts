import type { PlanCell } from "../../src/core/plan/plan";
import { columnLetters } from "../../src/core/cell/place";
import type { RawCell } from "../../src/core/cell/cell";
import { parseCell } from "../../src/core/cell/cell";
import { scoreColumn } from "../../src/core/scoring/model/method";
import { createPeers } from "../../src/core/scoring/model/peers";
import { createReader } from "../../src/core/scoring/compile/read-value";
import { ALL_METHODS } from "../../src/core/scoring/compile/registry";
import { newXlsx } from "../../src/xlsx";
import { recalculate } from "../support/libreoffice";

/** Full precision in the exported text. */
const EXACT = "0.00000000000000E+00";

/** Cells around every value of an example: on a number, just beside it, far off, and a word as people type it. */
function probes(cells: readonly RawCell[]): readonly (number | string)[] {
  const near = cells.flatMap((cell): (number | string)[] => {
    const value = Number(cell);
    if (Number.isNaN(value)) return [String(cell), String(cell).toLowerCase(), ` ${String(cell).toUpperCase()} `];
    // A cell holds 15 digits. A spreadsheet sees no difference beyond them.
    return [value, value - 1e-6, value + 1e-6, value * 0.9, value * 1.1, value - 7, value + 7].map((each) =>
      Number(each.toPrecision(14)),
    );
  });
  return [...new Set(near)];
}

interface Row {
  readonly title: string;
  readonly value: number | string;
  readonly peers: readonly number[];
  readonly formula: (value: string, peers: string) => string;
  readonly expected: number;
}

const rows: Row[] = ALL_METHODS.flatMap((method) =>
  method.examples.flatMap((example) => {
    const read = createReader(method, example.parameters);
    return probes(method.examples.map((each) => each.value)).map((value): Row => {
      const number = read(parseCell(value)).value;
      // An unknown word is no peer. The methods that compare read numbers only.
      const peers = example.peers ?? [Number.isNaN(number) ? 0 : number];
      const given = example.given === undefined ? undefined : Float64Array.of(example.given);
      const context = { peers: createPeers(Float64Array.from(peers)), given };
      const points = scoreColumn(method, example.parameters, Float64Array.of(number), context);
      return {
        title: `${method.id} of “${value}” with ${JSON.stringify(example.parameters)}`,
        value,
        peers,
        formula: (address, range) =>
          method.nativeFormula(example.parameters, { value: address, peers: range, given: given && String(given[0]) }),
        expected: points[0]!,
      };
    });
  }),
);

test("every method's native formula, recalculated by LibreOffice, gives what the engine gives", () => {
  const width = 2 + Math.max(...rows.map((row) => row.peers.length));
  const cells = rows.map((row, index): PlanCell[] => {
    const line = index + 1;
    const range = `$C${line}:$${columnLetters(1 + row.peers.length)}${line}`;
    const padding = new Array<PlanCell>(width - 2 - row.peers.length).fill(null);
    return [row.value, { formula: row.formula(`A${line}`, range) }, ...row.peers, ...padding];
  });
  const book = newXlsx();
  book.addSheet({
    name: "Formulas",
    rows: cells,
    columnWidths: new Array<number>(width).fill(26),
    freeze: { rows: 0, columns: 0 },
    formats: [{ range: { row: 0, column: 0, rows: rows.length, columns: 2 }, numberFormat: EXACT }],
    highlights: [],
    print: { orientation: "portrait", titleRows: 0 },
  });
  const result = recalculate(book.save());
  expect(result.length).toBe(rows.length);
  const wrong = rows.flatMap(({ title, expected }, index) => {
    const shown = result[index]![1]!;
    const same = Number.isNaN(expected)
      ? shown.startsWith("#")
      : Math.abs(Number(shown) - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
    return same ? [] : [`${title}: LibreOffice ${shown}, engine ${expected}`];
  });
  expect(wrong).toEqual([]);
  expect(rows.length).toBeGreaterThan(200);
});
