import hotlineAgent, { hotlineFindings } from "./hotline-agent";
import { defineTemplate, unstated, type Both } from "./template";

export default defineTemplate({
  id: "business-coach",
  number: "T6",
  name: "Hotline business coach | 热线业务教练",
  summary:
    "Team performance 70, quarterly test 5, team activities; how the remaining 25 points are given is not stated. Brings five coaches and their agents. | 班组业绩 70、季度测试 5、团队活动；其余 25 分如何计分未写明。附五位教练及其所带人员的示例数据。",
  rubrics: [
    {
      name: "Business coach | 业务教练",
      people: 5,
      leads: true,
      sections: {
        "Team performance | 班组业绩": [
          {
            name: "Team performance | 班组业绩",
            method: "team",
            points: 70,
            metric: unstated<Both>("total | 总分"),
            zeroAt: unstated(35),
            fullAt: unstated(65),
            meant: "From the mean of the results of the agents coached. | 按所带人员考核成绩的平均值计分。",
          },
        ],
        "Quarterly test | 季度测试": [
          {
            name: "Quarterly test | 季度测试",
            method: "linear",
            points: 5,
            zeroAt: 70,
            fullAt: 90,
            rule: "Linear from 70 to 90. | 70 分到 90 分线性得分。",
          },
        ],
        "Team activities | 团队活动": [
          {
            name: "Team activities | 团队活动",
            method: unstated("manual"),
            points: unstated(25),
            show: "0.0",
            meant: "All points that are left, given by the superior. | 其余全部分值，由上级直接给分。",
          },
        ],
      },
    },
    // The rubric of the coached agents. Without members there is no team performance.
    hotlineAgent.rubrics[0]!,
  ],
  scales: hotlineAgent.scales!,
  settings: [{ added: true, setting: "Full score | 满分", value: 85, rubric: hotlineAgent.rubrics[0]!.name }],
  known: [
    {
      code: "known-method",
      column: "method",
      of: ["Team activities / Team activities"],
    },
    { code: "points-stated", column: "points", of: ["Team activities / Team activities"] },
    { code: "threshold-stated", column: "zeroAt", of: ["Team performance / Team performance"] },
    { code: "threshold-stated", column: "fullAt", of: ["Team performance / Team performance"] },
    ...hotlineFindings("Hotline agent"),
    { code: "no-interval-gap", scale: "Expert transfers", row: 1, column: "from" },
  ],
});
