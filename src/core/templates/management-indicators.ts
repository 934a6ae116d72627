import { defineTemplate, unstated, type Both, type IndicatorSpec } from "./template";

const target = (name: Both, points: number, goal: number, rule: Both): IndicatorSpec => ({
  name,
  method: "attainment",
  points: unstated(points),
  fullAt: unstated(goal),
  rule,
});

const rated = (name: Both, points: number): IndicatorSpec => ({
  name,
  method: "rating",
  points: unstated(points),
  zeroAt: unstated(1),
  fullAt: unstated(10),
  rule: "Rated by the superior. | 由上级评分。",
});

const share = (name: Both, points: number, rule: Both): IndicatorSpec => ({
  name,
  method: "linear",
  points: unstated(points),
  zeroAt: unstated(0.8),
  fullAt: unstated(1),
  show: "0.0%",
  rule,
});

export default defineTemplate({
  id: "management-indicators",
  number: "T15",
  name: "Management indicators | 客服管理指标",
  summary:
    "Task indicators of management: analysis of customer information, sales statistics, enquiries and complaints, routine work; no weights stated. | 管理岗任务指标：客户信息分析、销售统计、咨询与投诉、日常工作；未写明权重。",
  rubrics: [
    {
      name: "Customer-service management | 客服管理岗",
      sections: {
        "Customer-information analysis | 客户信息分析": [
          target("Analyses | 分析报告数量", 8, 20, "Number of analyses. | 分析报告的数量。"),
          rated("Quality of analyses | 分析报告质量", 10),
          target(
            "Reports adopted | 被采纳报告数量",
            10,
            10,
            "Reports adopted by top management. | 被高层采纳的报告数量。",
          ),
        ],
        "Sales statistics by channel | 渠道销售统计": [
          share("Complete statistics | 统计完整率", 8, "Share of statistics that are complete. | 完整的统计所占比例。"),
          share("Accurate statistics | 统计准确率", 8, "Share of statistics that are accurate. | 准确的统计所占比例。"),
          share(
            "Statistics on time | 统计及时率",
            8,
            "Share of statistics that came on time. | 按时提交的统计所占比例。",
          ),
        ],
        "Enquiries and complaints | 咨询与投诉": [
          target(
            "Enquiries and complaints handled | 咨询投诉处理量",
            8,
            120,
            "Number of cases handled. | 处理的数量。",
          ),
          rated("Quality of handling | 处理质量", 10),
          share("Accuracy of handling | 处理准确率", 8, "Share of cases handled correctly. | 处理正确的比例。"),
          share("Records kept | 记录完整率", 6, "Share of cases with a full record. | 有完整记录的比例。"),
          share("Reported in time | 上报及时率", 6, "Share of cases reported in time. | 及时上报的比例。"),
        ],
        "Routine work | 日常工作": [rated("Superior's satisfaction | 上级满意度", 10)],
      },
    },
  ],
  known: [
    { code: "points-stated", column: "points", of: "all" },
    {
      code: "threshold-stated",
      column: "zeroAt",
      of: [
        "Complete statistics",
        "Accurate statistics",
        "Statistics on time",
        "Accuracy of handling",
        "Records kept",
        "Reported in time",
      ],
    },
    { code: "threshold-stated", column: "fullAt", of: "all" },
  ],
});
