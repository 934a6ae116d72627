import { defineTemplate, unstated, type Both, type IndicatorSpec } from "./template";

const target = (name: Both, points: number, goal: number, meant: Both, rule?: Both): IndicatorSpec => ({
  name,
  method: unstated("attainment"),
  points: unstated(points),
  fullAt: unstated(goal),
  ...(rule ? { rule } : {}),
  meant,
});

const rated = (name: Both, points: number): IndicatorSpec => ({
  name,
  method: unstated("rating"),
  points: unstated(points),
  zeroAt: unstated(1),
  fullAt: unstated(10),
  meant: "Rated by the superior. | 由上级评分。",
});

const share = (name: Both, points: number, meant: Both): IndicatorSpec => ({
  name,
  method: unstated("linear"),
  points: unstated(points),
  zeroAt: unstated(0.8),
  fullAt: unstated(1),
  show: "0.0%",
  meant,
});

export default defineTemplate({
  id: "management-indicators",
  number: "T15",
  name: "Management indicators | 客服管理指标",
  summary:
    "Task indicators of management: analysis of customer information, sales statistics, enquiries and complaints, routine work; no weights stated, numbers start at 2. | 管理岗任务指标：客户信息分析、销售统计、咨询与投诉、日常工作；未写明权重，编号从 2 开始。",
  rubrics: [
    {
      name: "Task dimension | 任务维度",
      sections: {
        "2. Customer-information analysis | 2、客户信息分析": [
          target("Analyses | 分析报告数量", 8, 20, "Analyses in the period. | 期间内的分析报告数。"),
          rated("Quality of analyses | 分析报告质量", 10),
          target(
            "Reports adopted | 被采纳报告数量",
            10,
            10,
            "Reports adopted in the period. | 期间内被采纳的报告数。",
            "Reports adopted by top management, or how much they supported decisions. | 被高层采纳的报告，或对决策的支持程度。",
          ),
        ],
        "3. Sales statistics by channel | 3、渠道销售统计": [
          share("Complete statistics | 统计完整性", 8, "Share of statistics that are complete. | 完整的统计所占比例。"),
          share("Accurate statistics | 统计准确性", 8, "Share of statistics that are accurate. | 准确的统计所占比例。"),
          share("Statistics on time | 统计及时性", 8, "Share of statistics on time. | 按时提交的统计所占比例。"),
        ],
        "4. Enquiries and complaints | 4、客户咨询与投诉": [
          target(
            "Enquiries and complaints | 咨询投诉数量",
            8,
            120,
            "Cases handled in the period. | 期间内处理的件数。",
          ),
          rated("Quality of handling | 处理质量", 10),
          share("Accuracy of handling | 处理准确性", 8, "Share of cases handled correctly. | 处理正确的比例。"),
          share("Records | 记录", 6, "Share of cases with a full record. | 有完整记录的比例。"),
          share("Timely reporting | 上报及时性", 6, "Share of cases reported in time. | 及时上报的比例。"),
        ],
        "5. Routine work | 5、日常工作": [rated("Superior's satisfaction | 上级满意度", 10)],
      },
      renamed: {
        "2. Customer-information analysis | 2、客户信息分析": "1. Customer-information analysis | 1、客户信息分析",
        "3. Sales statistics by channel | 3、渠道销售统计": "2. Sales statistics by channel | 2、渠道销售统计",
        "4. Enquiries and complaints | 4、客户咨询与投诉": "3. Enquiries and complaints | 3、客户咨询与投诉",
        "5. Routine work | 5、日常工作": "4. Routine work | 4、日常工作",
      },
    },
  ],
  known: [
    { code: "points-stated", column: "points", of: "all" },
    { code: "known-method", column: "method", of: "all" },
    { code: "numbering-unbroken", column: "section", of: ["Analyses"] },
  ],
});
