import { defineDoubt } from "../doubt";

export default defineDoubt<{ most: number }>()({
  code: "too-long",
  severity: "error",
  message: {
    en: ({ most }) => ({
      what: `This is longer than a rule of one indicator can be: it has more than ${most} parts.`,
      why: "It is most likely a whole policy, and was not read.",
      how: "Paste it under “Read rules”, which splits a policy into indicators, or read one rule at a time.",
    }),
    "zh-CN": ({ most }) => ({
      what: `这段文字超过了一个指标的规则应有的长度（多于 ${most} 个部分）。`,
      why: "它很可能是整份制度，因此没有解读。",
      how: "请在“读取规则”中粘贴，以便拆分为各个指标；或一次只读一条规则。",
    }),
  },
});
