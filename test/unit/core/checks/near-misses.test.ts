import type { RawCell } from "../../../../src/core/cell/cell";
import { exampleOf, LINEAR, sourcesOf } from "../../../../src/core/checks/examples";
import { readSubject } from "../../../../src/core/checks/subject";
import { validate } from "../../../../src/core/checks/validate";

type Row = Readonly<Record<string, RawCell>>;

const said = (...args: Parameters<typeof exampleOf>): readonly string[] =>
  validate(readSubject(sourcesOf(exampleOf(...args)))).map(
    ({ code, at }) => `${code} ${at?.sheet} ${at?.row}:${at?.column}`,
  );

const RATE: Row = { Indicator: "Rate", Points: 100, Method: "linear", "Zero at": 0.8, "Full at": 0.98 };
const rates = (...values: readonly RawCell[]) => ({
  Metrics: values.map((Rate, k) => ({ "Agent ID": `a${k}`, Period: "2026-10", Rate })),
});

const LOST = "decimals-kept Metrics 0:2";
const IN_NO_DATA = [1, 1, 1, 0, 1, 1, 1, 1, 1, 1];

/** Beside what a check finds, what it must not take for it. */
test.each<[title: string, zeroAt: RawCell, fullAt: RawCell, values: readonly RawCell[], found: readonly string[]]>([
  ["rates that were rounded to whole numbers", 0.8, 0.98, IN_NO_DATA, [LOST]],
  ["a threshold at 0", 0, 0.98, IN_NO_DATA, []],
  ["a threshold at 1", 0.8, 1, IN_NO_DATA, []],
  ["a single value with decimals", 0.8, 0.98, [...IN_NO_DATA, 0.9], []],
  ["thresholds within a higher pair of whole numbers", 3.2, 3.8, IN_NO_DATA.map((each) => each + 3), [LOST]],
])("%s", (_title, zeroAt, fullAt, values, found) => {
  expect(
    said([{ ...RATE, "Zero at": zeroAt, "Full at": fullAt }], rates(...values)).filter((each) => each === LOST),
  ).toEqual(found);
});

test("a row without a rubric is read by the only rubric, but by none of two", () => {
  const wrong = (Rubric: string): Row => ({ "Agent ID": "1", Rubric, Period: "2026-10", Test: "lots" });
  const one = [LINEAR];
  const two = ["A", "B"].map((Rubric) => ({ Rubric, ...LINEAR }));
  const unreadable = (rubric: readonly Row[], row: Row): boolean =>
    said(rubric, { Metrics: [row] }).some((each) => each.startsWith("metric-is-number"));
  expect([unreadable(one, wrong("")), unreadable(two, wrong("A")), unreadable(two, wrong(""))]).toEqual([
    true,
    true,
    false,
  ]);
});

const GAP: readonly Row[] = [
  { Scale: "Steps", Grade: "B", From: "", To: 60, Share: 0 },
  { Scale: "Steps", Grade: "A", From: 70, To: "", Share: 1 },
];
const banded = (Indicator: string, Points: number): Row => ({ Indicator, Points, Method: "bands", Scale: "Steps" });

test("a faulty scale is told once, however many indicators use it, and has its mends without a column Ends", () => {
  const findings = validate(
    readSubject(sourcesOf(exampleOf([banded("One", 50), banded("Other", 50)], { Scales: GAP }))),
  ).filter(({ code }) => code === "no-interval-gap");
  expect(findings.map(({ fixes }) => fixes.map(({ label }) => label.en))).toEqual([
    ["Let A begin at 60", "Let B end at 70"],
  ]);
});

test.each<[title: string, id: RawCell, found: boolean]>([
  ["an agent of Metrics", "1", false],
  ["an agent of no row", "9", true],
  ["no agent, as in a row of Metrics that names none either", "", true],
])("a row of the ledger about %s", (_title, id, found) => {
  const rubric = [LINEAR, { Indicator: "Late", Points: "", Method: "deduct", "Per event": 1 }];
  const metrics = { Period: "2026-10", Test: 70 };
  const tables = {
    Metrics: [
      { "Agent ID": "1", ...metrics },
      { "Agent ID": "", ...metrics },
    ],
    Ledger: [{ Date: "2026-10-05", "Agent ID": id, Indicator: "Late", Count: 1 }],
  };
  expect(said(rubric, tables).some((each) => each.startsWith("event-is-counted"))).toBe(found);
});
