import type { RawCell } from "../../../src/core/cell/cell";
import { LOCALES } from "../../../src/core/text/locale";
import { explainEvaluation, planEvaluation, scoreBook, staleEvaluations } from "../../../src/usecases";
import { bookFrom, scoreOnly } from "../../support/book";

type Row = Readonly<Record<string, RawCell>>;

const RUBRIC: readonly Row[] = [
  {
    Section: "S",
    Indicator: "Test",
    Points: 50,
    Method: "linear",
    "Zero at": 60,
    "Full at": 90,
    "If missing": "share",
  },
  { Section: "S", Indicator: "Rate", Points: 30, Method: "linear", "Zero at": 0.031, "Full at": 0.019 },
  { Section: "T", Indicator: "Talk", Points: 20, Method: "manual", Critical: "cap 60" },
  { Section: "T", Indicator: "Late", Points: "", Method: "deduct", "Per event": 2, "If missing": "exclude" },
];
const agent = (values: Row): Row => ({ "Agent ID": "1", Team: "North", Period: "2026-10", ...values });

async function explain(values: Row) {
  const book = await bookFrom(RUBRIC, { Metrics: [agent(values)], percentColumns: ["Rate"] });
  const set = scoreOnly(book);
  const [en, zh] = LOCALES.map((locale) => explainEvaluation(book, set, 0, locale));
  return { en: en!, zh: zh!, set };
}

test("every point and the whole chain of the total, in both languages", async () => {
  const { en, zh } = await explain({ Test: 75, Rate: 0.025, Talk: 15, Late: 1 });
  expect(en.lines.map((line) => `${line.value} | ${line.points} | ${line.why}`)).toEqual([
    "75 | 25 of 50 | 75 is 50% of the way from 60 (none) to 90 (all): 25 of 50 points.",
    "2.5% | 15 of 30 | 2.5% is 50% of the way from 3.1% (none) to 1.9% (all): 15 of 30 points.",
    "15 | 15 of 20 | 15 of 20 points were given by hand.",
    "1 | -2 | 1 x 2 points taken away: -2 points.",
  ]);
  expect(en.total).toEqual([
    "Earned: S 40 + T 15 = 55 of 100 points.",
    "With deductions -2: 53.",
    "Total: 53.00.",
    "Rank 1 of 1; 1 within North.",
  ]);
  expect(zh.lines[1]!.why).toBe("2.5% 位于零分值 3.1% 到满分值 1.9% 的 50% 处：得 15 分（满分 30 分）。");
  expect(zh.total).toEqual([
    "得分：S 40 + T 15 = 55（满分 100 分）。",
    "加减后（扣分 -2）：53。",
    "总分：53.00。",
    "排名第 1（共 1 人）；在班组“North”中第 1。",
  ]);
});

test("what does not count says where its points went; the others say what they can count now", async () => {
  const { en } = await explain({ Test: "", Rate: 0.04, Talk: 20, Late: "" });
  expect(en.lines.map((line) => [line.points, line.why])).toEqual([
    ["", "There is no value: its 50 points are not counted here and go in equal parts to the others of its section."],
    ["0 of 80", "4% is at or above 3.1%, where nothing is earned: 0 of 30 points."],
    ["20 of 20", "20 of 20 points were given by hand."],
    ["", "There is no value: nothing is added or taken away."],
  ]);
});

test("a failed critical item is told even where it changes nothing", async () => {
  const { en, set } = await explain({ Test: 60, Rate: 0.04, Talk: 0, Late: 0 });
  expect(set.total[0]).toBe(0);
  expect(en.total).toContain(
    "Critical item failed: Talk (the total is at most 60). Without that the total would be 0.00.",
  );
  const capped = await explain({ Test: 90, Rate: 0.019, Talk: 0, Late: 0 });
  expect(capped.set.total[0]).toBe(60);
  expect(capped.zh.total).toContain("触发一票否决：Talk（总分最高 60）。否则总分为 80.00。");
});

test("sums in another order are no steps of their own", async () => {
  const points = [14.3, 7.15, 21.45, 0.7, 9.1, 13.3, 3.4, 30.6];
  const rubric = points.map((each, index) => ({
    Section: `S${index % 3}`,
    Indicator: `I${index}`,
    Points: each,
    Method: "manual",
  }));
  const given = Object.fromEntries(points.map((each, index) => [`I${index}`, each]));
  const book = await bookFrom(rubric, { Metrics: [agent(given)] });
  const { total } = explainEvaluation(book, scoreOnly(book), 0, "en");
  expect(total.slice(1)).toEqual(["Total: 100.00.", "Rank 1 of 1; 1 within North."]);
});

test("the sheet of one rubric out of several does not replace that of another", async () => {
  const rubric = ["A", "B"].map((name) => ({ Rubric: name, Indicator: "Talk", Points: 100, Method: "manual" }));
  const Metrics = ["A", "B"].map((name, index) => ({
    "Agent ID": String(index),
    Rubric: name,
    Period: "2026-10",
    Talk: 50,
  }));
  const book = await bookFrom(rubric, { Metrics });
  const nameOf = (chosen?: string) => planEvaluation(book, scoreBook(book, { rubric: chosen }), "en").sheet.name;
  expect([nameOf(), nameOf("A"), nameOf("B")]).toEqual([
    "Evaluation 2026-10",
    "Evaluation 2026-10 A",
    "Evaluation 2026-10 B",
  ]);
});

test("a mistake in another period neither blocks this one nor makes its sheet stale", async () => {
  const rubric = [{ Indicator: "Talk", Points: 100, Method: "manual" }];
  const rows = [
    { "Agent ID": "1", Period: "2026-09", Talk: 50 },
    { "Agent ID": "1", Period: "2026-10", Talk: 60 },
  ];
  const before = await bookFrom(rubric, { Metrics: rows });
  const { sheet } = planEvaluation(before, scoreBook(before, { period: "2026-09" }), "en");
  const after = await bookFrom(rubric, { Metrics: [...rows, rows[1]!] });
  expect(scoreBook(after, { period: "2026-09" }).sets).toHaveLength(1);
  expect(scoreBook(after, { period: "2026-10" }).sets).toHaveLength(0);
  const snapshot = {
    ...after.snapshot,
    sheets: [{ name: sheet.name, visible: true, head: sheet.rows.slice(0, 3).map((row) => row[0] as string) }],
  };
  expect(staleEvaluations({ ...after, snapshot })).toEqual([]);
});

test("Rubric tells who is scored by what, even where Role stands beside it; a name on the first row only is read on", async () => {
  const rubric = [
    { Rubric: "Hotline", Section: "S", Indicator: "Talk", Points: 60, Method: "manual" },
    { Rubric: "", Section: "", Indicator: "Test", Points: 40, Method: "manual" },
  ];
  const Metrics = [{ "Agent ID": "1", Role: "Senior", Rubric: "Hotline", Period: "2026-10", Talk: 30, Test: 20 }];
  const book = await bookFrom(rubric, { Metrics });
  expect(scoreBook(book).findings.map((finding) => `${finding.code} ${finding.severity}`)).toEqual([
    "rubric-and-section-stated error",
    "rubric-and-section-stated warning",
  ]);
  expect(book.subject.rubrics.map((each) => [each.name, each.sections.length])).toEqual([["Hotline", 1]]);
});
