import type { RawCell } from "../../../../src/core/cell/cell";
import { scoreDocument } from "../../../../src/cli/evaluations";
import { explainEvaluation, improvementOf, scoreBook, type Book } from "../../../../src/usecases";
import { bookFrom } from "../../../support/book";

type Row = Readonly<Record<string, RawCell>>;

const SCALES: readonly Row[] = [
  { Scale: "Total", Grade: "A", From: 90 },
  { Scale: "Total", Grade: "B", From: 80, To: 90 },
  { Scale: "Total", Grade: "C", To: 80 },
];
const AGENTS: Row = { Rubric: "Agents", Indicator: "Work", Points: 100, Method: "manual", Metric: "Work" };
const SENIOR: Row = { Rubric: "Seniors", Indicator: "Coaching", Points: 50, Method: "manual", Metric: "Work" };
const LEADER: Row = { Rubric: "Leaders", Indicator: "Team", Points: 100, Method: "team", "Zero at": 0, "Full at": 100 };
const SETTINGS: readonly Row[] = [{ Setting: "Full score", Value: 50, Rubric: "Seniors" }];

const row = (id: string, rubric: string, team: string, days: RawCell, work: RawCell, more: Row = {}): Row => ({
  "Agent ID": id,
  Rubric: rubric,
  Team: team,
  Leads: "",
  Period: "2026-10",
  Days: days,
  Work: work,
  ...more,
});

const bookOf = (Metrics: readonly Row[]): Promise<Book> =>
  bookFrom([AGENTS, SENIOR, LEADER], { Metrics, Scales: SCALES, Settings: SETTINGS });

async function documentOf(Metrics: readonly Row[]) {
  const book = await bookOf(Metrics);
  const outcome = scoreBook(book);
  const document = scoreDocument(book, outcome, "en");
  if (outcome.sets.length === 0) throw new Error(document.findings.map(({ message }) => message).join(" | "));
  return document;
}

async function totals(Metrics: readonly Row[]) {
  const { evaluations } = await documentOf(Metrics);
  return evaluations.map(({ agentId, rubric: own, team, total, grade, rank, status }) =>
    [agentId, own, team, total, grade, rank, status].join(" "),
  );
}

test("two teams by the same rubric: the mean by days, in the team of most days", async () => {
  const people = [
    row("1", "Agents", "T1", 10, 70),
    row("1", "Agents", "T2", 20, 100),
    row("2", "Agents", "T1", 30, 85),
  ];
  // (70 x 10 + 100 x 20) / 30 = 90
  expect(await totals(people)).toEqual(["1 Agents T2 90 A 1 scored", "2 Agents T1 85 B 2 scored"]);
});

test("two rubrics: each part is a share of its own full score", async () => {
  const people = [
    row("1", "Agents", "T1", 20, 81),
    row("1", "Seniors", "T1", 10, 49),
    row("2", "Agents", "T1", 30, 84),
  ];
  // (81 x 20 + 98 x 10) / 30 = 86.67
  expect(await totals(people)).toEqual(["1 Agents T1 86.67 B 1 scored", "2 Agents T1 84 B 2 scored"]);
});

test.each([
  [
    "a tie goes to the later part",
    [row("1", "Agents", "T1", 10, 70), row("1", "Seniors", "T2", 10, 50)],
    "1 Seniors T2 42.5 C 1 scored",
  ],
  [
    "one pending part makes it pending",
    [row("1", "Agents", "T1", 20, 70), row("1", "Seniors", "T2", 10, "")],
    "1 Agents T1    pending",
  ],
  [
    "a part that cannot be scored makes it so",
    [row("1", "Agents", "T1", 20, 70), row("1", "Seniors", "T2", 10, "x")],
    "1 Agents T1    failed",
  ],
  [
    "a part of no days says nothing",
    [row("1", "Agents", "T1", 20, 70), row("1", "Seniors", "T2", 0, "")],
    "1 Agents T1 70 C 1 scored",
  ],
])("%s", async (_title, people, expected) => {
  expect(await totals(people)).toEqual([expected]);
});

test("the rounded mean decides the grade, not the parts", async () => {
  const people = [row("1", "Agents", "T1", 1, 89.99), row("1", "Agents", "T2", 1, 90)];
  // 89.995 becomes 90.
  expect(await totals(people)).toEqual(["1 Agents T2 90 A 1 scored"]);
});

test("teams count each part for its days", async () => {
  const people = [
    row("1", "Agents", "T1", 10, 60),
    row("1", "Agents", "T2", 20, 90),
    row("2", "Agents", "T1", 30, 80),
    row("8", "Leaders", "", 30, "", { Leads: "T1" }),
    row("9", "Leaders", "", 30, "", { Leads: "T2" }),
  ];
  // T1: (60 x 1/3 + 80) / (4/3) = 75. T2: 90.
  expect((await totals(people)).slice(-2)).toEqual(["8 Leaders  75 C 2 scored", "9 Leaders  90 A 1 scored"]);
});

test("the document has the parts; other agents have none", async () => {
  const people = [
    row("1", "Agents", "T1", 20, 81),
    row("1", "Seniors", "T2", 10, 49),
    row("2", "Agents", "T1", 30, 84),
  ];
  const { evaluations } = await documentOf(people);
  expect(
    evaluations.map(({ parts }) =>
      parts?.map(({ rubric, team, days, main, total }) => [rubric, team, days, main, total]),
    ),
  ).toEqual([
    [
      ["Agents", "T1", 20, true, 81],
      ["Seniors", "T2", 10, false, 49],
    ],
    undefined,
  ]);
});

test("one rubric asked for still knows the part of the other", async () => {
  const people = [row("1", "Agents", "T1", 20, 81), row("1", "Seniors", "T1", 10, 49)];
  const { sets } = scoreBook(await bookOf(people), { rubric: "Agents" });
  expect(sets.map(({ total }) => [...total])).toEqual([[86.67]]);
});

test("without days, rows of two rubrics are evaluations of their own", async () => {
  const people = [row("1", "Agents", "T1", "", 81), row("1", "Seniors", "T1", "", 49)];
  expect(await totals(people)).toEqual(["1 Agents T1 81 B 1 scored", "1 Seniors T1 49 C 1 scored"]);
});

test("what would raise the score is of the main part, by its days", async () => {
  const people = [row("1", "Agents", "T1", 10, 80), row("1", "Agents", "T2", 20, 85)];
  const set = scoreBook(await bookOf(people)).sets[0]!;
  // (80 x 10 + 85 x 20) / 30 = 83.33. 94.9925 in the part of 20 days makes it 89.995, rounded 90.
  const { changes, rooms } = improvementOf(set, 0, "en");
  expect(changes.map(({ from, to, total }) => [from, to, total])).toEqual([["85", "94.9925", "90.00"]]);
  expect(rooms).toEqual([{ indicator: "Work", points: "10" }]);
});

test("the total is explained part by part, then their mean", async () => {
  const people = [row("1", "Agents", "T1", 20, 81), row("1", "Seniors", "T2", 10, 49)];
  const book = await bookOf(people);
  const [set] = scoreBook(book).sets;
  const told = explainEvaluation(book, set!, 0, "en").total;
  expect(told.filter((line) => /^(Part|Mean)/.test(line))).toEqual([
    "Part 1 of 2: Agents / T1, 20 days.",
    "Part 2 of 2: Seniors / T2, 10 days.",
    "Mean of the parts by days: (81 x 20 + 49 x 100 / 50 x 10) / 30 = 86.66666667.",
  ]);
  expect(told.slice(-3)).toEqual([
    "86.66666667 is rounded once, half away from zero, to the total 86.67.",
    "86.67 lies in “80 or more, below 90”: grade B.",
    "Rank 1 of 1; 1 within T1.",
  ]);
});
