import type { RawCell } from "../../../../src/core/cell/cell";
import { exampleOf } from "../../../../src/core/checks/examples";
import { markOf } from "../../../../src/usecases/mark";
import { bookOf } from "../../../support/book";

type Row = Readonly<Record<string, RawCell>>;
type Tables = Readonly<
  Record<"Rubric" | "Metrics" | "Scales" | "Settings" | "Ledger" | "Ratings" | "Baseline", readonly Row[]>
>;

const SOUND: Tables = {
  Rubric: [
    { Section: "One", Indicator: "Calls", Points: 30, Method: "linear", Metric: "Calls", "Zero at": 10, "Full at": 50 },
    { Section: "One", Indicator: "Time", Points: 20, Method: "peer", "Zero at": -0.2, "Full at": 0.2 },
    { Section: "Two", Indicator: "Exam", Points: 30, Method: "step", Scale: "Bands" },
    { Section: "Two", Indicator: "Word", Points: 20, Method: "grade", Scale: "Words" },
    { Section: "Two", Indicator: "Slips", Points: "", Method: "deduct", "Per event": 2 },
    { Section: "Two", Indicator: "List", Points: 10, Method: "checklist", Scale: "Items" },
    { Section: "Two", Indicator: "Voices", Points: 10, Method: "raters", "Zero at": 1, "Full at": 5 },
  ],
  Metrics: [
    {
      "Agent ID": "1",
      Name: "Ann",
      Team: "T",
      Period: "2026-10",
      Calls: 20,
      Time: 300,
      Exam: 70,
      Word: "good",
      Greets: 1,
      Thanks: 0,
    },
    {
      "Agent ID": "2",
      Name: "Ben",
      Team: "T",
      Period: "2026-10",
      Calls: 40,
      Time: 200,
      Exam: 80,
      Word: "fair",
      Greets: 1,
      Thanks: "",
    },
  ],
  Scales: [
    { Scale: "Bands", Grade: "low", To: 75, Share: 0.5 },
    { Scale: "Bands", Grade: "high", From: 75, Share: 1 },
    { Scale: "Words", Grade: "fair", Share: 0 },
    { Scale: "Words", Grade: "good", Share: 1 },
    { Scale: "Items", Grade: "Greets", Share: 0.6 },
    { Scale: "Items", Grade: "Thanks", Share: 0.4 },
    { Scale: "Total", Grade: "B", To: 60 },
    { Scale: "Total", Grade: "A", From: 60 },
  ],
  Settings: [{ Setting: "decimals", Value: 2 }],
  Ledger: [
    { Date: "2026-10-01", "Agent ID": "1", Indicator: "Slips", Count: 2, Points: "" },
    { Date: "2026-10-02", "Agent ID": "1", Indicator: "Slips", Count: 1, Points: 4 },
  ],
  Ratings: [
    { "Agent ID": "1", Period: "2026-10", Indicator: "Voices", Rater: "", "Rater type": "peer", Rating: 4 },
    { "Agent ID": "2", Period: "2026-10", Indicator: "Voices", Rater: "", "Rater type": "peer", Rating: 3 },
  ],
  Baseline: [
    { Period: "2026-10", Indicator: "Time", Statistic: "mean", Value: 250 },
    { Period: "2026-10", Indicator: "Time", Statistic: "value", Value: 240 },
  ],
};

async function fingerprints({ Rubric, ...more }: Tables): Promise<{ rubric: string; metrics: string }> {
  const { rubric, metrics } = markOf(await bookOf(exampleOf(Rubric, more)), "2026-10");
  return { rubric, metrics };
}

/** The same tables with one row changed. */
const but = (table: keyof Tables, row: number, change: Row): Tables => ({
  ...SOUND,
  [table]: SOUND[table].map((each, index) => (index === row ? { ...each, ...change } : each)),
});

const CHANGES: readonly (readonly [
  table: keyof Tables,
  row: number,
  change: Row,
  changes: "rubric" | "metrics" | "both" | "nothing",
])[] = [
  ["Rubric", 0, { Section: "First" }, "rubric"],
  ["Rubric", 0, { Indicator: "Phone calls" }, "rubric"],
  ["Rubric", 0, { Points: 31 }, "rubric"],
  ["Rubric", 0, { Method: "attainment" }, "rubric"],
  ["Rubric", 0, { Method: "线性" }, "nothing"],
  ["Rubric", 0, { Metric: "Exam" }, "both"],
  ["Rubric", 0, { "Zero at": 11 }, "rubric"],
  ["Rubric", 0, { "Full at": 51 }, "rubric"],
  ["Rubric", 0, { Critical: "zero" }, "rubric"],
  ["Rubric", 0, { "Fail at": 15 }, "rubric"],
  ["Rubric", 0, { "If missing": "zero" }, "rubric"],
  ["Rubric", 3, { "Fail at": "fair" }, "rubric"],
  ["Rubric", 4, { "Per event": 3 }, "rubric"],
  ["Rubric", 4, { Limit: 10 }, "rubric"],
  ["Rubric", 0, { Rule: "Full points from 50 on", Note: "as agreed" }, "nothing"],
  ["Scales", 0, { Share: 0.6 }, "rubric"],
  ["Scales", 0, { To: 76 }, "rubric"],
  ["Scales", 0, { Ends: "[]" }, "rubric"],
  ["Scales", 2, { Grade: "poor" }, "rubric"],
  ["Scales", 7, { Grade: "A+" }, "rubric"],
  ["Scales", 7, { From: 61 }, "rubric"],
  ["Settings", 0, { Value: 1 }, "rubric"],
  ["Metrics", 0, { "Agent ID": "9" }, "metrics"],
  ["Metrics", 0, { Name: "Anne" }, "metrics"],
  ["Metrics", 0, { Team: "U" }, "metrics"],
  ["Metrics", 0, { Period: "2026-11" }, "metrics"],
  ["Metrics", 0, { Calls: 21 }, "metrics"],
  ["Metrics", 0, { Calls: "" }, "metrics"],
  ["Metrics", 0, { Calls: "N/A" }, "metrics"],
  ["Metrics", 0, { Word: "fair" }, "metrics"],
  ["Metrics", 0, { Shoes: 43 }, "nothing"],
  ["Ledger", 0, { Count: 3 }, "metrics"],
  ["Ledger", 0, { Points: 5 }, "metrics"],
  ["Ledger", 0, { Points: 0 }, "metrics"],
  ["Ledger", 1, { Points: 5 }, "metrics"],
  ["Ledger", 1, { Points: "" }, "metrics"],
  ["Ledger", 1, { Points: "some" }, "metrics"],
  ["Metrics", 0, { Greets: 0 }, "metrics"],
  ["Metrics", 1, { Thanks: "N/A" }, "metrics"],
  ["Scales", 4, { Share: 0.5 }, "rubric"],
  ["Scales", 4, { Grade: "Bows" }, "both"],
  ["Ledger", 0, { "Agent ID": "2" }, "metrics"],
  ["Ledger", 0, { Date: "2026-11-01" }, "metrics"],
  ["Ratings", 0, { Rating: 5 }, "metrics"],
  ["Ratings", 0, { "Rater type": "lead" }, "metrics"],
  ["Ratings", 0, { Rating: "N/A" }, "metrics"],
  ["Baseline", 0, { Value: 260 }, "metrics"],
  ["Baseline", 0, { Statistic: "median" }, "metrics"],
  ["Baseline", 1, { Value: 241 }, "metrics"],
  ["Baseline", 1, { Period: "2026-11" }, "metrics"],
];

test.each(CHANGES)("%s, row %i: %j changes the fingerprint of %s", async (table, row, change, changes) => {
  const before = await fingerprints(SOUND);
  const after = await fingerprints(but(table, row, change));
  expect({ rubric: before.rubric !== after.rubric, metrics: before.metrics !== after.metrics }).toEqual({
    rubric: changes === "rubric" || changes === "both",
    metrics: changes === "metrics" || changes === "both",
  });
});
