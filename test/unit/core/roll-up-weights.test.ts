import type { RawCell } from "../../../src/core/cell/cell";
import { explainEvaluation, scoreBook } from "../../../src/usecases";
import { STATUS_NAMES } from "../../../src/core/scoring/model/status";
import { bookFrom } from "../../support/book";

type Row = Readonly<Record<string, RawCell>>;

const MONTH: Row = { Rubric: "Month", Indicator: "Rate", Points: 100, Method: "linear", "Zero at": 0, "Full at": 100 };
const outer = (more: Row): Row => ({
  Rubric: "Outer",
  Indicator: "Rates",
  Points: 100,
  Method: "period",
  Metric: "Rate",
  "Zero at": 0,
  "Full at": 100,
  ...more,
});
const BY_N: readonly Row[] = [{ Setting: "roll-up weights", Value: "n" }];

const row = (id: string, Period: string, Rate: RawCell, n: RawCell = ""): Row => ({
  "Agent ID": id,
  Rubric: "Month",
  Period,
  Rate,
  "Rate n": n,
});

async function resultOf(rows: readonly Row[], more: Row = {}, settings: readonly Row[] = [], period = "2026-Q4") {
  const book = await bookFrom([MONTH, outer(more)], {
    Metrics: [...rows, { "Agent ID": "1", Rubric: "Outer", Period: period }],
    ...(settings.length > 0 ? { Settings: settings } : {}),
  });
  const { sets, findings } = scoreBook(book, { period });
  const set = sets[0];
  if (!set) throw new Error(findings.map(({ text }) => text.en.what).join(" | "));
  const [line] = explainEvaluation(book, set, 0, "en").lines;
  return {
    total: set.status[0] === 0 ? set.total[0]! : STATUS_NAMES[set.status[0]!]!,
    why: line!.why,
    codes: findings.map(({ code, severity }) => `${severity} ${code}`),
  };
}

const THREE = [row("1", "2026-10", 90, 100), row("1", "2026-11", 60, 300), row("1", "2026-12", 75, 0)];

describe("inner periods by their cases", () => {
  test.each<[what: string, rows: readonly Row[], more: Row, settings: readonly Row[], total: number | string]>([
    ["alike, unless stated", THREE, {}, [], 75],
    ["by n", THREE, {}, BY_N, 67.5],
    ["by n, in Chinese", THREE, {}, [{ Setting: "汇总权重", Value: "n" }], 67.5],
    ["of one rubric", THREE, {}, [{ ...BY_N[0], Rubric: "Outer" }], 67.5],
    ["totals have no cases and weigh alike", THREE, { Metric: "" }, BY_N, 75],
    ["without a column of cases alike", THREE.map(({ "Rate n": _, ...rest }) => rest), {}, BY_N, 75],
    ["a month that does not say its cases", [THREE[0]!, row("1", "2026-11", 60)], {}, BY_N, "pending"],
    ["a month without a value needs no cases", [THREE[0]!, row("1", "2026-11", "N/A")], {}, BY_N, 90],
    ["nothing rests on any case", [row("1", "2026-10", 90, 0)], {}, BY_N, "pending"],
  ])("%s", async (_what, rows, more, settings, total) => {
    expect(await resultOf(rows, more, settings)).toMatchObject({ total });
  });

  test("the explanation shows the weights", async () => {
    const { why } = await resultOf(THREE, {}, BY_N);
    expect(why).toContain("Mean of its periods (2026-10 90 x 100, 2026-11 60 x 300, 2026-12 75 x 0): 67.5.");
  });

  test("both weighings are told where they differ in a shown digit of a total", async () => {
    expect((await resultOf(THREE)).codes).toContain("info roll-up-weighings");
    expect((await resultOf(THREE, {}, BY_N)).codes).toContain("info roll-up-weighings");
    const alike = THREE.map((each) => ({ ...each, "Rate n": 100 }));
    expect((await resultOf(alike)).codes).not.toContain("info roll-up-weighings");
    const near = [row("1", "2026-10", 60.01, 101), row("1", "2026-11", 60, 100)];
    expect((await resultOf(near)).codes).not.toContain("info roll-up-weighings");
    expect(
      (
        await resultOf(
          THREE.map(({ "Rate n": _, ...rest }) => rest),
          {},
          BY_N,
        )
      ).codes,
    ).toContain("warning roll-up-weighings");
  });
});

describe("cells of inner periods", () => {
  test.each<[what: string, cell: RawCell, ifMissing: string, total: number | string]>([
    ["empty", "", "pending", "pending"],
    ["empty", "", "exclude", 85],
    ["empty", "", "zero", 56.67],
    ["empty", "", "full", 90],
    ["not applicable", "N/A", "zero", 85],
  ])("%s %p, If missing %s: that month alone", async (_what, cell, ifMissing, total) => {
    const rows = [row("1", "2026-10", 90), row("1", "2026-11", cell), row("1", "2026-12", 80)];
    expect(await resultOf(rows, { "If missing": ifMissing })).toMatchObject({ total });
  });

  test("what cannot be read makes the outer period wait, whatever If missing says", async () => {
    const rows = [row("1", "2026-10", 90), row("1", "2026-11", "oops"), row("1", "2026-12", 80)];
    for (const policy of ["pending", "exclude", "zero", "full"])
      expect(await resultOf(rows, { "If missing": policy })).toMatchObject({ total: "pending" });
  });

  test("where less is better, a hole that earns nothing has the value of zero at", async () => {
    const rows = [row("1", "2026-10", 20), row("2", "2026-11", 10), row("1", "2026-12", 40)];
    const more = { "Zero at": 100, "Full at": 0, "If missing": "zero" };
    expect(await resultOf(rows, more)).toMatchObject({ total: 46.67 });
  });
});

test("where an agent's quarter has a row, its months are left out; other agents' rows say nothing", async () => {
  const rows = [
    row("1", "2026-Q1", 90),
    row("1", "2026-01", 10),
    row("1", "2026-04", 60),
    row("1", "2026-05", 30),
    // Others have months where the first has a quarter, and a quarter where he has months.
    row("2", "2026-01", 50),
    row("2", "2026-Q2", 50),
  ];
  const { total, why } = await resultOf(rows, {}, [], "2026");
  expect(total).toBe(60);
  expect(why).toContain("2026-Q1 90, 2026-04 60, 2026-05 30");
  expect(why).not.toContain("2026-01");
});
