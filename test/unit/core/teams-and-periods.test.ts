import type { RawCell } from "../../../src/core/cell/cell";
import { STATUS_NAMES } from "../../../src/core/scoring/model/status";
import { scoreBook } from "../../../src/usecases";
import { bookFrom } from "../../support/book";

type Row = Readonly<Record<string, RawCell>>;

const GRADES: readonly Row[] = [
  { Scale: "Total", Grade: "A", From: 90 },
  { Scale: "Total", Grade: "B", From: 75, To: 90 },
  { Scale: "Total", Grade: "C", To: 75 },
];
const AGENTS: Row = { Rubric: "Agents", Indicator: "Work", Points: 100, Method: "manual" };
const OWN: Row = { Rubric: "Leaders", Indicator: "Own work", Points: 60, Method: "manual" };
const TEAM: Row = {
  Rubric: "Leaders",
  Indicator: "Team result",
  Points: 40,
  Method: "team",
  "Zero at": 60,
  "Full at": 90,
};
const agent = (id: string, team: string, work: RawCell, more: Row = {}): Row => ({
  "Agent ID": id,
  Rubric: "Agents",
  Team: team,
  Leads: "",
  Period: "2026-10",
  Work: work,
  "Own work": "",
  ...more,
});
const leader = (id: string, leads: string, own: RawCell, team = "", more: Row = {}): Row =>
  agent(id, team, "", { Rubric: "Leaders", Leads: leads, "Own work": own, ...more });

/** Scores the newest or the stated period. Gives totals, or their statuses, by agent ID. */
async function score(
  rubric: readonly Row[],
  Metrics: readonly Row[],
  more: { readonly Scales?: readonly Row[]; readonly Settings?: readonly Row[] } = {},
  options: Parameters<typeof scoreBook>[1] = {},
): Promise<Readonly<Record<string, number | string>>> {
  const { sets, findings } = scoreBook(await bookFrom(rubric, { Metrics, ...more }), options);
  if (sets.length === 0) throw new Error(findings.map((finding) => finding.text.en.what).join(" | "));
  return Object.fromEntries(
    sets.flatMap((set) =>
      set.agentIds.map((id, k) => [id, set.status[k] === 0 ? set.total[k]! : STATUS_NAMES[set.status[k]!]!]),
    ),
  );
}

describe("team", () => {
  const people = [
    agent("1", "T1", 70),
    agent("2", "T1", 80),
    agent("3", "T2", 90),
    agent("4", "T2", ""),
    leader("5", "T1", 50, "Floor"),
    leader("6", "T2", 45, "Floor"),
    leader("7", "Floor", 60),
  ];
  // T1: mean 75, half of 40. T2: only 90 counts, all 40. Floor: leaders with 70 and 85, mean 77.5, 17.5/30 of 40.
  const expected = { 1: 70, 2: 80, 3: 90, 4: "pending", 5: 70, 6: 85, 7: 83.33 };

  test("two levels of leaders, the upper one scored by the same rubric", async () => {
    expect(await score([AGENTS, OWN, TEAM], people)).toEqual(expected);
  });

  test("the order of agents and rubrics does not matter", async () => {
    expect(await score([OWN, TEAM, AGENTS], [...people].reverse())).toEqual(expected);
  });

  test("totals of members need no grades, so quotas of a leader's own rubric make no circle", async () => {
    const Scales = [
      { Scale: "Total", Grade: "A", Share: 0.5 },
      { Scale: "Total", Grade: "B", Share: 0.5 },
    ];
    expect(await score([AGENTS, OWN, TEAM], people, { Scales })).toEqual(expected);
  });

  test("one rubric asked for still knows the totals of the other", async () => {
    const { 5: lower, 7: upper, ...rest } = await score([AGENTS, OWN, TEAM], people, {}, { rubric: "Leaders" });
    expect({ lower, upper, rest }).toEqual({ lower: 70, upper: 83.33, rest: { 6: 85 } });
  });

  test.each([
    ["A", 80 / 3],
    ["A+B", 160 / 3],
    ["a、B", 160 / 3],
    ["A, B, C", 80],
    ["C", 80 / 3],
  ])("the share of members with the grades %s", async (metric, points) => {
    const rubric = [
      AGENTS,
      { ...TEAM, Points: 80, Metric: metric, "Zero at": 0, "Full at": 1 },
      { ...OWN, Points: 20 },
    ];
    const members = [agent("1", "T", 95), agent("2", "T", 80), agent("3", "T", 60), agent("4", "T", "")];
    const totals = await score(rubric, [...members, leader("9", "T", 0)], { Scales: GRADES });
    expect(totals[9]).toBeCloseTo(points, 2);
  });

  test.each([
    ["leads nobody", ""],
    ["leads a team in which nobody is", "Nowhere"],
    ["leads a team in which nobody has a total", "T1"],
  ])("who %s has no value: If missing decides", async (_title, leads) => {
    const members = [agent("1", "T1", ""), leader("9", leads, 30)];
    expect((await score([AGENTS, OWN, TEAM], members))[9]).toBe("pending");
    expect((await score([AGENTS, OWN, { ...TEAM, "If missing": "zero" }], members))[9]).toBe(30);
    expect((await score([AGENTS, OWN, { ...TEAM, "If missing": "exclude" }], members))[9]).toBe(50);
  });

  test.each([
    // T1 has 70, 80 and 90, T2 has 60: all four members weigh alike.
    ["T1, T2", 50],
    ["T2，t1 ", 50],
    ["T1、T1", 56.67],
    ["T1; Nowhere", 56.67],
  ])("one leader of the teams %s", async (leads, mean) => {
    const members = [agent("1", "T1", 70), agent("2", "T1", 80), agent("3", "T1", 90), agent("4", "T2", 60)];
    const totals = await score([AGENTS, OWN, TEAM], [...members, leader("9", leads, 30)]);
    expect(totals[9]).toBe(mean);
  });

  test("a team whose own name has a comma is one team", async () => {
    const members = [agent("1", "Day, late", 90), agent("2", "Day", 60)];
    const totals = await score([AGENTS, OWN, TEAM], [...members, leader("9", "Day, late", 30)]);
    expect(totals[9]).toBe(70);
  });

  test("4,000 levels", async () => {
    const chain = Array.from({ length: 4000 }, (_, k) => leader(String(k), `T${k - 1}`, 60, `T${k}`));
    const totals = await score([OWN, { ...TEAM, "If missing": "zero", "Zero at": 0, "Full at": 100 }, AGENTS], chain);
    // Each has 60 and 0.4 of the one below: 60, 84, 93.6 and so on towards 100.
    expect([0, 1, 2, 3999].map((k) => totals[k])).toEqual([60, 84, 93.6, 100]);
  });
});

describe("period", () => {
  const MONTHS: Row = {
    Rubric: "Quarter",
    Indicator: "Months",
    Points: 100,
    Method: "period",
    "Zero at": 0,
    "Full at": 100,
  };
  const month = (period: string, work: RawCell, id = "1"): Row => agent(id, "", work, { Period: period });
  const quarter: Row = agent("1", "", "", { Period: "2026-Q4", Rubric: "Quarter" });
  const WEIGHTS = [
    { Scale: "Months", Grade: "10", Share: 0.2 },
    { Scale: "Months", Grade: "11月", Share: 0.3 },
    { Scale: "Months", Grade: "2026-12", Share: 0.5 },
  ];
  const three = [month("2026-10", 80), month("2026-11", 90), month("2026-12", 91), month("2026-09", 10)];
  const of = (Metrics: readonly Row[], more: Row = {}, Scales?: readonly Row[]) =>
    score([AGENTS, { ...MONTHS, ...more }], Metrics, Scales ? { Scales } : {}, { period: "2026-Q4" });

  test("three months make a quarter", async () => {
    expect(await of([...three, quarter])).toEqual({ 1: 87 });
    expect(await of([quarter, ...[...three].reverse()])).toEqual({ 1: 87 });
  });

  test("months weigh as the scale says", async () => {
    // 16 + 27 + 45.5
    expect(await of([...three, quarter], {}, WEIGHTS)).toEqual({ 1: 88.5 });
  });

  const gap = [month("2026-10", 80), month("2026-11", ""), month("2026-12", 91), quarter];
  test.each<[string, number | string]>([
    ["", "pending"],
    ["pending", "pending"],
    ["exclude", 87.86],
    ["share", 87.86],
    // That month alone counts as nothing, or as all: 0.2 x 80 + 0.3 x 0 + 0.5 x 91.
    ["zero", 61.5],
    ["full", 91.5],
  ])("a month without a total, If missing %s", async (policy, total) => {
    // The rest is weighed anew: (0.2 x 80 + 0.5 x 91) / 0.7
    expect(await of(gap, { "If missing": policy }, WEIGHTS)).toEqual({ 1: total });
  });

  test("a column of the months instead of their totals; an own cell comes first", async () => {
    const column = { Metric: "Work" };
    expect(await of([...three, quarter], column)).toEqual({ 1: 87 });
    expect(await of([...three, { ...quarter, Work: 42 }], column)).toEqual({ 1: 42 });
    expect(await of([...three.slice(0, 2), month("2026-12", "N/A"), quarter], column)).toEqual({ 1: 85 });
  });

  test("months that do not apply leave, and a month without weight is never missed", async () => {
    const column = { Metric: "Work" };
    const months = (...work: readonly RawCell[]) => work.map((each, k) => month(`2026-1${k}`, each));
    const halves = [AGENTS, { ...MONTHS, ...column, Points: 50 }, { ...OWN, Rubric: "Quarter", Points: 50 }];
    const withOwn = (...work: readonly RawCell[]) =>
      score(halves, [...months(...work), { ...quarter, "Own work": 40 }], {}, { period: "2026-Q4" });
    expect(await withOwn("N/A", "N/A", "N/A")).toEqual({ 1: 80 });
    expect(await withOwn("N/A", "N/A", "")).toEqual({ 1: "pending" });
    expect(await of([...months("N/A", 60, 80), quarter], column)).toEqual({ 1: 70 });
    const none = WEIGHTS.map((row, k) => ({ ...row, Share: [0.4, 0, 0.6][k]! }));
    expect(await of([...months(50, "", 60), quarter], column, none)).toEqual({ 1: 56 });
  });

  test("a quarter within a year counts once, not with its months", async () => {
    const year = agent("1", "", "", { Period: "2026", Rubric: "Quarter" });
    const rows = [...three.filter(({ Period }) => Period !== "2026-09"), month("2026-Q3", 60), quarter, year];
    expect(await score([AGENTS, MONTHS], rows, {}, { period: "2026" })).toEqual({ 1: 73.5 });
  });
});
