import { writeFileSync } from "node:fs";
import { command, sample, SMALL_RUBRIC, smallMetrics, workbookOf, workFolder } from "../../support/command";

const folder = workFolder();
afterAll(folder.remove);

const HEADERS = ["Rubric", "Section", "Indicator", "Points", "Method", "Zero at", "Full at"];
const METRICS = [
  ["Agent ID", "Name", "Rubric", "Period", "Accuracy"],
  ["1", "Ann", "Agent 2026", "2026-10", 0.5],
  ["2", "Bob", "Agent 2026", "2026-10", 0.9],
];

function fileOf(name: string, tables: Parameters<typeof workbookOf>[0]): string {
  writeFileSync(folder.file(name), workbookOf(tables));
  return folder.file(name);
}

const TWO = fileOf("two.xlsx", {
  Rubric: [
    HEADERS,
    ["Agent 2026", "Quality", "Accuracy", 100, "linear", 0, 1],
    ["Agent 2027 draft", "Quality", "Accuracy", 100, "linear", 0.5, 1],
  ],
  Metrics: METRICS,
  Scales: [
    ["Scale", "Grade", "From"],
    ["Total", "B", 0],
    ["Total", "A", 50],
  ],
});

const small = (name: string, fullAt: number) =>
  fileOf(name, {
    Rubric: [SMALL_RUBRIC[0]!, ["Quality", "Accuracy", 100, "linear", 0, fullAt]],
    Metrics: smallMetrics(["1", "Ann", 0.5]),
  });

test("two rubrics of one workbook, in words", async () => {
  const { status, out, err } = await command(["compare", TWO]);
  expect([status, err]).toEqual([0, ""]);
  expect(out).toBe(`Agent 2026 -> Agent 2027 draft

  “Accuracy”: Zero at 0 → 0.5.

Agents of 2026-10, metrics of ${TWO}:
  before: 2 with a total, mean 70.00, spread 20.00
  after: 2 with a total, mean 40.00, spread 40.00
  0 rise, 2 fall, 0 stay
  Grades:
    A -> B: 1 (Ann)

  1 Ann: 50.00 -> 0.00, A -> B
  2 Bob: 90.00 -> 80.00
`);
});

test("the same in Chinese, the other way round", async () => {
  const { out } = await command([
    "compare",
    TWO,
    "--rubric",
    "agent 2027 draft",
    "--with",
    "Agent 2026",
    "--lang",
    "zh-CN",
  ]);
  expect(out).toContain("“Accuracy”：零分值由 0.5 改为 0。");
  expect(out).toContain("上升 2 人，下降 0 人，不变 0 人");
  expect(out).toContain("之后：2 人有总分，平均 70.00，标准差 20.00");
});

test("one JSON document; the second workbook is scored on the metrics of the first", async () => {
  const [old, next] = [small("old.xlsx", 1), small("next.xlsx", 2)];
  const { status, out } = await command(["compare", old, next, "--json"]);
  expect(status).toBe(0);
  const document = JSON.parse(out);
  expect(Object.keys(document)).toEqual(["before", "after", "period", "metrics", "differences", "effect", "findings"]);
  expect(document).toMatchObject({
    before: { book: old, rubric: "Rubric" },
    after: { book: next, rubric: "Rubric" },
    period: "2026-10",
    metrics: old,
    differences: [
      {
        kind: "field",
        scores: true,
        text: "“Accuracy”: Full at 1 → 2.",
        before: { sheet: "Rubric", address: "F2" },
        after: { sheet: "Rubric", address: "F2" },
      },
    ],
    effect: {
      up: 0,
      down: 1,
      same: 0,
      meanChange: -25,
      before: { scored: 1, mean: 50, deviation: 0 },
      after: { scored: 1, mean: 25, deviation: 0 },
      grades: [],
      indicators: [{ indicator: "Accuracy", before: 50, after: 25 }],
      agents: [{ agentId: "1", change: -25, before: { total: 50, rank: 1 }, after: { total: 25, status: "scored" } }],
    },
    findings: [],
  });
  expect(document.before.fingerprint).not.toBe(document.after.fingerprint);
});

test("errors stand in the way of the effect: 1, with the differences and the findings", async () => {
  const [old, draft] = [sample("hotline-agents.xlsx"), sample("hotline-agents-draft.xlsx")];
  const { status, out } = await command(["compare", old, draft]);
  expect(status).toBe(1);
  expect(out).toContain("“Call volume”: Points 15 → 10.");
  expect(out).toContain("“Call volume”: Zero at -20% → blank.");
  expect(out).toContain("Scale “Expert transfers”, row from 0.8%");
  expect(out).toContain(`${draft} · Hotline agent`);
  expect(out).toContain("error  Rubric!G5");
  expect(out).not.toContain(`${old} ·`);
});

test("what is wrong with the data of both is told once, with the file of the data", async () => {
  const faulty = fileOf("twice.xlsx", {
    Rubric: [SMALL_RUBRIC[0]!, ["Quality", "Accuracy", 100, "linear", 0, 1]],
    Metrics: smallMetrics(["1", "Ann", 0.5], ["1", "Ann", 0.7]),
  });
  const broken = fileOf("broken.xlsx", { Rubric: [SMALL_RUBRIC[0]!, ["Quality", "Accuracy", 100, "linear", 1, 1]] });
  const { out } = await command(["compare", faulty, broken, "--json"]);
  const { findings } = JSON.parse(out) as { findings: readonly { book: string; sheet: string }[] };
  expect(findings.map(({ book, sheet }) => [book, sheet])).toEqual([
    [broken, "Rubric"],
    [faulty, "Metrics"],
  ]);
});

test.each([
  [/state the workbook/, ["compare"]],
  [/compare takes two workbooks; c.xlsx is too much/, ["compare", "a.xlsx", "b.xlsx", "c.xlsx"]],
  [/no rubric Nobody/, ["compare", TWO, "--with", "Nobody"]],
  [/no period 2020-01/, ["compare", TWO, "--period", "2020-01"]],
  [/no rubric to compare with/, ["compare", small("one.xlsx", 1)]],
  [/state with --rubric which rubric is meant: Agent 2026, Agent 2027 draft/, ["compare", TWO, small("one.xlsx", 1)]],
  [/state with --with which rubric is meant: Agent 2026, Agent 2027 draft/, ["compare", small("one.xlsx", 1), TWO]],
])("it cannot be carried out: %s", async (reason, args) => {
  const { status, out, err } = await command(args);
  expect([status, out]).toEqual([2, ""]);
  expect(err).toMatch(reason);
});
