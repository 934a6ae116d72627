import { defineTemplate, unstated } from "./template";

export default defineTemplate({
  id: "service-quality-review",
  number: "T1",
  name: "Service-quality review | 服务质量考核",
  summary:
    "Response, first-contact resolution, communication, satisfaction and product knowledge of a representative, month by month; no weights stated. | 客服代表按月逐项考核：响应、首次解决、沟通、满意度、产品知识；未写明权重。",
  rubrics: [
    {
      name: "Service representative | 客服代表",
      sections: {
        "Response time | 响应时间": [
          {
            name: "First reply | 首次响应时长",
            method: "linear",
            points: unstated(10),
            zeroAt: unstated(10),
            fullAt: 5,
            show: "0.0",
            rule: "Minutes to the first reply: within 5. | 首次响应时长（分钟）：5 分钟以内。",
          },
          {
            name: "Mean response | 平均响应时长",
            method: "linear",
            points: unstated(10),
            zeroAt: unstated(6),
            fullAt: 3,
            show: "0.0",
            rule: "Mean minutes to a reply: within 3. | 平均响应时长（分钟）：3 分钟以内。",
          },
        ],
        "Resolution | 问题解决": [
          {
            name: "Resolution at first contact | 首次解决率",
            method: "attainment",
            points: unstated(20),
            fullAt: 0.7,
            show: "0.0%",
            rule: "Share of requests solved at the first contact; the target is 70 %. | 首次接触即解决的比例，目标 70%。",
          },
        ],
        "Communication | 沟通能力": [
          {
            name: "Expression | 表达",
            method: "rating",
            points: unstated(10),
            zeroAt: unstated(1),
            fullAt: unstated(5),
            rule: "Rated by the reviewer. | 由考核人评分。",
          },
          {
            name: "Listening | 倾听",
            method: "rating",
            points: unstated(5),
            zeroAt: unstated(1),
            fullAt: unstated(5),
            rule: "Rated by the reviewer. | 由考核人评分。",
          },
          {
            name: "Empathy | 同理心",
            method: "rating",
            points: unstated(5),
            zeroAt: unstated(1),
            fullAt: unstated(5),
            rule: "Rated by the reviewer. | 由考核人评分。",
          },
        ],
        "Satisfaction | 客户满意度": [
          {
            name: "Net promoter score | 净推荐值",
            method: "linear",
            points: unstated(25),
            zeroAt: unstated(0),
            fullAt: unstated(60),
            rule: "Share of promoters less share of detractors in the survey, in points. | 调查中推荐者占比减贬损者占比（NPS）。",
          },
        ],
        "Knowledge | 产品知识": [
          {
            name: "Product test | 产品知识测试",
            method: "linear",
            points: unstated(15),
            zeroAt: unstated(60),
            fullAt: unstated(100),
            rule: "Mark of the test. | 测试成绩。",
          },
        ],
      },
    },
  ],
  known: [
    { code: "points-stated", column: "points", of: "all" },
    {
      code: "threshold-stated",
      column: "zeroAt",
      of: ["First reply", "Mean response", "Net promoter score", "Product test"],
    },
    {
      code: "threshold-stated",
      column: "fullAt",
      of: ["Expression", "Listening", "Empathy", "Net promoter score", "Product test"],
    },
  ],
});
