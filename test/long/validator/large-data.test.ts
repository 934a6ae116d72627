import type { RawCell } from "../../../src/core/cell/cell";
import type { SourceTable } from "../../../src/core/cell/table";
import type { Finding } from "../../../src/core/checks/finding";
import { FIRST_CELLS, MOST_EDITS } from "../../../src/core/checks/finding";
import { readSubject } from "../../../src/core/checks/subject";
import { validate } from "../../../src/core/checks/validate";

jest.setTimeout(300_000);

const ROWS = 20_000;
const COLUMNS = 12;

const table = (name: string, values: readonly (readonly RawCell[])[]): SourceTable => ({
  name,
  sheet: name,
  row: 0,
  column: 0,
  values,
  formats: values[0]!.map(() => "General"),
});

const METRICS = Array.from({ length: COLUMNS }, (_, column) => `M${column}`);

/** A rubric of lines, a rating, a deduction, ratings and events over this many columns. */
const RUBRIC = table("Rubric", [
  ["Rubric", "Indicator", "Points", "Method", "Metric", "Zero at", "Full at", "Per event", "Limit"],
  ...METRICS.map((metric, column) => [
    "Agent",
    `I${column}`,
    5,
    column === 3 ? "rating" : "linear",
    metric,
    0,
    100,
    "",
    "",
  ]),
  ["Agent", "Conduct", 40, "raters", "", 1, 5, "", ""],
  ["Agent", "Late", "", "deduct", "", "", "", 1, 10],
]);

const RATERS = table("Scales", [
  ["Scale", "Grade", "Share"],
  ["Conduct", "customer", 0.5],
  ["Conduct", "peer", 0.5],
]);

const agents = (cell: (row: number, column: number) => RawCell, identity: (row: number) => readonly RawCell[]) =>
  table("Metrics", [
    ["Agent ID", "Rubric", "Period", ...METRICS],
    ...Array.from({ length: ROWS }, (_, row) => [
      ...identity(row),
      ...METRICS.map((_metric, column) => cell(row, column)),
    ]),
  ]);
const rows = (headers: readonly string[], row: (index: number) => readonly RawCell[]) => [
  headers,
  ...Array.from({ length: ROWS }, (_, index) => row(index)),
];
const sound = (row: number): readonly RawCell[] => [`A${row}`, "Agent", "2026-10"];
const value = (row: number, column: number): number => (row * (column + 7)) % 101;

const cellsOf = (findings: readonly Finding[], code: string): readonly number[] =>
  findings
    .filter((finding) => finding.code === code)
    .map(({ data }) => Number(data["count"] ?? data["cells"] ?? data["agents"]));

/** The laws for any number of wrong cells. */
function expectGrouped(findings: readonly Finding[], most: number): void {
  expect(findings.length).toBeLessThanOrEqual(most);
  for (const { related, fixes } of findings) {
    expect(related.length).toBeLessThan(FIRST_CELLS);
    for (const { edits } of fixes) expect(edits.length).toBeLessThanOrEqual(MOST_EDITS);
  }
}

describe("of 20,000 rows that are wrong, each kind is one finding for each column, with a count and the first cells", () => {
  const tables = (metrics: SourceTable, more: readonly SourceTable[] = []) =>
    readSubject([RUBRIC, RATERS, metrics, ...more]);

  test("every cell a word, or a number stored as text", () => {
    const findings = validate(
      tables(agents((row, column) => (row % 2 === 0 ? `word ${row}` : String(value(row, column))), sound)),
    );
    expectGrouped(findings, 2 * COLUMNS + 2);
    expect(cellsOf(findings, "metric-is-number")).toEqual(new Array(2 * COLUMNS).fill(ROWS / 2));
    // A click mends half of them. For more cells, no mend is offered.
    expect(findings.filter(({ fixes }) => fixes.length > 0)).toHaveLength(COLUMNS);
  });

  test("nothing there, and ratings out of range", () => {
    const findings = validate(
      tables(agents((row, column) => (column === 3 ? 500 + row : column % 2 === 0 ? "" : value(row, column)), sound)),
    );
    expectGrouped(findings, COLUMNS + 2);
    expect(cellsOf(findings, "metric-can-be-scored")).toEqual([ROWS]);
    expect(cellsOf(findings, "metric-is-there")).toEqual(new Array(COLUMNS / 2).fill(ROWS));
  });

  test.each<[string, (row: number) => readonly RawCell[], string, readonly number[]]>([
    ["the same agent in all rows", () => ["A1", "Agent", "2026-10"], "agent-once-per-period", [1]],
    ["every agent twice", (row) => [`A${row >> 1}`, "Agent", "2026-10"], "agent-once-per-period", [ROWS / 2]],
    ["a role that there is not", (row) => [`A${row}`, "Agnt", "2026-10"], "row-belongs-to-rubric", [ROWS]],
    [
      "no agent, but in one row",
      (row) => [row === 0 ? "A" : "", "Agent", "2026-10"],
      "row-names-agent-and-period",
      [ROWS - 1],
    ],
    [
      "no period, but in one row",
      (row) => [`A${row}`, "Agent", row === 0 ? "2026-10" : ""],
      "row-names-agent-and-period",
      [ROWS - 1],
    ],
    [
      "periods that cannot be read",
      (row) => [`A${row}`, "Agent", row % 3 ? "2026-10" : "autumn"],
      "period-is-read",
      [Math.ceil(ROWS / 3)],
    ],
  ])("%s", (_title, identity, code, counts) => {
    const findings = validate(tables(agents(value, identity)));
    expectGrouped(findings, 4);
    expect(cellsOf(findings, code)).toEqual(counts);
  });

  test("events and ratings of unknown agents, in words, or named otherwise", () => {
    const kinds = [
      { agent: "nobody", indicator: "Late", count: 1 as RawCell },
      { agent: "A1", indicator: "Lateness", count: 1 },
      { agent: "A1", indicator: "Late", count: "often" },
    ];
    const ledger = table(
      "Ledger",
      rows(["Date", "Agent ID", "Indicator", "Count"], (index) => {
        const { agent, indicator, count } = kinds[index % 3]!;
        return ["2026-10-05", agent, indicator, count];
      }),
    );
    const ratings = table(
      "Ratings",
      rows(["Agent ID", "Period", "Indicator", "Rater", "Rater type", "Rating"], (index) => [
        index % 2 === 0 ? "nobody" : "A1",
        "2026-10",
        "Conduct",
        `R${index}`,
        index % 4 === 1 ? "stranger" : "peer",
        3,
      ]),
    );
    const findings = validate(tables(agents(value, sound), [ledger, ratings]));
    expectGrouped(findings, 6);
    const ofLedger = ["event-is-counted", "ledger-row-is-readable"].flatMap((code) => cellsOf(findings, code));
    expect(ofLedger.reduce((a, b) => a + b, 0)).toBe(ROWS);
    expect([...cellsOf(findings, "rating-row-is-readable")].sort()).toEqual([ROWS / 2, ROWS / 4]);
  });
});

test("of 5,000 rubric rows with the same mistake one finding tells, and mends them all where each mend is obvious", () => {
  const lines = Array.from({ length: 5000 }, (_, row) => row);
  const rubric = (method: string, points: RawCell) =>
    table("Rubric", [
      ["Indicator", "Points", "Method", "Metric", "Zero at", "Full at"],
      ...lines.map((row) => [`I${row}`, points, method, "M", 0, 100]),
    ]);
  const metrics = table("Metrics", [
    ["Agent ID", "Period", "M"],
    ["1", "2026-10", 50],
  ]);
  const unknown = validate(readSubject([rubric("nonsense", 0.02), metrics]));
  expect(unknown.map(({ code, data }) => [code, data["cells"]])).toEqual([["known-method", 5000]]);
  expect(unknown[0]!.text.en.what).toContain("4999 more cells");
  const asText = validate(readSubject([rubric("linear", "0.02"), metrics]));
  expect(asText.map(({ code, fixes }) => [code, fixes[0]?.edits.length])).toEqual([["number-in-number-cell", 5000]]);
});
