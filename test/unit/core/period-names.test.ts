import { canonicalName, createCalendar } from "../../../src/core/metrics/periods";
import { readName } from "../../../src/core/cell/period-name";

const { read: onlyReading } = createCalendar();

const nameOf = (text: string) => {
  const reading = onlyReading(text);
  return reading && (canonicalName(reading) ?? `${reading.unit} ${reading.part}`);
};

test.each<[string, readonly string[]]>([
  [
    "2026-10",
    [
      "2026/10",
      "2026.10",
      "202610",
      "2026年10月",
      "2026年10月份",
      "2026 年 10 月",
      "2026年十月",
      "２０２６－１０",
      "Oct-26",
      "Oct 26",
      "Oct '26",
      "oct-2026",
      "October 2026",
      "OCTOBER, 2026",
      "Oct. 2026",
      "2026 Oct",
      "2026-Oct",
      "10/2026",
      "10-2026",
      "10.2026",
      "26-10",
      "10/26",
      "26年10月",
      "2026-M10",
      "2026–10",
    ],
  ],
  ["2026-09", ["2026-9", "2026/9", "Sep-26", "Sept 2026", "September 2026", "9/2026", "2026年9月", "202609", "26-9"]],
  [
    "2026-Q4",
    ["Q4 2026", "2026Q4", "Q4-26", "4Q26", "4Q 2026", "2026 q4", "2026年第四季度", "2026年4季度", "2026年Q4"],
  ],
  ["2026-Q3", ["2026年第三季度", "2026年三季度", "第三季度 2026", "Quarter 3 2026", "third quarter of 2026", "26Q3"]],
  ["2026-H1", ["H1 2026", "2026H1", "1H 2026", "1H26", "2026年上半年", "2026上半年", "first half of 2026"]],
  ["2026-H2", ["2026年下半年", "H2-26"]],
  ["2026-W40", ["2026W40", "W40 2026", "Week 40 2026", "week 40, 2026", "2026年第40周", "2026年第40週", "WK40/2026"]],
  ["2026", ["2026年", "2026年度", "2026全年", "FY2026", "FY26", "FY 2026", "2026财年", "FY2026-27", "FY2026/2027"]],
  ["2026-Q1", ["FY2026 Q1", "Q1 FY2026", "Q1 FY26", "2026财年第一季度"]],
  [
    "2026-10-15",
    [
      "2026/10/15",
      "2026.10.15",
      "20261015",
      "2026年10月15日",
      "15 Oct 2026",
      "15th October 2026",
      "October 15, 2026",
      "15-Oct-26",
      "10/15/2026",
      "15/10/2026",
      "15.10.2026",
      "2026-10-15 14:30",
      "2026-10-15T00:00:00.000Z",
    ],
  ],
  ["2026-10 定期", ["2026年10月（定期）", "2026-10 定期", "202610 定期"]],
  ["month 10", ["10月", "10月份", "十月", "Oct", "October", "10", "M10"]],
  ["quarter 3", ["Q3", "第三季度", "三季度"]],
  ["half 1", ["上半年", "H1", "1H"]],
  ["week 40", ["W40", "第40周"]],
])("%s is written in many ways", (name, spellings) => {
  expect(spellings.map((text) => [text, nameOf(text)])).toEqual(spellings.map((text) => [text, name]));
});

test.each([
  "",
  "autumn",
  "Batch A",
  "2026-13",
  "13/2026",
  "2026-W54",
  "2025-W53",
  "2026-Q5",
  "2026-12~2027-02",
  "Oct-Dec 2026",
  "2026年10-12月",
  "Apr 2026 to Mar 2027",
  "2026-10, 2026-11",
  "1-3月",
  "10",
])("the name %p says no period of a year", (text) => expect(onlyReading(text)?.year).toBeUndefined());

test.each<[string, readonly string[]]>([
  ["05/10/2026", ["2026-10-05", "2026-05-10"]],
  ["10-11", ["2010-11", "2011-10"]],
  ["05/10/26", ["2005-10-26", "2026-10-05", "2026-05-10"]],
])("the figures of %s may stand in several orders", (text, readings) => {
  expect(onlyReading(text)).toBeUndefined();
  expect(readName(text).map((reading) => canonicalName(reading))).toEqual(readings);
});

test.each(["2026-09-31", "31 Sept 2026", "2026年2月30日", "29/02/2026"])("the day %s does not exist", (text) => {
  expect(readName(text)).toHaveLength(1);
  expect(readName(text)[0]!.exists).toBe(false);
  expect(onlyReading(text)).toBeUndefined();
});
