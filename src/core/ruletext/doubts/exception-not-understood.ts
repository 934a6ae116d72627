import { defineDoubt } from "../doubt";

export default defineDoubt<{ words: string }>()({
  code: "exception-not-understood",
  severity: "error",
  message: {
    en: ({ words }) => ({
      what: `“${words}” makes an exception or a choice that cannot be expressed.`,
      why: "An exception that is left out gives somebody the wrong points.",
      how: "Take it out of the rule; put N/A in the metric of those whom it concerns.",
    }),
    "zh-CN": ({ words }) => ({
      what: `“${words}”是例外或选择条件，无法表达。`,
      why: "忽略例外会让某些人得到错误的分数。",
      how: "请从规则中去掉；对适用例外的人，在数据中填写“不适用”。",
    }),
  },
});
