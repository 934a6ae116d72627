import { defineDoubt } from "../doubt";

export default defineDoubt<{ number: string }>()({
  code: "number-not-understood",
  severity: "error",
  message: {
    en: ({ number }) => ({
      what: `The rule does not show what the number in “${number}” is for.`,
      why: "Every number of a rule decides about points; none may be left out.",
      how: "Say what it means: a value, points, a limit or a step.",
    }),
    "zh-CN": ({ number }) => ({
      what: `看不出“${number}”中的数字是什么意思。`,
      why: "规则中的每个数字都关系到分数，不能忽略。",
      how: "写明它是数据值、分数、上限还是步长。",
    }),
  },
});
