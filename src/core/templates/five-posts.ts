import { defineTemplate, unstated, type Both, type IndicatorSpec, type RubricSpec } from "./template";

/** The posts with their criteria. The last one of the first four is judged by what customers say. */
const POSTS = {
  "Reception | 接待岗": [
    "Expertise | 专业能力",
    "Expression | 表达能力",
    "Problem solving | 问题解决能力",
    "Attitude | 服务态度",
    "Customer satisfaction | 客户满意度",
  ],
  "Technical support | 技术支持岗": [
    "Technical knowledge | 技术知识",
    "Problem analysis | 问题分析能力",
    "Teamwork | 团队协作",
    "Speed of solving | 解决速度",
    "Support quality | 支持质量",
  ],
  "Complaints | 投诉处理岗": [
    "Handling | 投诉处理能力",
    "Communication with other departments | 跨部门沟通",
    "Speed | 处理速度",
    "Handling quality | 处理质量",
  ],
  "After-sales | 售后服务岗": [
    "Knowledge of policy and process | 政策与流程掌握",
    "Problem solving | 问题解决能力",
    "Managing the relation | 客户关系维护",
    "After-sales quality | 售后质量",
  ],
  "Data analysis | 数据分析岗": ["Analysis | 分析能力", "Report writing | 报告撰写", "Problem solving | 问题解决能力"],
} as const satisfies Readonly<Record<Both, readonly Both[]>>;

/** Points that add up to 100; the first criteria take what is left over. */
const pointsOf = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => Math.floor(100 / count) + (index < 100 % count ? 1 : 0));

const criterion = (name: Both, points: number, byCustomers: boolean): IndicatorSpec => ({
  name,
  method: unstated("rating"),
  points: unstated(points),
  zeroAt: unstated(1),
  fullAt: unstated(10),
  ...(byCustomers ? { rule: "Judged by customer feedback. | 依据客户反馈评定。" } : {}),
});

const rubrics = (Object.keys(POSTS) as (keyof typeof POSTS)[]).map((name): RubricSpec => {
  const names: readonly Both[] = POSTS[name];
  const points = pointsOf(names.length);
  const criteria = names.map((each, index) =>
    criterion(each, points[index]!, index === names.length - 1 && name !== "Data analysis | 数据分析岗"),
  );
  return { name, people: 8, sections: { "Criteria | 考核标准": criteria } };
});

export default defineTemplate({
  id: "five-posts",
  number: "T9",
  name: "Five posts | 五岗位考核",
  summary:
    "Reception, technical support, complaints, after-sales and data analysis with three to five criteria each; the last is judged by customer feedback, but for data analysis; no weights stated. | 接待、技术支持、投诉处理、售后服务、数据分析五个岗位，各三至五项标准；除数据分析岗外，最后一项均以客户反馈评定；未写明权重。",
  rubrics,
  known: [
    { code: "points-stated", column: "points", of: "all" },
    { code: "known-method", column: "method", of: "all" },
  ],
});
