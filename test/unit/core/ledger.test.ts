import type { RawCell } from "../../../src/core/cell/cell";
import { explainEvaluation } from "../../../src/usecases";
import { markOf } from "../../../src/usecases/mark";
import { bookFrom, scoreOnly } from "../../support/book";

type Row = Readonly<Record<string, RawCell>>;

const RUBRIC: readonly Row[] = [
  { Indicator: "Test", Points: 100, Method: "linear", "Zero at": 60, "Full at": 90 },
  { Indicator: "Late", Points: "", Method: "deduct", "Per event": 2, Limit: 9 },
  { Indicator: "Complaint", Points: "", Method: "deduct", Scale: "Repeats" },
  { Indicator: "Praise", Points: "", Method: "bonus", "Per event": 1, Limit: 5 },
];
const Scales: readonly Row[] = [
  { Scale: "Repeats", From: 1, Points: 1 },
  { Scale: "Repeats", From: 2, Points: 2 },
  { Scale: "Repeats", From: 3, Points: 5 },
];
const Metrics: readonly Row[] = ["1", "2"].map((id) => ({ "Agent ID": id, Name: id, Period: "2026-10", Test: 90 }));
const event = (date: RawCell, id: RawCell, indicator: string, more: Row = {}): Row => ({
  备注: "",
  日期: date,
  指标: indicator,
  工号: id,
  次数: "",
  分值: "",
  ...more,
});

async function score(ledger: readonly Row[]) {
  const book = await bookFrom(RUBRIC, { Scales, Metrics, Ledger: ledger });
  return { book, set: scoreOnly(book) };
}

test("events of the period are counted, points of a row override Per event, the limit holds, no event is 0", async () => {
  const { set } = await score([
    event(46300, 1, "late"),
    event("2026-10-31", "1", "Ｌate", { 次数: 2, 分值: 3 }),
    event("2026-11-01", "1", "Late", { 次数: 50 }),
    event("2026-10-02", "1", "Complaint", { 次数: 4 }),
    event("2026-10-02", "1", "Praise", { 次数: 2 }),
    event("2026-10-03", "1", "Praise", { 分值: 2 }),
  ]);
  // Late: 2 + 2 x 3; Complaint: 1 + 2 + 5 + 5; Praise: 2 x 1 + 2.
  expect(set.indicators.slice(1).map(({ earned }) => [...earned])).toEqual([
    [-8, 0],
    [-13, 0],
    [4, 0],
  ]);
  expect([...set.total]).toEqual([83, 100]);
});

test("what cannot be read never becomes 0: the agent cannot be scored, the others can", async () => {
  for (const bad of [{ 日期: "soon" }, { 次数: "two" }, { 次数: -1 }, { 分值: -3 }, { 分值: "#N/A!" }]) {
    const { set } = await score([event("2026-10-02", "1", "Late", bad)]);
    expect([[...set.status], set.total[1]]).toEqual([[3, 0], 100]);
  }
});

// Its content need not be read. Who is exempted is told with the reason.
test.each<[string, Row]>([
  ["exempt", { 次数: 3 }],
  ["免计", { 日期: "2026-10-02", 分值: -3 }],
  ["Exempted", { 次数: "two" }],
])("an event with the status %s counts for nothing and is named", async (status, more) => {
  const { book, set } = await score([
    event("2026-10-02", "1", "Late", { ...more, 状态: status, 备注: "storm" }),
    event("2026-10-03", "1", "Late", { 状态: "" }),
  ]);
  expect([...set.total]).toEqual([98, 100]);
  const line = explainEvaluation(book, set, 0, "en").lines[1]!;
  expect(line.why).toMatch(/2026-10-02.* exempted storm; 2026-10-03/);
  expect(explainEvaluation(book, set, 0, "zh-CN").lines[1]!.why).toMatch(/2026-10-02.* 免计 storm；2026-10-03/);
});

test("an event of a status that nobody knows makes the agent's result unknown", async () => {
  const { set } = await score([event("2026-10-02", "1", "Late", { 状态: "maybe" })]);
  expect([[...set.status], set.total[1]]).toEqual([[3, 0], 100]);
});

test("an explanation lists at most five events, and says what the ledger states outright", async () => {
  const days = [1, 2, 3, 4, 5, 6, 7];
  const { book, set } = await score([
    ...days.map((day) => event(`2026-10-0${day}`, "1", "Praise", day === 1 ? { 备注: "letter", 次数: 2 } : {})),
    event(46300, "2", "Late", { 分值: 3 }),
  ]);
  const line = (agent: number, k: number, locale: "en" | "zh-CN") =>
    explainEvaluation(book, set, agent, locale).lines[k]!;
  expect(line(0, 3, "en").why).toBe(
    "From the ledger: 2026-10-01 x 2 letter; 2026-10-02; 2026-10-03; 2026-10-04; 2026-10-05; and 2 more. 8 x 1 point added, no more than 5: +5 points.",
  );
  expect(line(1, 1, "zh-CN").why).toBe(
    "台账记录：2026-10-05（3 分）。1 次 × 每次扣 2 分，因台账自行写明分值多扣 1 分：-3 分。",
  );
  expect(line(1, 2, "en").why).toBe(
    "The ledger holds no event. 0 events cost 0 points by the scale “Repeats”: 0 points.",
  );
});

test("a quarter holds the events of its months", async () => {
  const quarter = Metrics.map((row) => ({ ...row, Period: "2026-Q4" }));
  const Ledger = ["2026-09-30", "2026-10-01", "2026-12-31"].map((date) => event(date, "1", "Late"));
  const set = scoreOnly(await bookFrom(RUBRIC, { Scales, Metrics: quarter, Ledger }));
  expect(set.indicators[1]!.earned[0]).toBe(-4);
});

test("a mark notices changed events of the period, and no others", async () => {
  const markFor = async (...ledger: readonly Row[]) => {
    const { book } = await score(ledger);
    return markOf(book, "2026-10").metrics;
  };
  const late = event("2026-10-05", "1", "Late");
  const before = await markFor(late);
  expect(await markFor({ ...late, 备注: "again" }, event("2026-11-05", "1", "Late"))).toBe(before);
  for (const change of [{ 次数: 2 }, { 分值: 1 }, { 日期: "2026-11-05" }, { 工号: "2" }, { 指标: "Praise" }])
    expect(await markFor({ ...late, ...change })).not.toBe(before);
});
