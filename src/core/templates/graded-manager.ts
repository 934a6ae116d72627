import { defineTemplate, instead, unstated, type Both, type IndicatorSpec, type ScaleRow } from "./template";

const GRADES = ["S", "A", "B+", "B", "B-", "C", "D"] as const;

const worth = (...points: readonly ScaleRow["points"][]): readonly ScaleRow[] =>
  GRADES.map((grade, index) => ({ grade, points: points[index]! }));

const graded = (name: Both, points: 18 | 9 | 6): IndicatorSpec => ({
  name,
  method: "grade",
  points,
  scale: `Grades of ${points} | ${points} 分等级`,
  rule: "Graded S, A, B+, B, B-, C or D. | 按 S、A、B+、B、B-、C、D 评定。",
});

const adjusting = (method: "deduct" | "bonus", name: Both, rule: Both): IndicatorSpec => ({
  name,
  method,
  perEvent: unstated(1),
  rule,
  meant: "Points each time. | 每次的分值。",
  sample: { ledger: true },
});

export default defineTemplate({
  id: "graded-manager",
  number: "T14",
  name: "Manager, graded base block | 经理（等级评定）",
  summary:
    "A base block of 60 by grades from S to D; attendance, rewards and punishments add or subtract by the Ledger. | 基础分 60，按 S 至 D 等级评定；考勤、奖惩按台账加减分。",
  rubrics: [
    {
      name: "Manager | 经理",
      sections: {
        "Base block (60 points) | 基础分（60 分）": [
          graded("Work result | 工作成果", 18),
          graded("Coordination | 协调能力", 18),
          graded("Attitude | 工作态度", 9),
          graded("Discipline | 纪律性", 9),
          graded("Cost awareness | 成本意识", 6),
        ],
        "Attendance | 考勤": [
          adjusting("deduct", "Late | 迟到", "Subtracts. | 扣分。"),
          adjusting("deduct", "Early leave | 早退", "Subtracts. | 扣分。"),
          adjusting("deduct", "Personal leave | 事假", "Subtracts. | 扣分。"),
        ],
        "Rewards and punishments | 奖惩": [
          adjusting("bonus", "Rewards | 奖励", "Adds. | 加分。"),
          adjusting("deduct", "Punishments | 处罚", "Subtracts. | 扣分。"),
        ],
      },
    },
  ],
  scales: {
    "Grades of 18 | 18 分等级": worth(18, 15, 12, 10.5, 9, 6, 3),
    "Grades of 9 | 9 分等级": worth(9, 7.5, 6, instead(5, 5.25), 4.5, 3, 1.5),
    "Grades of 6 | 6 分等级": worth(6, 5, 4, 3.5, 3, 2, 1),
  },
  settings: [{ setting: "Full score | 满分", value: 60 }],
  known: [
    {
      code: "threshold-stated",
      column: "perEvent",
      of: ["Late", "Early leave", "Personal leave", "Rewards", "Punishments"],
    },
    { code: "sister-scales-in-proportion", scale: "Grades of 9", row: 3, column: "points" },
  ],
});
