import { defineTemplate, unstated, type Both, type IndicatorSpec } from "./template";

/** Points by hand, from 0 to those of the item. */
const judged = (name: Both, points: number): IndicatorSpec => ({
  name,
  method: unstated("manual"),
  points,
  show: "0.0",
  meant: "Points given by the manager. | 由经理直接给分。",
});

/** A share that the scheme only names. */
const share = (name: Both, [zeroAt, fullAt]: readonly [number, number], meant: Both): IndicatorSpec => ({
  name,
  method: unstated("linear"),
  points: 10,
  zeroAt: unstated(zeroAt),
  fullAt: unstated(fullAt),
  show: "0.0%",
  meant,
});

export default defineTemplate({
  id: "supervisor",
  number: "T13",
  name: "Supervisor, hard and soft | 客服主管（硬指标加软指标）",
  summary:
    "Hard indicators 65 with the team's work, soft ones 35; all points are stated, how they are given is not. | 硬指标 65（含团队工作）、软指标 35；分值齐全，计分办法未写明。",
  rubrics: [
    {
      name: "Supervisor | 客服主管",
      sections: {
        "Hard (65 points) | 硬指标（65 分）": [
          {
            name: "Team customers received | 团队接待客户数",
            method: unstated("attainment"),
            points: 10,
            fullAt: unstated(5000),
            show: "#,##0",
            meant: "Customers the team received in the period. | 期间内团队接待的客户数。",
          },
          share(
            "Share of hard cases solved | 疑难问题解决率",
            [0.6, 0.95],
            "Hard cases solved, of all hard cases. | 已解决的疑难问题占全部疑难问题的比例。",
          ),
          share("Satisfaction | 满意度", [0.8, 0.98], "Share of satisfied answers. | 评价为满意的比例。"),
          judged("Staff performance | 员工绩效", 5),
          {
            name: "Attendance and discipline | 考勤与纪律",
            method: unstated("deduct"),
            points: 10,
            perEvent: unstated(2),
            meant: "Points are lost for each lapse. | 每次违反扣分，扣完为止。",
          },
          judged("Staff management | 员工管理", 5),
          judged("Team result | 团队业绩", 5),
          judged("Assigned tasks done | 交办工作完成", 10),
        ],
        "Soft (35 points) | 软指标（35 分）": [
          judged("Attitude | 工作态度", 5),
          judged("Staff relations | 员工关系", 10),
          judged("Work allocation | 工作分配", 10),
          judged("Adaptability | 应变能力", 5),
          judged("Bridge between staff and management | 上下沟通桥梁", 5),
        ],
      },
    },
  ],
  known: [{ code: "known-method", column: "method", of: "all" }],
});
