import type { RawCell } from "../../src/core/cell/cell";
import type { SourceTable } from "../../src/core/cell/table";
import { randomOf } from "../bench/data";

/** A workbook as data for tests to change: each table on a sheet of its own name, from A1, with the header row first. */
export interface CleanBook {
  readonly tables: Record<string, RawCell[][]>;
  /** Columns of Metrics in per cent. */
  readonly percent: readonly string[];
  /** Cells in a time format, by table: `row:column`, the header row being 0. */
  times?: Record<string, Set<string>>;
  /** Formulas without a result, by table; rows count from 0 at the first data row. */
  uncalculated?: Record<string, { row: number; column: number }[]>;
}

export function sourcesOfBook({ tables, percent, times = {}, uncalculated = {} }: CleanBook): readonly SourceTable[] {
  return Object.entries(tables).map(([name, values]) => {
    const formats = (values[0] ?? []).map((header) => (percent.includes(String(header)) ? "0.0%" : "General"));
    const own = times[name];
    const missing = uncalculated[name];
    const formulas = missing ? { formulas: { missing, stale: [] } } : {};
    const table = { name, sheet: name, row: 0, column: 0, values, formats, ...formulas };
    if (!own) return table;
    const rowFormats = values
      .slice(1)
      .map((_, row) => formats.map((format, column) => (own.has(`${row + 1}:${column}`) ? "[m]:ss" : format)));
    return { ...table, formats: rowFormats[0]!, rowFormats };
  });
}

type Row = Readonly<Record<string, RawCell>>;

function tableOf(headers: readonly string[], rows: readonly Row[]): RawCell[][] {
  return [[...headers], ...rows.map((row) => headers.map((header) => row[header] ?? ""))];
}

const AGENTS = 40;
const round = (value: number, digits: number): number => Number(value.toFixed(digits));

const RUBRIC = ["Rubric", "Section", "Indicator", "Points", "Method", "Metric", "Zero at", "Full at"];
const MORE = ["Per event", "Step", "Limit", "Scale", "If missing", "Critical", "Fail at", "Rule", "Note"];
const SCALES = ["Scale", "Grade", "From", "To", "Ends", "Points", "Points to", "Share", "Share to", "Outcome"];

/** One rubric of a hotline: lines, a comparison with the mean, pieces, bands, a deduction and a bonus; two periods. */
export function hotlineBook(): CleanBook {
  const [quality, service, knowledge, extra] = [
    "Quality (40 points)",
    "Service (40 points)",
    "Knowledge (20 points)",
    "Extra",
  ];
  const metrics = ["Process", "Accuracy", "Calls", "Satisfied", "Transfers", "Test", "Late", "Praise"];
  const random = randomOf(1);
  const agent = (index: number, Period: string): Row => ({
    "Agent ID": `A${1001 + index}`,
    Name: `Agent ${index + 1}`,
    Team: `Team ${1 + (index % 4)}`,
    Period,
    Process: round(0.78 + 0.2 * random(), 3),
    Accuracy: round(0.86 + 0.13 * random(), 3),
    Calls: Math.round(1000 + 500 * random()),
    Satisfied: round(0.94 + 0.06 * random(), 4),
    Transfers: round(0.015 + 0.02 * random(), 4),
    Test: index % 13 === 5 ? "" : Math.round(50 + 50 * random()),
    Late: Math.floor(3 * random() * random()),
    Praise: Math.floor(3 * random()),
  });
  const periods = ["2026-10", "2026-09"];
  const line = (
    Section: string,
    Indicator: string,
    Points: RawCell,
    Method: string,
    Metric: string,
    more: Row = {},
  ): Row => ({
    Rubric: "Hotline",
    Section,
    Indicator,
    Points,
    Method,
    Metric,
    ...more,
  });
  return {
    percent: ["Process", "Accuracy", "Satisfied", "Transfers"],
    tables: {
      Rubric: tableOf(
        [...RUBRIC, ...MORE],
        [
          line(quality, "1. Process", 25, "linear", "Process", { "Zero at": 0.8, "Full at": 0.95 }),
          line(quality, "2. Accuracy", 15, "linear", "Accuracy", {
            "Zero at": 0.85,
            "Full at": 0.98,
            Critical: "cap 60",
            "Fail at": 0.8,
          }),
          line(service, "3. Call volume", 15, "peer", "Calls", { "Zero at": -0.2, "Full at": 0.2 }),
          line(service, "4. Satisfaction", 15, "piecewise", "Satisfied", { Scale: "Satisfaction" }),
          line(service, "5. Transfers", 10, "linear", "Transfers", {
            "Zero at": 0.031,
            "Full at": 0.019,
            Rule: "Lower is better. Below 1.9 % earns all points.",
          }),
          line(knowledge, "6. Quarterly test", 20, "bands", "Test", { Scale: "Test", "If missing": "exclude" }),
          line(extra, "7. Attendance", "", "deduct", "Late", { "Per event": 2, Limit: 10 }),
          line(extra, "8. Praise", "", "bonus", "Praise", { "Per event": 1, Limit: 5 }),
        ],
      ),
      Scales: tableOf(SCALES, [
        { Scale: "Satisfaction", To: 0.95, Ends: "[)", Share: 0 },
        { Scale: "Satisfaction", From: 0.95, To: 0.99, Ends: "[)", Share: 0.3, "Share to": 1 },
        { Scale: "Satisfaction", From: 0.99, Ends: "[)", Share: 1 },
        { Scale: "Test", From: 90, Points: 20 },
        { Scale: "Test", From: 80, Points: 16 },
        { Scale: "Test", From: 60, Points: 10 },
        { Scale: "Test", Points: 0 },
        { Scale: "Total", Grade: "A", From: 90, Outcome: "award" },
        { Scale: "Total", Grade: "B", From: 75 },
        { Scale: "Total", Grade: "C", From: 60 },
        { Scale: "Total", Grade: "D", Outcome: "coaching" },
      ]),
      Metrics: tableOf(
        ["Agent ID", "Name", "Team", "Period", ...metrics],
        periods.flatMap((period) => Array.from({ length: AGENTS }, (_, index) => agent(index, period))),
      ),
      Settings: tableOf(
        ["Setting", "Value", "Rubric"],
        [
          { Setting: "Full score", Value: 100 },
          { Setting: "Decimals", Value: 2 },
          { Setting: "Highest total", Value: 105 },
          { Setting: "Section deductions: Extra", Value: 10 },
        ],
      ),
    },
  };
}

/** Agents with grades, ratings of several raters, a checklist, an exam and the ledger. Their leaders are scored by their teams. */
export function gradedBook(): CleanBook {
  const random = randomOf(2);
  const grade = (): string => "SABC"[Math.floor(4 * random())]!;
  const items = ["Greets at once", "Says the name", "Sums up", "Says goodbye"];
  const line = (
    Rubric: string,
    Section: string,
    Indicator: string,
    Points: RawCell,
    Method: string,
    more: Row = {},
  ): Row => ({
    Rubric,
    Section,
    Indicator,
    Points,
    Method,
    ...more,
  });
  const agents = Array.from({ length: AGENTS }, (_, index): Row => ({
    "Agent ID": `G${101 + index}`,
    Rubric: "Agent",
    Team: `T${1 + (index % 4)}`,
    Period: "2026-10",
    Talk: grade(),
    Record: grade(),
    ...Object.fromEntries(items.map((item) => [item, random() < 0.75 ? "yes" : "no"])),
    Exam: Math.round(40 + 60 * random()),
  }));
  const leaders = Array.from({ length: 4 }, (_, index): Row => ({
    "Agent ID": `L${1 + index}`,
    Rubric: "Leader",
    Leads: `T${1 + index}`,
    Period: "2026-10",
    Reports: index % 2,
  }));
  const rate = (agent: Row, Rater: string, type: string): Row => ({
    "Agent ID": agent["Agent ID"],
    Period: "2026-10",
    Indicator: "Conduct",
    Rater,
    "Rater type": type,
    Rating: Math.round(2 + 3 * random()),
  });
  return {
    percent: [],
    tables: {
      Rubric: tableOf(
        [...RUBRIC, ...MORE],
        [
          line("Agent", "Work", "Talk", 30, "grade", { Scale: "Talk" }),
          line("Agent", "Work", "Record", 20, "grade", { Scale: "Record" }),
          line("Agent", "Attitude", "Conduct", 20, "raters", { "Zero at": 1, "Full at": 5 }),
          line("Agent", "Attitude", "Opening", 20, "checklist"),
          line("Agent", "Knowledge", "Exam", 10, "pass-fail", { "Full at": 60 }),
          line("Agent", "Discipline", "Late", "", "deduct", {
            "Per event": 1,
            Limit: 10,
            Critical: "section",
            "Fail at": 5,
          }),
          line("Leader", "Team", "Mean of the members", 70, "team", { "Zero at": 40, "Full at": 90 }),
          line("Leader", "Team", "Members with A", 20, "team", { Metric: "A", "Zero at": 0, "Full at": 0.5 }),
          line("Leader", "Own work", "Reports", 10, "deduct", { "Per event": 2 }),
        ],
      ),
      Scales: tableOf(SCALES, [
        ...[30, 24, 18, 6].map((Points, index) => ({ Scale: "Talk", Grade: "SABC"[index]!, Points })),
        ...[20, 16, 12, 4].map((Points, index) => ({ Scale: "Record", Grade: "SABC"[index]!, Points })),
        { Scale: "Conduct", Grade: "customer", Share: 0.5 },
        { Scale: "Conduct", Grade: "superior", Share: 0.3 },
        { Scale: "Conduct", Grade: "peer", Share: 0.2 },
        ...items.map((Grade) => ({ Scale: "Opening", Grade, Share: 1 })),
        { Scale: "Total", Grade: "A", From: 70, To: "", Ends: "[)" },
        { Scale: "Total", Grade: "B", From: 50, To: 70, Ends: "[)" },
        { Scale: "Total", Grade: "C", From: "", To: 50, Ends: "[)" },
      ]),
      Metrics: tableOf(
        ["Agent ID", "Rubric", "Team", "Leads", "Period", "Talk", "Record", ...items, "Exam", "Reports"],
        [...agents, ...leaders],
      ),
      Ratings: tableOf(
        ["Agent ID", "Period", "Indicator", "Rater", "Rater type", "Rating"],
        agents.flatMap((agent) => [
          rate(agent, "Kim", "customer"),
          rate(agent, "Lee", "superior"),
          rate(agent, "Max", "peer"),
        ]),
      ),
      Ledger: tableOf(
        ["Date", "Agent ID", "Indicator", "Count", "Points"],
        agents
          .filter((_, index) => index % 5 === 0)
          .map((agent, index) => ({
            Date: `2026-10-${10 + index}`,
            "Agent ID": agent["Agent ID"],
            Indicator: "Late",
            Count: 1,
          })),
      ),
    },
  };
}

/** Three rubrics in Chinese, by attainment, steps and ratings, and a year made of its months. */
export function severalBook(): CleanBook {
  const random = randomOf(3);
  const line = (
    rubric: string,
    section: string,
    name: string,
    points: RawCell,
    method: string,
    more: Row = {},
  ): Row => ({
    考核表: rubric,
    维度: section,
    指标: name,
    分值: points,
    计分方式: method,
    ...more,
  });
  const months = ["2026-10", "2026-09"];
  const person = (index: number, 岗位: string, 期间: string): Row => ({
    工号: `${岗位 === "客服" ? 1 : 2}${String(index).padStart(3, "0")}`,
    姓名: `人员${index}`,
    岗位,
    班组: `${1 + (index % 3)}班`,
    期间,
    接待量: Math.round(300 + 200 * random()),
    解决率: round(0.88 + 0.1 * random(), 3),
    满意度评分: Math.round(60 + 40 * random()),
    投诉率: round(0.002 + 0.008 * random(), 4),
    表扬: Math.floor(3 * random()),
  });
  return {
    percent: ["解决率", "投诉率"],
    tables: {
      评分标准: tableOf(
        [
          "考核表",
          "维度",
          "指标",
          "分值",
          "计分方式",
          "数据列",
          "零分值",
          "满分值",
          "每次分值",
          "步长",
          "上限",
          "等级表",
          "缺失处理",
          "一票否决",
          "否决值",
          "评分细则",
        ],
        [
          line("客服", "业绩（50分）", "接待完成", 30, "完成率", { 数据列: "接待量", 满分值: 450, 上限: 1 }),
          line("客服", "业绩（50分）", "问题解决", 20, "步长（每满一步）", {
            数据列: "解决率",
            满分值: 0.95,
            每次分值: 2,
            步长: 0.01,
          }),
          line("客服", "态度（50分）", "满意度", 30, "评分", { 数据列: "满意度评分", 零分值: 0, 满分值: 100 }),
          line("客服", "态度（50分）", "投诉", 20, "线性", {
            数据列: "投诉率",
            零分值: 0.01,
            满分值: 0.003,
            评分细则: "投诉率越低越好，低于 0.3% 得满分，高于 1% 不得分",
          }),
          line("客服", "奖励", "表扬", "", "加分", { 每次分值: 0.5, 上限: 2 }),
          line("专员", "质量", "解决率", 60, "线性", { 数据列: "解决率", 零分值: 0.85, 满分值: 0.97 }),
          line("专员", "质量", "评价", 40, "分段线性", { 数据列: "满意度评分", 等级表: "评价" }),
          line("年度", "汇总", "各月总分", 100, "期间汇总", { 零分值: 0, 满分值: 100 }),
        ],
      ),
      等级表: tableOf(
        ["等级表", "等级", "起点", "止点", "端点", "比例", "终点比例"],
        [
          { 等级表: "评价", 止点: 60, 端点: "[)", 比例: 0 },
          { 等级表: "评价", 起点: 60, 止点: 95, 端点: "[)", 比例: 0.4, 终点比例: 1 },
          { 等级表: "评价", 起点: 95, 端点: "[)", 比例: 1 },
          { 等级表: "总分", 等级: "优", 起点: 85 },
          { 等级表: "总分", 等级: "良", 起点: 70 },
          { 等级表: "总分", 等级: "中", 起点: 0 },
        ],
      ),
      指标数据: tableOf(
        ["工号", "姓名", "岗位", "班组", "期间", "接待量", "解决率", "满意度评分", "投诉率", "表扬"],
        [
          ...months.flatMap((month) => [
            ...Array.from({ length: AGENTS }, (_, index) => person(index, "客服", month)),
            ...Array.from({ length: AGENTS }, (_, index) => person(index, "专员", month)),
          ]),
          ...Array.from({ length: 3 }, (_, index): Row => ({
            工号: `1${String(index).padStart(3, "0")}`,
            岗位: "年度",
            期间: "2026",
          })),
        ],
      ),
      设置: tableOf(
        ["设置", "值", "考核表"],
        [
          { 设置: "满分", 值: 100 },
          { 设置: "小数位", 值: 1, 考核表: "专员" },
          { 设置: "维度最高分：质量", 值: 100, 考核表: "专员" },
        ],
      ),
    },
  };
}
