import { groupMeans, weightedMean } from "../../../../src/core/scoring/model/mean";
import { STATUS } from "../../../../src/core/scoring/model/status";

/** Sums in which a plain addition loses digits: what is lost may be the value added, or the sum before it. */
const SUMS: readonly (readonly [values: readonly number[], mean: number])[] = [
  [[1, 1e100, 1, -1e100], 0.5],
  [[1e100, 1, -1e100, 1], 0.5],
  [[-1e100, 1, 1, 1e100], 0.5],
  [[1, -1e100, 1e100, 1], 0.5],
  [[0.1, 0.2, 0.3, 0.4], 0.25],
  [new Array<number>(10).fill(0.1), 0.1],
  [[3, -3], 0],
  [[7], 7],
  [[], NaN],
];

test.each(SUMS)("the mean of %j is %d, in any order", (values, mean) => {
  for (const each of [values, [...values].reverse()]) {
    expect(weightedMean(each)).toBe(mean);
    expect(weightedMean(each, new Array<number>(each.length).fill(4))).toBe(mean);
  }
});

test.each(SUMS)("each group has a mean of its own: %j is %d", (values, mean) => {
  // Group 1 holds the values, group 0 another one in between, group 2 nothing that is scored.
  const rows = values.flatMap((value) => [
    { group: 1, value, status: STATUS.scored },
    { group: 0, value: 5, status: STATUS.scored },
    { group: 1, value: 1e9, status: STATUS.pending },
    { group: 2, value: 1e9, status: STATUS.failed },
  ]);
  const means = groupMeans(
    Int32Array.from(rows, ({ group }) => group),
    3,
    Float64Array.from(rows, ({ value }) => value),
    Uint8Array.from(rows, ({ status }) => status),
  );
  expect([...means]).toEqual([values.length > 0 ? 5 : NaN, mean, NaN]);
});
