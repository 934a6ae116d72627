import { defineDoubt } from "../doubt";

export default defineDoubt<Record<string, never>>()({
  code: "direction-not-stated",
  severity: "error",
  message: {
    en: () => ({
      what: "The rule does not say whether higher or lower is better.",
      why: "Turned round, the best would lose what the worst should lose.",
      how: "Say “or more” or “or less”, or “below” or “above” the target.",
    }),
    "zh-CN": () => ({
      what: "规则没有说明是越高越好还是越低越好。",
      why: "方向反了，做得最好的人反而被扣分。",
      how: "写明“以上”还是“以下”，或“每低于”还是“每高于”目标。",
    }),
  },
});
