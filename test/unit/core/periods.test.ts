import { createCalendar } from "../../../src/core/metrics/periods";

const { innerPeriods, isLabelOf, labelWithin, holds } = createCalendar();

test.each<[string, string, string | undefined]>([
  ["2026-Q4", "2026-10", "10"],
  ["2026Q4", "2026年10月", "10"],
  ["2026年第4季度", "2026-12", "12"],
  ["2026年第四季度", "202611", "11"],
  ["２０２６－Ｑ４", "2026/10", "10"],
  ["2026-Q4", "2026-09", undefined],
  ["2026-Q4", "2025-10", undefined],
  ["2026-Q4", "2026-Q4", undefined],
  ["2026-10", "2026-Q4", undefined],
  ["2026", "2026-10", "10"],
  ["2026年", "2026-9", "9"],
  ["2026年度", "2026Q3", "Q3"],
  ["2026", "2026-H2", "H2"],
  ["2026-H2", "2026年第三季度", "Q3"],
  ["2026年下半年", "2026-07", "7"],
  ["2026-H1", "2026-07", undefined],
  ["2026-Q1", "2026-H1", undefined],
  ["2026", "2026年", undefined],
  ["2026-10", "2026-10 定期", "定期"],
  ["2026年10月", "2026-10（定期）", "定期"],
  ["2026-10", "2026-10-15", "15"],
  ["2026-1", "2026-10 定期", undefined],
  ["2026-10 定期", "2026-10", undefined],
  ["2026-Q4", "2026-10 定期", "10 定期"],
  ["2026 定期", "2026-10 定期", "10"],
  ["2026 定期", "2026-10 随机", undefined],
  ["2026", "2026-W40", "W40"],
  ["2026-Q4", "2026-W40", "W40"],
  ["2026-Q3", "2026-W40", undefined],
  ["2026-09", "2026-W40", undefined],
  ["2026-Q4", "2026-13", undefined],
  ["autumn", "2026-10", undefined],
  ["2026", "October", undefined],
  ["", "", undefined],
])("within %s the period %s is called %s", (outer, inner, label) => {
  expect(labelWithin(outer, inner)).toBe(label);
  expect(holds(outer, inner)).toBe(label !== undefined);
});

test.each<[string, string, string, boolean]>([
  ["10", "2026-Q4", "2026-10", true],
  ["10月", "2026-Q4", "2026-10", true],
  ["09", "2026-Q3", "2026-9", true],
  ["2026年10月", "2026-Q4", "2026-10", true],
  ["46296", "2026-Q4", "2026-10", true],
  ["第4季度", "2026", "2026-Q4", true],
  ["q4", "2026", "2026-Q4", true],
  ["下半年", "2026", "2026-H2", true],
  ["定期", "2026-10", "2026-10 定期", true],
  ["11", "2026-Q4", "2026-10", false],
  ["1", "2026-Q4", "2026-10", false],
  ["10", "2026-Q3", "2026-10", false],
  ["2025-10", "2026-Q4", "2026-10", false],
])("the label %s within %s means %s: %p", (label, outer, inner, expected) => {
  expect(isLabelOf(label, outer, inner)).toBe(expected);
});

test("a period is put together from the widest ones within it", () => {
  const periods = ["2026-12", "2026-10", "2026-Q4", "2026-09", "2026", "2026-10 定期"];
  expect(innerPeriods("2026", periods)).toEqual(["2026-Q4", "2026-09"]);
  expect(innerPeriods("2026-Q4", periods)).toEqual(["2026-12", "2026-10"]);
  expect(innerPeriods("2026-10", periods)).toEqual(["2026-10 定期"]);
  expect(innerPeriods("2026-12", periods)).toEqual([]);
});
