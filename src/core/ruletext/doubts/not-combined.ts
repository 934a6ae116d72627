import { defineDoubt } from "../doubt";

export default defineDoubt<{ words: string; method: string; methodZh: string }>()({
  code: "not-combined",
  severity: "error",
  message: {
    en: ({ words, method }) => ({
      what: `“${words}” cannot be combined with the rest, which was read as the method ${method}.`,
      why: "One indicator is scored by one method; this part would be lost.",
      how: "Make it an indicator of its own, or say the whole rule by ranges.",
    }),
    "zh-CN": ({ words, methodZh }) => ({
      what: `“${words}”无法与其余部分合并，其余部分理解为计分方式“${methodZh}”。`,
      why: "一个指标只有一种计分方式，这一部分会丢失。",
      how: "把它单列为一个指标，或全部改用分段来写。",
    }),
  },
});
