import { defineTemplate, unstated, type Both, type IndicatorSpec } from "./template";

/** Points by hand, from 0 to those of the item. */
const judged = (name: Both, points: number): IndicatorSpec => ({
  name,
  method: unstated("manual"),
  points,
  show: "0.0",
  meant: "Points given by the superior. | 由上级直接给分。",
});

const target = (name: Both, points: number, goal: number, meant: Both, show = "#,##0"): IndicatorSpec => ({
  name,
  method: unstated("attainment"),
  points,
  fullAt: unstated(goal),
  show,
  meant,
});

export default defineTemplate({
  id: "specialist",
  number: "T12",
  name: "Specialist, hard and soft | 客服专员（硬指标加软指标）",
  summary:
    "Hard indicators 65 and soft ones 35; all points are stated, how they are given is not. | 硬指标 65、软指标 35；分值齐全，计分办法未写明。",
  rubrics: [
    {
      name: "Specialist | 客服专员",
      sections: {
        "Hard (65 points) | 硬指标（65 分）": [
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
            method: unstated("linear"),
            points: 5,
            zeroAt: unstated(15),
            fullAt: unstated(6),
            show: "0.0",
            meant: "Mean minutes per customer. | 每位客户平均用时（分钟）。",
          },
          {
            name: "Customer satisfaction | 客户满意度",
            method: unstated("linear"),
            points: 10,
            zeroAt: unstated(0.8),
            fullAt: unstated(0.98),
            show: "0.0%",
            meant: "Share of satisfied answers. | 评价为满意的比例。",
          },
          judged("Superior's satisfaction | 上级满意度", 5),
          target(
            "Payments collected | 回款",
            5,
            1,
            "Payments collected, against the plan. | 实际回款与计划之比。",
            "0.0%",
          ),
          {
            name: "Attendance and discipline | 考勤与纪律",
            method: unstated("deduct"),
            points: 10,
            perEvent: unstated(2),
            meant: "Points are lost for each lapse. | 每次违反扣分，扣完为止。",
          },
        ],
        "Soft (35 points) | 软指标（35 分）": [
          judged("Attitude | 工作态度", 10),
          judged("Warmth | 服务热情", 5),
          judged("Adaptability | 应变能力", 5),
          judged("Balancing customer and company | 平衡客户与公司利益", 10),
          judged("Time planning | 时间安排", 5),
        ],
      },
    },
  ],
  known: [{ code: "known-method", column: "method", of: "all" }],
});
