import { defineDoubt } from "../doubt";

export default defineDoubt<{ bound: string; side: "below" | "above" }>()({
  code: "outside-not-stated",
  severity: "warning",
  message: {
    en: ({ bound, side }) => ({
      what: `The rule does not say what values ${side} ${bound} earn.`,
      why: "If there are such values, they cannot be scored.",
      how: "Say it, or leave it where no value can lie there.",
    }),
    "zh-CN": ({ bound, side }) => ({
      what: `规则没有说明${side === "below" ? "低于" : "高于"} ${bound} 的值如何计分。`,
      why: "如果出现这样的值，将无法计分。",
      how: "请写明；若不可能出现这样的值，可以不改。",
    }),
  },
});
