import { defineDoubt } from "../doubt";

export default defineDoubt<{ event: string }>()({
  code: "critical-for-another",
  severity: "error",
  message: {
    en: ({ event }) => ({
      what: `“${event}” fails the evaluation, but the rest of the rule is about something else.`,
      why: "A critical item fails by its own metric: here one ordinary event would fail everybody who has it.",
      how: `Make “${event}” an indicator of its own with Critical, or name in both places what is counted.`,
    }),
    "zh-CN": ({ event }) => ({
      what: `“${event}”触发一票否决，而规则的其余部分说的是别的事。`,
      why: "一票否决按自己的数据判断：否则一次普通事件就会否决整个考核。",
      how: `把“${event}”单独列为一个指标并填写“一票否决”，或在两处写明同一件事。`,
    }),
  },
});
