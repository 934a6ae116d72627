import { defineDoubt } from "../doubt";

export default defineDoubt<{ bound: string }>()({
  code: "fail-bound-excluded",
  severity: "error",
  message: {
    en: ({ bound }) => ({
      what: `The rule fails values beyond ${bound} but not ${bound} itself; Fail at counts the value itself.`,
      why: "Whoever lands exactly there would be failed against the words of the rule.",
      how: `Say “${bound} or beyond”, or state the next value that fails.`,
    }),
    "zh-CN": ({ bound }) => ({
      what: `规则否决的是越过 ${bound} 的值，不含 ${bound} 本身；而“否决值”包含本数。`,
      why: "正好等于该值的人会被错误否决。",
      how: `改为包含 ${bound}，或写明下一个会被否决的值。`,
    }),
  },
});
