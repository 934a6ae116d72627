import { STATUS } from "../../../src/core/scoring/model/status";
import { rankByTotal, rankWithin } from "../../../src/core/scoring/total/rank";
import { weightedMean } from "../../../src/core/scoring/model/mean";
import { bookFrom, scoreOnly } from "../../support/book";

test.each<[readonly number[], readonly number[], readonly number[]]>([
  [
    [90, 80, 80, 70],
    [0, 0, 0, 0],
    [1, 2, 2, 4],
  ],
  [
    [70, 90, 0, 80],
    [0, 0, STATUS.pending, 0],
    [3, 1, 0, 2],
  ],
  [
    [0, 0],
    [STATUS.pending, STATUS.failed],
    [0, 0],
  ],
  [[], [], []],
])("totals %p with status %p rank %p", (totals, status, ranks) => {
  expect([...rankByTotal(Float64Array.from(totals), Uint8Array.from(status), 2)]).toEqual(ranks);
});

test("ranks within teams", () => {
  const ranks = rankWithin(Int32Array.of(0, 1, 0, 1, 2), 3, 2, Float64Array.of(1, 5, 2, 5, 0), new Uint8Array(5), 2);
  expect([...ranks]).toEqual([2, 1, 1, 1, 0]);
});

test("the rounded total decides the grade; the interval owns its beginning", async () => {
  const rubric = [{ Indicator: "A", Points: 100, Method: "manual" }];
  const Scales = [
    { Scale: "总分", Grade: "A", From: 90 },
    { Scale: "总分", Grade: "B", From: 80 },
    { Scale: "总分", Grade: "C", From: "" },
  ];
  const Metrics = [89.995, 89.994, 80, 79.9949, 0].map((A, index) => ({ "Agent ID": String(index), Period: "1", A }));
  const set = scoreOnly(await bookFrom(rubric, { Scales, Metrics }));
  expect([...set.grade].map((grade) => set.rubric.grades[grade])).toEqual(["A", "B", "B", "C", "C"]);
});

// Edge cases that published weighted means miss.
test.each<[string, readonly number[], readonly number[], number]>([
  ["equal weights", [80, 90, 100], [1, 1, 1], 90],
  ["weights count", [80, 90, 100], [1, 1, 2], 92.5],
  ["NaN leaves", [1, NaN], [1, 1], 1],
  ["nothing there", [], [], NaN],
  ["all weights 0", [1, 2], [0, 0], NaN],
  ["0.1 ten times", new Array<number>(10).fill(0.1), new Array<number>(10).fill(1), 0.1],
])("weighted mean: %s", (_title, values, weights, expected) => expect(weightedMean(values, weights)).toBe(expected));

test.each([
  [[1], [-1], "weight 1 is -1"],
  [[1], [NaN], "weight 1 is NaN"],
  [[1, 2], [1], "1 weights for 2 values"],
])("weighted mean of %p by %p names the offender", (values, weights, message) => {
  expect(() => weightedMean(values, weights)).toThrow(message);
});

test("counting and sorting give the same ranks", () => {
  const totals = Float64Array.from({ length: 500 }, (_, index) => ((index * 7919) % 97) / 4);
  const status = Uint8Array.from({ length: 500 }, (_, index) => (index % 11 === 0 ? STATUS.pending : STATUS.scored));
  const teams = Int32Array.from({ length: 500 }, (_, index) => index % 7);
  // With 9 decimals the totals lie too far apart for counting.
  expect(rankByTotal(totals, status, 9)).toEqual(rankByTotal(totals, status, 2));
  expect(rankWithin(teams, 7, -1, totals, status, 9)).toEqual(rankWithin(teams, 7, -1, totals, status, 2));
});

test.each([
  ["equal totals share a rank, and none is skipped", [90, 80, 80, 70], [1, 2, 2, 3]],
  ["all alike", [80, 80, 80], [1, 1, 1]],
])("dense ranks: %s", (_title, totals, ranks) => {
  const all = Float64Array.from(totals);
  const dense = { dense: true, breakTie: undefined };
  expect([...rankByTotal(all, new Uint8Array(all.length), 2, dense)]).toEqual(ranks);
  const teams = Int32Array.from(totals, (_, k) => k % 2);
  expect(rankWithin(teams, 2, -1, all, new Uint8Array(all.length), 2, dense)).toEqual(
    Int32Array.from(totals, (own, k) => {
      const team = totals.filter((_, other) => other % 2 === k % 2);
      return [...new Set(team)].sort((a, b) => b - a).indexOf(own) + 1;
    }),
  );
});
