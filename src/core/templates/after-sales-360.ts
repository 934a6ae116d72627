import { defineTemplate, unstated, type Both, type IndicatorSpec } from "./template";

const REST = "Shares the rest with the other indicators. | 与其他指标共占其余权重。" as const;

/** An indicator of the rest, which the scheme only names. */
const named = (
  name: Both,
  points: number,
  [zeroAt, fullAt]: readonly [number, number],
  show: string,
  meant: Both,
): IndicatorSpec => ({
  name,
  method: unstated("linear"),
  points: unstated(points),
  zeroAt: unstated(zeroAt),
  fullAt: unstated(fullAt),
  show,
  rule: REST,
  meant,
});

const reviewed = (name: Both, rule: Both, sample: NonNullable<IndicatorSpec["sample"]>): IndicatorSpec => ({
  name,
  method: "raters",
  points: unstated(10),
  zeroAt: unstated(1),
  fullAt: unstated(5),
  rule,
  sample,
});

export default defineTemplate({
  id: "after-sales-360",
  number: "T4",
  name: "After-sales 360 | 售后 360 度考核",
  summary:
    "Customer satisfaction 40 %; response time, resolution, complaint handling and reviews by colleagues and superiors share the rest, which is not split. | 客户满意度占 40%；响应时间、解决率、投诉处理率及同事、上级评价共占其余，分配未写明。",
  rubrics: [
    {
      name: "After-sales staff | 售后人员",
      sections: {
        "Customer satisfaction | 客户满意度": [
          {
            name: "Customer satisfaction | 客户满意度",
            method: unstated("linear"),
            points: 40,
            zeroAt: unstated(0.6),
            fullAt: unstated(0.95),
            show: "0.0%",
            rule: "Weighs 40 %. | 占 40%。",
            meant: "Share of satisfied answers. | 评价为满意的比例。",
          },
        ],
        "Other indicators | 其他指标": [
          named(
            "Mean response time | 平均响应时间",
            15,
            [30, 5],
            "0.0",
            "Minutes until a customer is answered. | 答复客户所用的分钟数。",
          ),
          named(
            "Resolution rate | 问题解决率",
            15,
            [0.7, 0.95],
            "0.0%",
            "Share of problems that were solved. | 已解决问题所占比例。",
          ),
          named(
            "Complaint handling rate | 投诉处理率",
            10,
            [0.8, 1],
            "0.0%",
            "Share of complaints that were dealt with. | 已处理投诉所占比例。",
          ),
        ],
        "Reviews | 内部评价": [
          reviewed("Colleague review | 同事评价", "Reviewed by colleagues. | 由同事评价。", {
            raters: ["peer", "peer", "peer"],
          }),
          reviewed("Superior review | 上级评价", "Reviewed by the superior. | 由上级评价。", { raters: ["superior"] }),
        ],
      },
    },
  ],
  sheets: [
    {
      name: "Results | 改善效果",
      headers: ["Result | 指标", "Before | 改善前", "After | 改善后", "Change | 变化"],
      rows: [
        ["Customer satisfaction | 客户满意度", 0.75, 0.9, null],
        ["Churn | 客户流失率", null, null, -0.2],
      ],
      widths: [28, 12, 12, 12],
      shows: { 1: "0%", 2: "0%", 3: "+0%;-0%;0%" },
    },
  ],
  known: [
    {
      code: "points-stated",
      column: "points",
      of: ["Mean response time", "Resolution rate", "Complaint handling rate", "Colleague review", "Superior review"],
    },
    {
      code: "known-method",
      column: "method",
      of: [
        "Customer satisfaction / Customer satisfaction",
        "Mean response time",
        "Resolution rate",
        "Complaint handling rate",
      ],
    },
    { code: "threshold-stated", column: "fullAt", of: ["Colleague review", "Superior review"] },
    { code: "threshold-stated", column: "zeroAt", of: ["Colleague review", "Superior review"] },
  ],
});
