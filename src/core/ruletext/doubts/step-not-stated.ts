import { defineDoubt } from "../doubt";

export default defineDoubt<Record<string, never>>()({
  code: "step-not-stated",
  severity: "error",
  message: {
    en: () => ({
      what: "The rule takes or gives points for each step, but does not say how large a step is.",
      why: "Half a point for each percentage point and for each ten of them are very different rules.",
      how: "State the size, for instance “for each percentage point”.",
    }),
    "zh-CN": () => ({
      what: "规则按每档加扣分，却没有写明每档多大。",
      why: "每 1 个百分点与每 10 个百分点差别很大。",
      how: "写明步长，例如“每低 1 个百分点”。",
    }),
  },
});
