import { defineTemplate, instead, unstated } from "./template";

const SPLIT =
  "The source states only the total of the section; the split is ours. | 原文只写明维度合计，指标间的分配为示例。" as const;

export default defineTemplate({
  id: "hotline-agent",
  number: "T7",
  name: "Hotline agent | 热线话务员",
  summary:
    "Service quality 30, quarterly test 10, service metrics 45, deductions for attendance and discipline. | 服务质量 30、季度测试 10、服务指标 45，考勤与纪律为扣分项。",
  rubrics: [
    {
      name: "Hotline agent | 热线话务员",
      sections: {
        "Service quality | 服务质量": [
          {
            name: "Process conformity | 流程规范",
            method: "linear",
            points: 15,
            zeroAt: unstated(0.8),
            fullAt: unstated(0.95),
            show: "0.0%",
            rule: "Share of the checked calls that follow the process. | 抽检通话中符合流程的比例。",
            note: SPLIT,
          },
          {
            name: "Answer accuracy | 解答准确率",
            method: "linear",
            points: 15,
            zeroAt: unstated(0.85),
            fullAt: unstated(0.98),
            show: "0.0%",
            rule: "Share of the checked calls with a correct and complete answer. | 抽检通话中解答正确且完整的比例。",
            note: SPLIT,
          },
        ],
        "Quarterly test | 季度测试": [
          {
            name: "Quarterly test | 季度测试",
            method: "linear",
            points: 10,
            zeroAt: 60,
            fullAt: 90,
            ifMissing: "exclude",
            rule: "90 earns all points, 60 none. | 90 分得满分，60 分不得分，中间按直线计算。",
          },
        ],
        "Service metrics | 服务指标": [
          {
            name: "Call volume | 话务量",
            method: "peer",
            points: instead(10, 15),
            zeroAt: unstated(-0.2),
            fullAt: 0.2,
            show: "#,##0",
            rule: "Calls taken, against the mean of the post: 20 % above it earns all points. | 接话量与同岗位均值比较：高于均值 20% 得满分。",
            note: SPLIT,
            sample: { middle: 1480 },
          },
          {
            name: "Hang-up satisfaction | 挂机满意度",
            method: "linear",
            points: instead(10, 15),
            zeroAt: 0.97,
            fullAt: 0.99,
            show: "0.00%",
            rule: "Share of satisfied answers to the survey after the call: 99 % earns all points, 97 % none. | 挂机后满意度调查中满意的比例：99% 得满分，97% 不得分。",
            note: SPLIT,
          },
          {
            name: "Survey trigger rate | 满意度触发率",
            method: "linear",
            points: 10,
            zeroAt: 0.25,
            fullAt: 0.34,
            show: "0.0%",
            rule: "Share of calls handed on to the survey: 34 % earns all points, 25 % none. | 转入满意度调查的通话比例：34% 得满分，25% 不得分。",
            note: SPLIT,
          },
          {
            name: "First-call resolution | 首次解决率",
            method: "linear",
            points: instead(5, 10),
            zeroAt: unstated(0.8),
            fullAt: unstated(0.92),
            show: "0.0%",
            rule: "Share of requests solved in the first call. | 首次来电即解决的比例。",
            note: SPLIT,
          },
          {
            name: "Transfers to self-service | 转自助服务率",
            method: "linear",
            points: 5,
            zeroAt: 0.031,
            fullAt: 0.019,
            show: "0.0%",
            rule: "Share of calls sent back to the self-service menu, lower is better: 1.9 % and less earns all points, above 3.1 % none; premium desks 2.3 % and 4.2 %. | 转回自助语音的通话比例，越低越好：1.9% 及以下得满分，高于 3.1% 不得分；高端坐席为 2.3% 和 4.2%。",
          },
          {
            name: "Transfers to expert desk | 转专家坐席率",
            method: "piecewise",
            points: 5,
            scale: "Expert transfers | 转专家坐席",
            show: "0.0%",
            rule: "Share of calls passed to the expert desk: below 0.8 % all points, above 2 % none, a straight line from 1.8 % to 2 %. | 转专家坐席的通话比例：低于 0.8% 得满分，高于 2% 不得分，1.8% 到 2% 之间按直线计算。",
            sample: { range: [0.022, 0.006] },
          },
        ],
        "Deductions | 扣分项": [
          {
            name: "Attendance | 考勤",
            method: "deduct",
            perEvent: unstated(2),
            rule: "Points are taken away each time somebody is late, leaves early or is absent. | 迟到、早退或缺勤，按次扣分。",
          },
          {
            name: "Discipline | 纪律",
            method: "deduct",
            perEvent: unstated(5),
            rule: "Points are taken away for each breach of discipline. | 违反纪律，按次扣分。",
          },
        ],
      },
    },
  ],
  scales: {
    "Expert transfers | 转专家坐席": [
      { to: 0.008, ends: "[)", share: 1, show: "0.0%" },
      { from: instead(0.018, 0.008), to: 0.02, ends: "[)", share: 1, shareTo: 0, show: "0.0%" },
      { from: 0.02, ends: "[)", share: 0, show: "0.0%" },
    ],
  },
  known: [
    { code: "points-add-up", column: "points", of: ["Process conformity"] },
    { code: "threshold-stated", column: "zeroAt", of: ["Process conformity", "Answer accuracy"] },
    { code: "threshold-stated", column: "fullAt", of: ["Process conformity", "Answer accuracy"] },
    { code: "threshold-stated", column: "zeroAt", of: ["Call volume", "First-call resolution"] },
    { code: "threshold-stated", column: "fullAt", of: ["First-call resolution"] },
    { code: "threshold-stated", column: "perEvent", of: ["Attendance", "Discipline"] },
    { code: "no-interval-gap", scale: "Expert transfers", row: 1, column: "from" },
  ],
});
