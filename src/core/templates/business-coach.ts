import hotlineAgent from "./hotline-agent";
import { defineTemplate, mendedForm, unstated } from "./template";

export default defineTemplate({
  id: "business-coach",
  number: "T6",
  name: "Hotline business coach | 热线业务教练",
  summary:
    "Team performance 70, quarterly test 5; what the remaining 25 are for is not stated. Brings five coaches and their agents. | 班组业绩 70、季度测试 5，其余 25 分未写明；附五位教练及其所带人员的示例数据。",
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
            metric: "total | 总分",
            zeroAt: unstated(40),
            fullAt: unstated(75),
            rule: "From the results of the agents coached; how is not stated. | 取自所带人员的考核成绩，计算办法未写明。",
          },
        ],
        "Quarterly test | 季度测试": [
          {
            name: "Quarterly test | 季度测试",
            method: "linear",
            points: 5,
            zeroAt: 70,
            fullAt: 90,
            rule: "90 earns all points, 70 none. | 90 分得满分，70 分不得分，中间按直线计算。",
          },
        ],
        "Other | 其他": [
          {
            name: "Remaining items | 其余项目",
            method: unstated("manual"),
            points: 25,
            show: "0.0",
            rule: "The source states neither what these points are for nor how they are given. | 原文未写明这部分的内容和计分方式。",
          },
        ],
      },
    },
    // The rubric of the coached agents. Without members there is no team performance.
    mendedForm(hotlineAgent.rubrics[0]!),
  ],
  scales: mendedForm(hotlineAgent.scales!),
  known: [
    { code: "threshold-stated", column: "zeroAt", of: ["Team performance"] },
    { code: "threshold-stated", column: "fullAt", of: ["Team performance"] },
    { code: "known-method", column: "method", of: ["Remaining items"] },
  ],
});
