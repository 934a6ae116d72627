import { countedPoints } from "../../../src/core/scoring/total/shift";
import type { RawCell } from "../../../src/core/cell/cell";
import { STATUS_NAMES } from "../../../src/core/scoring/model/status";
import { bookFrom, scoreOnly } from "../../support/book";

type Row = Readonly<Record<string, RawCell>>;

const manual = (name: string, points: RawCell, section: string, more: Row = {}): Row => ({
  Section: section,
  Indicator: name,
  Points: points,
  Method: "manual",
  ...more,
});

/** Scores one agent with these values and returns the result. */
async function score(rubric: readonly Row[], values: Row, settings: readonly Row[] = []) {
  const agent = { "Agent ID": "1", Period: "2026-10", ...values };
  const book = await bookFrom(rubric, { Metrics: [agent], ...(settings.length > 0 ? { Settings: settings } : {}) });
  const set = scoreOnly(book);
  return {
    status: STATUS_NAMES[set.status[0]!],
    total: set.total[0]!,
    exact: set.totalExact[0]!,
    ungated: set.totalWithoutCritical[0]!,
    sections: set.sections.map((section) => section[0]!),
    counted: set.indicators.map((_, index) => countedPoints(set, index, 0)),
    deductions: set.deductions[0]!,
    bonuses: set.bonuses[0]!,
    rank: set.rank[0]!,
  };
}

const ABC = (policy: string): readonly Row[] => [
  manual("A", 40, "S", { "If missing": policy }),
  manual("B", 30, "S", { "If missing": policy }),
  manual("C", 30, "S", { "If missing": policy }),
];

describe("what is missing or does not apply", () => {
  // 40/30/30 without one 30: in proportion 57.1/42.9, in equal shares 55/45 - the two published policies.
  test.each<[string, string, RawCell, number, readonly number[]]>([
    ["a blank, exclude", "exclude", "", 100 * (40 / 70), [100 * (40 / 70), 0, 0]],
    ["a blank, share", "share", "", 55, [55, 0, 0]],
    ["a blank, zero", "zero", "", 40, [40, 0, 0]],
    ["a blank, full", "full", "", 70, [40, 0, 30]],
    ["N/A always leaves, in proportion", "zero", "N/A", 100 * (40 / 70), [100 * (40 / 70), 0, 0]],
    ["N/A always leaves, in equal shares where share is stated", "share", "不适用", 55, [55, 0, 0]],
    ["N/A never makes pending", "pending", "-", 100 * (40 / 70), [100 * (40 / 70), 0, 0]],
  ])("%s", async (_title, policy, cell, exact, counted) => {
    const result = await score(ABC(policy), { A: 40, B: 0, C: cell });
    expect(result.status).toBe("scored");
    expect(result.exact).toBeCloseTo(exact, 10);
    result.counted.forEach((points, index) => expect(points).toBeCloseTo(counted[index]!, 10));
    expect(result.counted.reduce((a, b) => a + b, 0)).toBeCloseTo(result.exact, 10);
  });

  test("a blank is pending by default, and 0 is 0", async () => {
    expect(await score(ABC(""), { A: 40, B: 30, C: "" })).toMatchObject({ status: "pending", rank: 0 });
    expect(await score(ABC(""), { A: 40, B: 30, C: 0 })).toMatchObject({ status: "scored", total: 70, rank: 1 });
  });

  test("text fails the evaluation and never becomes 0", async () => {
    expect(await score(ABC("exclude"), { A: 40, B: 30, C: "good" })).toMatchObject({ status: "failed", rank: 0 });
    expect(await score(ABC("exclude"), { A: 40, B: 30, C: "#DIV/0!" })).toMatchObject({ status: "failed" });
    expect(await score(ABC("exclude"), { A: 41, B: 30, C: 30 })).toMatchObject({ status: "failed" });
  });

  test("where nothing is left, nothing is scored: neither 0 nor 100", async () => {
    expect(await score(ABC("exclude"), { A: "N/A", B: "", C: "N/A" })).toMatchObject({ status: "pending" });
  });

  test("a share with no heir in its section goes to all in proportion", async () => {
    const rubric = [manual("A", 40, "S"), manual("B", 30, "T", { "If missing": "share" }), manual("C", 30, "U")];
    const result = await score(rubric, { A: 40, B: "N/A", C: 15 });
    expect(result.exact).toBeCloseTo((55 * 100) / 70, 10);
  });

  test("below the stated coverage a total is pending", async () => {
    const settings = [{ Setting: "Coverage", Value: 0.8 }];
    expect(await score(ABC("exclude"), { A: 40, B: 30, C: "" }, settings)).toMatchObject({ status: "pending" });
    expect(await score(ABC("exclude"), { A: 40, B: 30, C: "" }, [{ Setting: "覆盖率", Value: 0.7 }])).toMatchObject({
      total: 100,
    });
  });

  test("coverage is compared on the digits that people write: 0.55 x 100 is 55", async () => {
    const rubric = [manual("A", 55, "S"), manual("B", 45, "S", { "If missing": "exclude" })];
    const settings = [{ Setting: "Coverage", Value: 0.55 }];
    expect(await score(rubric, { A: 55, B: "" }, settings)).toMatchObject({ status: "scored", total: 100 });
  });

  test("only earned points are scaled, never deductions or bonuses", async () => {
    const rubric = [
      ...ABC("exclude"),
      { Section: "X", Indicator: "Late", Points: "", Method: "deduct", "Per event": 2, "If missing": "zero" },
    ];
    const result = await score(rubric, { A: 20, B: 15, C: "", Late: 3 });
    expect(result).toMatchObject({ total: 44, deductions: -6 });
    expect(await score(rubric, { A: 20, B: 15, C: 15, Late: "N/A" })).toMatchObject({ total: 50, deductions: 0 });
    expect(await score(rubric, { A: 20, B: 15, C: 15, Late: "" })).toMatchObject({ total: 50, deductions: 0 });
  });
});

describe("bounds of the total", () => {
  const rubric = [
    manual("A", 100, "S"),
    { Section: "X", Indicator: "Praise", Points: "", Method: "bonus", "Per event": 5 },
    { Section: "X", Indicator: "Late", Points: "", Method: "deduct", "Per event": 10 },
  ];

  test("a bonus above the full score counts only where the rubric says so", async () => {
    expect(await score(rubric, { A: 98, Praise: 1, Late: 0 })).toMatchObject({ total: 100, bonuses: 5 });
    expect(
      await score(rubric, { A: 98, Praise: 1, Late: 0 }, [{ Setting: "Highest total", Value: 110 }]),
    ).toMatchObject({ total: 103 });
  });

  test("deductions stop at the lowest total", async () => {
    expect(await score(rubric, { A: 15, Praise: 0, Late: 2 })).toMatchObject({ total: 0, deductions: -20 });
    expect(await score(rubric, { A: 15, Praise: 0, Late: 2 }, [{ Setting: "最低总分", Value: -50 }])).toMatchObject({
      total: -5,
    });
  });

  test("decimals are settable, and rounding happens once", async () => {
    const thirds = [manual("A", 33.335, "S"), manual("B", 33.335, "S"), manual("C", 33.33, "S")];
    expect(await score(thirds, { A: 0.335, B: 0.335, C: 0.335 })).toMatchObject({ total: 1.01 });
    expect(await score(thirds, { A: 0.335, B: 0.335, C: 0.335 }, [{ Setting: "Decimals", Value: 0 }])).toMatchObject({
      total: 1,
    });
  });
});

describe("critical items", () => {
  const rubric = (critical: string, failAt: RawCell = ""): readonly Row[] => [
    manual("A", 40, "S", { Critical: critical, "Fail at": failAt }),
    manual("B", 30, "S"),
    manual("C", 30, "T"),
  ];

  test.each<[string, RawCell, number, number, number]>([
    ["zero", "", 0, 0, 60],
    ["section", "", 0, 30, 60],
    ["cap 50", "", 0, 50, 60],
    ["zero", "", 1, 61, 61],
    ["cap 50", 10, 10, 50, 70],
    ["cap 50", 10, 11, 71, 71],
  ])("%s, fail at %p, given %p: total %p, without it %p", async (critical, failAt, given, total, ungated) => {
    expect(await score(rubric(critical, failAt), { A: given, B: 30, C: 30 })).toMatchObject({ total, ungated });
  });

  test("a deduction item fails past its count, and a value that is not there fails nobody", async () => {
    const withLate = [
      manual("A", 100, "S"),
      {
        Section: "X",
        Indicator: "Late",
        Points: "",
        Method: "deduct",
        "Per event": 1,
        Critical: "zero",
        "Fail at": 3,
        "If missing": "zero",
      },
    ];
    expect(await score(withLate, { A: 90, Late: 2 })).toMatchObject({ total: 88 });
    expect(await score(withLate, { A: 90, Late: 3 })).toMatchObject({ total: 0, ungated: 87 });
    expect(await score(withLate, { A: 90, Late: "" })).toMatchObject({ total: 90 });
  });
});
