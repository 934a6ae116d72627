import { defineTemplate, unstated, type Both, type IndicatorSpec } from "./template";

const judged = (name: Both, points: number, rule: Both): IndicatorSpec => ({
  name,
  method: "rating",
  points: unstated(points),
  zeroAt: unstated(1),
  fullAt: unstated(5),
  rule,
});

const BY_SUPERVISOR = "Monthly by the supervisor, yearly by the manager. | 每月由主管、每年由经理评定。" as const;

export default defineTemplate({
  id: "centre-assessment",
  number: "T2",
  name: "Centre assessment | 客服中心考核",
  summary:
    "Volume, complaints, resolution and satisfaction beside attitude and ability, from live listening, playback and surveys; no weights stated. | 咨询量、投诉率、解决率、满意度，加态度与能力；来源为实时监听、录音回放和问卷；未写明权重。",
  rubrics: [
    {
      name: "Service staff | 客服人员",
      sections: {
        "Results | 业务指标": [
          {
            name: "Enquiry volume | 咨询量",
            method: "attainment",
            points: unstated(10),
            fullAt: unstated(900),
            show: "#,##0",
            rule: "Enquiries handled. | 处理的咨询数量。",
          },
          {
            name: "Complaint rate | 投诉率",
            method: "linear",
            points: unstated(15),
            zeroAt: unstated(0.03),
            fullAt: unstated(0.005),
            show: "0.0%",
            rule: "Complaints by enquiries; lower is better. | 投诉量与咨询量之比，越低越好。",
          },
          {
            name: "Resolution rate | 解决率",
            method: "linear",
            points: unstated(15),
            zeroAt: unstated(0.75),
            fullAt: unstated(0.95),
            show: "0.0%",
            rule: "Share of enquiries that were solved. | 已解决的咨询比例。",
          },
          {
            name: "Satisfaction | 满意度",
            method: "linear",
            points: unstated(20),
            zeroAt: unstated(0.8),
            fullAt: unstated(0.98),
            show: "0.0%",
            rule: "From the customer survey. | 取自客户问卷。",
          },
        ],
        "Attitude | 工作态度": [
          judged("Initiative | 主动性", 6, BY_SUPERVISOR),
          judged("Responsibility | 责任心", 7, BY_SUPERVISOR),
          judged("Teamwork | 团队协作", 7, BY_SUPERVISOR),
        ],
        "Ability | 工作能力": [
          judged("Knowledge | 业务知识", 8, "From scheduled and unscheduled checks. | 定期与不定期检查相结合。"),
          judged("Communication | 沟通能力", 6, "From live listening and playback. | 取自实时监听与录音回放。"),
          judged("Problem solving | 问题处理能力", 6, "From live listening and playback. | 取自实时监听与录音回放。"),
        ],
      },
    },
  ],
  known: [
    { code: "points-stated", column: "points", of: "all" },
    { code: "threshold-stated", column: "zeroAt", of: ["Complaint rate", "Resolution rate", "Satisfaction"] },
    { code: "threshold-stated", column: "fullAt", of: "all" },
  ],
});
