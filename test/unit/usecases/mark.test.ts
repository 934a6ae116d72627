import { exampleOf, LINEAR } from "../../../src/core/checks/examples";
import { markOf } from "../../../src/usecases/mark";
import { bookOf } from "../../support/book";

type Row = Readonly<Record<string, string | number>>;

const LEADER = [
  { Rubric: "Leader", Indicator: "Team", Points: 100, Method: "team", Metric: "Total", "Zero at": 0, "Full at": 100 },
];
const QUARTER = [
  {
    Rubric: "Quarter",
    Indicator: "Months",
    Points: 100,
    Method: "period",
    Metric: "Test",
    "Zero at": 0,
    "Full at": 100,
  },
];
const AGENT = { Rubric: "Agent", ...LINEAR };

const row = (id: string, rubric: string, more: Row = {}): Row => ({
  "Agent ID": id,
  Rubric: rubric,
  Team: "",
  Leads: "",
  Period: "2026-10",
  Test: 75,
  ...more,
});

const markAfter = async (rubric: readonly Row[], metrics: readonly Row[], period: string, only: string) =>
  markOf(await bookOf(exampleOf(rubric, { Metrics: metrics })), period, only);

const TEAM = [row("1", "Agent", { Team: "T" }), row("2", "Agent", { Team: "U" }), row("9", "Leader", { Leads: "T" })];
const MONTHS = [row("1", "Agent"), row("1", "Quarter", { Period: "2026Q4" })];

test.each([
  [
    "a member's metric",
    [AGENT, ...LEADER],
    TEAM,
    "Leader",
    "metrics",
    (all: Row[]) => (all[0] = { ...all[0], Test: 76 }),
  ],
  [
    "who leads which team",
    [AGENT, ...LEADER],
    TEAM,
    "Leader",
    "metrics",
    (all: Row[]) => (all[2] = { ...all[2], Leads: "U" }),
  ],
  [
    "a month's metric",
    [AGENT, ...QUARTER],
    MONTHS,
    "Quarter",
    "metrics",
    (all: Row[]) => (all[0] = { ...all[0], Test: 76 }),
  ],
] as const)(
  "%s is in the mark of a sheet whose results depend on it",
  async (_what, rubric, metrics, only, part, edit) => {
    const period = only === "Quarter" ? "2026-Q4" : "2026-10";
    const edited = [...metrics];
    edit(edited);
    const [before, after] = [
      await markAfter(rubric, metrics, period, only),
      await markAfter(rubric, edited, period, only),
    ];
    expect(after[part]).not.toBe(before[part]);
    expect(after.rubric).toBe(before.rubric);
  },
);

test("the rubric of the members is in the mark of their leader's sheet", async () => {
  const before = await markAfter([AGENT, ...LEADER], TEAM, "2026-10", "Leader");
  const after = await markAfter([{ ...AGENT, "Full at": 95 }, ...LEADER], TEAM, "2026-10", "Leader");
  expect([after.rubric === before.rubric, after.metrics === before.metrics]).toEqual([false, true]);
});

test("what a rubric does not depend on is not in its mark", async () => {
  const before = await markAfter([AGENT, ...LEADER], TEAM, "2026-10", "Agent");
  const led = TEAM.map((each) => ({ ...each, Leads: "", Test: each["Rubric"] === "Leader" ? 1 : each["Test"]! }));
  expect(await markAfter([AGENT, { ...LEADER[0]!, "Full at": 90 }], led, "2026-10", "Agent")).toEqual(before);
});
