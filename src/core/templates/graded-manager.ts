import { defineTemplate, instead, unstated, type IndicatorSpec, type ScaleRow } from "./template";

const GRADES = ["S", "A", "B+", "B", "B-", "C", "D"] as const;

const worth = (...points: readonly ScaleRow["points"][]): readonly ScaleRow[] =>
  GRADES.map((grade, index) => ({ grade, points: points[index]! }));

const graded = (name: IndicatorSpec["name"], points: 18 | 9 | 6, rule: IndicatorSpec["rule"]): IndicatorSpec => ({
  name,
  method: "grade",
  points,
  scale: `Grades of ${points} | ${points} 分等级`,
  rule,
});

const adjusting = (method: "deduct" | "bonus", name: IndicatorSpec["name"], rule: IndicatorSpec["rule"]) =>
  ({ name, method, perEvent: unstated(1), rule, sample: { ledger: true } }) satisfies IndicatorSpec;

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
        "Work | 工作": [
          graded("Work result | 工作成果", 18, "Graded S to D by the superior. | 由上级按 S 至 D 评定。"),
          graded("Coordination | 协调能力", 18, "Graded S to D by the superior. | 由上级按 S 至 D 评定。"),
        ],
        "Conduct | 表现": [
          graded("Attitude | 工作态度", 9, "Graded S to D by the superior. | 由上级按 S 至 D 评定。"),
          graded("Discipline | 纪律性", 9, "Graded S to D by the superior. | 由上级按 S 至 D 评定。"),
          graded("Cost awareness | 成本意识", 6, "Graded S to D by the superior. | 由上级按 S 至 D 评定。"),
        ],
        "Attendance | 考勤": [
          adjusting("deduct", "Late | 迟到", "Taken away each time. | 按次扣分。"),
          adjusting("deduct", "Early leave | 早退", "Taken away each time. | 按次扣分。"),
          adjusting("deduct", "Personal leave | 事假", "Taken away each time. | 按次扣分。"),
        ],
        "Rewards and punishments | 奖惩": [
          adjusting("bonus", "Rewards | 奖励", "Added each time. | 按次加分。"),
          adjusting("deduct", "Punishments | 处罚", "Taken away each time. | 按次扣分。"),
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
