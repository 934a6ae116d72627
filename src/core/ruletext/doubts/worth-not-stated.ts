import { defineDoubt } from "../doubt";

export default defineDoubt<{ what: string }>()({
  code: "worth-not-stated",
  severity: "error",
  message: {
    en: ({ what }) => ({
      what: `The rule names ${what}, but not what it is worth.`,
      why: "Whoever gets it cannot be scored.",
      how: "State points or a share for it.",
    }),
    "zh-CN": ({ what }) => ({
      what: `规则提到了 ${what}，却没有写明对应的分数。`,
      why: "得到它的人无法计分。",
      how: "写明对应的分数或比例。",
    }),
  },
});
