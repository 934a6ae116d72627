import hotlineAgent, { hotlineFindings } from "./hotline-agent";
import { defineTemplate, unstated } from "./template";

export default defineTemplate({
  id: "shift-leader",
  number: "T5",
  name: "Hotline shift leader | 热线班组长",
  summary:
    "Team performance 70 from the members' results, quarterly test 5, team culture 5, key work 20. Brings five leaders and their agents. | 班组业绩 70（取自组员成绩）、季度测试 5、团队文化 5、重点工作 20；附五位班组长及其组员的示例数据。",
  rubrics: [
    {
      name: "Shift leader | 班组长",
      people: 5,
      leads: true,
      sections: {
        "Team performance | 班组业绩": [
          {
            name: "Mean of the members | 组员平均成绩",
            method: "team",
            points: 40,
            metric: "total | 总分",
            zeroAt: unstated(35),
            fullAt: unstated(65),
            rule: "From the mean of the members' results. | 按组员考核成绩的平均值计分。",
          },
          {
            name: "Share of A and B | A、B 级占比",
            method: "team",
            points: 20,
            metric: "A, B | A、B",
            zeroAt: unstated(0),
            fullAt: unstated(0.3),
            show: "0%",
            rule: "From the share of members graded A or B. | 按考核等级为 A、B 的组员占比计分。",
          },
          {
            name: "Share of D and E | D、E 级占比",
            method: "team",
            points: 10,
            metric: "D, E | D、E",
            zeroAt: unstated(1),
            fullAt: unstated(0.5),
            show: "0%",
            rule: "From the share of members graded D or E. | 按考核等级为 D、E 的组员占比计分。",
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
        "Team culture | 团队文化": [
          {
            name: "Team culture | 团队文化",
            method: unstated("manual"),
            points: 5,
            show: "0.0",
            rule: "Participation and its quality. | 参与情况及质量。",
            meant: "Points given by the superior. | 由上级直接给分。",
          },
        ],
        "Key work | 重点工作": [
          {
            name: "Reporting accuracy | 报送准确性",
            method: "deduct",
            points: 5,
            perEvent: 2,
            rule: "2 points less for each late, missing or wrong report. | 报表迟报、漏报、错报，每次扣 2 分，扣完为止。",
          },
          {
            name: "Team care | 班组关怀",
            method: "deduct",
            points: 5,
            perEvent: 1,
            rule: "1 point less for each lapse. | 每缺一次扣 1 分，扣完为止。",
          },
          {
            name: "Production control | 现场生产管控",
            method: "deduct",
            points: 10,
            perEvent: 2,
            rule: "2 points less for each missing or wrong record. | 记录缺失或错误，每次扣 2 分，扣完为止。",
          },
          {
            name: "Other work | 其他工作",
            method: "deduct",
            perEvent: 1,
            rule: "Deduction item, 1 point each. | 扣分项，每次扣 1 分。",
          },
        ],
        "Deductions | 扣分项": [
          {
            name: "Attendance | 考勤",
            method: "deduct",
            perEvent: unstated(2),
            rule: "Deduction item on the same scale as for agents. | 扣分项，标准与话务员相同。",
            meant: "Points each time. | 每次的分值。",
          },
          {
            name: "Site control | 现场管理",
            method: "deduct",
            perEvent: 2,
            rule: "Deduction item, 2 points each. | 扣分项，每次扣 2 分。",
          },
        ],
      },
    },
    // The rubric of the led agents. Without members there is no team performance.
    hotlineAgent.rubrics[0]!,
  ],
  scales: {
    // Members have grades from A to E. The source does not state the cut-offs.
    "Total | 总分": [
      { grade: "A", from: unstated(65) },
      { grade: "B", from: unstated(57) },
      { grade: "C", from: unstated(49) },
      { grade: "D", from: unstated(40) },
      { grade: "E" },
    ],
    ...hotlineAgent.scales,
  },
  settings: [{ added: true, setting: "Full score | 满分", value: 85, rubric: hotlineAgent.rubrics[0]!.name }],
  known: [
    {
      code: "threshold-stated",
      column: "zeroAt",
      of: ["Mean of the members", "Share of A and B", "Share of D and E"],
    },
    {
      code: "threshold-stated",
      column: "fullAt",
      of: ["Mean of the members", "Share of A and B", "Share of D and E"],
    },
    { code: "threshold-stated", column: "perEvent", of: ["Shift leader / Attendance"] },
    { code: "known-method", column: "method", of: ["Team culture / Team culture"] },
    ...hotlineFindings("Hotline agent"),
    { code: "no-interval-gap", scale: "Expert transfers", row: 1, column: "from" },
    ...[0, 1, 2, 3, 4].map((row) => ({ code: "quotas-add-up", scale: "Total", row, column: "share" }) as const),
  ],
});
