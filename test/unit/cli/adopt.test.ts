import { readFileSync, writeFileSync } from "node:fs";
import { newXlsx, openXlsx } from "../../../src/xlsx";
import { command, workFolder } from "../../support/command";

type Rows = readonly (readonly (string | number | null)[])[];

const { file, remove } = workFolder();
afterAll(remove);

/** Writes a workbook of plain sheets. */
function write(name: string, sheets: Readonly<Record<string, Rows>>): string {
  const book = newXlsx();
  for (const [sheet, rows] of Object.entries(sheets)) {
    const width = Math.max(...rows.map((row) => row.length));
    book.addSheet({
      name: sheet,
      rows: rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null)),
      columnWidths: [],
      freeze: { rows: 0, columns: 0 },
      formats: [],
      highlights: [],
      print: { orientation: "portrait", titleRows: 0 },
    });
  }
  writeFileSync(file(name), book.save());
  return file(name);
}

const LIST: Rows = [
  ["Monthly KPIs"],
  ["KPI", "Weight", "Target", "Minimum", "Scoring rule"],
  ["CSAT", 0.5, 0.95, 0.8, "linear"],
  ["QA score", 0.3, 95, 75, null],
  ["Adherence", 0.2, ">= 95%", "85%", null],
];

const MONTH: Rows = [
  ["Hotline - October 2026"],
  ["Emp ID", "Agent Name", "CSAT %", "QA score", "Adherence"],
  ["A1", "Ann Lee", 0.875, 85, 0.9],
  ["A2", "Bob Ray", 0.95, 75, 0.95],
  ["Average", null, 0.91, 80, 0.925],
];

const rowsOf = (name: string, sheet: string, rows: number, columns: number) =>
  openXlsx(readFileSync(file(name))).readValues(sheet, { row: 0, column: 0, rows, columns });

test("what is certain becomes a rubric; proposals and the period stay questions", async () => {
  const book = write("book.xlsx", { KPIs: LIST, Data: MONTH });
  const { status, out } = await command(["adopt", book, "--out", file("certain.xlsx"), "--json"]);
  expect(status).toBe(0);
  const { tables, open } = JSON.parse(out);
  expect(open).toEqual([
    { question: "QA score: are points linear between the minimum and the target?", sheet: "KPIs", address: "C4" },
    { question: "Adherence: are points linear between the minimum and the target?", sheet: "KPIs", address: "C5" },
    {
      question: "Are these the metrics of 2026-10? The title or the name of the sheet or file says so; no column does.",
      sheet: "Data",
      address: "A2",
    },
  ]);
  expect(tables).toContainEqual(expect.objectContaining({ role: "rubric", sheet: "Rubric", certain: true }));
  const rubric = rowsOf("certain.xlsx", "Rubric", 4, 12);
  const column = (header: string) => rubric.slice(1).map((row) => row[rubric[0]!.indexOf(header)]);
  expect(column("Indicator")).toEqual(["CSAT", "QA score", "Adherence"]);
  expect(column("Points")).toEqual([50, 30, 20]);
  expect(column("Method")).toEqual(["linear", null, null]);
  expect(column("Full at")).toEqual([0.95, 95, 0.95]);
  expect(column("Zero at")).toEqual([0.8, 75, 0.85]);
  // Nothing that a person typed has changed.
  expect(rowsOf("certain.xlsx", "KPIs", 5, 5)).toEqual(LIST.map((row) => [0, 1, 2, 3, 4].map((at) => row[at] ?? null)));
});

test("with the proposals it can be scored at once", async () => {
  const book = write("book.xlsx", { KPIs: LIST, Data: MONTH });
  const adopted = await command(["adopt", book, "--out", file("likely.xlsx"), "--accept", "likely", "--json"]);
  expect([adopted.status, JSON.parse(adopted.out).open]).toEqual([0, []]);
  const { status, out } = await command(["score", file("likely.xlsx"), "--out", file("scored.xlsx"), "--json"]);
  expect(JSON.parse(out).findings.filter((each: { severity: string }) => each.severity === "error")).toEqual([]);
  expect(status).toBe(0);
  const { period, evaluations } = JSON.parse(out);
  expect(period).toBe("2026-10");
  expect(evaluations.map(({ agentId, total }: { agentId: string; total: number }) => [agentId, total])).toEqual([
    ["A1", 50],
    ["A2", 70],
  ]);
});

test("rules in words are read, and agents without an ID go by their name", async () => {
  const book = write("zh.xlsx", {
    考核办法: [
      ["考核项目", "权重", "计分规则"],
      ["满意度", 60, "低于80%不得分，达到95%得满分，之间线性计分"],
      ["质检成绩", 40, "看情况"],
    ],
    "2026年10月": [
      ["员工姓名", "满意度", "质检成绩"],
      ["王芳", 0.875, 85],
      ["李伟", 0.95, 75],
    ],
  });
  const { status, out } = await command([
    "adopt",
    book,
    "--out",
    file("zh-out.xlsx"),
    "--accept",
    "likely",
    "--json",
    "--lang",
    "zh-CN",
  ]);
  expect(status).toBe(0);
  expect(JSON.parse(out).open).toEqual([expect.objectContaining({ sheet: "考核办法", address: "C3" })]);
  const rubric = rowsOf("zh-out.xlsx", "评分标准", 3, 12);
  expect(rubric[1]![rubric[0]!.indexOf("计分方式")]).toBe("线性");
  expect(rubric[1]![rubric[0]!.indexOf("零分值")]).toBe(0.8);
  expect(rubric[1]![rubric[0]!.indexOf("满分值")]).toBe(0.95);
  expect(rowsOf("zh-out.xlsx", "指标数据", 2, 5)).toEqual([
    ["工号", "姓名", "期间", "满意度", "质检成绩"],
    ["王芳", "王芳", "2026-10", 0.875, 85],
  ]);
});

test("a workbook of another trade is left alone", async () => {
  const book = write("stock.xlsx", {
    Stock: [
      ["Item", "Qty"],
      ["Bolt", 30],
      ["Nut", 70],
    ],
  });
  const { status, out } = await command(["adopt", book, "--out", file("stock-out.xlsx"), "--json"]);
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ tables: [], open: [] });
  expect(() => readFileSync(file("stock-out.xlsx"))).toThrow();
});

test("a note that says how points are earned is the rule; any other note stays one", async () => {
  const list: Rows = [
    ["KPI", "Weight", "Target", "Minimum", "备注"],
    ["CSAT", 50, 0.95, 0.8, "linear"],
    ["Complaints", 30, null, null, "each complaint costs 10 points"],
    ["投诉", 20, null, null, "每次扣 5 分"],
    ["QA score", 0, null, null, "as the supervisor feels"],
  ];
  const book = write("notes.xlsx", { KPIs: list, Data: MONTH });
  await command(["adopt", book, "--out", file("notes-out.xlsx"), "--json"]);
  const rubric = rowsOf("notes-out.xlsx", "Rubric", 5, 13);
  const column = (header: string) => rubric.slice(1).map((row) => row[rubric[0]!.indexOf(header)]);
  expect(column("Method")).toEqual(["linear", "deduct", "deduct", null]);
  expect(column("Per event")).toEqual([null, 10, 5, null]);
  expect(column("Rule")).toEqual(["linear", "each complaint costs 10 points", "每次扣 5 分", null]);
  expect(column("Note")).toEqual([null, null, null, "as the supervisor feels"]);
});
