import { defineDoubt } from "../doubt";

export default defineDoubt<{ first: string; second: string }>()({
  code: "unclear-unit",
  severity: "error",
  message: {
    en: ({ first, second }) => ({
      what: `${first} and ${second} are in different units.`,
      why: "It cannot be told whether the second is meant in the unit of the first, and a percentage is a hundred times smaller than a number.",
      how: "Write both in the unit of the metric.",
    }),
    "zh-CN": ({ first, second }) => ({
      what: `${first} 与 ${second} 的单位不同。`,
      why: "无法确定后者是否与前者同一单位；百分数与普通数字相差一百倍。",
      how: "请统一为指标数据的单位。",
    }),
  },
});
