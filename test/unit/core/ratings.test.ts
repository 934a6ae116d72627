import type { RawCell } from "../../../src/core/cell/cell";
import { explainEvaluation } from "../../../src/usecases";
import { bookFrom, scoreOnly } from "../../support/book";

type Row = Readonly<Record<string, RawCell>>;

const RUBRIC: readonly Row[] = [
  { Indicator: "Conduct", Points: 100, Method: "raters", "Zero at": 1, "Full at": 5, "If missing": "pending" },
];
const Metrics: readonly Row[] = ["1", "2", "3"].map((id) => ({ "Agent ID": id, Period: "2026-10", Other: 1 }));
const Scales: readonly Row[] = [
  { Scale: "Conduct", Grade: "客户", Share: 0.5 },
  { Scale: "Conduct", Grade: "superior", Share: 0.3 },
  { Scale: "Conduct", Grade: "trainer", Share: 0.2 },
];
const rating = (id: string, type: string, value: RawCell, more: Row = {}): Row => ({
  "Agent ID": id,
  Period: "2026-10",
  Indicator: "conduct",
  Rater: "",
  "Rater type": type,
  Rating: value,
  ...more,
});

test("raters of a type are averaged first, types weigh by the scale in either language, missing ones leave", async () => {
  const Ratings = [
    rating("1", "Customer", 5),
    rating("1", "客户", 4),
    rating("1", "客户", "N/A"),
    rating("1", "上级", 3),
    rating("1", "上级", 1, { Period: "2026-09" }),
    rating("1", "Ｔrainer", 2),
    rating("2", "上级", 4),
  ];
  const book = await bookFrom(RUBRIC, { Scales, Metrics, Ratings });
  const set = scoreOnly(book);
  // 0.5 x 4.5 + 0.3 x 3 + 0.2 x 2 = 3.55, which is 63.75% of the way from 1 to 5.
  expect(set.inputs[0]!.values[0]).toBeCloseTo(3.55, 12);
  expect(set.indicators[0]!.earned[0]).toBeCloseTo(63.75, 12);
  expect(set.total[1]).toBe(75);
  expect([...set.status]).toEqual([0, 0, 1]);
  expect(explainEvaluation(book, set, 0, "en").lines[0]!.why).toBe(
    "customer: mean 4.5 of 2 ratings, weighs 50%; superior: mean 3 of 1 rating, weighs 30%; Trainer: mean 2 of 1 rating, weighs 20%. 3.55 is 63.75% of the way from 1 (none) to 5 (all): 63.75 of 100 points.",
  );
  expect(explainEvaluation(book, set, 2, "zh-CN").lines[0]!.why).toContain("尚无评价。");
});

test("without a scale of weights all types weigh the same; a quarter takes the ratings of its months", async () => {
  const Ratings = [rating("1", "a", 2), rating("1", "b", 4, { Period: "2026年12月" }), rating("1", "b", 5)];
  const quarter = Metrics.slice(0, 1).map((row) => ({ ...row, Period: "2026-Q4" }));
  const set = scoreOnly(await bookFrom(RUBRIC, { Metrics: quarter, Ratings }));
  expect(set.inputs[0]!.values[0]).toBe(3.25);
});

test.each<[string, Row]>([
  ["a word", rating("1", "客户", "good")],
  ["a type without weight", rating("1", "stranger", 4)],
])("%s makes the value unreadable, never 0 and never left out", async (_what, bad) => {
  const set = scoreOnly(await bookFrom(RUBRIC, { Scales, Metrics, Ratings: [rating("1", "上级", 4), bad] }));
  expect([set.status[0], set.inputs[0]!.values[0]]).toEqual([3, NaN]);
});

describe("a frozen baseline", () => {
  const PEER: readonly Row[] = [
    { Indicator: "Calls", Points: 100, Method: "peer", "Zero at": -0.2, "Full at": 0.2, Rubric: "Agents" },
  ];
  const agents = (values: readonly number[]): readonly Row[] =>
    values.map((Calls, k) => ({ "Agent ID": String(k), Period: "2026-10", Rubric: "Agents", Calls }));
  const frozen = (Statistic: string, Value: number): Row => ({
    Rubric: "agents",
    Period: 46300,
    Indicator: "Calls",
    Statistic,
    Value,
  });
  const totals = async (values: readonly number[], Baseline?: readonly Row[], statistic = "mean") => {
    const Settings = [
      { Setting: "minimum group size", Value: 2 },
      { Setting: "peer statistic", Value: statistic },
    ];
    return [
      ...scoreOnly(await bookFrom(PEER, { Metrics: agents(values), Settings, ...(Baseline ? { Baseline } : {}) }))
        .total,
    ];
  };

  test.each(["mean", "median"])("last month's score by %s does not move when agents join later", async (statistic) => {
    const before = await totals([90, 110], undefined, statistic);
    expect(before).toEqual([25, 75]);
    expect((await totals([90, 110, 400], undefined, statistic)).slice(0, 2)).not.toEqual(before);
    const rows = [frozen(statistic, 100)];
    expect((await totals([90, 110, 400], rows, statistic)).slice(0, 2)).toEqual(before);
  });

  test("frozen values stand in for the group, whatever is taken of them", async () => {
    const rows = [90, 110].map((value) => frozen("值", value));
    expect((await totals([90, 110, 400], rows)).slice(0, 2)).toEqual([25, 75]);
    expect((await totals([90, 110, 400], rows, "median")).slice(0, 2)).toEqual([25, 75]);
  });

  test("rows of another period, rubric or indicator stand in for nobody", async () => {
    const others = [{ Period: "2026-09" }, { Rubric: "Leaders" }, { Indicator: "Talk" }];
    for (const other of others)
      expect(await totals([90, 110], [{ ...frozen("mean", 500), ...other }])).toEqual([25, 75]);
  });
});
