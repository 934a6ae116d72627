import { defineTemplate, unstated, type Both, type IndicatorSpec } from "./template";

/** Points given by hand, from 0 to the points of the item. */
const judged = (name: Both, points: number): IndicatorSpec => ({
  name,
  method: "manual",
  points,
  show: "0.0",
  rule: "Judged by the superior. | 由上级评定。",
});

const target = (name: Both, points: number, goal: number, rule: Both, show = "#,##0"): IndicatorSpec => ({
  name,
  method: "attainment",
  points,
  fullAt: unstated(goal),
  show,
  rule,
});

export default defineTemplate({
  id: "specialist",
  number: "T12",
  name: "Specialist, hard and soft | 客服专员（硬指标加软指标）",
  summary:
    "Hard indicators 65 and soft ones 35; all points are stated, targets are not. | 硬指标 65、软指标 35；分值齐全，目标值未写明。",
  rubrics: [
    {
      name: "Specialist | 客服专员",
      sections: {
        "Hard | 硬指标": [
          target(
            "Customers received | 接待客户数",
            10,
            600,
            "Customers received in the period. | 期间内接待的客户数。",
          ),
          target("Problems solved | 解决问题数", 10, 300, "Problems solved in the period. | 期间内解决的问题数。"),
          target(
            "Questions answered | 解答咨询数",
            10,
            800,
            "Questions answered in the period. | 期间内解答的咨询数。",
          ),
          {
            name: "Time per customer | 单客户用时",
            method: "linear",
            points: 5,
            zeroAt: unstated(15),
            fullAt: unstated(6),
            show: "0.0",
            rule: "Mean minutes per customer; lower is better. | 每位客户平均用时（分钟），越低越好。",
          },
          {
            name: "Customer satisfaction | 客户满意度",
            method: "linear",
            points: 10,
            zeroAt: unstated(0.8),
            fullAt: unstated(0.98),
            show: "0.0%",
            rule: "From the customer survey. | 取自客户问卷。",
          },
          judged("Superior's satisfaction | 上级满意度", 5),
          target(
            "Payments collected | 回款完成率",
            5,
            1,
            "Payments collected, against the plan. | 实际回款与计划之比。",
            "0.0%",
          ),
          {
            name: "Attendance and discipline | 考勤与纪律",
            method: "deduct",
            points: 10,
            perEvent: unstated(2),
            rule: "Points are lost for each lapse. | 每次违反扣分，扣完为止。",
          },
        ],
        "Soft | 软指标": [
          judged("Attitude | 工作态度", 10),
          judged("Warmth | 服务热情", 5),
          judged("Adaptability | 应变能力", 5),
          judged("Balancing customer and company | 平衡客户与公司利益", 10),
          judged("Time planning | 时间安排", 5),
        ],
      },
    },
  ],
  known: [
    {
      code: "threshold-stated",
      column: "fullAt",
      of: ["Customers received", "Problems solved", "Questions answered", "Payments collected"],
    },
    { code: "threshold-stated", column: "zeroAt", of: ["Time per customer", "Customer satisfaction"] },
    { code: "threshold-stated", column: "fullAt", of: ["Time per customer", "Customer satisfaction"] },
    { code: "threshold-stated", column: "perEvent", of: ["Attendance and discipline"] },
  ],
});
