import { writeFileSync } from "node:fs";
import type { Formats } from "../../support/command";
import { command, workbookOf, workFolder } from "../../support/command";

const folder = workFolder();
afterAll(folder.remove);

type Cell = string | number;

interface Case {
  readonly metric?: string;
  readonly values: readonly Cell[];
  readonly zeroAt: Cell;
  readonly fullAt: Cell;
  readonly rule?: string;
  /** Formats of the data, and of the thresholds. */
  readonly format?: string;
  readonly ends?: string;
}

interface Found {
  readonly code: string;
  readonly severity: string;
  readonly fix: string | null;
}

/** Totals of the agents of a workbook with one line of 100 points, and the findings that are no infos. */
async function read(of: Case) {
  const { metric = "AHT", values, zeroAt, fullAt, rule = "", format = "General", ends = "General" } = of;
  const formats: Formats = { Metrics: { [metric]: format }, Rubric: { "Zero at": ends, "Full at": ends } };
  const tables = {
    Rubric: [
      ["Indicator", "Points", "Method", "Zero at", "Full at", "Rule"],
      [metric, 100, "linear", zeroAt, fullAt, rule],
    ],
    Metrics: [["Agent ID", "Period", metric], ...values.map((value, index) => [`A${index + 1}`, "2026-10", value])],
  };
  const book = folder.file("book.xlsx");
  writeFileSync(book, workbookOf(tables, formats));
  const { out } = await command(["score", book, "--out", folder.file("scored.xlsx"), "--json"]);
  const { evaluations, findings } = JSON.parse(out) as {
    readonly evaluations?: readonly {
      readonly total: number | null;
      readonly indicators: Readonly<Record<string, { readonly value: number | null; readonly why: string }>>;
    }[];
    readonly findings: readonly Found[];
  };
  return {
    totals: evaluations?.map(({ total }) => total) ?? [],
    values: evaluations?.map(({ indicators }) => Object.values(indicators)[0]!.value) ?? [],
    why: Object.values(evaluations?.[0]?.indicators ?? {})[0]?.why ?? "",
    findings: findings.filter(({ severity }) => severity !== "info").map(({ code, severity }) => `${severity} ${code}`),
  };
}

const DAY = 86_400;
const TIMES = [205 / DAY, 295 / DAY];
const BOTH = [79.17, 4.17];

test.each<[string, Case, readonly (number | null)[], readonly string[]]>([
  [
    "times beside bare numbers are asked about",
    { values: TIMES, format: "[m]:ss", zeroAt: 300, fullAt: 180 },
    [],
    ["error time-unit-stated"],
  ],
  [
    "a unit in the header",
    { metric: "AHT (sec)", values: TIMES, format: "[m]:ss", zeroAt: 300, fullAt: 180 },
    BOTH,
    [],
  ],
  [
    "a unit in the rule",
    { values: TIMES, format: "m:ss", zeroAt: 5, fullAt: 3, rule: "3 min or less full, 5 min zero" },
    BOTH,
    [],
  ],
  [
    "a Chinese unit in the header",
    { metric: "处理时长（分钟）", values: TIMES, format: "[m]:ss", zeroAt: 5, fullAt: 3 },
    BOTH,
    [],
  ],
  [
    "times on both sides",
    { values: TIMES, format: "[m]:ss", zeroAt: 300 / DAY, fullAt: 180 / DAY, ends: "[m]:ss" },
    BOTH,
    [],
  ],
  ["texts on both sides", { values: ["3:25", "00:04:55"], zeroAt: "5:00", fullAt: "3 min" }, BOTH, []],
  ["Chinese texts", { values: ["3分25秒", "4分55秒"], zeroAt: "5分钟", fullAt: "180秒" }, BOTH, []],
  [
    "thresholds in a format with a unit",
    { values: TIMES, format: "mm:ss", zeroAt: 300, fullAt: 180, ends: '0"秒"' },
    BOTH,
    [],
  ],
  [
    "seconds in the data, times as thresholds",
    { metric: "AHT (sec)", values: [205, 295], zeroAt: "5:00", fullAt: "3:00" },
    BOTH,
    [],
  ],
  [
    "bare data, times as thresholds",
    { values: [205, 295], zeroAt: "5:00", fullAt: "3:00" },
    [],
    ["error time-unit-stated"],
  ],
  [
    "hours and minutes that were meant as minutes and seconds",
    { values: [12300 / DAY, 17700 / DAY], format: "h:mm", zeroAt: 300 / DAY, fullAt: 180 / DAY, ends: "[m]:ss" },
    [],
    ["error same-time-unit-as-data"],
  ],
  ["minutes against seconds", { values: [3.4, 4.9], zeroAt: 300, fullAt: 180 }, [], ["error same-time-unit-as-data"]],
  [
    "parts of a day without their format",
    { values: TIMES, zeroAt: 300, fullAt: 180 },
    [],
    ["error same-time-unit-as-data"],
  ],
  [
    "a time and bare numbers in one column",
    { values: ["3:25", "4:55", 205], zeroAt: "5:00", fullAt: "3:00" },
    [...BOTH, null],
    ["warning metric-is-number"],
  ],
  [
    "a decimal comma",
    { metric: "FCR", values: ["0,912", 0.985, 0.95], zeroAt: 0.9, fullAt: 0.99 },
    [null, 94.44, 55.56],
    ["warning metric-is-number"],
  ],
  [
    "a column with decimal commas is one question",
    { metric: "FCR", values: ["0,912", "0,985"], zeroAt: 0.9, fullAt: 0.99 },
    [],
    ["error metric-is-number"],
  ],
  [
    "a threshold with a decimal comma",
    { metric: "FCR", values: [0.95], zeroAt: "0,900", fullAt: 0.99 },
    [],
    ["error number-in-number-cell"],
  ],
  [
    "thousands among numbers of that size",
    { metric: "Sales", values: ["1,500", 1200, 1900], zeroAt: 1000, fullAt: 2000 },
    [50, 20, 90],
    [],
  ],
  [
    "thousands among small numbers",
    { metric: "Score", values: ["60,250", 70.5, 82], zeroAt: 0, fullAt: 100 },
    [null, 70.5, 82],
    ["warning metric-is-number"],
  ],
  ["per mille", { metric: "Errors", values: ["3‰", "1‰"], zeroAt: "5‰", fullAt: "1‰" }, [50, 100], []],
  [
    "half a column in per cent",
    { metric: "CSAT", values: [0.95, 92, 0.91, 97], zeroAt: 0.9, fullAt: 0.99 },
    [55.56, 100, 11.11, 100],
    ["warning one-unit-per-metric"],
  ],
])("%s", async (_, of, totals, findings) => {
  const found = await read(of);
  expect(found.findings).toEqual(findings);
  expect(found.totals).toEqual(totals);
});

test("a duration is shown as its column is, and its value is seconds", async () => {
  const { why, values } = await read({
    metric: "AHT (sec)",
    values: TIMES,
    format: "[m]:ss",
    zeroAt: 300,
    fullAt: 180,
  });
  expect(values).toEqual([205, 295]);
  expect(why).toContain("3:25");
  expect(why).toContain("5:00");
});
