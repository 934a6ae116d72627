import { defineDoubt } from "../doubt";

export default defineDoubt<{ highest: number }>()({
  code: "lowest-rating-not-stated",
  severity: "warning",
  message: {
    en: ({ highest }) => ({
      what: `The rule says that ${highest} is the highest rating, but not which is the lowest.`,
      why: "Without it the lowest is taken to be 0; with 1 as the lowest, everybody gets fewer points.",
      how: `State both ends, for instance “rated 1 to ${highest}”.`,
    }),
    "zh-CN": ({ highest }) => ({
      what: `规则写明最高评分为 ${highest}，没有写明最低评分。`,
      why: "不写时最低按 0 计；若最低为 1，所有人的得分都会不同。",
      how: `写明两端，例如“1-${highest} 分制”。`,
    }),
  },
});
