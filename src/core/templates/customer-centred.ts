import { defineTemplate, unstated, type Both, type IndicatorSpec } from "./template";

/** A criterion that the scheme only names. */
const rated = (name: Both, points: number): IndicatorSpec => ({
  name,
  method: unstated("rating"),
  points: unstated(points),
  zeroAt: unstated(1),
  fullAt: unstated(10),
  meant: "Rated by the superior. | 由上级评分。",
});

export default defineTemplate({
  id: "customer-centred",
  number: "T16",
  name: "Customer-centred standards | 以客户为中心的考核标准",
  summary:
    "Customer satisfaction first; then efficiency with handling ability, teamwork with personal development, and attitude; no weights stated. | 以客户满意度为核心，其次是工作效率与处理能力、团队合作与个人发展、工作态度；未写明权重。",
  rubrics: [
    {
      name: "Service staff | 客服人员",
      sections: {
        "Satisfaction | 客户满意度": [
          {
            name: "Customer satisfaction | 客户满意度",
            method: unstated("linear"),
            points: unstated(20),
            zeroAt: unstated(0.8),
            fullAt: unstated(0.98),
            show: "0.0%",
            rule: "The core; it comes first. | 考核的核心，居于首位。",
            meant: "Share of satisfied answers. | 评价为满意的比例。",
          },
        ],
        "Efficiency and handling ability | 工作效率与处理能力": [
          rated("Speed | 工作速度", 9),
          rated("Effectiveness | 工作成效", 9),
          rated("Analysing problems | 分析问题能力", 9),
          rated("Solving problems | 解决问题能力", 9),
        ],
        "Teamwork and personal development | 团队合作与个人发展": [
          rated("Cooperation | 协作配合", 5),
          rated("Team spirit | 团队精神", 5),
          rated("Learning | 学习能力", 5),
          rated("Professionalism | 专业素养", 4),
          rated("Self-improvement | 自我提升", 4),
        ],
        "Attitude | 态度": [
          rated("Attitude to work | 工作态度", 7),
          rated("To customers: communication | 对客户：沟通", 7),
          rated("To customers: solving | 对客户：解决问题", 7),
        ],
      },
    },
  ],
  known: [
    { code: "points-stated", column: "points", of: "all" },
    { code: "known-method", column: "method", of: "all" },
  ],
});
