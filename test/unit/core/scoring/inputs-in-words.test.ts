import type { RawCell } from "../../../../src/core/cell/cell";
import { explainTotal } from "../../../../src/core/scoring/explain/total";
import { scoreBook } from "../../../../src/usecases";
import { bookFrom } from "../../../support/book";

type Row = Readonly<Record<string, RawCell>>;

const WORK: Row = { Rubric: "Agents", Indicator: "Work", Points: 100, Method: "manual" };
const TEAM: Row = { Rubric: "Leaders", Indicator: "Team", Points: 60, Method: "team", "Zero at": 0, "Full at": 100 };
const OWN: Row = { Rubric: "Leaders", Indicator: "Own", Points: 40, Method: "manual" };
const SHARE: Row = { ...TEAM, Metric: "A", "Full at": 1 };
const GRADES: readonly Row[] = [
  { Scale: "Total", Grade: "A", From: 80 },
  { Scale: "Total", Grade: "B", To: 80 },
];
const agent = (id: string, team: string, work: RawCell): Row => ({
  "Agent ID": id,
  Rubric: "Agents",
  Team: team,
  Leads: "",
  Period: "1",
  Work: work,
  Own: "",
});
const leader = (leads: string): Row => ({ ...agent("L", "", ""), Rubric: "Leaders", Leads: leads, Own: 30 });

const DONE = [agent("1", "T", 90), agent("2", "T", 50), agent("3", "T", "")];
const NONE = [agent("1", "T", ""), agent("2", "T", "")];

test.each<[row: Row, members: readonly Row[], leads: string, facts: object, en: string, zh: string]>([
  [
    TEAM,
    DONE,
    "T",
    { team: "T", members: 3, counted: 2, mean: 70 },
    "Leads “T” with 3 members; the mean total of the 2 that count is 70.",
    "所带班组“T”共 3 人，计入 2 人，总分平均 70。",
  ],
  [
    SHARE,
    DONE,
    "T",
    { team: "T", members: 3, counted: 2, share: 0.5 },
    "Leads “T” with 3 members; of the 2 that count, 50% have a grade of A.",
    "所带班组“T”共 3 人，计入 2 人，等级为 A 的占 50%。",
  ],
  [
    TEAM,
    NONE,
    "T",
    { team: "T", members: 2, counted: 0 },
    "Leads “T” with 2 members, none of whom has a total yet.",
    "所带班组“T”共 2 人，均尚无总分。",
  ],
  [
    SHARE,
    NONE,
    "T",
    { team: "T", members: 2, counted: 0 },
    "Leads “T” with 2 members, none of whom has a grade yet.",
    "所带班组“T”共 2 人，均尚无等级。",
  ],
  [
    TEAM,
    DONE.slice(0, 1),
    "T",
    { team: "T", members: 1, counted: 1, mean: 90 },
    "Leads “T” with 1 member; the mean total of the 1 that count is 90.",
    "所带班组“T”共 1 人，计入 1 人，总分平均 90。",
  ],
  [TEAM, DONE, "U", { team: "U", members: 0 }, "Leads “U”, but nobody is in that team.", "所带班组“U”中没有人员。"],
  [TEAM, DONE, "", { team: "", members: 0 }, "Leads no team.", "未带班组。"],
])("the team of a leader: %#", async (row, members, leads, facts, en, zh) => {
  const book = await bookFrom([WORK, row, OWN], { Metrics: [...members, leader(leads)], Scales: GRADES });
  const set = scoreBook(book).sets.find(({ agentIds }) => agentIds.includes("L"))!;
  const described = set.inputs[0]!.describe!(0);
  expect(described.facts).toEqual(facts);
  expect([described.sentence.en, described.sentence["zh-CN"]]).toEqual([en, zh]);
});

const ITEMS = ["Greets", "Asks", "Thanks"];
const LIST: Row = { Indicator: "List", Points: 100, Method: "checklist", Scale: "Items" };

test.each<[cells: readonly RawCell[], facts: object, en: string]>([
  [[1, 1, 1], { met: 3, applicable: 3 }, "3 of 3 items met."],
  [[1, 0, 1], { met: 2, applicable: 3, notMet: "Asks" }, "2 of 3 items met. Not met: Asks."],
  [
    ["N/A", 0, 0],
    { met: 0, applicable: 2, notMet: "Asks; Thanks", notApplicable: "Greets" },
    "0 of 2 items met. Not met: Asks; Thanks. Does not apply: Greets.",
  ],
  [[1, "", 1], { met: 2, applicable: 3, open: "Asks" }, "2 of 3 items met. Still open: Asks."],
])("a checklist of %j", async (cells, facts, en) => {
  const Metrics = [{ "Agent ID": "1", Period: "1", ...Object.fromEntries(ITEMS.map((item, k) => [item, cells[k]])) }];
  const Scales = ITEMS.map((Grade) => ({ Scale: "Items", Grade, Share: 1 / 3 }));
  const [set] = scoreBook(await bookFrom([LIST], { Metrics, Scales })).sets;
  const described = set!.inputs[0]!.describe!(0);
  expect(described.facts).toEqual(facts);
  expect(described.sentence.en).toBe(en);
});

test("points of what does not count are told first in a total", async () => {
  const linear = { Method: "linear", "Zero at": 0, "Full at": 10 };
  const rubric = [
    { Indicator: "A", Points: 50, ...linear },
    { Indicator: "B", Points: 30, ...linear },
    { Indicator: "C", Points: 20, ...linear },
    { Indicator: "Late", Points: "", Method: "deduct", "Per event": 1 },
  ];
  const Metrics = [{ "Agent ID": "1", Period: "1", A: 8, B: "N/A", C: "N/A", Late: "N/A" }];
  const [set] = scoreBook(await bookFrom(rubric, { Metrics })).sets;
  const [first] = explainTotal(set!, 0);
  expect(first).toMatchObject({ id: "shift", facts: { gone: 50, indicators: "B, C" } });
  expect([first!.sentence.en, first!.sentence["zh-CN"]]).toEqual([
    "B, C did not count; the 50 points were shifted to the others, whose points count x 100 / 50.",
    "B、C不计；其 50 分已转移给其他指标，其得分 × 100 ÷ 50。",
  ]);
});
