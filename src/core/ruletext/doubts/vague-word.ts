import { defineDoubt } from "../doubt";

export default defineDoubt<{ words: string }>()({
  code: "vague-word",
  severity: "warning",
  message: {
    en: ({ words }) => ({
      what: `“${words}” leaves open what exactly counts.`,
      why: "Two people would score the same value differently.",
      how: "Replace it with a number or leave it out.",
    }),
    "zh-CN": ({ words }) => ({
      what: `“${words}”说得不确切。`,
      why: "同一个值，不同的人会给出不同的分数。",
      how: "换成具体的数字，或删去。",
    }),
  },
});
