import { defineDoubt } from "../doubt";

export default defineDoubt<{ bound: string }>()({
  code: "bound-refused",
  severity: "error",
  message: {
    en: ({ bound }) => ({
      what: `The parts on both sides of ${bound} leave out exactly ${bound}.`,
      why: "Whoever lands there gets no points at all, and the rule does not say whether that is meant.",
      how: `Let one of them include it: “at least ${bound}” or “at most ${bound}”.`,
    }),
    "zh-CN": ({ bound }) => ({
      what: `${bound} 两侧的规定都不包含 ${bound} 本身。`,
      why: "正好落在这里的人没有分数，而规则没有说明。",
      how: `让其中一处包含本数，例如写成“不低于 ${bound}”或“不高于 ${bound}”。`,
    }),
  },
});
