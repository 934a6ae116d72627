import { defineDoubt } from "../doubt";

export default defineDoubt<{ words: string }>()({
  code: "mean-share-unclear",
  severity: "error",
  message: {
    en: ({ words }) => ({
      what: `“${words}” may mean a share of the mean or a distance from it.`,
      why: "20 % of the mean and 20 % below the mean are very different.",
      how: "Write “20 % below the mean” or “80 % of the mean”.",
    }),
    "zh-CN": ({ words }) => ({
      what: `“${words}”可能指均值的若干百分比，也可能指与均值的差距。`,
      why: "“均值的 20%”与“比均值低 20%”差别很大。",
      how: "写成“低于均值 20%”或“均值的 80%”。",
    }),
  },
});
