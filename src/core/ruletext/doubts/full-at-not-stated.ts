import { defineDoubt } from "../doubt";

export default defineDoubt<Record<string, never>>()({
  code: "full-at-not-stated",
  severity: "error",
  message: {
    en: () => ({
      what: "The rule says where nothing is earned, but not what earns all points.",
      why: "Without the other end nobody can tell what a value in between is worth; it is not guessed.",
      how: "State the value at which all points are earned.",
    }),
    "zh-CN": () => ({
      what: "规则写明了不得分的条件，却没有写明什么情况得满分。",
      why: "缺少另一端，就无法确定中间的值得多少分；我们不会猜测。",
      how: "写明得满分的值。",
    }),
  },
  answers: () => [
    {
      label: { en: "All points are earned at ...", "zh-CN": "得满分的值" },
      words: { en: ", {} earns all points", "zh-CN": "，{} 得满分" },
      asks: "metric",
    },
  ],
});
