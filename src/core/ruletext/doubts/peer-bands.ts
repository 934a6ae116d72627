import { defineDoubt } from "../doubt";

export default defineDoubt<Record<string, never>>()({
  code: "peer-bands",
  severity: "error",
  message: {
    en: () => ({
      what: "The rule compares with the mean in ranges; a peer comparison is scored on one straight line.",
      why: "The method knows one deviation that earns all points and one that earns none.",
      how: "State these two deviations, or score the value itself by ranges.",
    }),
    "zh-CN": () => ({
      what: "规则按与均值的偏差分段；均值比只能按一条直线计分。",
      why: "该计分方式只有一个满分偏差和一个零分偏差。",
      how: "写明这两个偏差，或直接按数值分段。",
    }),
  },
});
