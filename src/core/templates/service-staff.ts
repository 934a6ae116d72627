import { defineTemplate, unstated } from "./template";

export default defineTemplate({
  id: "service-staff",
  number: "T10",
  name: "Service staff | 服务人员考核",
  summary:
    "Satisfaction, service-standard attainment, problem resolution and initiative, with what follows from the result; no weights stated. | 满意度、服务标准达标率、问题解决率、主动性，并写明结果应用；未写明权重。",
  rubrics: [
    {
      name: "Service staff | 服务人员",
      sections: {
        "Customers | 客户": [
          {
            name: "Satisfaction | 客户满意度",
            method: "linear",
            points: unstated(30),
            zeroAt: unstated(0.8),
            fullAt: unstated(0.98),
            show: "0.0%",
            rule: "From the customer survey. | 取自客户问卷。",
          },
        ],
        "Service | 服务": [
          {
            name: "Service-standard attainment | 服务标准达标率",
            method: "linear",
            points: unstated(25),
            zeroAt: unstated(0.8),
            fullAt: unstated(1),
            show: "0.0%",
            rule: "Share of checked services that meet the standard. | 抽检服务中达到标准的比例。",
          },
          {
            name: "Problem resolution | 问题解决率",
            method: "linear",
            points: unstated(25),
            zeroAt: unstated(0.7),
            fullAt: unstated(0.95),
            show: "0.0%",
            rule: "Share of problems that were solved. | 已解决问题的比例。",
          },
        ],
        "Initiative | 主动性": [
          {
            name: "Initiative | 主动性",
            method: "rating",
            points: unstated(20),
            zeroAt: unstated(1),
            fullAt: unstated(10),
            rule: "Rated by the superior. | 由上级评分。",
          },
        ],
      },
    },
  ],
  scales: {
    "Total | 总分": [
      { grade: "Excellent | 优秀", from: unstated(85), outcome: "Bonus or promotion | 奖金或晋升" },
      { grade: "Qualified | 合格", from: unstated(60) },
      {
        grade: "Failed | 不合格",
        outcome: "Warning, fine, reassignment or dismissal | 警告、罚款、调岗或解除合同",
      },
    ],
  },
  known: [
    { code: "points-stated", column: "points", of: "all" },
    {
      code: "threshold-stated",
      column: "zeroAt",
      of: ["Satisfaction", "Service-standard attainment", "Problem resolution"],
    },
    { code: "threshold-stated", column: "fullAt", of: "all" },
    // Classes without cut-offs can only be shares of the group. The source does not state the shares either.
    { code: "quotas-add-up", scale: "Total", row: 0, column: "scale" },
    { code: "quotas-add-up", scale: "Total", row: 1, column: "scale" },
    { code: "quotas-add-up", scale: "Total", row: 2, column: "scale" },
  ],
});
