import { createExplainer } from "../../src/core/scoring/explain/explain";
import { bookFrom, scoreOnly } from "../support/book";

type Row = Parameters<typeof bookFrom>[0][number];
type More = NonNullable<Parameters<typeof bookFrom>[1]>;

/** Worked numbers from other publications, entered into the tables as a user would. */

const agents = (...rows: readonly Row[]): readonly Row[] =>
  rows.map((row, index) => ({ "Agent ID": String(index + 1), Period: "2026-10", ...row }));

async function totals(rubric: readonly Row[], Metrics: readonly Row[], more: More = {}): Promise<number[]> {
  return [...scoreOnly(await bookFrom(rubric, { ...more, Metrics })).totalExact];
}

describe("sections with weights (MaestroQA, How do Custom Weighted Sections Rubrics work?)", () => {
  // Grammar 3 of 3, knowledge 5 of 10, problem solving 4 of 5, privacy 1 of 2.
  const earned = agents({ Grammar: 3, Knowledge: 5, Solving: 4, Privacy: 1 });
  const rating = (Indicator: string, highest: number, Points: number): Row => ({
    Indicator,
    Points,
    Method: "rating",
    "Full at": highest,
  });

  test("weighted by section: 70 %", async () => {
    const rubric = [
      rating("Grammar", 3, 10),
      rating("Knowledge", 10, 30),
      rating("Solving", 5, 50),
      rating("Privacy", 2, 10),
    ];
    expect((await totals(rubric, earned))[0]).toBeCloseTo(70, 10);
  });

  test("points as they are: 65 %", async () => {
    const rubric = [
      rating("Grammar", 3, 15),
      rating("Knowledge", 10, 50),
      rating("Solving", 5, 25),
      rating("Privacy", 2, 10),
    ];
    expect((await totals(rubric, earned))[0]).toBeCloseTo(65, 10);
  });
});

describe("an unanswered question of 30 beside 40 and 30", () => {
  const most = async (policy: string): Promise<number[]> => {
    const rubric = [
      { Section: "S", Indicator: "A", Points: 40, Method: "manual", "If missing": policy },
      { Section: "S", Indicator: "B", Points: 30, Method: "manual", "If missing": policy },
      { Section: "S", Indicator: "C", Points: 30, Method: "manual", "If missing": policy },
    ];
    const book = await bookFrom(rubric, { Metrics: agents({ A: 40, B: 30, C: "N/A" }) });
    const set = scoreOnly(book);
    expect(set.totalExact[0]).toBeCloseTo(100, 10);
    return [0, 1].map((k) => createExplainer(set, book.subject.metrics!).indicator(0, k).most);
  };

  test("split equally, 55 and 45 (Genesys Engage quality management, question weight)", async () => {
    const [a, b] = await most("share");
    expect(a).toBeCloseTo(55, 10);
    expect(b).toBeCloseTo(45, 10);
  });

  test("in proportion, 57.1 and 42.9 (Genesys Cloud: zero out of zero possible points)", async () => {
    const [a, b] = await most("exclude");
    expect(a!.toFixed(1)).toBe("57.1");
    expect(b!.toFixed(1)).toBe("42.9");
  });
});

test.each([
  [300, "0.0"],
  [500, "3.3"],
  // Published as 6.6, which is truncated, not rounded.
  [700, "6.6"],
  [900, "10.0"],
])("goal and red flag: %i scores %s of 10 (Spider Impact, goal 700 and red flag 500)", async (value, published) => {
  const rubric = [
    { Indicator: "Sales", Points: 10, Method: "linear", "Zero at": 300, "Full at": 900 },
    { Indicator: "Rest", Points: 90, Method: "manual" },
  ];
  const [total] = await totals(rubric, agents({ Sales: value, Rest: 0 }));
  expect((Math.floor(total! * 10 + 1e-9) / 10).toFixed(1)).toBe(published);
});

test.each([
  [78.76, "Excellent"],
  [78.75, "Good"],
  [75, "Good"],
  [74.99, "Average"],
  [71.25, "Average"],
  [71.24, "Poor"],
])(
  "%d against a goal of 75 with a variance of 5 %% is %s (Verint scorecards, how KPI scores are calculated)",
  async (value, grade) => {
    const Scales = [
      { Scale: "Total", Grade: "Poor", From: "", To: 71.25, Ends: "[)" },
      { Scale: "Total", Grade: "Average", From: 71.25, To: 75, Ends: "[)" },
      { Scale: "Total", Grade: "Good", From: 75, To: 78.75, Ends: "[]" },
      { Scale: "Total", Grade: "Excellent", From: 78.75, To: "", Ends: "()" },
    ];
    const rubric = [{ Indicator: "KPI", Points: 100, Method: "manual" }];
    const set = scoreOnly(await bookFrom(rubric, { Scales, Metrics: agents({ KPI: value }) }));
    expect(set.rubric.grades[set.grade[0]!]).toBe(grade);
  },
);

describe("category score (selected - min) / (max - min) (Zendesk QA)", () => {
  const rubric = [
    { Indicator: "Tone", Points: 40, Method: "rating", "Zero at": 1, "Full at": 5 },
    {
      Indicator: "Solution",
      Points: 60,
      Method: "rating",
      "Zero at": 1,
      "Full at": 5,
      Critical: "zero",
      "Fail at": 2.999,
    },
  ];

  test("4 of 1 to 5 is 75 %, and reviews are weighted means", async () => {
    expect((await totals(rubric, agents({ Tone: 4, Solution: 5 })))[0]).toBeCloseTo(0.75 * 40 + 60, 10);
  });

  test("a critical category below 50 % makes the review 0", async () => {
    expect(await totals(rubric, agents({ Tone: 5, Solution: 2 }, { Tone: 5, Solution: 3 }))).toEqual([0, 70]);
  });
});

test("a nested IF of a spreadsheet guide: =IF(D2<0.6,0,IF(D2>1,15,6+(D2-0.6)/0.4*9))", async () => {
  const values = Array.from({ length: 61 }, (_, index) => Math.round(50 + index) / 100);
  const rubric = [
    { Indicator: "Completion", Points: 15, Method: "piecewise", Scale: "R" },
    { Indicator: "Rest", Points: 85, Method: "manual" },
  ];
  const Scales = [
    { Scale: "R", From: "", To: 0.6, Ends: "[)", Points: 0, "Points to": "" },
    { Scale: "R", From: 0.6, To: 1, Ends: "[]", Points: 6, "Points to": 15 },
    { Scale: "R", From: 1, To: "", Ends: "()", Points: 15, "Points to": "" },
  ];
  const own = await totals(rubric, agents(...values.map((Completion) => ({ Completion, Rest: 0 }))), { Scales });
  values.forEach((d2, index) => {
    const guide = d2 < 0.6 ? 0 : d2 > 1 ? 15 : 6 + ((d2 - 0.6) / 0.4) * 9;
    expect(own[index]).toBeCloseTo(guide, 10);
  });
});

test("goal score x weight / 100 on a scale of 5, summed (Frappe HR, appraisal)", async () => {
  // Goals weighted 30, 50, 20 and scored 4, 3.5 and 5 of 5: 24 + 35 + 20.
  const rubric = [30, 50, 20].map((Points, index) => ({
    Indicator: `Goal ${index}`,
    Points,
    Method: "rating",
    "Full at": 5,
  }));
  expect((await totals(rubric, agents({ "Goal 0": 4, "Goal 1": 3.5, "Goal 2": 5 })))[0]).toBeCloseTo(79, 10);
});

test("a rubric's score is (given - lowest) / (highest - lowest) over all criteria (Moodle)", async () => {
  // Levels 1 to 4, 0 to 2 and 1 to 5; given 3, 1 and 4: (8 - 2) / (11 - 2).
  const levels = [
    [1, 4],
    [0, 2],
    [1, 5],
  ] as const;
  const rubric = levels.map(([low, high], index) => ({
    Indicator: `Criterion ${index}`,
    Points: high - low,
    Method: "rating",
    "Zero at": low,
    "Full at": high,
  }));
  const more = { Settings: [{ Setting: "Full score", Value: 9 }] };
  const given = agents({ "Criterion 0": 3, "Criterion 1": 1, "Criterion 2": 4 });
  expect((await totals(rubric, given, more))[0]! / 9).toBeCloseTo(6 / 9, 12);
});

describe("groups with weights (Genesys Cloud, evaluation form scoring)", () => {
  // Two 1-point questions with a weight of 40 and one with a weight of 20: 2 x 40 + 1 x 20 are possible.
  const rubric = [
    { Section: "Group 1", Indicator: "1.1", Points: 40, Method: "pass-fail" },
    { Section: "Group 1", Indicator: "1.2", Points: 40, Method: "pass-fail" },
    { Section: "Group 2", Indicator: "2.1", Points: 20, Method: "pass-fail" },
  ];

  test("yes, no and yes make 60 %, the published example", async () => {
    expect((await totals(rubric, agents({ "1.1": "yes", "1.2": "no", "2.1": "yes" })))[0]).toBe(60);
  });

  test("a question marked N/A has zero of zero possible points in the published formula", async () => {
    const answers = agents({ "1.1": "yes", "1.2": "N/A", "2.1": "no" }, { "1.1": "no", "1.2": "no", "2.1": "N/A" });
    const [partly, none] = await totals(rubric, answers);
    expect(partly).toBeCloseTo((100 * (1 * 40 + 0 * 20)) / (1 * 40 + 1 * 20), 10);
    expect(none).toBe(0);
  });
});

/** A scale of straight pieces, with other indicators up to the full score. */
async function pieces(most: number, rows: readonly Row[], values: readonly number[]): Promise<number[]> {
  const rubric = [
    { Indicator: "Result", Points: most, Method: "piecewise", Scale: "R" },
    { Indicator: "Rest", Points: 200 - most, Method: "manual" },
  ];
  const Scales = rows.map((row) => ({ Scale: "R", ...row }));
  const Settings = [{ Setting: "Full score", Value: 200 }];
  return totals(rubric, agents(...values.map((Result) => ({ Result, Rest: 0 }))), { Scales, Settings });
}

test("a table of half per cents from 1 to 5, read between its rows (MrExcel, thread 1224070)", async () => {
  const rows = [
    { From: "", To: 0.95, Ends: "[)", Points: 1, "Points to": "" },
    { From: 0.95, To: 1.05, Ends: "[]", Points: 1, "Points to": 5 },
    { From: 1.05, To: "", Ends: "()", Points: 5, "Points to": "" },
  ];
  const scores = await pieces(5, rows, [0.955, 1.0178, 0.9975, 1.06, 0.95, 1, 1.05, 0.5]);
  // 106 % gives 5.4 by the first published formula, and 5 by the corrected one.
  [1.2, 3.712, 2.9, 5, 1, 3, 5, 1].forEach((published, index) => expect(scores[index]).toBeCloseTo(published, 10));
});

test("a pay-out of two slopes: none below 80 %, 100 % at 92.5 %, 107.5 % at 100 % (MrExcel, thread 1028026)", async () => {
  const rows = [
    { From: "", To: 0.8, Ends: "[)", Points: 0, "Points to": "" },
    { From: 0.8, To: 0.925, Ends: "[)", Points: 0, "Points to": 100 },
    { From: 0.925, To: 1, Ends: "[]", Points: 100, "Points to": 107.5 },
    { From: 1, To: "", Ends: "()", Points: 107.5, "Points to": "" },
  ];
  const scores = await pieces(107.5, rows, [0.7999, 0.8, 0.925, 1]);
  [0, 0, 100, 107.5].forEach((published, index) => expect(scores[index]).toBeCloseTo(published, 10));
});

test("85 to 95 linear for 0.02 points: =IF(A1>=95,0.02,IF(A1>=85,(A1-85)/500,..)) (MrExcel, thread 222687)", async () => {
  const values = [85, 86, 90, 94.9, 95, 100];
  const rubric = [
    { Indicator: "Index", Points: 0.02, Method: "linear", "Zero at": 85, "Full at": 95 },
    { Indicator: "Rest", Points: 99.98, Method: "manual" },
  ];
  const scores = await totals(rubric, agents(...values.map((Index) => ({ Index, Rest: 0 }))));
  values.forEach((a1, index) => expect(scores[index]).toBeCloseTo(a1 >= 95 ? 0.02 : (a1 - 85) / 500, 12));
});

test("80, 85, 90, 95 and 100 % are worth 1 to 5, and 92.5 % is 3.50 (Stack Overflow, interpolated score)", async () => {
  const rows = [1, 2, 3, 4].map((score) => ({
    From: (75 + score * 5) / 100,
    To: (80 + score * 5) / 100,
    Ends: score === 4 ? "[]" : "[)",
    Points: score,
    "Points to": score + 1,
  }));
  expect((await pieces(5, rows, [0.925]))[0]).toBeCloseTo(3.5, 10);
});
