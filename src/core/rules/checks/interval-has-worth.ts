import { defineCheck } from "../check";
import { exampleOf } from "../examples";
import { usedScales } from "../used-scales";

const SCALED = { Indicator: "Transfers", Points: 100, Method: "piecewise", Metric: "Rate", Scale: "Rates" };

export default defineCheck<{ scale: string; grade: string; problem: "none" | "open" }>()({
  id: "interval-has-worth",
  severity: "error",
  title: { en: "Every interval states what it is worth", "zh-CN": "每个区间都写明分值" },
  message: {
    en: ({ scale, grade, problem }) => ({
      what:
        problem === "none"
          ? `An interval of the scale “${scale}”${grade ? ` (${grade})` : ""} states neither Points nor Share.`
          : `An interval of the scale “${scale}”${grade ? ` (${grade})` : ""} rises or falls but is open at one end.`,
      why:
        problem === "none" ? "Values in it would earn an unknown number of points." : "A straight line needs two ends.",
      how:
        problem === "none"
          ? "Fill in Points or Share; 0 is a statement too."
          : "State both From and To, or let Points to and Share to be blank.",
    }),
    "zh-CN": ({ scale, grade, problem }) => ({
      what:
        problem === "none"
          ? `等级表“${scale}”的一个区间${grade ? `（${grade}）` : ""}没有写分值或比例。`
          : `等级表“${scale}”的一个区间${grade ? `（${grade}）` : ""}有升降，但一端是开放的。`,
      why: problem === "none" ? "落在其中的值得多少分不明确。" : "直线需要两个端点。",
      how: problem === "none" ? "填写分值或比例；0 也要写明。" : "同时写明起点和止点，或不填终点分值和终点比例。",
    }),
  },
  check: (subject, report) => {
    for (const { scale, method } of usedScales(subject)) {
      if (method === undefined) continue;
      for (const { worth, from, to, grade, places } of scale.intervals) {
        if (!worth) report(places.worth, { scale: scale.name, grade, problem: "none" });
        else if (worth.from !== worth.to && !(Number.isFinite(from) && Number.isFinite(to))) {
          report(places.row, { scale: scale.name, grade, problem: "open" });
        }
      }
    }
  },
  valid: [
    exampleOf([SCALED], {
      Scales: [
        { Scale: "Rates", From: "", To: 60, Share: 0, "Share to": "" },
        { Scale: "Rates", From: 60, To: 90, Share: 0.6, "Share to": 1 },
        { Scale: "Rates", From: 90, To: "", Share: 1, "Share to": "" },
      ],
    }),
  ],
  invalid: [
    {
      tables: exampleOf([SCALED], {
        Scales: [
          { Scale: "Rates", From: "", To: 60, Share: 0 },
          { Scale: "Rates", From: 60, To: "", Share: "" },
        ],
      }),
      at: ["Scales!A3"],
    },
    {
      tables: exampleOf([SCALED], {
        Scales: [
          { Scale: "Rates", From: "", To: 60, Share: 0, "Share to": "" },
          { Scale: "Rates", From: 60, To: "", Share: 0.5, "Share to": 1 },
        ],
      }),
      at: ["Scales!A3"],
    },
  ],
});
