import { defineDoubt } from "../doubt";

export default defineDoubt<{ low: string; high: string }>()({
  code: "between-not-stated",
  severity: "error",
  message: {
    en: ({ low, high }) => ({
      what: `The rule does not say what values between ${low} and ${high} earn.`,
      why: "It may be a straight line, nothing, or something else; each gives other points.",
      how: "Say it, for instance “linear in between”.",
    }),
    "zh-CN": ({ low, high }) => ({
      what: `规则没有说明 ${low} 与 ${high} 之间的值如何计分。`,
      why: "可能是按线性计算，也可能不得分，结果各不相同。",
      how: "请写明，例如“之间线性”。",
    }),
  },
  answers: () => [
    {
      label: { en: "A straight line in between", "zh-CN": "之间按线性计算" },
      words: { en: ", linear in between", "zh-CN": "，之间线性" },
    },
  ],
});
