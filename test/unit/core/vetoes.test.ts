import type { RawCell } from "../../../src/core/cell/cell";
import { criticalWord, readCriticalRule } from "../../../src/core/rubric/critical";
import { explainTotal } from "../../../src/core/scoring/explain/total";
import { vetoesOf } from "../../../src/core/scoring/explain/vetoes";
import { STATUS } from "../../../src/core/scoring/model/status";
import { bookFrom, scoreOnly } from "../../support/book";

type Row = Readonly<Record<string, RawCell>>;

const manual = (name: string, points: RawCell, section: string, more: Row = {}): Row => ({
  Section: section,
  Indicator: name,
  Points: points,
  Method: "manual",
  ...more,
});

interface Tables {
  readonly settings?: readonly Row[];
  readonly ledger?: readonly Row[];
  readonly scales?: readonly Row[];
}

const GRADES: readonly Row[] = [
  { Scale: "Total", Grade: "C", To: 60 },
  { Scale: "Total", Grade: "B", From: 60, To: 80 },
  { Scale: "Total", Grade: "A", From: 80 },
];

async function scored(rubric: readonly Row[], values: Row, { settings, ledger, scales = GRADES }: Tables = {}) {
  const book = await bookFrom(rubric, {
    Metrics: [{ "Agent ID": "1", Period: "2026-10", ...values }],
    Scales: scales,
    ...(settings ? { Settings: settings } : {}),
    ...(ledger ? { Ledger: ledger } : {}),
  });
  return scoreOnly(book);
}

async function score(...args: Parameters<typeof scored>) {
  const set = await scored(...args);
  return {
    total: set.status[0] === STATUS.scored ? set.total[0]! : undefined,
    grade: set.rubric.grades[set.grade[0]!],
    without: set.totalWithoutCritical[0]!,
    vetoes: vetoesOf(set, 0).map(({ effect }) => effect),
  };
}

describe("words of the Critical column", () => {
  test.each<[string, string | null | undefined]>([
    ...["", "-", "no", "否"].map((word): [string, null] => [word, null]),
    ...["zero", "ZERO", "yes", "是", "总分零分", "ｙｅｓ"].map((word): [string, string] => [word, "zero"]),
    ...["section", "维度", "维度零分"].map((word): [string, string] => [word, "section"]),
    ...["cap 60", "cap60", "封顶60", "封顶 60 分", "ＣＡＰ　６０"].map((word): [string, string] => [word, "cap 60"]),
    ...[
      "x 0.8",
      "x0.8",
      "X 0.8",
      "×0.8",
      "× ０．８",
      "*0.8",
      "＊0.8",
      "乘0.8",
      "总分×0.8",
      "x 80%",
      "八折",
      "打8折",
    ].map((word): [string, string] => [word, "x 0.8"]),
    ["八五折", "x 0.85"],
    ["x 0", "x 0"],
    ...[
      "grade -1",
      "grade-1",
      "Grade −1",
      "ｇｒａｄｅ －１",
      "降一级",
      "降1级",
      "等级降一级",
      "降低一个等级",
      "等级-1",
    ].map((word): [string, string] => [word, "grade -1"]),
    ...["grade -2", "降两级", "降2级"].map((word): [string, string] => [word, "grade -2"]),
    ...["maybe", "cap", "x", "x 1.2", "x 1", "grade", "grade 0", "grade +1", "60"].map((word): [string, undefined] => [
      word,
      undefined,
    ]),
  ])("%p means %p", (word, effect) => {
    const rule = readCriticalRule(word);
    expect(rule && criticalWord(rule).en).toBe(effect);
    if (rule) for (const own of Object.values(criticalWord(rule))) expect(readCriticalRule(own)).toEqual(rule);
  });
});

describe("effects, one after the other", () => {
  const rubric = (...criticals: readonly string[]): readonly Row[] => [
    manual("B", 40, "S"),
    manual("C", 60, "T"),
    ...criticals.map((critical, k) => ({
      Section: "S",
      Indicator: `V${k}`,
      Points: "",
      Method: "deduct",
      "Per event": 1,
      Limit: 0,
      Critical: critical,
      "Fail at": 1,
      "If missing": "zero",
    })),
  ];
  const failAll = (count: number): Row => Object.fromEntries(Array.from({ length: count }, (_, k) => [`V${k}`, 1]));

  test.each<
    [
      what: string,
      criticals: readonly string[],
      b: number,
      c: number,
      total: number,
      grade: string,
      settings: readonly Row[],
    ]
  >([
    ["x 0.8", ["x 0.8"], 40, 50, 72, "B", []],
    ["several factors are multiplied", ["x 0.8", "x 0.5"], 40, 60, 40, "C", []],
    ["the factor comes before the cap", ["cap 60", "x 0.8"], 40, 60, 60, "B", []],
    ["the lowest of all caps", ["cap 60", "cap 50", "x 0.9"], 40, 60, 50, "C", []],
    ["a cap above what is left does nothing", ["cap 60"], 10, 20, 30, "C", []],
    ["yes is zero", ["yes"], 40, 60, 0, "C", []],
    ["one grade lower, the total stays", ["grade -1"], 40, 50, 90, "B", []],
    ["grades add up, the worst at most", ["grade -1", "grade -2"], 40, 50, 90, "C", []],
    ["a section and a factor", ["section", "x 0.5"], 40, 60, 30, "C", []],
    ["zero is never lifted by the lowest total", ["zero"], 40, 60, 0, "C", [{ Setting: "lowest total", Value: 30 }]],
    ["the lowest total holds before the factor", ["x 0.5"], 5, 5, 15, "C", [{ Setting: "lowest total", Value: 30 }]],
  ])("%s", async (_what, criticals, b, c, total, grade, settings) => {
    const result = await score(rubric(...criticals), { B: b, C: c, ...failAll(criticals.length) }, { settings });
    expect(result).toMatchObject({ total, grade });
  });

  test.each(["zero", "x 0.5", "cap 10", "section"])("%s never raises a total below 0", async (critical) => {
    const rubrics = [
      manual("A", 100, "S", { Critical: critical }),
      { Section: "X", Indicator: "Late", Points: "", Method: "deduct", "Per event": 30 },
    ];
    const settings = [{ Setting: "lowest total", Value: -50 }];
    expect(await score(rubrics, { A: 0, Late: 1 }, { settings })).toMatchObject({ total: -30, without: -30 });
  });

  test("a failed section keeps its deductions and bonuses, and stays below 0 where its highest does", async () => {
    const rows = [
      manual("A", 40, "S", { Critical: "section" }),
      manual("B", 60, "T"),
      { Section: "S", Indicator: "Late", Points: "", Method: "deduct", "Per event": 2 },
      { Section: "S", Indicator: "Praise", Points: "", Method: "bonus", "Per event": 3 },
    ];
    expect(await score(rows, { A: 0, B: 50, Late: 1, Praise: 2 })).toMatchObject({ total: 54 });
    const settings = [{ Setting: "section highest: S", Value: -5 }];
    expect(await score(rows, { A: 0, B: 50, Late: 1, Praise: 2 }, { settings })).toMatchObject({ total: 49 });
  });

  test("quotas: the place stays, the grade is lower", async () => {
    const scales = [
      { Scale: "Total", Grade: "A", Share: 1 },
      { Scale: "Total", Grade: "B", Share: 0 },
    ];
    const set = await scored(rubric("grade -1"), { B: 40, C: 60, V0: 1 }, { scales });
    expect([set.rubric.grades[set.grade[0]!], set.rank[0]]).toEqual(["B", 1]);
  });
});

describe("what fails", () => {
  const withPolicy = (policy: string, failAt: RawCell = ""): readonly Row[] => [
    manual("A", 40, "S", { Critical: "cap 10", "If missing": policy, "Fail at": failAt }),
    manual("B", 60, "T"),
  ];

  test.each<[policy: string, cell: RawCell, total: number | undefined]>([
    ["zero", "", 10],
    ["zero", "N/A", 100],
    ["zero", 0, 10],
    ["exclude", "", 100],
    ["share", "", 100],
    ["full", "", 100],
    ["pending", "", undefined],
  ])("If missing %s, cell %p: total %p", async (policy, cell, total) => {
    expect(await score(withPolicy(policy), { A: cell, B: 60 })).toMatchObject({ total });
    expect(await score(withPolicy(policy, 20), { A: cell, B: 60 })).toMatchObject({ total });
  });

  const EVENT = { Date: "2026-10-05", "Agent ID": "1", Indicator: "Leak" };
  const leak = (more: Row): readonly Row[] => [
    manual("A", 100, "S"),
    { Section: "X", Indicator: "Leak", Points: "", Method: "deduct", "Per event": 2, Critical: "cap 50", ...more },
  ];

  test.each<[what: string, more: Row, ledger: readonly Row[], total: number]>([
    ["an event with points of its own counts for Fail at", { "Fail at": 1 }, [{ ...EVENT, Points: 5 }], 50],
    ["and so do several in one row", { "Fail at": 3 }, [{ ...EVENT, Count: 3, Points: 1 }], 50],
    ["it costs Count x Points", { "Fail at": 9 }, [{ ...EVENT, Count: 3, Points: 1 }], 97],
    ["with and without points of its own", { "Fail at": 9 }, [EVENT, { ...EVENT, Points: 5 }], 93],
    ["points of 0", { "Fail at": 1 }, [{ ...EVENT, Points: 0 }], 50],
  ])("%s", async (_what, more, ledger, total) => {
    expect(await score(leak(more), { A: 100 }, { ledger })).toMatchObject({ total });
  });

  test("an event with points of its own takes its place among repeats, by date", async () => {
    const scales = [
      ...GRADES,
      { Scale: "Repeats", From: 1, To: 2, Points: 1 },
      { Scale: "Repeats", From: 2, To: 3, Points: 2 },
      { Scale: "Repeats", From: 3, Points: 5 },
    ];
    const rows = leak({ "Per event": "", Scale: "Repeats", Critical: "" });
    const ledger = [
      { ...EVENT, Date: "2026-10-20" },
      { ...EVENT, Date: "2026-10-05", Points: 10 },
    ];
    // The first is stated as 10, the second costs 2.
    expect(await score(rows, { A: 100 }, { ledger, scales })).toMatchObject({ total: 88 });
    expect(await score(rows, { A: 100 }, { ledger: [...ledger, EVENT], scales })).toMatchObject({
      total: 100 - 10 - 2 - 5,
    });
  });
});

test("every veto is listed with its effect and why", async () => {
  const rows = [
    manual("A", 40, "S", { Critical: "x 0.8", "Fail at": 10 }),
    manual("B", 60, "T", { Critical: "cap 60", "If missing": "zero" }),
  ];
  const set = await scored(rows, { A: 10, B: "" });
  expect(vetoesOf(set, 0).map(({ indicator, effect, why }) => [indicator, effect, why.en, why["zh-CN"]])).toEqual([
    [
      "A",
      "x 0.8",
      "Failed, because 10 is 10 or less, where it fails: the total is multiplied by 0.8.",
      "10 不高于否决值 10，触发否决：总分乘以 0.8。",
    ],
    [
      "B",
      "cap 60",
      "Failed, because a missing value earns nothing here: the total is at most 60.",
      "没有数据，按 0 分计，触发否决：总分最高 60。",
    ],
  ]);
});

test("the chain says what each veto makes of the total and of the grade", async () => {
  const rows = [
    manual("A", 40, "S", { Critical: "x 0.8", "Fail at": 40 }),
    manual("B", 60, "T", { Critical: "cap 60", "Fail at": 60 }),
    {
      Section: "X",
      Indicator: "Leak",
      Points: "",
      Method: "deduct",
      "Per event": 1,
      Critical: "grade -1",
      "Fail at": 1,
    },
  ];
  const set = await scored(rows, { A: 40, B: 60, Leak: 1 });
  const lines = explainTotal(set, 0).map(({ id, sentence }) => `${id}: ${sentence.en}`);
  expect(lines).toContain(
    "critical: Critical item failed: A (the total is multiplied by 0.8), B (the total is at most 60): 99 x 0.8 = 79.2, at most 60. Without that the total would be 99.00.",
  );
  expect(lines.find((line) => line.startsWith("grade"))).toMatch(
    /grade B\. Critical item failed: Leak: 1 grade lower: grade C\.$/,
  );
});
