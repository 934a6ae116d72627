import { scoreDocument } from "../../../src/cli/evaluations";
import { explainTotal } from "../../../src/core/scoring/explain/total";
import { planEvaluationSheet } from "../../../src/core/evaluation/plan-evaluation";
import { centreRanks } from "../../../src/core/scoring/period/centre-rank";
import type { EvaluationSet } from "../../../src/core/scoring/model/evaluation";
import { scoreBook, summarise, summariseTeams } from "../../../src/usecases";
import { bookFrom } from "../../support/book";

const PERIOD = "2026-10";
const manual = (Rubric: string, Points = 100) => ({ Rubric, Indicator: "All", Points, Method: "manual" });
type Agent = readonly [id: string, rubric: string, team: string, total: number | string];
const rows = (agents: readonly Agent[]) =>
  agents.map(([id, Rubric, Team, All]) => ({ "Agent ID": id, Rubric, Team, Period: PERIOD, All }));

async function score(agents: readonly Agent[], more: Partial<Parameters<typeof bookFrom>[1]> = {}) {
  const names = [...new Set(agents.map(([, rubric]) => rubric))];
  const fullOf = (name: string) => (name === "Half" ? 50 : 100);
  const book = await bookFrom(
    names.map((name) => manual(name, fullOf(name))),
    {
      Metrics: rows(agents),
      Settings: names.map((Rubric) => ({ Setting: "full score", Value: fullOf(Rubric), Rubric })),
      ...more,
    },
  );
  const outcome = scoreBook(book, { period: PERIOD });
  expect(outcome.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  return { book, outcome, sets: outcome.sets };
}

/** Each agent's result, in the order of IDs. */
function byAgent<T>(sets: readonly EvaluationSet[], of: (set: EvaluationSet, agent: number) => T): readonly T[] {
  return sets
    .flatMap((set) => set.agentIds.map((id, agent) => ({ id, got: of(set, agent) })))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ got }) => got);
}

const MIXED: readonly Agent[] = [
  ["1", "Agent", "Early", 90],
  ["2", "Agent", "Early", 80],
  ["3", "Agent", "Late", 90],
  ["4", "Leader", "", 85],
  ["5", "Leader", "Early", 90],
  ["6", "Leader", "Late", ""],
];

describe("ranks", () => {
  test.each([
    ["as they stand", MIXED],
    ["in the other order", [...MIXED].reverse()],
  ])("in role, team and centre, agents %s", async (_order, agents) => {
    const { sets } = await score(agents);
    expect(byAgent(sets, (set, agent) => set.rank[agent])).toEqual([1, 3, 1, 2, 1, 0]);
    expect(byAgent(sets, (set, agent) => set.teamRank[agent])).toEqual([1, 2, 1, 0, 1, 0]);
    // 90, 90 and 90 share the first place, so that 85 is fourth and 80 fifth.
    expect(byAgent(sets, (set, agent) => centreRanks(set)?.[agent])).toEqual([1, 5, 1, 4, 1, 0]);
  });

  test("by the share of the full score where full scores differ", async () => {
    const { sets } = await score([
      ["1", "Agent", "", 66.6],
      ["2", "Half", "", 33.3],
      ["3", "Half", "", 40],
      ["4", "Agent", "", 70],
    ]);
    // 66.6 %, 66.6 %, 80 %, 70 %.
    expect(byAgent(sets, (set, agent) => centreRanks(set)?.[agent])).toEqual([3, 3, 1, 2]);
  });

  test("of the centre stand in sheet, document and explanation; with one rubric nowhere", async () => {
    const mark = { period: PERIOD, rubric: "0", metrics: "0" };
    const headers = (sets: readonly EvaluationSet[]) => planEvaluationSheet(sets, mark, "en").rows[3]!;
    const { book, outcome, sets } = await score(MIXED);
    expect(headers(sets)).toContain("Rank in centre");
    const { evaluations } = scoreDocument(book, outcome, "en");
    expect(evaluations.map(({ agentId, rank, teamRank, centreRank }) => [agentId, rank, teamRank, centreRank])).toEqual(
      [
        ["1", 1, 1, 1],
        ["2", 3, 2, 5],
        ["3", 1, 1, 1],
        ["4", 2, null, 4],
        ["5", 1, 1, 1],
        ["6", null, null, null],
      ],
    );
    const last = explainTotal(sets[0]!, 1).at(-1)!;
    expect(last.sentence).toEqual({
      en: "Rank 3 of 3; 2 within Early; 5 of 5 in the centre.",
      "zh-CN": "排名第 3（共 3 人）；在班组“Early”中第 2；在全中心 5 人中第 5。",
    });

    const one = await score(MIXED.slice(0, 3));
    expect(headers(one.sets)).not.toContain("Rank in centre");
    expect(scoreDocument(one.book, one.outcome, "en").evaluations[0]!.centreRank).toBeNull();
    expect(explainTotal(one.sets[0]!, 1).at(-1)!.sentence.en).toBe("Rank 3 of 3; 2 within Early.");
  });
});

describe("forced distribution", () => {
  const Scales = [
    { Scale: "Total", Grade: "A", Share: 0.2 },
    { Scale: "Total", Grade: "B", Share: 0.5 },
    { Scale: "Total", Grade: "C", Share: 0.3 },
  ];
  const agents = (totals: readonly (number | string)[], team: (index: number) => string = () => "T"): Agent[] =>
    totals.map((total, index) => [String(index), "Agent", team(index), total]);
  const grades = (sets: readonly EvaluationSet[]) =>
    byAgent(sets, (set, agent) => set.rubric.grades[set.grade[agent]!] ?? "-").join("");

  test.each<[string, readonly (number | string)[], string]>([
    ["2, 5 and 3 of ten", [99, 98, 97, 96, 95, 94, 93, 92, 91, 90], "AABBBBBCCC"],
    [
      "second place shared by two: three A, the quota of B ends at the seventh",
      [99, 98, 98, 96, 95, 94, 93, 92, 91, 90],
      "AAABBBBCCC",
    ],
    ["all the same: nobody is set apart", [80, 80, 80, 80], "AAAA"],
    ["the seventh place shared: both still B", [99, 98, 97, 96, 95, 94, 93, 93, 91, 90], "AABBBBBBCC"],
    [
      "who has no total takes no place: of five 20 % is one, 70 % is 3.5, rounded to four",
      [99, "", 98, 97, 96, 95, ""],
      "A-BBBC-",
    ],
    ["one alone: 20 % of one is nobody, 70 % is one", [80], "B"],
  ])("%s", async (_what, totals, expected) => {
    expect(grades((await score(agents(totals), { Scales })).sets)).toBe(expected);
  });

  test("within teams where the settings say so", async () => {
    const totals = [99, 98, 97, 96, 95, 89, 88, 87, 86, 85];
    const team = (index: number) => (index < 5 ? "Early" : "Late");
    const Settings = [{ Setting: "grade quotas within", Value: "team" }];
    const { sets } = await score(agents(totals, team), { Scales, Settings });
    // Of five: 20 % is one, 70 % is 3.5, rounded to four.
    expect(grades(sets)).toBe("ABBBCABBBC");
    expect(grades((await score(agents(totals, team), { Scales })).sets)).toBe("AABBBBBCCC");
  });

  test("shows in the summary of the teams", async () => {
    const totals = [99, 98, 97, 96, "", 89, 88, 87, 86, 84.99];
    const { sets } = await score(
      agents(totals, (index) => (index < 5 ? "Early" : "Late")),
      { Scales },
    );
    // Nine are graded: 1.8 is two with A, 6.3 is six with A or B, three with C.
    expect(summarise(sets[0]!).grades.map(({ count }) => count)).toEqual([2, 4, 3]);
    expect(summariseTeams(sets[0]!)).toEqual([
      { team: "Early", agents: 5, scored: 4, mean: 97.5, bestShare: 0.5, worstShare: 0 },
      // (89 + 88 + 87 + 86 + 84.99) / 5 = 86.998
      { team: "Late", agents: 5, scored: 5, mean: 87, bestShare: 0, worstShare: 0.6 },
    ]);
  });
});
