import { defineDoubt } from "../doubt";

export default defineDoubt<{ words: string }>()({
  code: "words-not-understood",
  severity: "warning",
  message: {
    en: ({ words }) => ({
      what: `The words “${words}” are not understood.`,
      why: "They may change what the rule means; it was read as if they were not there.",
      how: "Check the rule as understood, or say the same in plainer words.",
    }),
    "zh-CN": ({ words }) => ({
      what: `没有读懂“${words}”。`,
      why: "这几个字可能影响规则的含义；目前按没有它们来理解。",
      how: "请核对理解后的规则，或换一种更直接的说法。",
    }),
  },
});
