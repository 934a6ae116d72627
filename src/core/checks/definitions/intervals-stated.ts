import { defineCheck } from "../check";
import { exampleOf } from "../examples";
import { usedScales } from "../used-scales";

const SCALED = { Indicator: "Test", Points: 100, Method: "piecewise", Scale: "Rates" };

export default defineCheck<{ scale: string; method: string }>()({
  id: "intervals-stated",
  severity: "error",
  title: { en: "A scale that is read by numbers states its intervals", "zh-CN": "按数值查找的等级表写明区间" },
  message: {
    en: ({ scale, method }) => ({
      what: `No row of the scale “${scale}” states From or To, but the method ${method} looks numbers up in it.`,
      why: "Every number would lie in every row; nobody could tell which of them counts.",
      how: "State where each row begins in From, or use the method grade if the data are grades.",
    }),
    "zh-CN": ({ scale, method }) => ({
      what: `等级表“${scale}”没有一行写明起点或止点，而计分方式 ${method} 要按数值查找。`,
      why: "任何数值都会落在每一行中，无法确定以哪一行为准。",
      how: "在“起点”中写明各行从何处开始；若数据本身就是等级，请用计分方式“等级”。",
    }),
  },
  check: (subject, report) => {
    for (const { scale, method, reads } of usedScales(subject)) {
      if (method === undefined || reads === "labels" || !scale.bare) continue;
      report(scale.intervals[0]!.places.from, { scale: scale.name, method });
    }
  },
  valid: [exampleOf([SCALED], { Scales: [{ Scale: "Rates", From: 0, Share: 1 }] })],
  invalid: [
    {
      tables: exampleOf([SCALED], {
        Scales: [
          { Scale: "Rates", From: "", Grade: "A", Share: 1 },
          { Scale: "Rates", From: "", Grade: "B", Share: 0.5 },
        ],
      }),
      at: ["Scales!B2"],
    },
  ],
});
