import { listRows } from "../../../../src/core/cell/packed";
import type { RawCell } from "../../../../src/core/cell/cell";
import { exampleOf, sourcesOf } from "../../../../src/core/checks/examples";
import type { Fix } from "../../../../src/core/checks/finding";
import { readSubject } from "../../../../src/core/checks/subject";
import { validate } from "../../../../src/core/checks/validate";

const SCALED = { Indicator: "Test", Points: 100, Method: "bands", Scale: "Steps" };
const TOTAL = [{ Indicator: "All", Points: 100, Method: "manual" }];

type Interval = readonly [from: RawCell, to: RawCell, ends: string, share: RawCell];

function sourcesFor(scale: "Steps" | "Total", rows: readonly Interval[]) {
  const Scales = rows.map(([From, To, Ends, Share], index) => ({
    Scale: scale,
    Grade: "CBA"[index] ?? "D",
    From,
    To,
    Ends,
    Share: scale === "Total" ? "" : Share,
  }));
  return sourcesOf(exampleOf(scale === "Total" ? TOTAL : [SCALED], { Scales }));
}

/** Each label, with From, To and Ends of the touched rows after the fix. */
function choices(scale: "Steps" | "Total", rows: readonly Interval[]): readonly string[] {
  const [finding, ...others] = validate(readSubject(sourcesFor(scale, rows)));
  expect(others).toEqual([]);
  return finding!.fixes.map((fix) => {
    const sources = sourcesFor(scale, rows).map((source) => ({
      ...source,
      values: listRows(source.values).map((row) => [...row]),
    }));
    const values = sources.find(({ name }) => name === "Scales")!.values;
    for (const { row, column, value } of fix.edits) values[row]![column] = value;
    expect(validate(readSubject(sources))).toEqual([]);
    return `${fix.label.en}: ${values
      .slice(1)
      .map(([, , from, to, ends]) => `${from}..${to} ${ends}`)
      .join(" | ")}`;
  });
}

test.each<[string, "Steps" | "Total", readonly Interval[], readonly string[]]>([
  [
    "a gap of a scale",
    "Steps",
    [
      ["", 60, "[)", 0],
      [70, "", "[)", 1],
    ],
    ["Let B begin at 60: ..60 [) | 60.. [)", "Let C end at 70: ..70 [) | 70.. [)"],
  ],
  [
    "a gap between grades of totals",
    "Total",
    [
      ["", 79, "[]", ""],
      [80, 100, "[]", ""],
    ],
    ["Let C end at 80: ..80 [) | 80..100 []", "Let B begin at 79: ..79 [) | 79..100 []"],
  ],
  [
    "an overlap",
    "Steps",
    [
      ["", 70, "[)", 0],
      [60, "", "[)", 1],
    ],
    ["Let C end at 60: ..60 [) | 60.. [)", "Let B begin at 70: ..70 [) | 70.. [)"],
  ],
  [
    "a bound that both claim",
    "Steps",
    [
      ["", 60, "(]", 0],
      [60, "", "[)", 1],
    ],
    ["Let it belong to B: ..60 () | 60.. [)", "Let it belong to C: ..60 (] | 60.. ()"],
  ],
  [
    "a bound that both refuse",
    "Steps",
    [
      ["", 60, "()", 0],
      [60, "", "()", 1],
    ],
    ["Let it belong to B: ..60 () | 60.. [)", "Let it belong to C: ..60 (] | 60.. ()"],
  ],
])("%s can be mended either way", (_title, scale, rows, expected) => {
  expect(choices(scale, rows)).toEqual(expected);
});

test("a fix knows what its cells held, and one of very many cells is not offered", () => {
  const tables = exampleOf([{ ...SCALED, Method: "linear", Scale: "", "Zero at": 0, "Full at": 100 }], {
    Metrics: Array.from({ length: 3 }, (_, agent) => ({
      "Agent ID": `A${agent}`,
      Period: "2026-10",
      Test: `${50 + agent}`,
    })),
  });
  const [finding] = validate(readSubject(sourcesOf(tables)));
  const [fix] = finding!.fixes as readonly [Fix];
  expect(fix.edits.map(({ value, expected }) => [value, expected])).toEqual([
    [50, "50"],
    [51, "51"],
    [52, "52"],
  ]);
});
