import { defineMethod } from "../model/method";
import { VALUE_CURVE } from "./value-curve";

export default defineMethod({
  ...VALUE_CURVE,
  id: "raters",
  names: { en: ["raters", "360"], "zh-CN": ["多方评价", "360评价", "360度评价"] },
  text: {
    en: {
      summary:
        "What customers, superiors, peers and the agent think, from the Ratings table: raters of one type are averaged first, then the types by weight, and the mean is scored on a line or by a scale. The weights stand in the scale named after the indicator.",
      formula:
        "mean = sum of weight x mean of the type / sum of weights of the types that rated; then the line from Zero at to Full at, or the scale",
    },
    "zh-CN": {
      summary:
        "客户、上级、同事、本人等多方评价，取自评价表：先求每类评价人的均值，再按权重合成，最后按直线或等级表计分。权重写在与指标同名的等级表中。",
      formula: "合成均值 = Σ（权重 × 该类均值）÷ 已评价各类的权重之和；再按零分值到满分值的直线或等级表计分",
    },
  },
  source: "Multi-rater (360 degree) appraisal: each side rates on the same scale and weighs by a stated share.",
  input: "ratings",
  examples: [
    example(4.2, 8, "4.2 on a scale from 1 to 5: 80% of the way.", "1 到 5 分制得 4.2，处于 80% 处。"),
    example(1, 0, "The lowest rating earns nothing.", "最低分不得分。"),
    example(5, 10, "The highest earns all.", "最高分得满分。"),
    example("good", "failed", "A mean is a number.", "均值应为数字。"),
  ],
});

function example(value: number | string, expected: number | "failed", en: string, zh: string) {
  return {
    parameters: { points: 10, zeroAt: 1, fullAt: 5, scale: undefined },
    value,
    points: expected,
    note: { en, "zh-CN": zh },
  };
}
