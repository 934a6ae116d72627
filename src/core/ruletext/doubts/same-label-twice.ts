import { defineDoubt } from "../doubt";

export default defineDoubt<{ label: string }>()({
  code: "same-label-twice",
  severity: "error",
  message: {
    en: ({ label }) => ({
      what: `The grade “${label}” is worth two different things.`,
      why: "Nobody can tell which of them counts.",
      how: "Leave one of them out.",
    }),
    "zh-CN": ({ label }) => ({
      what: `等级“${label}”对应了两个不同的分数。`,
      why: "无法确定以哪个为准。",
      how: "请删去其中一个。",
    }),
  },
});
