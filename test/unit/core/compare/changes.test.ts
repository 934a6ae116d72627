import fc from "fast-check";
import { changeText } from "../../../../src/core/analysis/compare/change-text";
import type { RubricSide } from "../../../../src/core/analysis/compare/rubric-change";
import { diffRubrics } from "../../../../src/core/analysis/compare/changes";
import { addressOf } from "../../../../src/core/cell/place";
import type { RawCell } from "../../../../src/core/cell/cell";
import { exampleOf, sourcesOf } from "../../../../src/core/checks/examples";
import { readSubject } from "../../../../src/core/checks/subject";
import { rubricFingerprint } from "../../../../src/core/scoring/period/fingerprint";

type Row = Readonly<Record<string, RawCell>>;
type Workbook = readonly [
  rubric: readonly Row[],
  more?: { readonly Scales?: readonly Row[]; readonly Settings?: readonly Row[] } | undefined,
];

const TEST: Row = {
  Section: "Knowledge",
  Indicator: "Test",
  Points: 60,
  Method: "linear",
  "Zero at": 60,
  "Full at": 90,
};
const CALLS: Row = {
  Section: "Service",
  Indicator: "Calls",
  Points: 40,
  Method: "peer",
  "Zero at": -0.2,
  "Full at": 0.2,
};
const BANDS: Row = { Section: "Service", Indicator: "Speed", Points: 10, Method: "bands", Scale: "Speed" };
const FAST: Row = { Scale: "Speed", From: 0, To: 0.1, Ends: "[)", Points: 10 };
const SLOW: Row = { Scale: "Speed", From: 0.1, To: 1, Ends: "[]", Points: 4 };
const PASS: Row = { Scale: "Total", Grade: "Pass", From: 60, Outcome: "award" };
const FAIL: Row = { Scale: "Total", Grade: "Fail", From: 0 };
const COACH: Row = { ...TEST, Rule: "90 and more earns all.", Note: "" };

function sideOf([rubric, more = {}]: Workbook): RubricSide {
  const subject = readSubject(sourcesOf(exampleOf(rubric, more)));
  const own = subject.rubrics[0]!;
  const percent = new Set(["Speed", "Rate"]);
  return {
    rubric: own,
    scales: subject.scales,
    settings: subject.settings.forRubric(own.name),
    showAs: (metric) => (percent.has(metric) ? "percent" : "number"),
  };
}

const differences = (before: Workbook, after: Workbook) => diffRubrics(sideOf(before), sideOf(after)).changes;

/** Two workbooks, and their differences in both languages. */
const FACTS: readonly (readonly [before: Workbook, after: Workbook, ...told: (readonly [string, string])[]])[] = [
  [[[TEST, CALLS]], [[TEST, CALLS]]],
  [[[TEST, CALLS]], [[{ ...TEST, Points: 55 }, CALLS]], ["“Test”: Points 60 → 55.", "“Test”：分值由 60 改为 55。"]],
  [
    [[TEST]],
    [[TEST, CALLS]],
    ["New indicator: “Calls” (Service, 40 points, peer).", "新增指标“Calls”（Service，40 分，同岗位均值比）。"],
  ],
  [
    [[TEST, CALLS]],
    [[TEST]],
    ["Indicator gone: “Calls” (Service, 40 points, peer).", "删除指标“Calls”（Service，40 分，同岗位均值比）。"],
  ],
  [
    [[{ ...TEST, Metric: "Test" }]],
    [[{ ...TEST, Indicator: "Exam", Metric: "Test", Points: 50 }]],
    ["“Test” is now called “Exam”.", "“Test”更名为“Exam”。"],
    ["“Exam”: Points 60 → 50.", "“Exam”：分值由 60 改为 50。"],
  ],
  [
    [[TEST]],
    [[{ ...TEST, Indicator: "Exam" }]],
    ["“Test” is now called “Exam”.", "“Test”更名为“Exam”。"],
    ["“Exam”: Metric “Test” → “Exam”.", "“Exam”：数据列由“Test”改为“Exam”。"],
  ],
  [
    [[TEST, CALLS]],
    [[{ ...TEST, Section: "Service" }, CALLS]],
    [
      "“Test” moved from the section “Knowledge” to the section “Service”.",
      "“Test”由维度“Knowledge”调整到维度“Service”。",
    ],
  ],
  [[[TEST, CALLS]], [[CALLS, TEST]], ["The indicators stand in another order.", "指标的排列顺序有变化。"]],
  [[[CALLS]], [[{ ...CALLS, "Zero at": "" }]], ["“Calls”: Zero at -20% → blank.", "“Calls”：零分值由 -20% 改为空白。"]],
  [
    [[{ ...TEST, Metric: "Rate", "Zero at": 0.97 }]],
    [[{ ...TEST, Metric: "Rate", "Zero at": 0.965 }]],
    ["“Test”: Zero at 97% → 96.5%.", "“Test”：零分值由 97% 改为 96.5%。"],
  ],
  [
    [[TEST]],
    [[{ ...TEST, Method: "线性", "If missing": "exclude", Critical: "cap 60", "Fail at": 50 }]],
    ["“Test”: If missing pending → exclude.", "“Test”：缺失处理由 待定 改为 剔除。"],
    ["“Test”: Critical blank → cap 60.", "“Test”：一票否决由空白改为 封顶 60。"],
    ["“Test”: Fail at blank → 50.", "“Test”：否决值由空白改为 50。"],
  ],
  [
    [[{ ...TEST, Method: "step", "Per event": 1, Step: 1, "Zero at": "" }]],
    [[{ ...TEST, Method: "step (started)", "Per event": 2, Step: 0.5, Limit: 10, "Zero at": "" }]],
    ["“Test”: Method step → step (started).", "“Test”：计分方式由 步长 改为 步长（不足一步按一步）。"],
    ["“Test”: Per event 1 → 2.", "“Test”：每次分值由 1 改为 2。"],
    ["“Test”: Step 1 → 0.5.", "“Test”：步长由 1 改为 0.5。"],
    ["“Test”: Limit blank → 10.", "“Test”：上限由空白改为 10。"],
  ],
  [
    [[COACH]],
    [[{ ...COACH, Rule: "90 earns all.", Note: "agreed" }]],
    [
      "“Test”: Rule “90 and more earns all.” → “90 earns all.”.",
      "“Test”：评分细则由“90 and more earns all.”改为“90 earns all.”。",
    ],
    ["“Test”: Note blank → “agreed”.", "“Test”：备注由空白改为“agreed”。"],
  ],
  [
    [[BANDS], { Scales: [FAST, SLOW] }],
    [
      [BANDS],
      {
        Scales: [
          { ...FAST, To: 0.2, Points: 8 },
          { ...SLOW, From: 0.2 },
        ],
      },
    ],
    ["Scale “Speed”, row from 0%: To 10% → 20%.", "等级表“Speed”（起点 0%）：止点由 10% 改为 20%。"],
    ["Scale “Speed”, row from 0%: Points 10 → 8.", "等级表“Speed”（起点 0%）：分值由 10 改为 8。"],
    ["Scale “Speed”, row from 10%: From 10% → 20%.", "等级表“Speed”（起点 10%）：起点由 10% 改为 20%。"],
  ],
  [
    [[BANDS], { Scales: [FAST, SLOW] }],
    [[BANDS], { Scales: [FAST, { ...SLOW, "Points to": 0, Ends: "[)" }, { ...SLOW, From: 2, To: "" }] }],
    ["Scale “Speed”, row from 10%: Ends “[]” → “[)”.", "等级表“Speed”（起点 10%）：端点由“[]”改为“[)”。"],
    ["Scale “Speed”, row from 10%: Points to 4 → 0.", "等级表“Speed”（起点 10%）：终点分值由 4 改为 0。"],
    ["Scale “Speed”: new row from 200%.", "等级表“Speed”：新增一行（起点 200%）。"],
  ],
  [
    [[TEST], { Scales: [FAIL, PASS] }],
    [[TEST], { Scales: [FAIL, { ...PASS, From: 65, Outcome: "bonus" }] }],
    ["Scale “Total”, row “Pass”: From 60 → 65.", "等级表“Total”（“Pass”）：起点由 60 改为 65。"],
    [
      "Scale “Total”, row “Pass”: Outcome “award” → “bonus”.",
      "等级表“Total”（“Pass”）：结果应用由“award”改为“bonus”。",
    ],
  ],
  [[[TEST]], [[TEST], { Scales: [FAIL, PASS] }], ["New scale: “Total”.", "新增等级表“Total”。"]],
  [
    [[TEST], { Settings: [{ Setting: "decimals", Value: 2 }] }],
    [
      [TEST],
      {
        Settings: [
          { Setting: "decimals", Value: 1 },
          { Setting: "rounding", Value: "down" },
          { Setting: "coverage", Value: 0.5 },
          { Setting: "section lowest: knowledge", Value: 10 },
        ],
      },
    ],
    ["Setting “decimals”: 2 → 1.", "设置“小数位”由 2 改为 1。"],
    ["Setting “rounding”: half away from zero → down.", "设置“舍入”由 四舍五入 改为 舍去。"],
    ["Setting “coverage”: 0% → 50%.", "设置“覆盖率”由 0% 改为 50%。"],
    ["Setting “section lowest: Knowledge”: blank → 10.", "设置“维度最低分：Knowledge”由空白改为 10。"],
  ],
];

test.each(
  FACTS.map(
    (fact) =>
      [
        fact
          .slice(2)
          .map(([en]) => en)
          .join(" ") || "No difference.",
        fact,
      ] as const,
  ),
)("%s", (_title, [before, after, ...told]) => {
  const changes = differences(before, after);
  expect(changes.map(changeText)).toEqual(told.map(([en, zh]) => ({ en, "zh-CN": zh })));
});

test("each difference names its cell in both rubrics", () => {
  const changes = differences([[TEST, CALLS]], [[CALLS, { ...TEST, "Full at": 95 }]]);
  const places = changes.map(({ before, after }) => [before, after].map((at) => at && addressOf(at.row, at.column)));
  expect(places).toEqual([
    ["F2", "F3"],
    [undefined, "B3"],
  ]);
});

test("a name that fits several lines is no renaming", () => {
  const [a, b] = [
    { ...TEST, Indicator: "A", Metric: "Mark" },
    { ...TEST, Indicator: "B", Metric: "Mark" },
  ];
  const kinds = differences(
    [[a]],
    [
      [
        { ...a, Indicator: "C" },
        { ...b, Indicator: "D" },
      ],
    ],
  ).map(({ kind }) => kind);
  expect(kinds).toEqual(["indicator-added", "indicator-added", "indicator-removed"]);
});

const EDITED: readonly (readonly [column: string, values: readonly RawCell[]])[] = [
  ["Points", [60, 55, 0]],
  ["Method", ["linear", "线性", " Linear", "peer", "manual"]],
  ["Metric", ["", "Test", "Ｔｅｓｔ", "Other"]],
  ["Zero at", [60, "60", 61, ""]],
  ["Full at", [90, 90.5, ""]],
  ["Limit", ["", 5, 6]],
  ["If missing", ["", "pending", "待定", "zero", "零分", "full"]],
  ["Critical", ["", "-", "zero", "cap 60", "封顶60", "cap 61"]],
  ["Fail at", ["", 50, "D", "Ｄ"]],
  ["Rule", ["", "some words"]],
  ["Note", ["", "a note"]],
];

test("a difference that scores is told exactly where the fingerprint differs", () => {
  const row = fc.record(Object.fromEntries(EDITED.map(([column, values]) => [column, fc.constantFrom(...values)])));
  const scales: readonly (readonly Row[])[] = [
    [FAIL, PASS],
    [FAIL, { ...PASS, From: 61 }],
    [FAIL, { ...PASS, Outcome: "x" }],
  ];
  const settings: readonly (readonly Row[])[] = [
    [{ Setting: "decimals", Value: 2 }],
    [{ Setting: "decimals", Value: 1 }],
    [{ Setting: "grade quotas within", Value: "team" }],
  ];
  const more = fc.record({ Scales: fc.constantFrom(...scales), Settings: fc.constantFrom(...settings) });
  const bookOf = (edited: Row, others: Workbook[1]): Workbook => [
    [{ Section: "S", Indicator: "Test", ...edited }, CALLS],
    others,
  ];
  // Each edit changes one cell or one small table, often to content with the same meaning.
  const edit = fc
    .constantFrom(...EDITED)
    .chain(([column, values]) => fc.constantFrom(...values).map((value) => [column, value] as const));
  const two = fc
    .tuple(row, more, edit, more, fc.boolean())
    .map(
      ([a, others, [column, value], otherwise, ofRow]) =>
        [bookOf(a, others), ofRow ? bookOf({ ...a, [column]: value }, others) : bookOf(a, otherwise)] as const,
    );
  fc.assert(
    fc.property(two, ([a, b]) => {
      const [before, after] = [sideOf(a), sideOf(b)];
      const scores = diffRubrics(before, after).changes.some((change) => change.scores);
      expect(scores).toBe(rubricFingerprint([before]) !== rubricFingerprint([after]));
    }),
    { seed: 20261124, numRuns: 400 },
  );
});
