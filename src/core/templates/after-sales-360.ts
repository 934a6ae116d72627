import { defineTemplate, unstated } from "./template";

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
        "Customers | 客户": [
          {
            name: "Customer satisfaction | 客户满意度",
            method: "linear",
            points: 40,
            zeroAt: unstated(0.6),
            fullAt: unstated(0.95),
            show: "0.0%",
            rule: "From the customer survey; weighs 40 %. | 取自客户问卷，占 40%。",
          },
        ],
        "Service | 服务": [
          {
            name: "Mean response time | 平均响应时间",
            method: "linear",
            points: unstated(15),
            zeroAt: unstated(30),
            fullAt: unstated(5),
            show: "0.0",
            rule: "Minutes until a customer is answered; lower is better. | 答复客户所用的分钟数，越低越好。",
          },
          {
            name: "Resolution rate | 问题解决率",
            method: "linear",
            points: unstated(15),
            zeroAt: unstated(0.7),
            fullAt: unstated(0.95),
            show: "0.0%",
            rule: "Share of problems that were solved. | 已解决问题的比例。",
          },
          {
            name: "Complaint handling rate | 投诉处理率",
            method: "linear",
            points: unstated(10),
            zeroAt: unstated(0.8),
            fullAt: unstated(1),
            show: "0.0%",
            rule: "Share of complaints that were dealt with. | 已处理投诉的比例。",
          },
        ],
        "Reviews | 内部评价": [
          {
            name: "Colleague review | 同事评价",
            method: "raters",
            points: unstated(10),
            zeroAt: unstated(1),
            fullAt: unstated(5),
            rule: "Ratings by colleagues. | 由同事评分。",
            sample: { raters: ["peer", "peer", "peer"] },
          },
          {
            name: "Superior review | 上级评价",
            method: "raters",
            points: unstated(10),
            zeroAt: unstated(1),
            fullAt: unstated(5),
            rule: "Rating by the superior. | 由上级评分。",
            sample: { raters: ["superior"] },
          },
        ],
      },
    },
  ],
  known: [
    {
      code: "points-stated",
      column: "points",
      of: ["Mean response time", "Resolution rate", "Complaint handling rate", "Colleague review", "Superior review"],
    },
    { code: "threshold-stated", column: "zeroAt", of: "all" },
    { code: "threshold-stated", column: "fullAt", of: "all" },
  ],
});
