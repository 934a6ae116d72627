import { defineDoubt } from "../doubt";

export default defineDoubt<{ full: string; zero: string }>()({
  code: "thresholds-contradict",
  severity: "error",
  message: {
    en: ({ full, zero }) => ({
      what: `All points at ${full} and none at ${zero} point in opposite directions.`,
      why: "Read as it stands, the same value would earn all points and none.",
      how: "Turn one of the two comparisons round, or swap the two values.",
    }),
    "zh-CN": ({ full, zero }) => ({
      what: `“${full} 得满分”与“${zero} 不得分”方向矛盾。`,
      why: "按字面理解，同一个值既得满分又不得分。",
      how: "调整其中一处的“以上/以下”，或对调两个值。",
    }),
  },
});
