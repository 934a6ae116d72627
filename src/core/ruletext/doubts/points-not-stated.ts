import { defineDoubt } from "../doubt";

export default defineDoubt<Record<string, never>>()({
  code: "points-not-stated",
  severity: "warning",
  message: {
    en: () => ({
      what: "The rule does not say how many points the indicator has.",
      why: "Without them a share of the points cannot be turned into points.",
      how: "State the points, for instance “10 points”, or in the Points column.",
    }),
    "zh-CN": () => ({
      what: "规则没有写明该项的分值。",
      why: "没有分值，就无法把比例换算成分数。",
      how: "写明分值，例如“10 分”，或填写“分值”列。",
    }),
  },
});
