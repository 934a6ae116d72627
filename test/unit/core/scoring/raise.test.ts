import { createInverse } from "../../../../src/core/scoring/raise/inverse";
import { bookFrom, scoreOnly } from "../../../support/book";

const RUBRIC = [{ Indicator: "Time", Points: 100, Method: "target-centred", "Zero at": 420, "Full at": 300 }];

test.each<[own: number, nearest: number | undefined]>([
  // 50 of 100 points are left at 240 and at 360.
  [280, 240],
  [320, 360],
  [301, 360],
  [299, 240],
  [250, 240],
  [350, 360],
  // Those below the line climb, on either side.
  [200, 240],
  [400, 360],
])("a curve with two sides is followed on the nearer one: from %p to %p", async (own, nearest) => {
  const Metrics = [own, 300, 100].map((Time, k) => ({ "Agent ID": `a${k}`, Period: "1", Time }));
  const set = scoreOnly(await bookFrom(RUBRIC, { Metrics }));
  const [changes] = createInverse(set).changes([{ agent: 0, line: { at: 50, belongs: true } }]);
  expect(changes!.map(({ value }) => Math.round(value))).toEqual([nearest]);
});
