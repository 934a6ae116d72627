import { defineDoubt } from "../doubt";

export default defineDoubt<Record<string, never>>()({
  code: "target-not-stated",
  severity: "error",
  message: {
    en: () => ({
      what: "The rule counts from a target, but no target is stated.",
      why: "Without the target nobody can tell how far a value is away from it.",
      how: "State the target, for instance “target 95 %”.",
    }),
    "zh-CN": () => ({
      what: "规则按与目标的差距或完成比例计分，却没有写明目标值。",
      why: "没有目标值，就无法知道差多少或完成多少。",
      how: "写明目标值，例如“目标值 95%”。",
    }),
  },
  answers: () => [
    {
      label: { en: "The target is ...", "zh-CN": "目标值" },
      words: { en: ", target {}", "zh-CN": "，目标值 {}" },
      asks: "metric",
    },
  ],
});
