import type { RawCell } from "../../../src/core/cell/cell";
import { addressOf } from "../../../src/core/cell/place";
import { validate } from "../../../src/core/checks/validate";
import { createExplainer } from "../../../src/core/scoring/explain/explain";
import { STATUS_NAMES } from "../../../src/core/scoring/model/status";
import { markOf } from "../../../src/usecases/mark";
import { bookFrom, scoreOnly } from "../../support/book";

type Row = Readonly<Record<string, RawCell>>;

const agents = (...rows: readonly Row[]): readonly Row[] =>
  rows.map((row, index) => ({ "Agent ID": `${index + 1}`, Period: "2026-10", ...row }));

/** Status, exact total and the sentence of the first indicator of each agent. */
async function score(...args: Parameters<typeof bookFrom>) {
  const book = await bookFrom(...args);
  const set = scoreOnly(book);
  const explainer = createExplainer(set, book.subject.metrics!);
  return [...set.agentIds].map((_, agent) => ({
    status: STATUS_NAMES[set.status[agent]!]!,
    total: set.totalExact[agent]!,
    points: set.indicators.map(({ earned }) => earned[agent]!),
    why: explainer.indicator(agent, 0).sentence,
  }));
}

async function findingsOf(...args: Parameters<typeof bookFrom>): Promise<readonly string[]> {
  const { subject } = await bookFrom(...args);
  return validate(subject).map(
    ({ code, severity, at }) => `${severity} ${code} ${at ? `${at.sheet}!${addressOf(at.row, at.column)}` : ""}`,
  );
}

const GRADES = ["S", "A", "B+", "B", "B-", "C", "D"];
const scale = (name: string, ...worths: readonly number[]): readonly Row[] =>
  worths.map((Points, index) => ({ Scale: name, Grade: GRADES[index]!, Points }));

/** A manager's graded base block of 60, as its policy states it. The B of the 9-point scale is 5; in proportion it would be 5.25. */
const BLOCK: readonly Row[] = [
  { Indicator: "Work result", Points: 18, Method: "grade", Scale: "Of 18" },
  { Indicator: "Coordination", Points: 18, Method: "等级", Scale: "Of 18" },
  { Indicator: "Attitude", Points: 9, Method: "grade", Scale: "Of 9" },
  { Indicator: "Discipline", Points: 9, Method: "grade", Scale: "Of 9" },
  { Indicator: "Cost awareness", Points: 6, Method: "grade", Scale: "Of 6" },
];
const SCALES = [
  ...scale("Of 18", 18, 15, 12, 10.5, 9, 6, 3),
  ...scale("Of 9", 9, 7.5, 6, 5, 4.5, 3, 1.5),
  ...scale("Of 6", 6, 5, 4, 3.5, 3, 2, 1),
];
const SIXTY = [{ Setting: "Full score", Value: 60 }];
const graded = (...given: readonly RawCell[]): Row =>
  Object.fromEntries(BLOCK.map(({ Indicator }, index) => [Indicator, given[index] ?? ""]));

describe("a graded base block of 60", () => {
  test("each grade is worth what its own scale says", async () => {
    const people = await score(BLOCK, {
      Scales: SCALES,
      Settings: SIXTY,
      Metrics: agents(
        graded("S", "S", "S", "S", "S"),
        graded("A", "b+", "Ｂ", " B - ", "D"),
        graded("D", "D", "D", "D", "D"),
        graded("C", "C", "C", "C", "N/A"),
        graded("C", "C", "C", "", "C"),
      ),
    });
    // 15 + 12 + 5 + 4.5 + 1; all C without the 6 points of cost awareness: 18 of 54, scaled to 60.
    expect(people.map(({ status, total }) => [status, Number(total.toFixed(9))])).toEqual([
      ["scored", 60],
      ["scored", 37.5],
      ["scored", 10],
      ["scored", 20],
      ["pending", 0],
    ]);
    expect(people[1]!.why.en).toBe("Grade A of the scale “Of 18”: 15 of 18 points.");
    expect(people[1]!.why["zh-CN"]).toBe("等级表“Of 18”的等级 A：得 15 分（满分 18 分）。");
  });

  test("only the B of the 9-point scale is pointed at, with the figure that keeps the proportion", async () => {
    const { subject } = await bookFrom(BLOCK, { Scales: SCALES, Settings: SIXTY, Metrics: agents(graded(..."SABCD")) });
    const findings = validate(subject);
    expect(findings.map(({ code }) => code)).toEqual(["sister-scales-in-proportion"]);
    const [{ data, fixes, severity, at }] = findings as [(typeof findings)[number]];
    expect([severity, addressOf(at!.row, at!.column)]).toEqual(["warning", "C12"]);
    expect(data).toMatchObject({ scale: "Of 9", grade: "B", worth: 5, expected: 5.25 });
    expect(fixes[0]!.edits).toEqual([{ sheet: "Scales", row: 11, column: 2, value: 5.25, expected: 5 }]);
  });

  test("with two scales only, the first in the table is what the other is held against", async () => {
    const two = await findingsOf(BLOCK.slice(0, 4), {
      Scales: SCALES.slice(0, 14),
      Settings: [{ Setting: "Full score", Value: 54 }],
      Metrics: agents(graded("S", "S", "S", "S")),
    });
    expect(two).toEqual(["warning sister-scales-in-proportion Scales!C12"]);
  });

  test("cells that are no grade are one finding per column, with a count", async () => {
    const { subject } = await bookFrom(BLOCK, {
      Scales: SCALES.map((row) => (row["Points"] === 5 && row["Scale"] === "Of 9" ? { ...row, Points: 5.25 } : row)),
      Settings: SIXTY,
      Metrics: agents(...Array.from({ length: 50 }, (_, index) => graded("S", "S", index % 2 ? "E" : "S", "S", 3))),
    });
    // The check also reports that all agents have the same grade. This says nothing about the cells.
    const findings = validate(subject).filter(({ severity }) => severity !== "info");
    expect(findings.map(({ code, data, related }) => [code, data["column"], data["count"], related.length])).toEqual([
      ["cell-is-label", "Cost awareness", 50, 19],
      ["cell-is-label", "Attitude", 25, 19],
    ]);
    expect(findings[0]!.text.en.what).toBe(
      "50 cells of “Cost awareness” hold “3” and the like, which is no grade of the scale “Of 6”.",
    );
    expect(findings[1]!.text["zh-CN"].what).toBe("“Attitude”有 25 个单元格是“E”等，不是等级表“Of 9”中的等级。");
  });

  test("a critical grade fails at the grade stated, and at every worse one", async () => {
    const rubric = [{ ...BLOCK[0]!, Points: 18, Critical: "cap 5", "Fail at": "C" }];
    const people = await score(rubric, {
      Scales: SCALES,
      Settings: [{ Setting: "Full score", Value: 18 }],
      Metrics: agents(...["B-", "C", "D"].map((grade) => ({ "Work result": grade }))),
    });
    expect(people.map(({ total }) => total)).toEqual([9, 5, 3]);
  });
});

describe("grade scales that cannot be meant", () => {
  const rubric = [{ Indicator: "Talk", Points: 100, Method: "grade", Scale: "T" }];
  const rows = (...pairs: readonly (readonly [string, RawCell])[]) =>
    pairs.map(([Grade, Share]) => ({ Scale: "T", Grade, Share }));
  test.each<[string, readonly Row[], readonly string[]]>([
    ["out of order", rows(["A", 1], ["B", 0.6], ["C", 0.8]), ["warning grade-scale-in-order Scales!C4"]],
    ["nobody gets all points", rows(["A", 0.9], ["B", 0.5]), ["warning best-grade-earns-all Scales!C2"]],
    ["the same label twice", rows(["A", 1], [" ａ ", 0.5]), ["error label-stated-once Scales!B3"]],
    ["no label", rows(["A", 1], ["", 0.5]), ["error label-stated-once Scales!B3"]],
    ["no worth", rows(["A", 1], ["B", ""]), ["error interval-has-worth Scales!C3"]],
    ["worth more than all", rows(["A", 1.2], ["B", 1]), ["error interval-has-worth Scales!C2"]],
  ])("%s", async (_title, Scales, expected) => {
    expect(await findingsOf(rubric, { Scales, Metrics: agents({ Talk: "A" }) })).toEqual(expected);
  });

  test("a scale of labels is no scale of intervals", async () => {
    const wrong = [{ Indicator: "Talk", Points: 100, Method: "piecewise", Scale: "T" }];
    expect(await findingsOf(wrong, { Scales: rows(["A", 1], ["B", 0.5]), Metrics: agents({ Talk: 75 }) })).toEqual([
      expect.stringMatching(/^error intervals-stated /),
    ]);
  });
});

describe("pass or fail", () => {
  const rubric = [
    { Indicator: "Standard", Points: 60, Method: "pass-fail" },
    { Indicator: "满意度", Points: 40, Method: "达标/不达标", "Full at": 0.95, "Zero at": "" },
  ];
  test.each<[RawCell, RawCell, number]>([
    ["pass", 0.95, 100],
    ["达标", "95%", 100],
    ["不达标", 0.9499, 0],
    [true, "通过", 100],
    [false, "不合格", 0],
    [1, 1, 100],
    [0, 0, 0],
    ["√", 0.9, 60],
    ["×", 0.96, 40],
    ["ＹＥＳ", "否", 60],
    ["Not met", "是", 40],
  ])("%s and %s earn %s", async (standard, satisfaction, total) => {
    const people = await score(rubric, { Metrics: agents({ Standard: standard, 满意度: satisfaction }) });
    expect(people).toMatchObject([{ status: "scored", total }]);
  });

  test("a plain x is neither a tick nor a cross, and other words are refused", async () => {
    expect(
      await findingsOf(rubric, { Metrics: agents({ Standard: "x", 满意度: 1 }, { Standard: 2, 满意度: "good" }) }),
    ).toEqual(["warning cell-is-label Metrics!C2", "warning cell-is-label Metrics!D3"]);
  });

  test("zero at above full at turns the direction, also for a critical item", async () => {
    const late = [
      {
        Indicator: "Late",
        Points: 100,
        Method: "pass-fail",
        "Full at": 2,
        "Zero at": 5,
        Critical: "zero",
        "Fail at": 4,
      },
    ];
    const people = await score(late, { Metrics: agents({ Late: 2 }, { Late: 3 }, { Late: 4 }) });
    expect(people.map(({ points }) => points)).toEqual([[100], [0], [0]]);
    expect(people[1]!.why.en).toBe(
      "Not passed (2 or less is asked for): 0 of 100 points. Failed, because it earns nothing: the total is at most 0.",
    );
    expect(people[0]!.why["zh-CN"]).toBe("达标（要求不高于 2）：得 100 分（满分 100 分）。");
  });
});

describe("a checklist", () => {
  const rubric = (policy: string): readonly Row[] => [
    { Section: "S", Indicator: "Opening", Points: 40, Method: "checklist", "If missing": policy },
    { Section: "S", Indicator: "Rest", Points: 60, Method: "manual", "If missing": "" },
  ];
  const Scales = [
    { Scale: "Opening", Grade: "Greets within 5 s", Share: 2 },
    { Scale: "Opening", Grade: "Says the name", Share: "" },
    { Scale: "Opening", Grade: "Asks what is wanted", Share: "" },
  ];
  const ticked = (greets: RawCell, name: RawCell, asks: RawCell): Row => ({
    "Greets within 5 s": greets,
    "Says the name": name,
    "Asks what is wanted": asks,
    Rest: 30,
  });

  test.each<[string, Row, number]>([
    ["all met", ticked("yes", "√", 1), 70],
    ["weights count: 3 of 4", ticked("达标", "否", true), 60],
    ["N/A leaves the weights: 2 of 3", ticked("yes", "N/A", "no"), 40 * (2 / 3) + 30],
    ["none met", ticked("no", "×", 0), 30],
    ["nothing applies: the other 60 points count as 100", ticked("N/A", "-", "不适用"), 50],
  ])("%s", async (_title, values, total) => {
    const [person] = await score(rubric(""), { Scales, Metrics: agents(values) });
    expect(person!.status).toBe("scored");
    expect(person!.total).toBeCloseTo(total, 10);
  });

  // The items weigh 2, 1 and 1; the second is blank, the third was not met.
  test.each<[policy: string, status: string, total: number, met: string, open: string]>([
    ["pending", "pending", 0, "1 of 3 items met.", "Still open: Says the name. There is no value"],
    [
      "exclude",
      "scored",
      40 * (2 / 3) + 30,
      "1 of 2 items met, by weight 66.67%.",
      "Still open, left out: Says the name. 66.67%",
    ],
    [
      "share",
      "scored",
      40 * (2 / 3) + 30,
      "1 of 2 items met, by weight 66.67%.",
      "Still open, left out: Says the name. 66.67%",
    ],
    ["zero", "scored", 50, "1 of 3 items met, by weight 50%.", "Still open, counted as not met: Says the name. 50%"],
    ["full", "scored", 60, "2 of 3 items met, by weight 75%.", "Still open, counted as met: Says the name. 75%"],
  ])("a blank item, %s", async (policy, status, total, met, open) => {
    const [person] = await score(rubric(policy), { Scales, Metrics: agents(ticked("yes", "", "no")) });
    expect(person!.status).toBe(status);
    expect(person!.total).toBeCloseTo(total, 10);
    expect(person!.why.en).toContain(`${met} Not met: Asks what is wanted. ${open}`);
  });

  test("the explanation lists what was not met, what does not apply and how it weighs", async () => {
    const [person] = await score(rubric(""), { Scales, Metrics: agents(ticked("no", "yes", "N/A")) });
    expect(person!.why).toEqual({
      en: "1 of 2 items met, by weight 33.33%. Not met: Greets within 5 s. Does not apply: Asks what is wanted. 33.33% of the checklist was met: 13.3333 of 40 points.",
      "zh-CN":
        "适用 2 项，达标 1 项（按权重为 33.33%）。未达标：Greets within 5 s。不适用：Asks what is wanted。检查表达标 33.33%：得 13.3333 分（满分 40 分）。",
    });
  });

  test("a column of its own is read as the share, and items are then not asked for", async () => {
    const people = await score(rubric(""), { Scales, Metrics: agents({ Opening: 0.75, Rest: 30 }) });
    expect(people).toMatchObject([{ total: 60, points: [30, 30] }]);
  });

  test("an item without a column is told at the item", async () => {
    const Metrics = agents({ "Greets within 5 s": "yes", "Say the name": "no", "Asks what is wanted": "no", Rest: 1 });
    expect(await findingsOf(rubric(""), { Scales, Metrics })).toEqual(["error checklist-has-items Scales!B3"]);
  });
});

describe("the mark of a written sheet tells that something has changed", () => {
  const Scales = [
    { Scale: "T", Grade: "A", Share: 1 },
    { Scale: "T", Grade: "B", Share: 0.5 },
    { Scale: "Opening", Grade: "Greets", Share: 1 },
    { Scale: "Opening", Grade: "Asks", Share: 1 },
  ];
  const rubric = [
    { Indicator: "Talk", Points: 50, Method: "grade", Scale: "T", Critical: "zero", "Fail at": "B" },
    { Indicator: "Opening", Points: 50, Method: "checklist" },
  ];
  const agent = { Talk: "A", Greets: "yes", Asks: "no" };
  const mark = async (values: Row, scales: readonly Row[] = Scales, rows: readonly Row[] = rubric) =>
    markOf(await bookFrom(rows, { Scales: scales, Metrics: agents(values) }), "2026-10");

  test("in the data", async () => {
    const { metrics } = await mark(agent);
    expect((await mark(agent)).metrics).toBe(metrics);
    expect((await mark({ ...agent, Talk: "B" })).metrics).not.toBe(metrics);
    expect((await mark({ ...agent, Asks: "yes" })).metrics).not.toBe(metrics);
  });

  test("in the rubric", async () => {
    const before = (await mark(agent)).rubric;
    const heavier = Scales.map((row) => (row.Grade === "Asks" ? { ...row, Share: 2 } : row));
    expect((await mark(agent, heavier)).rubric).not.toBe(before);
    expect((await mark(agent, Scales, [{ ...rubric[0]!, "Fail at": "A" }, rubric[1]!])).rubric).not.toBe(before);
  });
});
