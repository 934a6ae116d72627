import { defineTemplate, unstated, type Both, type IndicatorSpec } from "./template";

/** Points given by hand, from 0 to the points of the item. */
const judged = (name: Both, points: number): IndicatorSpec => ({
  name,
  method: "manual",
  points,
  show: "0.0",
  rule: "Judged by the superior. | 由上级评定。",
});

const target = (name: Both, points: number, goal: number, rule: Both): IndicatorSpec => ({
  name,
  method: "attainment",
  points,
  fullAt: unstated(goal),
  show: "#,##0",
  rule,
});

export default defineTemplate({
  id: "supervisor",
  number: "T13",
  name: "Supervisor, hard and soft | 客服主管（硬指标加软指标）",
  summary:
    "Hard indicators 65 with the team's work, soft ones 35; all points are stated, targets are not. | 硬指标 65（含团队工作）、软指标 35；分值齐全，目标值未写明。",
  rubrics: [
    {
      name: "Supervisor | 客服主管",
      sections: {
        "Hard | 硬指标": [
          target(
            "Team customers received | 团队接待客户数",
            10,
            5000,
            "Customers the team received. | 团队接待的客户数。",
          ),
          target(
            "Hard cases solved | 疑难问题解决数",
            10,
            60,
            "Hard cases solved in the period. | 期间内解决的疑难问题数。",
          ),
          {
            name: "Satisfaction | 满意度",
            method: "linear",
            points: 10,
            zeroAt: unstated(0.8),
            fullAt: unstated(0.98),
            show: "0.0%",
            rule: "From the customer survey. | 取自客户问卷。",
          },
          judged("Staff performance | 员工绩效", 5),
          {
            name: "Attendance and discipline | 考勤与纪律",
            method: "deduct",
            points: 10,
            perEvent: unstated(2),
            rule: "Points are lost for each lapse. | 每次违反扣分，扣完为止。",
          },
          judged("Staff management | 员工管理", 5),
          judged("Team result | 团队业绩", 5),
          judged("Assigned tasks done | 交办工作完成", 10),
        ],
        "Soft | 软指标": [
          judged("Attitude | 工作态度", 5),
          judged("Staff relations | 员工关系", 10),
          judged("Work allocation | 工作分配", 10),
          judged("Adaptability | 应变能力", 5),
          judged("Bridge between staff and management | 上下沟通桥梁", 5),
        ],
      },
    },
  ],
  known: [
    { code: "threshold-stated", column: "fullAt", of: ["Team customers received", "Hard cases solved"] },
    { code: "threshold-stated", column: "zeroAt", of: ["Satisfaction"] },
    { code: "threshold-stated", column: "fullAt", of: ["Satisfaction"] },
    { code: "threshold-stated", column: "perEvent", of: ["Attendance and discipline"] },
  ],
});
