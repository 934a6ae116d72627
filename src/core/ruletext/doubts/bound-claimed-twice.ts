import { defineDoubt } from "../doubt";

export default defineDoubt<{ bound: string }>()({
  code: "bound-claimed-twice",
  severity: "error",
  message: {
    en: ({ bound }) => ({
      what: `Two parts of the rule both claim exactly ${bound}, with different points.`,
      why: "Whoever lands there can ask for the better of the two. A Chinese 以上 or 以下 and an English “or more” include their bound.",
      how: `Let one of them leave it out: “below ${bound}” or “above ${bound}”.`,
    }),
    "zh-CN": ({ bound }) => ({
      what: `规则中有两处都包含 ${bound} 本身，分数却不同。`,
      why: "“以上”“以下”都包含本数，正好落在这里的人该得哪个分数无法确定。",
      how: `让其中一处不含本数，例如写成“低于 ${bound}”或“超过 ${bound}”。`,
    }),
  },
});
