import { defineDoubt } from "../doubt";

export default defineDoubt<{ low: string; high: string }>()({
  code: "overlap",
  severity: "error",
  message: {
    en: ({ low, high }) => ({
      what: `Values between ${low} and ${high} fall into two parts of the rule with different points.`,
      why: "Nobody can tell which of them counts.",
      how: "Let one range end where the other begins.",
    }),
    "zh-CN": ({ low, high }) => ({
      what: `${low} 与 ${high} 之间的值同时落在规则的两处，分数不同。`,
      why: "无法确定以哪一处为准。",
      how: "让一个区间在另一个区间开始处结束。",
    }),
  },
});
