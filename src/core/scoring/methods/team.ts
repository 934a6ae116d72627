import { defineMethod } from "../model/method";
import { VALUE_CURVE } from "./value-curve";

const MEAN = { points: 40, zeroAt: 60, fullAt: 90, scale: undefined };
const SHARE = { points: 20, zeroAt: 0.5, fullAt: 0, scale: undefined };

export default defineMethod({
  ...VALUE_CURVE,
  id: "team",
  names: { en: ["team", "team result"], "zh-CN": ["团队", "班组", "团队成绩"] },
  text: {
    en: {
      summary:
        "What the agents whom this one leads came to: the mean of their totals, or the share of them with the grades that Metric lists, scored on a line or a scale. Members without a total do not count.",
      formula: "points x (mean or share of the team - zero at) / (full at - zero at), held between 0 and points",
    },
    "zh-CN": {
      summary:
        "按所带人员的结果计分：其总分的平均，或“数据列”所列等级的人数占比，再按直线或等级表折算。没有总分的成员不计。",
      formula: "分值 ×（班组平均或占比 − 零分值）÷（满分值 − 零分值），限制在 0 与分值之间",
    },
  },
  source:
    "Team leaders scored by the mean of their members, or by the share of members graded at the top or the bottom.",
  input: "team",
  examples: [
    {
      parameters: MEAN,
      value: 75,
      points: 20,
      note: {
        en: "Members with 70, 75 and 80: a mean of 75, half-way between 60 and 90.",
        "zh-CN": "成员总分 70、75、80，平均 75，位于 60 与 90 的正中间。",
      },
    },
    {
      parameters: MEAN,
      value: 92,
      points: 40,
      note: { en: "A mean past full at earns all.", "zh-CN": "平均超过满分值得满分。" },
    },
    {
      parameters: SHARE,
      value: 0.25,
      points: 10,
      note: {
        en: "1 of 4 graded members has a D or E; none would earn all, half the team nothing.",
        "zh-CN": "4 名有等级的成员中 1 人为 D 或 E；无人得满分，达一半则不得分。",
      },
    },
  ],
});
