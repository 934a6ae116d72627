import type { RawCell } from "../../../../src/core/cell/cell";
import type { CleanBook } from "../../../support/clean-books";

/*
 * Two clean workbooks, written from the contract before the checks that they try. They stay as they are; a check that complains about them is wrong.
 */

type Row = Readonly<Record<string, RawCell>>;

const tableOf = (headers: readonly string[], rows: readonly Row[]): RawCell[][] => [
  [...headers],
  ...rows.map((row) => headers.map((header) => row[header] ?? "")),
];

/** A spread over a range without chance: 0 to 1, another order for each `turn`. */
const spread = (index: number, turn: number): number => ((index * turn) % 23) / 22;
const between = (low: number, high: number, share: number, digits: number): number =>
  Number((low + (high - low) * share).toFixed(digits));

const AGENTS = 20;

/** An English centre: marks, rates with their n, peers, attainment, raters and a ledger. */
export function centreBook(): CleanBook {
  const ids = Array.from({ length: AGENTS }, (_, index) => `C${201 + index}`);
  return {
    percent: ["CSAT", "FCR", "Compliance"],
    tables: {
      Rubric: tableOf(
        [
          "Section",
          "Indicator",
          "Points",
          "Method",
          "Metric",
          "Zero at",
          "Full at",
          "Per event",
          "Limit",
          "Critical",
          "Fail at",
          "Rule",
        ],
        [
          {
            Section: "Quality",
            Indicator: "Call quality",
            Points: 20,
            Method: "linear",
            Metric: "QA",
            "Zero at": 60,
            "Full at": 90,
            Rule: "90 or more earns all points, 60 or less earns nothing, linear in between",
          },
          {
            Section: "Quality",
            Indicator: "Satisfaction",
            Points: 20,
            Method: "linear",
            Metric: "CSAT",
            "Zero at": 0.8,
            "Full at": 0.95,
            Rule: "95% or more earns all points, 80% or less earns nothing, linear in between",
          },
          {
            Section: "Quality",
            Indicator: "Solved at once",
            Points: 15,
            Method: "linear",
            Metric: "FCR",
            "Zero at": 0.7,
            "Full at": 0.9,
          },
          {
            Section: "Quality",
            Indicator: "Compliance",
            Points: 10,
            Method: "linear",
            Metric: "Compliance",
            "Zero at": 0.85,
            "Full at": 0.98,
            Critical: "cap 60",
            "Fail at": 0.8,
          },
          {
            Section: "Work",
            Indicator: "Volume",
            Points: 15,
            Method: "peer",
            Metric: "Calls",
            "Zero at": -0.2,
            "Full at": 0.2,
          },
          {
            Section: "Work",
            Indicator: "Tickets",
            Points: 10,
            Method: "attainment",
            Metric: "Tickets",
            "Full at": 300,
            Limit: 1,
          },
          { Section: "Attitude", Indicator: "Manner", Points: 10, Method: "raters", "Zero at": 1, "Full at": 5 },
          {
            Section: "Discipline",
            Indicator: "Late",
            Method: "deduct",
            "Per event": 2,
            Limit: 10,
            Rule: "2 points off for each time, at most 10 points",
          },
          { Section: "Discipline", Indicator: "Praise", Method: "bonus", "Per event": 1, Limit: 5 },
        ],
      ),
      Scales: tableOf(
        ["Scale", "Grade", "From", "To", "Ends", "Share"],
        [
          { Scale: "Manner", Grade: "customer", Share: 0.4 },
          { Scale: "Manner", Grade: "superior", Share: 0.3 },
          { Scale: "Manner", Grade: "peer", Share: 0.2 },
          { Scale: "Manner", Grade: "self", Share: 0.1 },
          { Scale: "Total", Grade: "A", From: 90, To: 100, Ends: "[]" },
          { Scale: "Total", Grade: "B", From: 75, To: 89.99, Ends: "[]" },
          { Scale: "Total", Grade: "C", From: 60, To: 74.99, Ends: "[]" },
          { Scale: "Total", Grade: "D", From: 0, To: 59.99, Ends: "[]" },
        ],
      ),
      Metrics: tableOf(
        ["Agent ID", "Name", "Team", "Period", "QA", "CSAT", "CSAT n", "FCR", "Compliance", "Calls", "Tickets"],
        ids.map((id, index) => ({
          "Agent ID": id,
          Name: `Person ${index + 1}`,
          Team: index % 2 === 0 ? "North" : "South",
          Period: "2026-10",
          QA: between(50, 98, spread(index, 5), 0),
          CSAT: between(0.78, 0.99, spread(index, 7), 3),
          "CSAT n": 400 + 13 * index,
          FCR: between(0.66, 0.93, spread(index, 9), 3),
          Compliance: between(0.82, 0.997, spread(index, 3), 3),
          Calls: between(900, 1300, spread(index, 11), 0),
          Tickets: between(220, 330, spread(index, 13), 0),
        })),
      ),
      Ledger: tableOf(
        ["Date", "Agent ID", "Indicator", "Count", "Note"],
        ids.slice(0, 8).map((id, index) => ({
          Date: `2026-10-${10 + index}`,
          "Agent ID": id,
          Indicator: index % 3 === 0 ? "Praise" : "Late",
          Count: 1,
          Note: `entry ${index + 1}`,
        })),
      ),
      Ratings: tableOf(
        ["Agent ID", "Period", "Indicator", "Rater", "Rater type", "Rating"],
        ids.flatMap((id, index) => [
          {
            "Agent ID": id,
            Period: "2026-10",
            Indicator: "Manner",
            Rater: `Customer ${index}`,
            "Rater type": "customer",
            Rating: 2 + (index % 4),
          },
          {
            "Agent ID": id,
            Period: "2026-10",
            Indicator: "Manner",
            Rater: "Boss",
            "Rater type": "superior",
            Rating: 2 + ((index + 1) % 4),
          },
          {
            "Agent ID": id,
            Period: "2026-10",
            Indicator: "Manner",
            Rater: ids[(index + 1) % AGENTS]!,
            "Rater type": "peer",
            Rating: 2 + ((index + 2) % 4),
          },
          {
            "Agent ID": id,
            Period: "2026-10",
            Indicator: "Manner",
            Rater: id,
            "Rater type": "self",
            Rating: 3 + (index % 3),
          },
        ]),
      ),
      Settings: tableOf(
        ["Setting", "Value"],
        [
          { Setting: "Full score", Value: 100 },
          { Setting: "Decimals", Value: 2 },
          { Setting: "Highest total", Value: 100 },
          { Setting: "Minimum group size", Value: 5 },
        ],
      ),
    },
  };
}

/** A Chinese centre: percentiles, bands, steps, deductions from Metrics, one decimal, and total grades with both ends stated. */
export function zhongxinBook(): CleanBook {
  return {
    percent: ["满意度", "一次解决率", "投诉率"],
    tables: {
      评分标准: tableOf(
        [
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
          "一票否决",
          "否决值",
          "评分细则",
        ],
        [
          {
            维度: "服务",
            指标: "满意度",
            分值: 25,
            计分方式: "线性",
            数据列: "满意度",
            零分值: 0.85,
            满分值: 0.97,
            评分细则: "97%及以上得满分，85%及以下不得分，中间按线性计算",
          },
          {
            维度: "服务",
            指标: "一次解决率",
            分值: 20,
            计分方式: "步长（每满一步）",
            数据列: "一次解决率",
            满分值: 0.9,
            每次分值: 1,
            步长: 0.01,
            评分细则: "目标90%，每低1个百分点扣1分",
          },
          {
            维度: "服务",
            指标: "投诉率",
            分值: 15,
            计分方式: "线性",
            数据列: "投诉率",
            零分值: 0.012,
            满分值: 0.003,
            一票否决: "cap 60",
            否决值: 0.02,
          },
          { 维度: "效率", 指标: "话务量", 分值: 20, 计分方式: "peer", 数据列: "话务量", 零分值: 0.1, 满分值: 0.9 },
          { 维度: "知识", 指标: "考试", 分值: 20, 计分方式: "bands", 数据列: "考试", 等级表: "考试" },
          {
            维度: "纪律",
            指标: "迟到",
            计分方式: "扣分",
            数据列: "迟到",
            每次分值: 2,
            上限: 10,
            评分细则: "每次扣2分，最多扣10分",
          },
        ],
      ),
      等级表: tableOf(
        ["等级表", "等级", "起点", "止点", "端点", "分值"],
        [
          { 等级表: "考试", 起点: 90, 分值: 20 },
          { 等级表: "考试", 起点: 75, 分值: 14 },
          { 等级表: "考试", 起点: 60, 分值: 8 },
          { 等级表: "考试", 分值: 0 },
          { 等级表: "总分", 等级: "优", 起点: 85, 止点: 100, 端点: "[]" },
          { 等级表: "总分", 等级: "良", 起点: 70, 止点: 84.9, 端点: "[]" },
          { 等级表: "总分", 等级: "中", 起点: 60, 止点: 69.9, 端点: "[]" },
          { 等级表: "总分", 等级: "差", 起点: 0, 止点: 59.9, 端点: "[]" },
        ],
      ),
      指标数据: tableOf(
        ["工号", "姓名", "班组", "期间", "满意度", "满意度 样本量", "一次解决率", "投诉率", "话务量", "考试", "迟到"],
        Array.from({ length: AGENTS + 2 }, (_, index) => ({
          工号: `8${String(index + 1).padStart(3, "0")}`,
          姓名: `人员${index + 1}`,
          班组: `${1 + (index % 2)}班`,
          期间: "2026-10",
          满意度: between(0.83, 0.99, spread(index, 5), 3),
          "满意度 样本量": 350 + 11 * index,
          一次解决率: between(0.78, 0.95, spread(index, 7), 3),
          投诉率: between(0.001, 0.015, spread(index, 9), 4),
          话务量: between(800, 1250, spread(index, 3), 0),
          考试: between(52, 98, spread(index, 11), 0),
          迟到: index % 5 === 0 ? 1 : 0,
        })),
      ),
      设置: tableOf(
        ["设置", "值"],
        [
          { 设置: "满分", 值: 100 },
          { 设置: "小数位", 值: 1 },
          { 设置: "同岗位统计量", 值: "百分位" },
          { 设置: "最小组人数", 值: 5 },
        ],
      ),
    },
  };
}
