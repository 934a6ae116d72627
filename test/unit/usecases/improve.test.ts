import type { RawCell } from "../../../src/core/cell/cell";
import { STATUS } from "../../../src/core/scoring/model/status";
import { createInverse } from "../../../src/core/scoring/raise/inverse";
import { improvementOf, nearGradeLines } from "../../../src/usecases";
import { bookFrom, scoreOnly } from "../../support/book";

type Row = Readonly<Record<string, RawCell>>;

const RUBRIC: readonly Row[] = [
  { Indicator: "Test", Points: 60, Method: "linear", "Zero at": 60, "Full at": 90 },
  { Indicator: "Rate", Points: 40, Method: "linear", "Zero at": 0.03, "Full at": 0.01 },
  { Indicator: "Praise", Method: "bonus", "Per event": 1, "If missing": "zero" },
];
const CUT_OFFS: readonly Row[] = [
  { Scale: "Total", Grade: "C", To: 60 },
  { Scale: "Total", Grade: "B", From: 60, To: 80 },
  { Scale: "Total", Grade: "A", From: 80 },
];
const PEOPLE: readonly Row[] = [
  { Test: 75, Rate: 0.0255 },
  { Test: 80, Rate: 0.02 },
  { Test: 90, Rate: 0.01 },
  { Test: "", Rate: 0.01 },
  { Test: 60, Rate: 0.03 },
];

async function scored(Scales: readonly Row[] = CUT_OFFS) {
  const Metrics = PEOPLE.map((each, k) => ({ "Agent ID": `a${k}`, Period: "1", ...each, Praise: k === 4 ? 1 : 0 }));
  return scoreOnly(await bookFrom(RUBRIC, { Metrics, Scales, percentColumns: ["Rate"] }));
}

test("the cheapest single change to the next grade first, and each indicator's room", async () => {
  // 30 + 9 = 39 of 100: 21 are missing. The rate alone gives them at 1.5 %, the test at 85.5 - and a little earlier, as 59.995 is rounded.
  const improvement = improvementOf(await scored(), 0, "en");
  expect(improvement.next).toEqual({ grade: "B", from: "60.00", belongs: true, missing: "21", byQuota: false });
  expect(new Set(improvement.changes)).toEqual(
    new Set([
      { indicator: "Test", from: "75", to: "85.4975", total: "60.00" },
      { indicator: "Rate", from: "2.55%", to: "1.5%", total: "60.00" },
      { indicator: "Praise", from: "0", to: "21", total: "60.00" },
    ]),
  );
  // Rates differ by 0.0082 about their mean, tests by 11: 1.05 % are 1.3 deviations, 10.5 are 1.0.
  expect(improvement.changes.map(({ indicator }) => indicator)).toEqual(["Test", "Rate", "Praise"]);
  expect(improvement.rooms).toEqual([
    { indicator: "Praise", points: undefined },
    { indicator: "Rate", points: "31" },
    { indicator: "Test", points: "30" },
  ]);
});

test.each<[title: string, agent: number, grade: string | undefined, rooms: readonly string[]]>([
  ["the best grade", 2, undefined, ["Praise"]],
  ["no total yet", 3, undefined, ["Praise", "Test"]],
  ["nothing at all", 4, "B", ["Praise", "Test", "Rate"]],
])("%s", async (_title, agent, grade, rooms) => {
  const improvement = improvementOf(await scored(), agent, "zh-CN");
  expect(improvement.next?.grade).toBe(grade);
  expect(improvement.changes.length > 0).toBe(grade !== undefined);
  expect(improvement.rooms.map(({ indicator }) => indicator)).toEqual(rooms);
});

test("by quotas the next grade begins where somebody stands now", async () => {
  const quotas = [
    { Scale: "Total", Grade: "A", Share: 0.25 },
    { Scale: "Total", Grade: "B", Share: 0.75 },
  ];
  const { next, changes } = improvementOf(await scored(quotas), 1, "en");
  expect(next).toEqual({ grade: "A", from: "100.00", belongs: true, missing: "40", byQuota: true });
  expect(changes.map(({ indicator }) => indicator)).toEqual(["Praise"]);
});

test.each<[own: RawCell, from: string]>([
  ["4:55", "4:55"],
  ["0:04:55", "4:55"],
  ["4分55秒", "4:55"],
])("a duration typed as %s is raised in the same unit", async (own, from) => {
  const rubric = [{ Indicator: "AHT", Points: 100, Method: "linear", "Zero at": "5:00", "Full at": "3 min" }];
  const Metrics = [own, "3:25", "2:50"].map((AHT, k) => ({ "Agent ID": `a${k}`, Period: "1", AHT }));
  const improvement = improvementOf(scoreOnly(await bookFrom(rubric, { Metrics, Scales: CUT_OFFS })), 0, "en");
  expect(improvement.changes).toEqual([{ indicator: "AHT", from, to: "3:48", total: "60.00" }]);
});

test("who stands close to a line, the nearest first, on either side of it", async () => {
  const set = await scored();
  expect(nearGradeLines(set, 0.5, "en")).toEqual([
    { agentId: "a1", name: "a1", total: "60.00", grade: "B", distance: "0", side: "at" },
  ]);
  expect(nearGradeLines(set, 21, "en").map(({ agentId, grade, side }) => [agentId, grade, side])).toEqual([
    ["a1", "B", "at"],
    ["a1", "A", "below"],
    ["a2", "A", "above"],
    ["a0", "B", "below"],
  ]);
});

test("a place among very many peers is found as if each of them was tried", async () => {
  const count = 60;
  const rubric = [{ Indicator: "Calls", Points: 100, Method: "peer", "Zero at": 0.2, "Full at": 0.9 }];
  const Metrics = Array.from({ length: count }, (_, k) => ({
    "Agent ID": `a${k}`,
    Period: "1",
    Calls: ((k * 37) % count) + 1,
  }));
  const scoreWith = async (own: number) =>
    scoreOnly(
      await bookFrom(rubric, {
        Metrics: Metrics.map((row, k) => (k === 5 ? { ...row, Calls: own } : row)),
        Settings: [{ Setting: "peer statistic", Value: "percentile" }],
        Scales: CUT_OFFS,
      }),
    );
  const set = await scoreWith(Metrics[5]!.Calls);
  for (const points of [30, 60, 99, 100]) {
    const reach = createInverse(set).valueFor(5, 0, points);
    const tried = [];
    for (let calls = 1; calls <= count + 1; calls += 0.5) {
      const { status, earned } = (await scoreWith(calls)).indicators[0]!;
      if (status[5] === STATUS.scored && earned[5]! >= points - 1e-9) tried.push(calls);
    }
    expect(reach.reachable && reach.value >= tried[0]! - 0.5 && reach.value <= tried[0]!).toBe(true);
  }
});
