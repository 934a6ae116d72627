import { defineDoubt } from "../doubt";

export default defineDoubt<{ nth: number }>()({
  code: "repeats-open",
  severity: "error",
  message: {
    en: ({ nth }) => ({
      what: `The rule says what each repeat costs up to number ${nth}, but not what comes after.`,
      why: "Whoever has one more cannot be scored.",
      how: `Say “from number ${nth} on”.`,
    }),
    "zh-CN": ({ nth }) => ({
      what: `规则写到第 ${nth} 次的扣分，没有说明之后如何处理。`,
      why: `超过 ${nth} 次的人无法计分。`,
      how: `写明“第 ${nth} 次起每次……”。`,
    }),
  },
});
