import { defineDoubt } from "../doubt";
import { counted } from "../../text/plural";

export default defineDoubt<{ inText: number; given: number }>()({
  code: "points-differ",
  severity: "warning",
  message: {
    en: ({ inText, given }) => ({
      what: `The rule says ${counted(inText, "point", "points")}, but the indicator has ${given}.`,
      why: "One of the two is out of date; the points of the indicator count.",
      how: "Make both the same.",
    }),
    "zh-CN": ({ inText, given }) => ({
      what: `规则写的是 ${inText} 分，而该指标的分值是 ${given} 分。`,
      why: "其中一个没有更新；以指标的分值为准。",
      how: "请改成一致。",
    }),
  },
});
