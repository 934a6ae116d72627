import { defineDoubt } from "../doubt";

export default defineDoubt<Record<string, never>>()({
  code: "per-event-not-stated",
  severity: "error",
  message: {
    en: () => ({
      what: "The rule takes or gives points for each event, but does not say how many.",
      why: "Nothing can be counted without the points of one event.",
      how: "State the points, for instance “2 points each”.",
    }),
    "zh-CN": () => ({
      what: "规则按次加分或扣分，却没有写明每次多少分。",
      why: "不知道每次的分数，就无法计算。",
      how: "写明分数，例如“每次扣 2 分”。",
    }),
  },
  answers: () => [
    {
      label: { en: "Each costs ... points", "zh-CN": "每次扣几分" },
      words: { en: ", {} points off for each", "zh-CN": "，每次扣 {} 分" },
      asks: "points",
    },
  ],
});
