import { defineTemplate, instead, unstated, type Both, type IndicatorSpec } from "./template";

const linear = (
  name: IndicatorSpec["name"],
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
  meant,
});

const rated = (name: IndicatorSpec["name"], points: number): IndicatorSpec => ({
  name,
  method: unstated("rating"),
  points: unstated(points),
  zeroAt: unstated(1),
  fullAt: unstated(10),
  meant: "Rated by the superior. | 由上级评分。",
});

export default defineTemplate({
  id: "service-standards",
  number: "T11",
  name: "Service standards | 客服工作标准",
  summary:
    "Efficiency, quality, teamwork and development; no weights stated, and satisfaction stands in it twice. | 效率、质量、团队协作、个人发展四项；未写明权重，且满意度重复出现。",
  rubrics: [
    {
      name: "Service staff | 客服人员",
      sections: {
        "Efficiency | 工作效率": [
          linear("Tickets per day | 日均工单量", 10, [20, 60], "0.0", "Tickets closed per day. | 每日办结的工单数。"),
          {
            ...linear(
              "Handling time | 处理时长",
              10,
              [12, 5],
              "0.0",
              "Mean minutes per ticket. | 单件平均处理分钟数。",
            ),
          },
          linear("Satisfaction | 满意度", 10, [0.8, 0.98], "0.0%", "Share of satisfied answers. | 评价为满意的比例。"),
        ],
        "Quality | 服务质量": [
          linear(
            instead<Both>("Satisfaction | 满意度", "Satisfaction with quality | 质量满意度"),
            10,
            [0.8, 0.98],
            "0.0%",
            "Named a second time, without saying what sets it apart. | 原方案再次列出，未写明区别。",
          ),
          linear(
            "Complaint handling rate | 投诉处理率",
            10,
            [0.8, 1],
            "0.0%",
            "Share of complaints that were dealt with. | 已处理投诉所占比例。",
          ),
          linear("QA score | 质检得分", 10, [70, 95], "0.0", "Mean score of the checked calls. | 抽检录音的平均得分。"),
        ],
        "Teamwork | 团队协作": [
          rated("Team efficiency | 团队效率", 7),
          rated("Team goals met | 团队目标完成", 7),
          rated("Team review | 团队评价", 6),
        ],
        "Development | 个人发展": [
          rated("Training | 培训", 7),
          rated("Skills | 技能", 7),
          rated("Growth plan | 成长计划", 6),
        ],
      },
    },
  ],
  known: [
    { code: "points-stated", column: "points", of: "all" },
    { code: "known-method", column: "method", of: "all" },
    { code: "no-duplicate-indicator", column: "indicator", of: ["Quality / Satisfaction"] },
  ],
});
