import { writeMark } from "../../../src/core/evaluation/mark";
import { planEvaluation, scoreBook, type Book } from "../../../src/usecases";
import { bookFrom } from "../../support/book";

const LATE = { Indicator: "Late", Points: 20, Method: "deduct", "Per event": 5 };
const TEST = { Indicator: "Test", Points: 80, Method: "linear", "Zero at": 0, "Full at": 100 };
const LEDGER = ["2026-10-02", "2026-10-05", "2026-10-05"].map((Date) => ({ Date, "Agent ID": "1", Indicator: "Late" }));

const ALONE = { ...TEST, Points: 100 };

const bookWith = (periods: readonly (string | number)[], more: object = {}) =>
  bookFrom([TEST, LATE], {
    Metrics: periods.map((Period) => ({ "Agent ID": "1", Period, Test: 100 })),
    Ledger: LEDGER,
    ...more,
  });

test.each<[string | number, string]>([
  ["Oct-26", "2026-10"],
  ["October 2026", "2026-10"],
  ["10/2026", "2026-10"],
  ["26-10", "2026-10"],
  [202610, "2026-10"],
  [46296, "2026-10"],
  ["Q4 2026", "2026-Q4"],
  ["2026年第四季度", "2026-Q4"],
  ["下半年 2026", "2026-H2"],
  ["2026-W41", "2026-W41"],
  ["2026年", "2026"],
])("the events of the Ledger are counted in the period %p", async (written, period) => {
  const outcome = scoreBook(await bookWith([written]));
  expect(outcome.period).toBe(period);
  // 5 October lies in week 41, 2 October in week 40.
  expect(outcome.sets[0]!.total[0]).toBe(period === "2026-W41" ? 90 : 85);
});

test.each<[readonly (string | number)[], string]>([
  [["10/2026", "01/2027"], "2027-01"],
  [["Q4 2026", "Q1 2027"], "2027-Q1"],
  [["2026-Q3", "2026-10"], "2026-10"],
  [["September 2026", "October 2026"], "2026-10"],
  [[202612, "2027-01"], "2027-01"],
  [["2026/9", "2026-10"], "2026-10"],
  [["2026年12月", "2026-Q4"], "2026-Q4"],
])("of %j the newest is the default", async (periods, newest) => {
  expect(
    (await bookFrom([ALONE], { Metrics: periods.map((Period) => ({ "Agent ID": "1", Period, Test: 1 })) })).summary
      .periods[0],
  ).toBe(newest);
});

test("two spellings of one period are one", async () => {
  const book = await bookFrom([ALONE], {
    Metrics: ["2026/10", "Oct-26", "2026年10月", 46310].map((Period, at) => ({
      "Agent ID": String(at),
      Period,
      Test: 50,
    })),
  });
  expect(book.summary.periods).toEqual(["2026-10"]);
  const outcome = scoreBook(book);
  expect(outcome.findings).toEqual([]);
  expect(outcome.sets[0]!.count).toBe(4);
});

test.each<[readonly (string | number)[], string]>([
  [[2026.1], "two-readings error 2026-01, 2026-10"],
  [["10-11"], "two-readings error 2010-11, 2011-10"],
  [["05/10/2026"], "two-readings error 2026-10-05, 2026-05-10"],
  [["26-Oct"], "two-readings error 2026-10, 2026-10-26"],
  [[46321], "two-readings error 2026-10, 2026-10-26"],
  [["10月"], "no-year error "],
  [["autumn"], "unreadable error "],
  [["2026-12~2027-02"], "unreadable error "],
])("the period %j is asked about", async (periods, expected) => {
  const { findings, sets } = scoreBook(await bookWith(periods));
  const told = findings.filter(({ code }) => code === "period-is-read");
  expect(told.map(({ data, severity }) => `${data["problem"]} ${severity} ${data["readings"]}`)).toEqual([expected]);
  expect(told[0]!.fixes).toHaveLength(String(told[0]!.data["readings"]).split(", ").filter(Boolean).length);
  expect(sets).toEqual([]);
});

test.each<[readonly (string | number)[], readonly string[]]>([
  [
    ["13/10/2026", "05/10/2026"],
    ["2026-10-13", "2026-10-05"],
  ],
  [
    ["10/13/2026", "10/05/2026"],
    ["2026-10-13", "2026-10-05"],
  ],
  [
    ["26-10", "26-11"],
    ["2026-11", "2026-10"],
  ],
  [
    ["11-26", "12-26"],
    ["2026-12", "2026-11"],
  ],
  [
    ["2026年9月", "10月"],
    ["2026-10", "2026-09"],
  ],
  [
    ["2026年9月", "十月", 11],
    ["2026-11", "2026-10", "2026-09"],
  ],
])("the column %j is read as a whole", async (periods, read) => {
  const book = await bookFrom([ALONE], { Metrics: periods.map((Period) => ({ "Agent ID": "1", Period, Test: 1 })) });
  expect(book.summary.periods).toEqual(read);
  expect(scoreBook(book).findings).toEqual([]);
});

const MONTH = { Rubric: "Month", ...TEST, Points: 100 };
const OUTER = { Rubric: "Outer", Indicator: "Months", Points: 100, Method: "period", "Zero at": 0, "Full at": 100 };
const rollUp = (inner: readonly string[], outer: string, more: object = {}) =>
  bookFrom([MONTH, OUTER], {
    Metrics: [
      ...inner.map((Period, at) => ({ "Agent ID": "1", Rubric: "Month", Period, Test: 60 + 10 * at })),
      { "Agent ID": "1", Rubric: "Outer", Period: outer, Test: "" },
    ],
    ...more,
  });

test.each<[readonly string[], string, number]>([
  [["Oct-26", "2026/11", "12/2026"], "Q4 2026", 70],
  [["October 2026", "2026年11月"], "2026年第四季度", 65],
  [["2026-W40", "2026-W41"], "Oct 2026", 65],
  [["2026-W39", "2026-W40"], "2026年10月", 70],
  [["Q3 2026", "2026-Q4"], "H2 2026", 65],
  [["2026-10-15", "16 Oct 2026"], "2026-10", 65],
])("%j make up %s: %p", async (inner, outer, total) => {
  const outcome = scoreBook(await rollUp(inner, outer), { rubric: "Outer" });
  expect(outcome.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(outcome.sets[0]!.total[0]).toBe(total);
});

const FISCAL = { Settings: [{ Setting: "first month of the year", Value: 4 }] };

test.each<[readonly string[], string, number]>([
  [["2026-03", "2026-04", "2027-03"], "FY2026", 75],
  [["2026-03", "2026-04"], "Q1 2026", 70],
  [["2026-12", "2027-01"], "2026财年第四季度", 70],
])("with years that begin in April, %j make up %s: %p", async (inner, outer, total) => {
  const outcome = scoreBook(await rollUp(inner, outer, FISCAL), {
    rubric: "Outer",
    period: outer.startsWith("F") ? "2026" : outer.startsWith("Q") ? "2026-Q1" : "2026-Q4",
  });
  expect(outcome.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(outcome.sets[0]!.total[0]).toBe(total);
});

test("a fiscal year whose beginning nobody states is an error where months depend on it", async () => {
  const { findings } = scoreBook(await rollUp(["2026-04", "2027-03"], "FY2026"));
  expect(findings.map(({ code, severity, data }) => [code, severity, data["problem"]])).toContainEqual([
    "period-is-read",
    "error",
    "fiscal",
  ]);
});

test.each<[string, string]>([
  ["2026-10 定期", "2026-10"],
  ["A/B", "A-B"],
])("the sheet of %s is no sheet of %s", async (first, second) => {
  const rubric = [
    { Rubric: "定期", ...ALONE },
    { Rubric: "随机", ...ALONE },
  ];
  const Metrics = [first, second].map((Period) => ({ "Agent ID": "1", Rubric: "定期", Period, Test: 1 }));
  const book = await bookFrom(rubric, { Metrics });
  const plan = (of: Book, period: string, only?: string) =>
    planEvaluation(of, scoreBook(of, { period, rubric: only }), "en");
  const { sheet, mark } = plan(book, first);
  const filled = {
    ...book,
    snapshot: { ...book.snapshot, sheets: [{ name: sheet.name, visible: true, head: [writeMark(mark)] }] },
  };
  expect(plan(filled, first).sheet.name).toBe(sheet.name);
  const other = plan(filled, second, second === "2026-10" ? "定期" : undefined);
  expect(other.sheet.name).not.toBe(sheet.name);
  expect(other.exists).toBe(false);
});

const told = async (events: readonly object[], period?: string) => {
  const book = await bookFrom([TEST, LATE], {
    Metrics: [
      { "Agent ID": "0012", Period: "2026-08", Test: 100 },
      { "Agent ID": "0012", Period: "2026-10", Test: 100 },
      { "Agent ID": "7", Period: "2026-08", Test: 100 },
    ],
    Ledger: events.map((event) => ({ Date: "2026-10-05", "Agent ID": "0012", Indicator: "Late", ...event })),
  });
  return scoreBook(book, { period }).findings.map(({ severity, data }) => `${severity} ${data["problem"]}`);
};

test.each<[what: string, event: object, period: string | undefined, expected: readonly string[]]>([
  ["is counted", {}, undefined, []],
  ["finds no period between others", { Date: "2026-09-05" }, undefined, ["warning period"]],
  ["finds no period after the last", { Date: "2026-11-05" }, undefined, ["warning period"]],
  ["lies before the first period", { Date: "2026-07-31" }, undefined, ["info history"]],
  ["lies before the first period, of nobody", { Date: "2026-07-31", "Agent ID": "x" }, undefined, ["info history"]],
  ["finds no agent", { "Agent ID": "9" }, undefined, ["error agent"]],
  ["finds no agent, in a period that is not scored", { "Agent ID": "9" }, "2026-08", ["warning agent"]],
  ["finds the agent in another period only", { "Agent ID": "7" }, undefined, ["error agent-period"]],
  ["names an ID without its zeros", { "Agent ID": 12 }, undefined, ["error near-agent"]],
  ["finds no indicator", { Indicator: "Latte" }, undefined, ["error indicator"]],
  ["names what counts no events", { Indicator: "Test" }, undefined, ["error method"]],
  ["is of a day that does not exist", { Date: "2026-10-32" }, undefined, ["warning unreadable"]],
  ["is of 31 September", { Date: "31/09/2026" }, undefined, ["warning no-such-day"]],
  ["is counted in words", { Date: "2026年8月31日" }, "2026-08", []],
  ["has its day and month either way round", { Date: "10/11/2026" }, undefined, ["error two-readings"]],
])("an event that %s", async (_what, event, period, expected) => {
  expect(await told([event], period)).toEqual(expected);
});

test.each<[days: readonly string[], event: string, expected: readonly string[]]>([
  // The only day of its month may stand for the month; then the events of the month would be lost.
  [["2026-10-15"], "2026-10-02", ["error day"]],
  [["15 Oct 2026"], "2026-10-28", ["error day"]],
  [["2026-09-15", "2026-10-15"], "2026-10-02", ["error day"]],
  [["2026-10-15"], "2026-10-15", []],
  [["2026-10-15"], "2026-09-30", ["info history"]],
  // Days one by one.
  [["2026-10-14", "2026-10-15"], "2026-10-02", ["info history"]],
  [["2026-10-13", "2026-10-15"], "2026-10-14", ["warning period"]],
])("where the periods are the days %j, an event of %s", async (days, event, expected) => {
  const { findings } = scoreBook(
    await bookFrom([TEST, LATE], {
      Metrics: days.map((Period) => ({ "Agent ID": "1", Period, Test: 100 })),
      Ledger: [{ Date: event, "Agent ID": "1", Indicator: "Late" }],
    }),
  );
  expect(findings.map(({ severity, data }) => `${severity} ${data["problem"]}`)).toEqual(expected);
});

test("a day that does not exist, in the period that is scored, is an error", async () => {
  const rows = { Metrics: [{ "Agent ID": "1", Period: "2026-09", Test: 1 }] };
  const Ledger = [{ Date: "31 Sept 2026", "Agent ID": "1", Indicator: "Late" }];
  const { findings } = scoreBook(await bookFrom([TEST, LATE], { ...rows, Ledger }));
  expect(findings.map(({ severity, data }) => `${severity} ${data["problem"]}`)).toEqual(["error no-such-day"]);
});
