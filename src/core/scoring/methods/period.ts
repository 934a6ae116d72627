import { defineMethod } from "../model/method";
import { VALUE_CURVE } from "./value-curve";

const WHOLE = { points: 100, zeroAt: 0, fullAt: 100, scale: undefined };

export default defineMethod({
  ...VALUE_CURVE,
  id: "period",
  names: { en: ["period", "periods"], "zh-CN": ["期间汇总", "期间", "周期汇总"] },
  text: {
    en: {
      summary:
        "The mean of the agent's own results of the periods within this one, months of a quarter for instance: totals, or the column that Metric names. A scale named after the indicator states how much each period weighs. Scored on a line or a scale.",
      formula: "points x (weighted mean of the periods - zero at) / (full at - zero at), held between 0 and points",
    },
    "zh-CN": {
      summary:
        "按本人在所含期间（如季度内各月）的结果平均计分：总分，或“数据列”所写的列。与指标同名的等级表写明各期间的权重。再按直线或等级表折算。",
      formula: "分值 ×（各期间加权平均 − 零分值）÷（满分值 − 零分值），限制在 0 与分值之间",
    },
  },
  source: "Quarterly results put together from monthly ones, and yearly results from quarterly ones.",
  input: "periods",
  examples: [
    {
      parameters: WHOLE,
      value: 85,
      points: 85,
      note: {
        en: "Monthly totals of 80, 90 and 85: their mean is the quarter's result.",
        "zh-CN": "各月总分 80、90、85，其平均即为季度结果。",
      },
    },
    {
      parameters: { ...WHOLE, points: 70 },
      value: 88,
      points: 61.6,
      note: {
        en: "80 x 20 %, 90 x 30 % and 90 x 50 % make 88; 70 of the quarter's points depend on it.",
        "zh-CN": "80×20%、90×30%、90×50% 合计 88，占季度 70 分。",
      },
    },
    {
      parameters: { points: 10, zeroAt: 60, fullAt: 90, scale: undefined },
      value: 55,
      points: 0,
      note: { en: "Below zero at nothing is earned.", "zh-CN": "低于零分值不得分。" },
    },
  ],
});
