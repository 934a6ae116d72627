import { defineTemplate, instead, unstated, type Both, type IndicatorSpec, type Stated } from "./template";

/** A line of the work content, with the number that the scheme gives it. */
const task = (name: Stated<Both>, points: number, metric: Both): IndicatorSpec => ({
  name,
  method: unstated("rating"),
  points: unstated(points),
  metric,
  zeroAt: unstated(1),
  fullAt: unstated(10),
  meant: "Rated by the superior. | 由上级评分。",
});

/** A criterion that superior and peers judge, from the Ratings table. */
const judged = (name: Both, points: number): IndicatorSpec => ({
  name,
  method: "raters",
  points: unstated(points),
  zeroAt: unstated(1),
  fullAt: unstated(5),
  rule: "Superior-to-subordinate and peer assessment. | 上级评下级与同事互评。",
  sample: { raters: ["superior", "peer"] },
});

const round = (name: Both) => [name, null, null];

const TASKS = ["1. Tasks from superiors done", "3. Customer needs worked out", "4. Reports on time"];
const JUDGED = [
  ...["Quality", "Reception skill", "Emergencies"],
  ...["Politeness", "Warmth", "Complaint handling", "Responsibility"],
  ...["Product knowledge", "Communication", "Sound proposals"],
];

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
        "Work content | 工作内容": [
          task("1. Tasks from superiors done | 1、完成上级交办的工作", 4, "Tasks done | 上级交办工作"),
          task(
            instead("3. Customer needs worked out | 3、梳理客户需求", "2. Customer needs worked out | 2、梳理客户需求"),
            3,
            "Customer needs | 客户需求",
          ),
          task(
            instead("4. Reports on time | 4、按时提交报告", "3. Reports on time | 3、按时提交报告"),
            3,
            "Reports | 提交报告",
          ),
        ],
        "Efficiency | 工作效率": [
          {
            name: "Response time | 响应时间",
            method: unstated("linear"),
            points: unstated(10),
            zeroAt: unstated(60),
            fullAt: unstated(15),
            show: "0",
            meant: "Seconds until a customer is answered. | 答复客户所用的秒数。",
          },
          judged("Quality | 工作质量", 10),
          judged("Reception skill | 接待能力", 8),
          judged("Emergencies | 突发事件处理", 7),
        ],
        "Attitude | 工作态度": [
          judged("Politeness | 礼貌", 7),
          judged("Warmth | 热情", 7),
          judged("Complaint handling | 投诉处理", 8),
          judged("Responsibility | 责任心", 8),
        ],
        "Ability | 工作能力": [
          judged("Product knowledge | 产品知识", 10),
          judged("Communication | 沟通能力", 8),
          judged("Sound proposals | 合理化建议", 7),
        ],
      },
    },
  ],
  sheets: [
    {
      name: "Rounds | 考核周期",
      headers: ["Round | 周期", "Assessed by | 考核人", "What | 考核内容"],
      rows: [
        round("Daily | 每日"),
        round("Monthly | 每月"),
        round("Quarterly | 每季度"),
        round("Half-yearly | 每半年"),
        round("Yearly | 每年"),
      ],
      widths: [16, 24, 44],
    },
    {
      name: "Ways of assessment | 考核方式",
      headers: ["Way | 方式", "Used for | 适用项目"],
      rows: [
        ["Superior to subordinate | 上级评下级", null],
        ["Peers among themselves | 同事互评", null],
        ["Subjective part | 主观部分", null],
        ["Objective part | 客观部分", null],
      ],
      widths: [28, 44],
    },
  ],
  known: [
    { code: "points-stated", column: "points", of: "all" },
    { code: "known-method", column: "method", of: [...TASKS, "Response time"] },
    { code: "threshold-stated", column: "zeroAt", of: JUDGED },
    { code: "threshold-stated", column: "fullAt", of: JUDGED },
    { code: "numbering-unbroken", column: "indicator", of: ["3. Customer needs worked out"] },
  ],
});
