import { defineDoubt } from "../doubt";

export default defineDoubt<Record<string, never>>()({
  code: "method-not-stated",
  severity: "error",
  message: {
    en: () => ({
      what: "The words do not say how a value becomes points.",
      why: "Without a way of scoring there is nothing to apply to the metric.",
      how: "Say what earns all points and what earns none, what each event costs, or which points belong to which range.",
    }),
    "zh-CN": () => ({
      what: "这句话没有说明数据如何换算成分数。",
      why: "没有计分方式，就无法用它给指标计分。",
      how: "写明什么情况满分、什么情况不得分，每次扣几分，或各区间对应的分数。",
    }),
  },
});
