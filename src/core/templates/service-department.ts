import { defineTemplate, unstated, type Both, type IndicatorSpec } from "./template";

const SUPERIOR = "Rated by the superior. | 由上级评分。" as const;

/** A superior's rating. The source does not state the rating scale. */
const rated = (name: Both, points: number): IndicatorSpec => ({
  name,
  method: "rating",
  points: unstated(points),
  zeroAt: unstated(1),
  fullAt: unstated(10),
  rule: SUPERIOR,
});

/** Ratings by superior and peers, from the Ratings table. */
const reviewed = (name: Both, points: number): IndicatorSpec => ({
  name,
  method: "raters",
  points: unstated(points),
  zeroAt: unstated(1),
  fullAt: unstated(5),
  rule: "Superior-to-subordinate and peer assessment. | 上级评下级与同事互评。",
});

export default defineTemplate({
  id: "service-department",
  number: "T8",
  name: "Customer-service department | 客服部门考核",
  summary:
    "Work content, efficiency, attitude and ability by superiors and peers, in daily to yearly rounds; no weights stated. | 工作内容、效率、态度、能力四项，由上级和同事评定，按日、月、季、半年、年进行；未写明权重。",
  rubrics: [
    {
      name: "Customer service | 客服部",
      sections: {
        "Work content | 工作内容": [rated("Work content | 工作内容", 10)],
        "Efficiency | 工作效率": [
          {
            name: "Response time | 响应时间",
            method: "linear",
            points: unstated(10),
            zeroAt: unstated(60),
            fullAt: unstated(15),
            show: "0",
            rule: "Seconds until a customer is answered; lower is better. | 答复客户所用的秒数，越低越好。",
          },
          rated("Quality | 工作质量", 10),
          rated("Reception skill | 接待能力", 8),
          rated("Emergencies | 突发事件处理", 7),
        ],
        "Attitude | 工作态度": [
          reviewed("Politeness | 礼貌用语", 7),
          reviewed("Warmth | 热情程度", 7),
          reviewed("Complaint handling | 投诉处理", 8),
          reviewed("Responsibility | 责任心", 8),
        ],
        "Ability | 工作能力": [
          rated("Product knowledge | 产品知识", 10),
          rated("Communication | 沟通能力", 8),
          rated("Sound proposals | 合理化建议", 7),
        ],
      },
    },
  ],
  known: [
    { code: "points-stated", column: "points", of: "all" },
    {
      code: "threshold-stated",
      column: "zeroAt",
      of: ["Response time", "Politeness", "Warmth", "Complaint handling", "Responsibility"],
    },
    { code: "threshold-stated", column: "fullAt", of: "all" },
  ],
});
