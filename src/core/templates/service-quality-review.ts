import { defineTemplate, unstated, type Both, type IndicatorSpec } from "./template";

/** Minutes within which the scheme wants a reply. */
const within = (name: Both, metric: Both, minutes: number, zeroAt: number, rule: Both): IndicatorSpec => ({
  name,
  method: unstated("linear"),
  points: unstated(10),
  metric,
  zeroAt: unstated(zeroAt),
  fullAt: minutes,
  show: "0.0",
  rule,
});

const rated = (name: Both, points: number): IndicatorSpec => ({
  name,
  method: "rating",
  points: unstated(points),
  zeroAt: unstated(1),
  fullAt: unstated(5),
  rule: "Rated. | 评分。",
});

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
          within(
            "First reply | 首次响应时长",
            "First reply (min) | 首次响应时长（分钟）",
            5,
            10,
            "First reply within 5 minutes. | 5 分钟内首次响应。",
          ),
          within(
            "Mean response | 平均响应时长",
            "Mean response (min) | 平均响应时长（分钟）",
            3,
            6,
            "Within 3 minutes on average. | 平均 3 分钟内响应。",
          ),
        ],
        "Resolution | 问题解决": [
          {
            name: "Resolution at first contact | 首次解决率",
            method: unstated("attainment"),
            points: unstated(20),
            fullAt: 0.7,
            show: "0.0%",
            rule: "Target 70 %. | 目标 70%。",
          },
        ],
        "Communication | 沟通能力": [
          rated("Expression | 表达", 10),
          rated("Listening | 倾听", 5),
          rated("Empathy | 同理心", 5),
        ],
        "Satisfaction | 客户满意度": [
          {
            name: "Net promoter score | 净推荐值",
            method: unstated("linear"),
            points: unstated(25),
            zeroAt: unstated(0),
            fullAt: unstated(60),
            rule: "By an NPS survey of customers. | 通过客户 NPS 调查。",
            meant: "Share of promoters less share of detractors, in points. | 推荐者占比减贬损者占比，单位为百分点。",
          },
        ],
        "Knowledge | 产品知识": [
          {
            name: "Product test | 产品知识测试",
            method: unstated("linear"),
            points: unstated(15),
            zeroAt: unstated(60),
            fullAt: unstated(100),
            rule: "By a test. | 通过测试。",
            meant: "Mark of the test, of 100. | 测试成绩，百分制。",
          },
        ],
      },
    },
  ],
  sheets: [
    {
      name: "Talks | 面谈记录",
      headers: [
        "Talked with | 面谈对象",
        "Held on | 面谈日期",
        "Praise | 表扬",
        "Weak points | 不足",
        "Weakest dimension | 最弱维度",
        "Training for it | 针对性培训建议",
      ],
      rows: [[null, null, null, null, null, null]],
      widths: [18, 14, 36, 36, 20, 36],
    },
    {
      name: "Results | 改善效果",
      headers: ["Result | 指标", "Before | 改善前", "After | 改善后", "Change | 变化"],
      rows: [
        ["Satisfaction | 满意度", 0.7, 0.85, null],
        ["Mean score | 平均得分", null, null, 0.2],
      ],
      widths: [28, 12, 12, 12],
      shows: { 1: "0%", 2: "0%", 3: "+0%;-0%;0%" },
    },
  ],
  known: [
    { code: "points-stated", column: "points", of: "all" },
    {
      code: "known-method",
      column: "method",
      of: ["First reply", "Mean response", "Resolution at first contact", "Net promoter score", "Product test"],
    },
    { code: "threshold-stated", column: "fullAt", of: ["Expression", "Listening", "Empathy"] },
  ],
});
