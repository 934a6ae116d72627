import { defineDoubt } from "../doubt";
import { counted } from "../../text/plural";

export default defineDoubt<{ worth: number; points: number }>()({
  code: "worth-above-points",
  severity: "warning",
  message: {
    en: ({ worth, points }) => ({
      what: `The rule gives ${counted(worth, "point", "points")}, more than the ${points} of the indicator.`,
      why: "Nobody should earn more than an indicator is worth, except by a bonus.",
      how: "Lower it, or raise the points of the indicator.",
    }),
    "zh-CN": ({ worth, points }) => ({
      what: `规则最多给 ${worth} 分，超过该指标的分值 ${points} 分。`,
      why: "除加分项外，得分不应超过指标的分值。",
      how: "请调低该分数，或提高指标的分值。",
    }),
  },
});
