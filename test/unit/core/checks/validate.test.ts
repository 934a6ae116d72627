import type { RawCell } from "../../../../src/core/cell/cell";
import { listRows } from "../../../../src/core/cell/packed";
import type { SourceTable } from "../../../../src/core/cell/table";
import { exampleOf, LINEAR, sourcesOf } from "../../../../src/core/checks/examples";
import { MOST_EDITS } from "../../../../src/core/checks/finding";
import { readSubject } from "../../../../src/core/checks/subject";
import { validate } from "../../../../src/core/checks/validate";

const agents = (count: number, test: (k: number) => RawCell) => ({
  Metrics: Array.from({ length: count }, (_, k) => ({ "Agent ID": `a${k}`, Period: "2026-10", Test: test(k) })),
});
const validated = (sources: readonly SourceTable[]) => validate(readSubject(sources));

test.each([
  [MOST_EDITS, 1],
  [MOST_EDITS + 1, 0],
])("a mend of %i cells is offered %i times", (count, offered) => {
  const [finding] = validated(
    sourcesOf(
      exampleOf(
        [LINEAR],
        agents(count, (k) => `${60 + (k % 30)}`),
      ),
    ),
  );
  expect([finding!.code, finding!.fixes.length]).toEqual(["metric-is-number", offered]);
});

/** The tables of an example on one sheet, one below the other, three columns further to the right each time. */
function onOneSheet(sources: readonly SourceTable[]): readonly SourceTable[] {
  let row = 0;
  return sources.map((source, k) => {
    const placed = { ...source, sheet: "All", row, column: 3 * k };
    row += listRows(source.values).length + 1;
    return placed;
  });
}

test("a mend expects what its cells held, also where tables share a sheet", () => {
  const tables = exampleOf(
    [LINEAR],
    agents(2, (k) => `${70 + k}`),
  );
  for (const sources of [
    sourcesOf(tables),
    onOneSheet(sourcesOf(tables)),
    onOneSheet([...sourcesOf(tables)].reverse()),
  ]) {
    const [finding] = validated(sources);
    expect(finding!.fixes[0]!.edits.map(({ value, expected }) => [value, expected])).toEqual([
      [70, "70"],
      [71, "71"],
    ]);
  }
});

test("findings stand sheet by sheet, in the order of what the sheets hold, then by rows and columns", () => {
  const tables = exampleOf(
    [
      { ...LINEAR, Points: 50, "Zero at": "low", "If missing": "maybe" },
      { ...LINEAR, Indicator: "B", Points: 40, "If missing": "maybe" },
    ],
    { ...agents(1, () => "lots"), Settings: [{ Setting: "colour", Value: "red" }] },
  );
  const places = (sheetOf: (name: string) => string, rowOf: (name: string) => number): readonly string[] =>
    validated(sourcesOf(tables).map((each) => ({ ...each, sheet: sheetOf(each.name), row: rowOf(each.name) }))).map(
      ({ at }) => (at ? `${at.sheet} ${at.row} ${at.column}` : "workbook"),
    );
  const rubric = (sheet: string) => [`${sheet} 1 1`, `${sheet} 1 4`, `${sheet} 1 6`, `${sheet} 2 6`];
  expect(
    places(
      (name) => name,
      () => 0,
    ),
  ).toEqual([...rubric("Rubric"), "Metrics 1 2", "Settings 1 0"]);
  // Two tables of one sheet do not move it behind the sheet between them.
  const one = places(
    (name) => (name === "Metrics" ? "B" : "A"),
    (name) => (name === "Settings" ? 9 : 0),
  );
  expect(one).toEqual([...rubric("A"), "A 10 0", "B 1 2"]);
});

test("findings about two tables of one sheet stand by their rows", () => {
  const tables = exampleOf(
    [{ ...LINEAR, Points: 90 }],
    agents(1, () => "lots"),
  );
  const rows = validated(onOneSheet(sourcesOf(tables))).map(({ at }) => at!.row);
  expect(rows).toEqual([...rows].sort((a, b) => a - b));
  expect(rows.length).toBeGreaterThan(1);
});
