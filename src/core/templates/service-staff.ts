import { defineTemplate, unstated, type Both, type IndicatorSpec } from "./template";

const share = (
  name: Both,
  points: number,
  [zeroAt, fullAt]: readonly [number, number],
  meant: Both,
  rule?: Both,
): IndicatorSpec => ({
  name,
  method: unstated("linear"),
  points: unstated(points),
  zeroAt: unstated(zeroAt),
  fullAt: unstated(fullAt),
  show: "0.0%",
  ...(rule ? { rule } : {}),
  meant,
});

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
        "Indicators | 考核指标": [
          share(
            "Satisfaction | 客户满意度",
            30,
            [0.8, 0.98],
            "Share of satisfied answers. | 评价为满意的比例。",
            "By survey. | 通过问卷调查。",
          ),
          share(
            "Service-standard attainment | 服务标准达标率",
            25,
            [0.8, 1],
            "Share of checked services that meet the standard. | 抽检服务中符合标准的比例。",
          ),
          share(
            "Problem resolution | 问题解决率",
            25,
            [0.7, 0.95],
            "Share of problems that were solved. | 已解决问题所占比例。",
          ),
          {
            name: "Initiative | 主动性",
            method: unstated("rating"),
            points: unstated(20),
            zeroAt: unstated(1),
            fullAt: unstated(10),
            rule: "By the superior. | 由上级评定。",
          },
        ],
      },
    },
  ],
  scales: {
    "Total | 总分": [
      { grade: "Excellent | 优秀", from: unstated(85), outcome: "Bonus or promotion | 奖金或晋升" },
      { added: true, grade: "Qualified | 合格", from: 60 },
      {
        grade: "Failed | 不合格",
        outcome: "Warning, fine, reassignment or dismissal | 警告、罚款、调岗或解除合同",
      },
    ],
  },
  known: [
    { code: "points-stated", column: "points", of: "all" },
    { code: "known-method", column: "method", of: "all" },
    // Classes without cut-offs can only be shares of the group. The scheme does not state the shares either.
    { code: "quotas-add-up", scale: "Total", row: 0, column: "scale" },
    { code: "quotas-add-up", scale: "Total", row: 2, column: "scale" },
  ],
});
