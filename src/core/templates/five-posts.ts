import { defineTemplate, unstated, type Both, type IndicatorSpec, type RubricSpec } from "./template";

const POSTS = [
  "Reception | 接待岗",
  "Technical support | 技术支持岗",
  "Complaints | 投诉处理岗",
  "After-sales | 售后服务岗",
  "Data analysis | 数据分析岗",
] as const satisfies readonly Both[];

const rated = (name: Both, rule: Both): IndicatorSpec => ({
  name,
  method: "rating",
  points: unstated(20),
  zeroAt: unstated(1),
  fullAt: unstated(10),
  rule,
});

/** Five criteria for each post. The source states only the last one, which is the same for all posts. */
const criteria: readonly IndicatorSpec[] = [
  ...[1, 2, 3, 4].map((number) =>
    rated(`Criterion ${number} | 标准 ${number}`, "To be named by the post. | 由岗位填写具体标准。"),
  ),
  rated("Customer feedback | 客户反馈", "Measured by what customers say. | 以客户反馈衡量。"),
];

export default defineTemplate({
  id: "five-posts",
  number: "T9",
  name: "Five posts | 五岗位考核",
  summary:
    "Reception, technical support, complaints, after-sales and data analysis with five criteria each, the last always customer feedback; no weights stated. | 接待、技术支持、投诉处理、售后服务、数据分析五个岗位，各五项标准，最后一项均为客户反馈；未写明权重。",
  rubrics: POSTS.map((name): RubricSpec => ({ name, people: 8, sections: { "Criteria | 考核标准": criteria } })),
  known: [
    { code: "points-stated", column: "points", of: "all" },
    { code: "threshold-stated", column: "fullAt", of: "all" },
  ],
});
