import type { RawCell } from "../../../src/core/cell/cell";
import { scoreBook } from "../../../src/usecases";
import { bookFrom } from "../../support/book";

type Row = Readonly<Record<string, RawCell>>;

async function score(
  rubric: readonly Row[],
  metrics: readonly Row[],
  more: Readonly<Record<string, readonly Row[]>> = {},
) {
  const Metrics = metrics.map((row, k) => ({ "Agent ID": String(k + 1), Period: "2026-10", ...row }));
  const { sets, findings } = scoreBook(await bookFrom(rubric, { Metrics, ...more }));
  if (!sets[0]) throw new Error(findings.map(({ text }) => text.en.what).join(" | "));
  return sets[0];
}

const ONE = { Indicator: "Rate", Points: 100 };
// 0.1 + 0.2 and (0.94 + 0.95 + 0.96) / 3 miss 0.3 and 0.95 in their last bit.
const THIRD = 0.1 + 0.2;
const MEAN = (0.94 + 0.95 + 0.96) / 3;

test.each<[what: string, rubric: Row, values: readonly number[], totals: readonly number[]]>([
  ["pass at 0.95", { Method: "pass-fail", "Full at": 0.95 }, [MEAN, 0.95, 0.94999999999], [100, 100, 0]],
  [
    "pass at 0.3 or less",
    { Method: "pass-fail", "Full at": 0.3, "Zero at": 0.4 },
    [THIRD, 0.3, 0.30000000001],
    [100, 100, 0],
  ],
  ["rated up to 0.3", { Method: "rating", "Full at": 0.3 }, [THIRD, 0.3, 0.15], [100, 100, 50]],
  [
    "fail at 0.3",
    { Method: "linear", "Zero at": 0, "Full at": 0.5, Critical: "zero", "Fail at": 0.3 },
    [THIRD, 0.3, 0.4],
    [0, 0, 80],
  ],
])("%s", async (_what, rubric, values, totals) => {
  const set = await score(
    [{ ...ONE, ...rubric }],
    values.map((Rate) => ({ Rate })),
  );
  expect([...set.total]).toEqual(totals);
});

test("an interval holds what Excel takes for its bound, its neighbour does not", async () => {
  const Scales = [
    { Scale: "Rate", From: "", To: 0.3, Points: 0, Ends: "()" },
    { Scale: "Rate", From: 0.3, To: "", Points: 100, Ends: "[)" },
  ];
  const set = await score(
    [{ ...ONE, Method: "bands", Scale: "Rate" }],
    [{ Rate: 0.1 * 3 }, { Rate: 0.3 }, { Rate: 0.3 - 2 ** -54 }, { Rate: 0.2999 }],
    { Scales },
  );
  expect([...set.total]).toEqual([100, 100, 100, 0]);
});

// Points with one decimal; only the second indicator applies. What is re-weighted stays on the decimal edge.
test.each<[rounding: string, decimals: number, points: readonly number[], value: number, total: number]>([
  ["half away from zero", 2, [46.3, 8.3, 45.4], 89.995, 90],
  ["half away from zero", 2, [46.3, 8.3, 45.4], 89.9949, 89.99],
  ["down", 2, [46.3, 8.3, 45.4], 90, 90],
  ["down", 2, [46.3, 8.3, 45.4], 100, 100],
  ["down", 0, [46.3, 8.3, 45.4], 80, 80],
  ["up", 0, [26, 5.1, 26.4, 16.6, 25.9], 90, 90],
])("rounded %s to %i decimals, points %j, %p is %p", async (Value, decimals, points, value, total) => {
  const names = points.map((_, k) => `I${k + 1}`);
  const rubric = names.map((Indicator, k) => ({
    Indicator,
    Points: points[k]!,
    Method: "linear",
    "Zero at": 0,
    "Full at": 100,
  }));
  const cells = Object.fromEntries(names.map((name, k) => [name, k === 1 ? value : "N/A"]));
  const Settings = [
    { Setting: "Rounding", Value },
    { Setting: "Decimals", Value: decimals },
  ];
  expect((await score(rubric, [cells], { Settings })).total[0]).toBe(total);
});

describe("peers", () => {
  const PEER = { ...ONE, Method: "peer", "Zero at": -0.2, "Full at": 0.2 };
  const rates = (...values: readonly RawCell[]) => values.map((Rate) => ({ Rate }));
  test.each<[what: string, values: readonly RawCell[], totals: readonly (number | undefined)[]]>([
    ["all the same", [7, 7, 7], [50, 50, 50]],
    ["nobody has any", [0, 0, 0], [50, 50, 50]],
    // The indicator is all there is, so nobody can be judged.
    ["the mean is 0 and they differ", [-10, 10, 0], [undefined, undefined, undefined]],
  ])("%s", async (_what, values, totals) => {
    const set = await score([PEER], rates(...values));
    expect([...set.total].map((total, k) => (set.status[k] === 0 ? total : undefined))).toEqual(totals);
    expect([...set.status]).not.toContain(3);
  });

  test.each<[values: readonly number[], places: readonly number[]]>([
    [
      [10, 10, 10, 10],
      [50, 50, 50, 50],
    ],
    [
      [1, 2, 3, 4, 5],
      [0, 25, 50, 75, 100],
    ],
    [
      [1, 2, 2, 5],
      [0, 50, 50, 100],
    ],
  ])("percentile of %j", async (values, places) => {
    const Settings = [{ Setting: "Peer statistic", Value: "percentile" }];
    const set = await score([{ ...PEER, "Zero at": 0, "Full at": 1 }], rates(...values), { Settings });
    expect([...set.total]).toEqual(places);
  });

  test("in too small a group the indicator applies to nobody, with or without a value", async () => {
    const rubric = [
      { ...PEER, Points: 40 },
      { Indicator: "Work", Points: 60, Method: "manual" },
    ];
    const Settings = [{ Setting: "Minimum group size", Value: 3 }];
    const set = await score(
      rubric,
      [
        { Rate: 5, Work: 30 },
        { Rate: "", Work: 60 },
      ],
      { Settings },
    );
    expect([...set.total]).toEqual([50, 100]);
  });
});

/** A repeatable sequence of whole numbers, each from 0 to below its bound. */
function whole(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

// Sums lose digits where deductions take nearly all away. The expected totals come from whole numbers.
test.each<[rounding: string, hundredths: (tenThousandths: number) => number]>([
  ["half away from zero", (exact) => Math.floor((exact + 50) / 100)],
  ["down", (exact) => Math.floor(exact / 100)],
  ["up", (exact) => Math.ceil(exact / 100)],
])("totals after deductions lie where decimal arithmetic has them, rounded %s", async (Value, hundredths) => {
  const next = whole(12);
  const tenths = [95, 183, 246, 157, 319];
  const rubric = [
    ...tenths.map((points, k) => ({
      Indicator: `I${k}`,
      Points: points / 10,
      Method: "linear",
      "Zero at": 0,
      "Full at": 1,
    })),
    { Indicator: "Errors", Points: 0, Method: "deduct", "Per event": 0.29 },
    { Indicator: "Slips", Points: 0, Method: "deduct", "Per event": 3.45 },
  ];
  const agents = Array.from({ length: 20_000 }, () => ({
    shares: tenths.map(() => next(1001)),
    errors: next(10),
    slips: next(20),
  }));
  const cells = agents.map(({ shares, errors, slips }) => ({
    ...Object.fromEntries(shares.map((share, k) => [`I${k}`, share / 1000])),
    Errors: errors,
    Slips: slips,
  }));
  const exact = agents.map(({ shares, errors, slips }) =>
    Math.max(0, shares.reduce((sum, share, k) => sum + tenths[k]! * share, 0) - errors * 2900 - slips * 34_500),
  );
  const { total } = await score(rubric, cells, { Settings: [{ Setting: "Rounding", Value }] });
  const wrong = agents.flatMap((agent, k) =>
    total[k] === hundredths(exact[k]!) / 100 ? [] : [{ ...agent, total: total[k] }],
  );
  expect(wrong).toEqual([]);
  expect(exact.filter((each) => each % 100 === 50).length).toBeGreaterThan(100);
});
