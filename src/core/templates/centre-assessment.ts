import { defineTemplate, unstated, type Both, type IndicatorSpec } from "./template";

/** A rate that the scheme only names. */
const rate = (name: Both, points: number, [zeroAt, fullAt]: readonly [number, number], meant: Both): IndicatorSpec => ({
  name,
  method: unstated("linear"),
  points: unstated(points),
  zeroAt: unstated(zeroAt),
  fullAt: unstated(fullAt),
  show: "0.0%",
  meant,
});

const judged = (name: Both, points: number): IndicatorSpec => ({
  name,
  method: unstated("rating"),
  points: unstated(points),
  zeroAt: unstated(1),
  fullAt: unstated(5),
});

const CHECKS = "Scheduled and unscheduled checks combined | 定期与不定期检查相结合" as const;

export default defineTemplate({
  id: "centre-assessment",
  number: "T2",
  name: "Centre assessment | 客服中心考核",
  summary:
    "Volume, complaints, resolution and satisfaction beside attitude and ability, monthly by the supervisor and yearly by the manager; no weights stated. | 咨询量、投诉率、解决率、满意度，加工作态度与工作能力；主管按月、经理按年考核；未写明权重。",
  rubrics: [
    {
      name: "Service staff | 客服人员",
      sections: {
        "Indicators | 考核指标": [
          {
            name: "Enquiry volume | 咨询量",
            method: unstated("attainment"),
            points: unstated(10),
            fullAt: unstated(900),
            show: "#,##0",
            meant: "Enquiries handled in the period. | 期间内处理的咨询数量。",
          },
          rate("Complaint rate | 投诉率", 15, [0.03, 0.005], "Complaints by enquiries. | 投诉量与咨询量之比。"),
          rate(
            "Resolution rate | 解决率",
            15,
            [0.75, 0.95],
            "Share of enquiries that were solved. | 已解决的咨询所占比例。",
          ),
          rate("Satisfaction | 满意度", 20, [0.8, 0.98], "Share of satisfied answers. | 评价为满意的比例。"),
        ],
        "Attitude | 工作态度": [
          judged("Initiative | 主动性", 6),
          judged("Responsibility | 责任心", 7),
          judged("Teamwork | 团队协作", 7),
        ],
        "Ability | 工作能力": [
          judged("Knowledge | 业务知识", 8),
          judged("Communication | 沟通能力", 6),
          judged("Problem solving | 问题处理能力", 6),
        ],
      },
    },
  ],
  sheets: [
    {
      name: "Rounds | 考核周期",
      headers: ["Round | 周期", "Assessed by | 考核人", "Checks | 检查方式", "Weight | 所占权重"],
      rows: [
        ["Monthly | 每月", "Supervisor | 主管", CHECKS, null],
        ["Yearly | 每年", "Manager | 经理", CHECKS, null],
      ],
      widths: [14, 16, 44, 12],
    },
    {
      name: "Monitoring and use | 监控与结果应用",
      headers: ["Part | 项目", "What | 内容"],
      rows: [
        ["Monitoring | 监控方式", "Live listening | 实时监听"],
        ["Monitoring | 监控方式", "Recording playback | 录音回放"],
        ["Monitoring | 监控方式", "Surveys | 问卷调查"],
        ["Use of the result | 结果应用", "Pay | 薪酬"],
        ["Use of the result | 结果应用", "Promotion | 晋升"],
        ["Use of the result | 结果应用", "Awards | 评优"],
        ["Use of the result | 结果应用", "Coaching | 辅导"],
      ],
      widths: [22, 30],
    },
  ],
  known: [
    { code: "points-stated", column: "points", of: "all" },
    { code: "known-method", column: "method", of: "all" },
  ],
});
