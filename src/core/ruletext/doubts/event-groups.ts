import { defineDoubt } from "../doubt";

export default defineDoubt<{ count: number }>()({
  code: "event-groups",
  severity: "error",
  message: {
    en: ({ count }) => ({
      what: `The rule counts events in groups of ${count}.`,
      why: `Deductions and bonuses count single events; it is not said what fewer than ${count} are worth.`,
      how: "State the points of one event.",
    }),
    "zh-CN": ({ count }) => ({
      what: `规则以每 ${count} 次为单位计算。`,
      why: `加扣分按单次计算；规则没有说明不满 ${count} 次如何处理。`,
      how: "写明每一次的分数。",
    }),
  },
});
