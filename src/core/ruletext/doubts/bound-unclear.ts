import { defineDoubt } from "../doubt";

export default defineDoubt<{ bound: string }>()({
  code: "bound-unclear",
  severity: "error",
  message: {
    en: ({ bound }) => ({
      what: `Two ranges meet at ${bound}, and the rule does not say to which of them ${bound} belongs.`,
      why: "Whoever lands there may get either.",
      how: `Write “${bound} or more” for the upper one, or “below ${bound}” for the lower one.`,
    }),
    "zh-CN": ({ bound }) => ({
      what: `两个区间在 ${bound} 处相接，规则没有说明 ${bound} 属于哪一个。`,
      why: "正好落在这里的人该得哪个分数无法确定。",
      how: `把上面的写成“${bound} 及以上”，或把下面的写成“${bound} 以下（不含）”。`,
    }),
  },
});
