import { byChange } from "../../../src/core/analysis/compare/effect";
import type { PlanCell } from "../../../src/core/plan/plan";
import { exampleOf } from "../../../src/core/checks/examples";
import type { Finding } from "../../../src/core/checks/finding";
import { compareRubrics, readBook } from "../../../src/usecases";
import { MemoryWorkbook } from "../../support/memory-workbook";
import { bookOf } from "../../support/book";

type Row = Readonly<Record<string, string | number>>;

const line = (indicator: string, points: number, zeroAt: number, fullAt: number): Row => ({
  Indicator: indicator,
  Points: points,
  Method: "linear",
  Metric: indicator,
  "Zero at": zeroAt,
  "Full at": fullAt,
});

const agent = (id: string, rubric: string, test: number | string, calls: number, period = "2026-10"): Row => ({
  "Agent ID": id,
  Name: `N${id}`,
  Rubric: rubric,
  Period: period,
  Test: test,
  Calls: calls,
});

const GRADES = [
  { Scale: "Total", Grade: "B", From: 0 },
  { Scale: "Total", Grade: "A", From: 70 },
];

const rubric = (name: string, ...lines: readonly Row[]) => lines.map((each) => ({ Rubric: name, ...each }));
const NOW = rubric("Now", line("Test", 60, 0, 100), line("Calls", 40, 0, 100));
const NEXT = rubric("Next", line("Test", 40, 0, 100), line("Calls", 60, 0, 100));
const AGENTS = [
  agent("1", "Now", 100, 0),
  agent("2", "Now", 100, 50),
  agent("3", "Now", "", 50),
  agent("4", "Now", 50, 50),
];

const book = (rows: readonly Row[], metrics: readonly Row[], settings: readonly Row[] = []) =>
  bookOf(exampleOf(rows, { Metrics: metrics, Scales: GRADES, ...(settings.length > 0 ? { Settings: settings } : {}) }));

test("agents of one rubric scored by the other: who moves, grades, mean and spread", async () => {
  const both = await book([...NOW, ...NEXT], AGENTS);
  const { effect, period, changes, findings, before, after } = compareRubrics(
    { book: both, rubric: "now" },
    { book: both, rubric: "Next" },
  );
  expect([before, after, period, findings]).toEqual(["Now", "Next", "2026-10", { before: [], after: [], data: [] }]);
  expect(changes).toHaveLength(2);
  // By hand: 60, 80, -, 50 against 40, 70, -, 50.
  expect([...effect!.change]).toEqual([-20, -10, NaN, 0]);
  expect(effect).toMatchObject({ up: 0, down: 2, same: 1, meanChange: -10, gained: [], lost: [], rankMoved: 2 });
  expect(effect!.spreadBefore).toMatchObject({ scored: 3, mean: expect.closeTo(190 / 3, 12) });
  expect(effect!.spreadBefore.deviation).toBeCloseTo(12.47219128924647, 12);
  expect(effect!.spreadAfter).toMatchObject({
    mean: expect.closeTo(160 / 3, 12),
    deviation: expect.closeTo(12.47219128924647, 12),
  });
  expect(effect!.gradeMoves).toEqual([]);
  expect([...byChange(effect!)]).toEqual([0, 1, 3]);
  expect(effect!.indicators).toEqual([
    { indicator: "Test", before: 50, after: expect.closeTo(100 / 3, 12) },
    { indicator: "Calls", before: expect.closeTo(40 / 3, 12), after: 20 },
  ]);
});

test("grades that change are counted by the way they go; totals that come and go are told apart from them", async () => {
  const waits = rubric("Next", { ...line("Test", 50, 0, 100), "If missing": "zero" }, line("Calls", 50, 0, 200));
  const both = await book([...NOW, ...waits], AGENTS);
  const { effect } = compareRubrics({ book: both, rubric: "Now" }, { book: both, rubric: "Next" });
  // 60, 80, -, 50 against 50, 62.5, 12.5, 37.5.
  expect([...effect!.change]).toEqual([-10, -17.5, NaN, -12.5]);
  expect(effect!.gained).toEqual([2]);
  expect(effect!.gradeMoves).toEqual([{ from: "A", to: "B", agents: [1] }]);
  expect([...byChange(effect!)]).toEqual([2, 1, 3, 0]);
});

test("a rubric of another workbook is judged by the metrics of the first one, with its own scales and settings", async () => {
  const old = await book(NOW, AGENTS);
  const settings = [{ Setting: "decimals", Value: 0, Rubric: "Now" }];
  const next = await book(
    NEXT.map((row) => ({ ...row, Rubric: "Now" })),
    [agent("9", "Now", 1, 1)],
    settings,
  );
  const { effect, agents } = compareRubrics({ book: old, rubric: "Now" }, { book: next, rubric: "Now" });
  expect(agents).toEqual({ book: old, rubric: "Now" });
  expect(effect!.after.agentIds).toEqual(["1", "2", "3", "4"]);
  expect(effect!.after.rubric.settings.decimals).toBe(0);
  expect([...effect!.change]).toEqual([-20, -10, NaN, 0]);
});

test("where only the metrics of the second workbook can be scored by both, they are taken", async () => {
  const withMore = rubric("Now", line("Test", 60, 0, 100), line("Chats", 40, 0, 100));
  const old = await book(NOW, AGENTS);
  const next = await book(withMore, [{ ...agent("9", "Now", 50, 50), Chats: 100 }]);
  const { effect, agents } = compareRubrics({ book: old, rubric: "Now" }, { book: next, rubric: "Now" });
  expect(agents!.book).toBe(next);
  expect([...effect!.change]).toEqual([20]);
});

test("errors of either rubric stand in the way; the differences are told all the same", async () => {
  const faulty = rubric("Next", { ...line("Test", 40, 0, 100), "Full at": 0 }, line("Calls", 60, 0, 100));
  const both = await book([...NOW, ...faulty], AGENTS);
  const { effect, findings, changes } = compareRubrics({ book: both, rubric: "Now" }, { book: both, rubric: "Next" });
  expect(effect).toBeUndefined();
  expect(findings.before).toEqual([]);
  expect(findings.after.map(({ code, at }) => [code, at!.sheet, at!.row])).toEqual([
    ["zero-differs-from-full", "Rubric", 3],
  ]);
  expect(changes.length).toBeGreaterThan(0);
});

test("an error is told where it is, though rules and data of two workbooks stand in the same cells of one sheet", async () => {
  const HEADERS = ["Indicator", "Points", "Method", "Zero at", "Full at"];
  const onOneSheet = (rules: readonly (readonly PlanCell[])[], metrics: readonly (readonly PlanCell[])[]) => {
    const parts = [
      { name: "Rubric", rows: [HEADERS, ...rules] },
      { name: "Metrics", rows: [["Agent ID", "Period", "Test"], ...metrics] },
    ];
    let row = 0;
    const tables = parts.map(({ name, rows }) => {
      const table = { name, row, column: 0, rows: rows.length, columns: rows[0]!.length };
      row += rows.length + 1;
      return table;
    });
    const rows = parts.flatMap(({ rows: own }) => [...own, []]);
    return readBook(new MemoryWorkbook({ sheets: [{ name: "Sheet1", rows, tables }] }));
  };
  // Row 5 of the sheet holds the first agent of the first workbook, and the faulty indicator of the second.
  const old = await onOneSheet(
    [["Test", 100, "linear", 0, 1]],
    [
      ["1", "2026-10", 0.5],
      ["1", "2026-10", 0.7],
    ],
  );
  const next = await onOneSheet(
    [
      ["Test", 50, "linear", 0, 1],
      ["Test 2", 10, "linear", 0, 1],
      ["Test 3", 20, "linear", 0, 1],
      ["Test 4", 20, "linear", 1, 1],
    ],
    [],
  );
  const { findings } = compareRubrics({ book: old, rubric: "Rubric" }, { book: next, rubric: "Rubric" });
  const codes = (of: readonly Finding[]) => [...new Set(of.map(({ code }) => code))].sort();
  expect(codes(findings.before)).toEqual([]);
  expect(codes(findings.after)).toEqual(["metric-column-exists", "zero-differs-from-full"]);
  expect(findings.data.map(({ code, at }) => [code, at!.row])).toEqual([["agent-once-per-period", 5]]);
});

test.each([
  ["agents listed under the second rubric only", [agent("1", "Next", 100, 0)], "Next", ["1"]],
  ["rows that name no rubric at all", [agent("1", "", 100, 0)], "Now", ["1"]],
  ["the newest period with agents", [agent("1", "Now", 100, 0, "2026-09"), agent("2", "Other", 1, 1)], "Now", ["1"]],
])("%s", async (_what, metrics, listedUnder, ids) => {
  const both = await book([...NOW, ...NEXT], metrics);
  const { effect, agents } = compareRubrics({ book: both, rubric: "Now" }, { book: both, rubric: "Next" });
  expect(agents!.rubric).toBe(listedUnder);
  expect(effect!.before.agentIds).toEqual(ids);
  expect([...effect!.change]).toEqual([-20]);
});

test("nobody to score: differences without an effect", async () => {
  const both = await book([...NOW, ...NEXT], [agent("1", "Other", 1, 1)]);
  expect(compareRubrics({ book: both, rubric: "Now" }, { book: both, rubric: "Next" })).toMatchObject({
    agents: undefined,
    effect: undefined,
    changes: [{}, {}],
  });
});

test("leaders scored by another rubric: their members keep their own", async () => {
  const leads = (name: string, points: number) =>
    rubric(
      name,
      { Indicator: "Team", Points: points, Method: "team", Metric: "Total", "Zero at": 0, "Full at": 100 },
      line("Test", 100 - points, 0, 100),
    );
  const metrics = [
    { ...agent("1", "Now", 100, 100), Team: "T" },
    { ...agent("2", "Lead", 50, 0), Leads: "T" },
  ];
  const both = await book([...NOW, ...leads("Lead", 50), ...leads("Lead 2", 80)], metrics);
  const { effect, findings } = compareRubrics({ book: both, rubric: "Lead" }, { book: both, rubric: "Lead 2" });
  expect(findings).toEqual({ before: [], after: [], data: [] });
  expect([...effect!.before.total, ...effect!.after.total]).toEqual([75, 90]);
});
