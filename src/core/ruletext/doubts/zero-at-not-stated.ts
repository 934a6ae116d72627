import { defineDoubt } from "../doubt";

export default defineDoubt<Record<string, never>>()({
  code: "zero-at-not-stated",
  severity: "error",
  message: {
    en: () => ({
      what: "The rule says what earns all points, but not from where on nothing is earned.",
      why: "Without the other end nobody can tell what a value in between is worth; it is not guessed.",
      how: "State the value at which nothing is earned.",
    }),
    "zh-CN": () => ({
      what: "规则写明了满分的条件，却没有写明从哪里起不得分。",
      why: "缺少另一端，就无法确定中间的值得多少分；我们不会猜测。",
      how: "写明得零分的值。",
    }),
  },
  answers: () => [
    {
      label: { en: "Nothing is earned at ...", "zh-CN": "不得分的值" },
      words: { en: ", {} earns nothing", "zh-CN": "，{} 不得分" },
      asks: "metric",
    },
  ],
});
