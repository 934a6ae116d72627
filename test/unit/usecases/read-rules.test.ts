import { listRows } from "../../../src/core/cell/packed";
import type { PlanCell } from "../../../src/core/plan/plan";
import type { Locale } from "../../../src/core/text/locale";
import type { RuleChanges } from "../../../src/usecases/rules";
import { checkBook, readBook } from "../../../src/usecases";
import {
  answerRule,
  applyRules,
  createRuleReader,
  pastedRules,
  planPastedRules,
  planRubricRules,
  rubricRules,
  ruleInWords,
  tryRule,
} from "../../../src/usecases/rules";
import type { MemorySheet } from "../../support/memory-workbook";
import { MemoryWorkbook } from "../../support/memory-workbook";

const HEADERS = ["Indicator", "Points", "Method", "Zero at", "Full at", "Per event", "Limit", "Scale", "Rule"];

function rubricSheet(rows: readonly (readonly PlanCell[])[], blankRows = 0): MemorySheet {
  const all = [HEADERS, ...rows, ...Array.from({ length: blankRows }, () => HEADERS.map(() => null))];
  const table = { name: "Rubric", row: 0, column: 0, rows: all.length, columns: HEADERS.length };
  return { name: "Rubric", rows: all, tables: [table] };
}

const row = (cells: Readonly<Record<string, PlanCell>>): PlanCell[] => HEADERS.map((header) => cells[header] ?? null);
const NO_CHANGES: RuleChanges = {};
const QUIZ = "60 分以下不得分，90 分以上满分，之间线性";
const BANDS = "95% 以上得 10 分，90%-95% 得 6 分，90% 以下得 0 分";

async function open(...sheets: MemorySheet[]) {
  const port = new MemoryWorkbook({ sheets: sheets.length > 0 ? sheets : [{ name: "Sheet1", rows: [] }] });
  return { port, book: await readBook(port) };
}

const rowsOf = async (port: MemoryWorkbook, table: string) => {
  const found = (await port.read()).tables.find(({ name }) => name === table);
  return found && listRows(found.values).map((cells) => cells.map((cell) => ((cell ?? "") === "" ? null : cell)));
};

describe("the rules of the rubric", () => {
  const read = (book: Awaited<ReturnType<typeof open>>["book"], changes = NO_CHANGES) =>
    rubricRules(book, undefined, changes, createRuleReader());

  test.each<[string, Readonly<Record<string, PlanCell>>, readonly string[]]>([
    ["blank cells would be filled", { Rule: QUIZ }, ["Method blank linear", "Zero at blank 60", "Full at blank 90"]],
    [
      "cells that say the same, in either language",
      { Rule: QUIZ, Method: "线性", "Zero at": 60, "Full at": 90 },
      ["Method same linear", "Zero at same 60", "Full at same 90"],
    ],
    [
      "a cell that says something else",
      { Rule: QUIZ, Method: "linear", "Zero at": 50 },
      ["Method same linear", "Zero at other 60 not 50", "Full at blank 90"],
    ],
    [
      "another method, whose parameters would go",
      { Rule: "每次扣 2 分", Method: "linear", "Zero at": 50 },
      ["Method other deduct not linear", "Zero at other  not 50", "Per event blank 2"],
    ],
    [
      "percentages as percentages",
      { Rule: "99% 以上满分，97% 以下不得分，之间线性", "Full at": 0.98 },
      ["Method blank linear", "Zero at blank 97%", "Full at other 99% not 98%"],
    ],
  ])("%s", async (_name, cells, expected) => {
    const { book } = await open(rubricSheet([row({ Indicator: "Quiz", Points: 10, ...cells })]));
    const [rule] = read(book);
    const said = rule!.fields
      .filter(({ column }) => column !== "points")
      .map(({ cell, state, said: words, stated }) => {
        const header = HEADERS[cell!.at.column];
        return `${header} ${state} ${words}${state === "other" ? ` not ${stated}` : ""}`;
      });
    expect(said).toEqual(expected);
  });

  test("a row without words is passed over, and one that is not understood says so", async () => {
    const { book } = await open(
      rubricSheet([row({ Indicator: "A", Method: "manual" }), row({ Indicator: "B", Rule: "Be nice" })]),
    );
    const rules = read(book);
    expect(rules.map(({ indicator, reading, fields }) => [indicator.name, reading.rule, fields])).toEqual([
      ["B", undefined, []],
    ]);
    expect(rules[0]!.reading.doubts.length).toBeGreaterThan(0);
    expect(ruleInWords(rules[0]!.reading, "en")).toBe("");
  });

  test("applying fills what is blank, keeps what says something else, and goes back", async () => {
    const { port, book } = await open(
      rubricSheet([row({ Indicator: "Quiz", Points: 10, Method: "linear", "Zero at": 50, Rule: QUIZ })]),
    );
    const change = await applyRules(port, planRubricRules(book, read(book)));
    expect([port.cell("Rubric", 1, 3), port.cell("Rubric", 1, 4)]).toEqual([50, 90]);
    await change.undo();
    expect([port.cell("Rubric", 1, 3), port.cell("Rubric", 1, 4)]).toEqual([50, null]);
  });

  test("cells that say something else are overwritten when a person says so", async () => {
    const { port, book } = await open(
      rubricSheet([row({ Indicator: "Rate", Points: 10, Method: "deduct", "Per event": 2, Rule: QUIZ })]),
    );
    const [rule] = read(book);
    expect(planRubricRules(book, [rule!])).toMatchObject({ rows: 0, plan: { edits: [] } });
    const chosen = read(book, { [rule!.key]: { overwrite: true } });
    await applyRules(port, planRubricRules(book, chosen));
    expect((await rowsOf(port, "Rubric"))![1]).toEqual(["Rate", 10, "linear", 60, 90, null, null, null, QUIZ]);
  });

  test("a scale goes to the Scales table, under a name that is free, or to a new one", async () => {
    const scales: MemorySheet = {
      name: "Scales",
      rows: [
        ["Scale", "From", "To", "Ends", "Points"],
        ["Rate", 1, null, null, 5],
      ],
      tables: [{ name: "Scales", row: 0, column: 0, rows: 2, columns: 5 }],
    };
    const rubric = rubricSheet([row({ Indicator: "Rate", Points: 10, Rule: BANDS })]);
    const { port, book } = await open(rubric, scales);
    const change = await applyRules(port, planRubricRules(book, read(book)));
    expect(port.cell("Rubric", 1, 7)).toBe("Rate 2");
    expect((await rowsOf(port, "Scales"))!.slice(1)).toEqual([
      ["Rate", 1, null, null, 5],
      ["Rate 2", null, 0.9, "(]", 0],
      ["Rate 2", 0.9, 0.95, "()", 6],
      ["Rate 2", 0.95, null, null, 10],
    ]);
    expect(port.numberFormat("Scales", 3, 1)).toBe("0%");
    await change.undo();
    expect(await rowsOf(port, "Scales")).toEqual(scales.rows);

    const alone = await open(rubric);
    const plan = planRubricRules(alone.book, read(alone.book));
    expect(plan.newSheets).toEqual(["Scales"]);
    await applyRules(alone.port, plan);
    const again = await readBook(alone.port);
    expect(again.subject.scales.map(({ name }) => name)).toEqual(["Rate"]);
    expect(read(again)[0]!.fields.every(({ state }) => state === "same")).toBe(true);
  });

  test("an answer is kept in the Rule cell and read at once", async () => {
    const peer = "与同岗位均值比，高于均值 20% 得满分";
    const { port, book } = await open(rubricSheet([row({ Indicator: "Calls", Points: 15, Rule: peer })]));
    const [rule] = read(book);
    const doubt = rule!.reading.doubts.find(({ code }) => code === "zero-at-not-stated")!;
    expect(answerRule(peer, doubt.answers[0]!, "much less")).toBeUndefined();
    const text = answerRule(peer, doubt.answers[0]!, " -20% ")!;
    expect(text.startsWith(peer)).toBe(true);
    await applyRules(port, planRubricRules(book, read(book, { [rule!.key]: { text } })));
    expect((await rowsOf(port, "Rubric"))![1]![8]).toBe(text);
  });

  test("columns that the table lacks are named, not passed over", async () => {
    const headers = ["Indicator", "Points", "Method", "Rule"];
    const sheet: MemorySheet = {
      name: "Rubric",
      rows: [headers, ["Quiz", 10, null, QUIZ]],
      tables: [{ name: "Rubric", row: 0, column: 0, rows: 2, columns: 4 }],
    };
    const { book } = await open(sheet);
    expect(planRubricRules(book, read(book)).lacking).toEqual(["Zero at", "Full at"]);
  });

  test("nothing is written when a cell has changed since it was read", async () => {
    const { port, book } = await open(rubricSheet([row({ Indicator: "Quiz", Points: 10, Rule: QUIZ })]));
    port.type({ sheet: "Rubric", row: 1, column: 4, value: 95 });
    await expect(applyRules(port, planRubricRules(book, read(book)))).rejects.toMatchObject({ kind: "changed" });
    expect(port.cell("Rubric", 1, 2)).toBeNull();
  });
});

const POLICY =
  "季考 10 分：60 分以下不得分，90 分以上满分，之间线性。话务量 15 分：与同岗位均值比，高于均值 20% 得满分。" +
  "转接率 5 分：1.9% 以下得 5 分，1.9%-3.1% 得 3 分，3.1% 以上得 0 分。";

describe("pasted rules", () => {
  const read = (text: string, changes = NO_CHANGES) => pastedRules(text, changes, createRuleReader());
  const plan = (book: Awaited<ReturnType<typeof open>>["book"], changes = NO_CHANGES, rubric?: string) =>
    planPastedRules(book, read(POLICY, changes), { rubric, locale: "zh-CN" });

  test("a paragraph becomes a rubric in an empty workbook, what it leaves open becomes findings, and all of it goes back", async () => {
    const { port, book } = await open();
    const made = plan(book);
    expect(made).toMatchObject({ rows: 3, newSheets: ["评分标准", "等级表"], lacking: [] });
    const change = await applyRules(port, made);
    const after = await readBook(port);
    expect(
      after.subject.rubrics[0]!.indicators.map(({ name, points, method, cells }) => [
        name,
        points,
        method,
        cells.rule?.raw,
      ]),
    ).toEqual([
      ["季考", 10, "线性", "季考 10 分：60 分以下不得分，90 分以上满分，之间线性。"],
      ["话务量", 15, "同岗位均值比", "话务量 15 分：与同岗位均值比，高于均值 20% 得满分。"],
      ["转接率", 5, "阶梯", "转接率 5 分：1.9% 以下得 5 分，1.9%-3.1% 得 3 分，3.1% 以上得 0 分。"],
    ]);
    const codes = checkBook(after).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(["threshold-stated", "points-add-up"]));
    await change.undo();
    expect(port.sheetNames()).toEqual(["Sheet1"]);
  });

  test("no number is written that the text does not hold", async () => {
    const { book } = await open();
    const sheets = plan(book).plan.sheets;
    const written = sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => typeof cell === "number");
    const stated = [10, 60, 90, 15, 0.2, 5, 0.019, 0.031, 3, 0];
    expect(written.length).toBeGreaterThan(8);
    expect(written.filter((value) => !stated.includes(value))).toEqual([]);
  });

  test.each([
    ["below the last row", 0, 4],
    ["into blank rows first", 2, 4],
    ["into blank rows alone", 5, 6],
  ])("rows are added to the Rubric table: %s", async (_name, blankRows, filled) => {
    const { port, book } = await open(
      rubricSheet([row({ Indicator: "Tone", Points: 70, Method: "manual" })], blankRows),
    );
    const change = await applyRules(port, plan(book));
    const rows = (await rowsOf(port, "Rubric"))!.slice(1);
    expect(rows).toHaveLength(filled);
    expect(rows.slice(0, 4).map(([indicator]) => indicator)).toEqual(["Tone", "季考", "话务量", "转接率"]);
    expect(rows[1]).toEqual(["季考", 10, "linear", 60, 90, null, null, null, expect.stringContaining("季考")]);
    await change.undo();
    expect(await rowsOf(port, "Rubric")).toHaveLength(2 + blankRows);
  });

  test("what a person changed or left out counts", async () => {
    const { book } = await open();
    const [quiz, calls, transfers] = read(POLICY);
    const changes: RuleChanges = {
      [quiz!.key]: { leftOut: true },
      [calls!.key]: { indicator: "通话量", points: "２０", section: "效率" },
      [transfers!.key]: { points: "five" },
    };
    expect(read(POLICY, changes)[2]).toMatchObject({ points: undefined, pointsUnreadable: true });
    const { plan: made, rows } = plan(book, changes);
    expect(rows).toBe(2);
    expect(made.sheets[0]!.rows[1]!.slice(0, 3)).toEqual(["效率", "通话量", 20]);
  });

  test("rows name the rubric they are added to, where the table has the column", async () => {
    const sheet: MemorySheet = {
      name: "Rubric",
      rows: [
        ["Rubric", "Indicator", "Method"],
        ["Agent", "Tone", "manual"],
        ["Leader", "Tone", "manual"],
      ],
      tables: [{ name: "Rubric", row: 0, column: 0, rows: 3, columns: 3 }],
    };
    const { book } = await open(sheet);
    const named = (rubric?: string) =>
      plan(book, NO_CHANGES, rubric).plan.edits.filter(({ sheet: on, column }) => on === "Rubric" && column === 0);
    expect(named("Leader").map(({ value }) => value)).toEqual(["Leader", "Leader", "Leader"]);
    expect(named()).toEqual([]);
  });
});

describe("trying a rule out", () => {
  const AHT = "AHT 3 minutes or less full marks, 5 minutes or more 0 points, linear in between";
  const reader = createRuleReader();
  test.each<[string, number | undefined, string, Locale, readonly string[]]>([
    [QUIZ, 10, "50; 75 95", "en", ["50 0", "75 5", "95 10"]],
    [BANDS, 10, "93%；0.8", "zh-CN", ["93% 6", "0.8 0"]],
    ["每次扣 2 分，扣完为止", 10, "3", "zh-CN", ["3 4"]],
    [QUIZ, 10, " ", "en", []],
    [AHT, 10, "4:00; 3 min 30 s 5分 3:00", "en", ["4:00 5", "3 min 30 s 7.5", "5分 ", "3:00 10"]],
    [AHT, 10, "3分30秒、4:30；4 minutes", "zh-CN", ["3分30秒 7.5", "4:30 2.5", "4 minutes 5"]],
    [AHT, 10, "240 4 0.985 0,985", "en", ["240 ", "4 5", "0.985 10", "0,985 "]],
    ["90% or above 10 points, below 90% 0 points", 10, "85 85% 0.95", "en", ["85 ", "85% 0", "0.95 10"]],
  ])("%s", (text, points, typed, locale, expected) => {
    const tried = tryRule(reader.rule(text, points), points, typed, locale);
    expect(tried.map(({ value, points: earned }) => `${value} ${earned}`)).toEqual(expected);
  });

  test("a target that is asked for may be typed as a duration", () => {
    const text = "Average handle time in minutes: every 15 sec over the target costs 1 point";
    const { doubts } = reader.rule(text, 10);
    const { answers } = doubts.find(({ code }) => code === "target-not-stated")!;
    expect(answerRule(text, answers[0]!, " 5:30 ")).toBe(`${text}, target 5:30`);
    expect(answerRule(text, answers[0]!, "soon")).toBeUndefined();
  });

  test("a rule that leaves something open gives a reason instead of points", () => {
    const [tried] = tryRule(reader.rule("Be nice", 10), 10, "3", "en");
    expect(tried!.points).toBe("");
    expect(tried!.why).not.toBe("");
  });
});
