import { closeSteps } from "../../../src/core/rubric/scale";
import { makeScale } from "../../../src/core/rubric/make-scale";
import { bookFrom, scoreOnly } from "../../support/book";

const worth = { unit: "points", from: 0, to: 0 } as const;

test.each<readonly [end: number, next: number, decimals: number, closed: boolean]>([
  [59.99, 60, 2, true],
  [59.9, 60, 1, true],
  [59, 60, 0, true],
  [59.99, 60, 1, true],
  [89.99, 90, 2, true],
  [59.9, 60, 2, false],
  [59, 60, 1, false],
  [59, 60, 2, false],
  // 60.00 lies between.
  [59.997, 60.004, 2, false],
  [59.991, 59.999, 2, true],
])("an interval up to %d is one with that from %d on for totals of %d decimals: %s", (end, next, decimals, closed) => {
  const scale = makeScale("Total", [
    { grade: "D", from: 0, to: end, worth },
    { grade: "C", from: next, to: 100, worth },
  ]);
  expect(closeSteps(scale, decimals).intervals.map(({ to }) => to)).toEqual([closed ? next : end, 100]);
});

describe.each(["[)", "[]"])("the ends %s of 0-59.99 and 60-100", (Ends) => {
  test.each([
    [59.99, "D"],
    [59.994, "D"],
    [59.995, "C"],
    [60, "C"],
  ])("a total of %d is a %s", async (value, grade) => {
    const book = await bookFrom([{ Indicator: "All", Points: 100, Method: "manual", Metric: "All" }], {
      Scales: [
        { Scale: "Total", Grade: "D", From: 0, To: 59.99, Ends },
        { Scale: "Total", Grade: "C", From: 60, To: 100, Ends: "[]" },
      ],
      Metrics: [{ "Agent ID": "1", Period: "2026-10", All: value }],
    });
    const set = scoreOnly(book);
    expect(set.rubric.grades[set.grade[0]!]).toBe(grade);
  });
});
