import { defineTemplate, unstated, type Both, type DataSheet, type IndicatorSpec, type RubricSpec } from "./template";

/** Posts with the numbers of their checklists' categories and lines. The source states these numbers, but no names. */
const POSTS = [
  { name: "Duty supervisor | 值班主管", categories: 6, lines: 58, people: 6 },
  { name: "Information officer | 信息专员", categories: 2, lines: 36, people: 5 },
  { name: "Shift leader | 班组长", categories: 7, lines: 70, people: 7 },
  { name: "Agent | 话务员", categories: 11, lines: 79, people: 22 },
] as const satisfies readonly { name: Both; categories: number; lines: number; people: number }[];

/** 100 points in parts that differ by at most one. */
const pointsOf = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => Math.floor(100 / count) + (index < 100 % count ? 1 : 0));

const rubrics = POSTS.map(({ name, categories, people }): RubricSpec => {
  const specs = pointsOf(categories).map((points, index): IndicatorSpec => ({
    name: `Category ${index + 1} | 第 ${index + 1} 类`,
    method: "checklist",
    points: unstated(points),
    show: "0%",
    rule: "Checklist with a requirement and a time limit per line; self-checked daily, spot-checked by the superior. | 检查表，每项有要求和时限；每日自查，上级抽查。",
    meant: "Share of the lines that were met. | 达标条目所占比例。",
  }));
  return { name, people, sections: { "Key behaviours | 关键行为": specs } };
});

/** Which lines belong to which category is for people to fill in. */
const checklist: DataSheet = {
  name: "Checklists | 检查表",
  headers: [
    "Post | 岗位类别",
    "Line | 条目",
    "Category | 类别",
    "Requirement | 要求",
    "Time limit | 时限",
    "Self-check | 自查",
    "Spot check | 抽查",
  ],
  rows: POSTS.flatMap(({ name, lines }) =>
    Array.from({ length: lines }, (_, line) => [name, line + 1, null, null, null, null, null]),
  ),
  widths: [20, 8, 14, 50, 14, 12, 12],
};

const pareto: DataSheet = {
  name: "Pareto | 帕累托",
  headers: ["Wish | 客户期望", "Mentions | 提及次数", "Share | 占比", "Cumulative share | 累计占比"],
  rows: [
    ["Picked up quickly | 快速接通", null, null, null],
    ["Solved at once | 一次解决", null, null, null],
    ["Proactive | 主动服务", null, null, 0.496],
    ["Customers surveyed | 调查客户数", 1000, null, null],
  ],
  widths: [30, 14, 12, 18],
  shows: { 2: "0.0%", 3: "0.0%" },
};

const KPIS = [
  "Satisfaction | 满意度",
  "Answer rate | 接通率",
  "First-call resolution | 首次解决率",
  "Monthly staff turnover | 员工月流失率",
] as const satisfies readonly Both[];

const matrix: DataSheet = {
  name: "Cause and effect | 因果矩阵",
  headers: ["Cause | 原因", ...KPIS, "Chosen | 入选"],
  rows: [
    ["Weight of the KPI | 指标权重", null, null, null, null, null],
    ...Array.from({ length: 12 }, (_, index) => [
      `Cause ${index + 1} | 原因 ${index + 1}`,
      null,
      null,
      null,
      null,
      null,
    ]),
  ],
  widths: [30, 14, 14, 20, 24, 12],
};

const effect: DataSheet = {
  name: "Effect | 改善效果",
  headers: ["KPI | 关键指标", "Before | 改善前", "Two years later | 两年后", "Note | 备注"],
  rows: [
    [KPIS[0], null, null, "Held above 99 % | 保持在 99% 以上"],
    [KPIS[1], null, null, "Held above 99 % | 保持在 99% 以上"],
    [KPIS[2], 0.8627, 0.9183, null],
    [KPIS[3], 0.0486, 0.028, null],
  ],
  widths: [28, 12, 16, 34],
  shows: { 1: "0.00%", 2: "0.00%" },
};

export default defineTemplate({
  id: "dmaic-checklists",
  number: "T3",
  name: "DMAIC improvement with checklists | DMAIC 改进与关键行为检查表",
  summary:
    "Key-behaviour checklists for four posts, with a Pareto table of customer wishes, a cause-and-effect matrix and the KPIs before and after. | 四个岗位的关键行为检查表，附客户期望帕累托表、因果矩阵和改善前后的关键指标。",
  rubrics,
  sheets: [checklist, pareto, matrix, effect],
  known: [{ code: "points-stated", column: "points", of: "all" }],
});
