import type { RawCell } from "../../../../src/core/cell/cell";
import { createExplainer } from "../../../../src/core/scoring/explain/explain";
import { createInverse } from "../../../../src/core/scoring/raise/inverse";
import { findMethod } from "../../../../src/core/scoring/compile/registry";
import { bookFrom, scoreOnly } from "../../../support/book";

type Row = Readonly<Record<string, RawCell>>;

const LATE: Row = { Points: "", Method: "deduct", "Per event": 2 };
const LEFT: Row = { Points: 20, Method: "deduct", "Per event": 2 };
const REPEATS: Row = { Points: 20, Method: "deduct", Scale: "Repeats" };
const PRAISE: Row = { Points: "", Method: "bonus", "Per event": 2, Limit: 5 };
const LINEAR: Row = { Points: 20, Method: "linear", "Zero at": 0, "Full at": 10 };
const Scales: readonly Row[] = [
  { Scale: "Repeats", From: 1, Points: 1 },
  { Scale: "Repeats", From: 2, Points: 3 },
];

/** One agent and one indicator beside the rest of the hundred points; events of the ledger where there are any. */
async function setOf(row: Row, value: RawCell | readonly Row[]) {
  const rest = { Section: "Rest", Indicator: "Rest", Points: 100 - Number(row["Points"]), Method: "manual" };
  const events = Array.isArray(value) ? (value as readonly Row[]) : undefined;
  const Ledger = events?.map((each) => ({
    Date: "2026-10-01",
    "Agent ID": "1",
    Indicator: "It",
    Count: 1,
    Points: "",
    ...each,
  }));
  const Metrics = [{ "Agent ID": "1", Period: "2026-10", Rest: 1, ...(events ? {} : { It: value as RawCell }) }];
  const book = await bookFrom([{ Section: "Rest", Indicator: "It", ...row }, rest], {
    Metrics,
    ...(Ledger ? { Ledger } : {}),
    ...(row["Scale"] ? { Scales } : {}),
  });
  return { set: scoreOnly(book), metrics: book.subject.metrics! };
}

test.each<[row: Row, value: RawCell | readonly Row[], en: string, zh: string]>([
  [LATE, 3, "3 x 2 points taken away: -6 points.", "3 次 × 每次扣 2 分：-6 分。"],
  [LEFT, 3, "3 x 2 points taken away: 14 of 20 points.", "3 次 × 每次扣 2 分：得 14 分（满分 20 分）。"],
  [
    LEFT,
    30,
    "30 x 2 points taken away, no more than 20: 0 of 20 points.",
    "30 次 × 每次扣 2 分，最多扣 20 分：得 0 分（满分 20 分）。",
  ],
  [
    REPEATS,
    3,
    "3 events cost 7 points by the scale “Repeats”: 13 of 20 points.",
    "3 次，按等级表“Repeats”共扣 7 分：得 13 分（满分 20 分）。",
  ],
  [
    LATE,
    [{}, { Points: 5 }],
    "2 x 2 points taken away, 3 more by points that the ledger states itself: -7 points.",
    "2 次 × 每次扣 2 分，因台账自行写明分值多扣 3 分：-7 分。",
  ],
  [PRAISE, 2, "2 x 2 points added: +4 points.", "2 次 × 每次加 2 分：+4 分。"],
  [PRAISE, 3, "3 x 2 points added, no more than 5: +5 points.", "3 次 × 每次加 2 分，最多加 5 分：+5 分。"],
  [
    PRAISE,
    [{}, { Points: 1 }],
    "2 x 2 points added, 1 less by points that the ledger states itself: +3 points.",
    "2 次 × 每次加 2 分，因台账自行写明分值少加 1 分：+3 分。",
  ],
  [
    { ...LINEAR, "If missing": "zero" },
    "",
    "There is no value; the rubric counts that as 0 points.",
    "没有数据；按考核表规定计 0 分。",
  ],
  [
    { ...LINEAR, "If missing": "full" },
    "",
    "There is no value; the rubric gives all 20 points.",
    "没有数据；按考核表规定给满分 20 分。",
  ],
  [LINEAR, "", "There is no value yet: the total is pending.", "尚无数据：总分待定。"],
  [
    { ...LINEAR, "If missing": "full" },
    "N/A",
    "Does not apply: its 20 points are not counted here and go to all others in proportion.",
    "不适用：此处的 20 分不计，按比例分给其他指标。",
  ],
  [
    { ...LINEAR, "If missing": "share" },
    "N/A",
    "Does not apply: its 20 points are not counted here and go in equal parts to the others of its section.",
    "不适用：此处的 20 分不计，均摊给同维度的其他指标。",
  ],
  [
    { ...LINEAR, "If missing": "share", Section: "Own" },
    "",
    "There is no value: its 20 points are not counted here and go to all others in proportion.",
    "没有数据：此处的 20 分不计，按比例分给其他指标。",
  ],
  [
    { ...LATE, "If missing": "zero" },
    "",
    "There is no value: nothing is added or taken away.",
    "没有数据：不加分也不扣分。",
  ],
  [LATE, "N/A", "Does not apply: nothing is added or taken away.", "不适用：不加分也不扣分。"],
])("%j with %j in words", async (row, value, en, zh) => {
  const { set, metrics } = await setOf(row, value);
  const { short } = createExplainer(set, metrics).indicator(0, 0);
  expect([short.en, short["zh-CN"]].map((text) => text.split(" Counts as")[0]!.split("计为")[0])).toEqual([en, zh]);
});

test.each<[row: Row, value: RawCell, room: number]>([
  [PRAISE, 0, 5],
  [PRAISE, 1, 3],
  [PRAISE, 3, 0],
  [{ ...PRAISE, Limit: "" }, 3, Infinity],
  [LATE, 3, 6],
  [LEFT, 3, 6],
  [LEFT, 30, 20],
  [REPEATS, 3, 7],
  [LINEAR, 4, 12],
  [LINEAR, 12, 0],
])("%j with %j can still earn %d", async (row, value, room) => {
  const { set } = await setOf(row, value);
  expect(createInverse(set).rooms(0)[0]).toBeCloseTo(room, 9);
});

test.each<[text: string, id: string | undefined]>([
  ["linear", "linear"],
  ["Linear ", "linear"],
  ["线性", "linear"],
  ["linear (floor)", undefined],
  ["magic", undefined],
  ["magic (floor)", undefined],
  ["step (no such)", undefined],
  ["", undefined],
])("the method of %j", (text, id) => {
  expect(findMethod(text)?.id).toBe(id);
});
