import { defineTemplate, unstated, type Both, type DataSheet, type IndicatorSpec, type RubricSpec } from "./template";

/** Posts with the numbers of their checklists' categories and lines. The source states these numbers, but no names. */
const POSTS = [
  { name: "Duty supervisor | 值班主管", categories: 6, lines: 58, people: 6 },
  { name: "Information officer | 信息专员", categories: 2, lines: 36, people: 5 },
  { name: "Shift leader | 班组长", categories: 7, lines: 70, people: 7 },
  { name: "Agent | 话务员", categories: 11, lines: 79, people: 22 },
] as const satisfies readonly { name: Both; categories: number; lines: number; people: number }[];

/**
 * Divides a whole into parts that differ by at most one. The source does not state how lines and points are divided
 * among categories.
 */
const parts = (whole: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => Math.floor(whole / count) + (index < whole % count ? 1 : 0));

const categoryOf = (index: number): Both => `Category ${index + 1} | 第 ${index + 1} 类`;

const rubrics = POSTS.map(({ name, categories, lines, people }): RubricSpec => {
  const counts = parts(lines, categories);
  const points = parts(100, categories);
  const specs = counts.map((count, index): IndicatorSpec => ({
    name: categoryOf(index),
    method: "checklist",
    points: unstated(points[index]!),
    show: "0%",
    rule: `Share of the ${count} lines of the checklist that were met; self-checked daily, spot-checked by the superior. | 检查表 ${count} 项中达标的比例；每日自查，上级抽查。`,
  }));
  return { name, people, sections: { "Key behaviours | 关键行为": specs } };
});

const checklist: DataSheet = {
  name: "Checklists | 检查表",
  headers: [
    "Post | 岗位类别",
    "Category | 类别",
    "Line | 条目",
    "Requirement | 要求",
    "Time limit | 时限",
    "Self-check | 自查",
    "Spot check | 抽查",
  ],
  rows: POSTS.flatMap(({ name, categories, lines }) =>
    parts(lines, categories).flatMap((count, category) =>
      Array.from({ length: count }, (_, line) => [
        name,
        categoryOf(category),
        `${category + 1}.${line + 1}`,
        null,
        null,
        null,
        null,
      ]),
    ),
  ),
  widths: [20, 14, 8, 50, 14, 12, 12],
  shows: { 2: "@" },
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
  "Staff turnover | 员工流失率",
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
  widths: [30, 14, 14, 20, 14, 12],
};

const effect: DataSheet = {
  name: "Effect | 改善效果",
  headers: ["KPI | 关键指标", "Before | 改善前", "Two years later | 两年后", "Note | 备注"],
  rows: [
    [KPIS[0], null, null, "Held above 99 % | 保持在 99% 以上"],
    [KPIS[1], null, null, "Held above 99 % | 保持在 99% 以上"],
    [KPIS[2], 0.8627, 0.9183, null],
    ["Monthly staff turnover | 员工月流失率", 0.0486, 0.028, null],
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
