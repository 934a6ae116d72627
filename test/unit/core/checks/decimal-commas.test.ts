import type { RawCell } from "../../../../src/core/cell/cell";
import { scoreBook } from "../../../../src/usecases";
import { bookFrom } from "../../../support/book";

type Row = Readonly<Record<string, RawCell>>;
type More = Parameters<typeof bookFrom>[1];

const TEST: Row = { Indicator: "Test", Points: 100, Method: "linear", "Zero at": 0, "Full at": 100 };
const LATE: Row = { Indicator: "Late", Points: "", Method: "deduct", "Per event": 2 };
const CONDUCT: Row = { Indicator: "Conduct", Points: 100, Method: "raters", "Zero at": 1, "Full at": 5 };
const PEER: Row = { ...TEST, Method: "peer", "Zero at": -0.2, "Full at": 0.2 };
const PERSON: Row = { "Agent ID": "1", Period: "2026-10", Test: 70 };
const OTHER: Row = { ...PERSON, "Agent ID": "2", Test: 80.5 };
const EVENT: Row = { Date: "2026-10-05", "Agent ID": "1", Indicator: "Late" };
const RATING: Row = { "Agent ID": "1", Period: "2026-10", Indicator: "Conduct", Rater: "A", "Rater type": "customer" };

/** A comma that may be a decimal comma is never read as thousands: the mends are offered, and nobody is scored by a guess. */
test.each<[where: string, rubric: readonly Row[], more: More, mends: readonly (number | string)[]]>([
  [
    "a metric",
    [TEST],
    { Metrics: [{ ...PERSON, Test: "60,250" }, OTHER, { ...OTHER, "Agent ID": "3" }] },
    [60.25, 60250],
  ],
  ["a whole column", [TEST], { Metrics: [{ ...PERSON, Test: "60,25" }] }, [60.25]],
  [
    "points",
    [
      { ...TEST, Points: "99,5" },
      { ...TEST, Indicator: "Rest", Metric: "Test", Points: 0.5 },
    ],
    { Metrics: [PERSON] },
    [99.5],
  ],
  ["a threshold", [{ ...TEST, "Full at": "0,900" }], { Metrics: [PERSON] }, [0.9]],
  [
    "a scale",
    [{ Indicator: "Test", Points: 100, Method: "bands", Scale: "S" }],
    {
      Metrics: [PERSON],
      Scales: [
        { Scale: "S", From: "", To: 60, Share: "0,5" },
        { Scale: "S", From: 60, To: "", Share: 1 },
      ],
    },
    [0.5],
  ],
  ["a setting", [TEST], { Metrics: [PERSON], Settings: [{ Setting: "lowest total", Value: "10,5" }] }, [10.5]],
  ["days", [TEST], { Metrics: [{ ...PERSON, Days: "10,5" }] }, [10.5]],
  ["points of an event", [TEST, LATE], { Metrics: [PERSON], Ledger: [{ ...EVENT, Points: "2,5" }] }, [2.5]],
  ["a count of events", [TEST, LATE], { Metrics: [PERSON], Ledger: [{ ...EVENT, Count: "1,500" }] }, [1.5, 1500]],
  ["a rating", [CONDUCT], { Metrics: [PERSON], Ratings: [{ ...RATING, Rating: "4,5" }] }, [4.5]],
  [
    "a baseline",
    [PEER],
    {
      Metrics: [PERSON, OTHER],
      Baseline: [{ Period: "2026-10", Indicator: "Test", Statistic: "mean", Value: "75,5" }],
    },
    [75.5],
  ],
])("a comma in %s", async (_where, rubric, more, mends) => {
  const { findings } = scoreBook(await bookFrom(rubric, more));
  const offered = findings.flatMap(({ fixes }) => fixes.map(({ edits }) => edits[0]!.value));
  expect(offered).toEqual(mends);
});
