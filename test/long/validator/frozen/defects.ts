import type { Severity } from "../../../../src/core/checks/finding";
import type { Garden } from "../../../support/mutations";
import { centreBook, zhongxinBook } from "./books";

export const FROZEN_BOOKS = { centre: centreBook, zhongxin: zhongxinBook } as const;

/** What is planted, how loudly it must be told at least, and the cells that the finding may name. */
type FrozenDefect = readonly [
  title: string,
  book: keyof typeof FROZEN_BOOKS,
  least: Severity,
  plant: (garden: Garden) => readonly string[],
];

const rows = (garden: Garden, table: string, row: number, headers: readonly string[]): readonly string[] =>
  headers.map((header) => garden.cell(table, row, header));

/*
 * Twenty defects written from the contract before the checks that find them; the author read no check. They stay as they are.
 */
export const FROZEN: readonly FrozenDefect[] = [
  [
    "two marks of 0.75 in a column of marks up to 98",
    "centre",
    "warning",
    (g) => [g.put("Metrics", 6, "QA", 0.75), g.put("Metrics", 11, "QA", 0.75), g.header("Metrics", "QA", "QA")],
  ],
  [
    "a mark of 0.9 among marks, in Chinese",
    "zhongxin",
    "warning",
    (g) => [g.put("指标数据", 4, "考试", 0.9), g.header("指标数据", "考试", "考试")],
  ],
  [
    "a total scale upside down: A where the lowest totals lie",
    "centre",
    "warning",
    (g) => {
      ["D", "C", "B", "A"].forEach((grade, index) => g.put("Scales", 5 + index, "Grade", grade));
      return [5, 6, 7, 8].flatMap((row) => rows(g, "Scales", row, ["Grade", "From"]));
    },
  ],
  [
    "a total scale upside down in Chinese words",
    "zhongxin",
    "warning",
    (g) => {
      ["差", "中", "良", "优"].forEach((grade, index) => g.put("等级表", 5 + index, "等级", grade));
      return [5, 6, 7, 8].flatMap((row) => rows(g, "等级表", row, ["等级", "起点"]));
    },
  ],
  ["an attainment ceiling of 120 for 120 %", "centre", "warning", (g) => [g.put("Rubric", "Tickets", "Limit", 120)]],
  [
    "a cap of 0.6 where totals go to 100",
    "centre",
    "warning",
    (g) => [g.put("Rubric", "Compliance", "Critical", "cap 0.6")],
  ],
  [
    "a cap of 0.6 in a Chinese rubric",
    "zhongxin",
    "warning",
    (g) => [g.put("评分标准", "投诉率", "一票否决", "cap 0.6")],
  ],
  [
    "a deviation of -20 to +20 % where the statistic is a percentile",
    "zhongxin",
    "warning",
    (g) => [g.put("评分标准", "话务量", "零分值", -0.2), g.put("评分标准", "话务量", "满分值", 0.2)],
  ],
  [
    "a group of 30 asked for among 20 agents",
    "centre",
    "warning",
    (g) => [g.put("Settings", "Minimum group size", "Value", 30)],
  ],
  [
    "an event entered twice",
    "centre",
    "warning",
    (g) => rows(g, "Ledger", g.copy("Ledger", 2), ["Date", "Agent ID", "Indicator", "Count"]),
  ],
  [
    "an event entered twice, its date typed another way",
    "centre",
    "warning",
    (g) => rows(g, "Ledger", g.copy("Ledger", 3, { Date: "2026/10/12" }), ["Date", "Agent ID", "Indicator", "Count"]),
  ],
  [
    "an agent rates himself as a peer, by his ID",
    "centre",
    "warning",
    (g) => {
      g.put("Ratings", 3, "Rater", "C201");
      return rows(g, "Ratings", 3, ["Agent ID", "Rater", "Rater type"]);
    },
  ],
  [
    "an agent rates himself as a superior, by his name",
    "centre",
    "warning",
    (g) => {
      g.put("Ratings", 6, "Rater", "Person 2");
      return rows(g, "Ratings", 6, ["Agent ID", "Rater", "Rater type"]);
    },
  ],
  [
    "full at 93 % where the rule says 95 %",
    "centre",
    "warning",
    (g) => [g.put("Rubric", "Satisfaction", "Full at", 0.93), g.cell("Rubric", "Satisfaction", "Rule")],
  ],
  [
    "3 points each time where the rule says 2, in Chinese",
    "zhongxin",
    "warning",
    (g) => [g.put("评分标准", "迟到", "每次分值", 3), g.cell("评分标准", "迟到", "评分细则")],
  ],
  [
    "full at 105 % of a rate",
    "centre",
    "warning",
    (g) => [g.put("Rubric", "Solved at once", "Full at", 1.05), g.cell("Rubric", "Solved at once", "Zero at")],
  ],
  [
    "a critical item that fails at 80 where the data are rates",
    "centre",
    "error",
    (g) => [g.put("Rubric", "Compliance", "Fail at", 80)],
  ],
  [
    "a critical item that fails at 2 where the data are rates, in Chinese",
    "zhongxin",
    "error",
    (g) => [g.put("评分标准", "投诉率", "否决值", 2)],
  ],
  [
    "97 % to 99 % of 30 ratings: nothing lies between",
    "centre",
    "warning",
    (g) => {
      g.put("Rubric", "Satisfaction", "Rule", "");
      g.fill("Metrics", "CSAT", (_, row) => [29 / 30, 1, 28 / 30][row % 3]!);
      g.fill("Metrics", "CSAT n", () => 30);
      return [g.put("Rubric", "Satisfaction", "Zero at", 0.97), g.put("Rubric", "Satisfaction", "Full at", 0.99)];
    },
  ],
  [
    "95 % to 99 % where all values are twentieths, and no n is stated",
    "zhongxin",
    "warning",
    (g) => {
      g.fill("指标数据", "一次解决率", (_, row) => (16 + (row % 5)) / 20);
      g.put("评分标准", "一次解决率", "计分方式", "线性");
      g.put("评分标准", "一次解决率", "评分细则", "");
      g.put("评分标准", "一次解决率", "每次分值", "");
      g.put("评分标准", "一次解决率", "步长", "");
      return [g.put("评分标准", "一次解决率", "零分值", 0.95), g.put("评分标准", "一次解决率", "满分值", 0.99)];
    },
  ],
];
