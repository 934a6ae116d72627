import { closeSteps } from "../../rubric/scale";
import { showNumber, showPercent } from "../../text/format";
import { defineCheck } from "../check";
import { exampleOf } from "../examples";
import { closeGap, ownBound } from "../interval-fixes";
import { gapsOf, hasSoundBounds, usedIntervals } from "../used-scales";

const SCALED = { Indicator: "Transfers", Points: 100, Method: "piecewise", Metric: "Rate", Scale: "Rates" };

export default defineCheck<{ scale: string; from: number; to: number; percent: number }>()({
  id: "no-interval-gap",
  severity: "error",
  title: { en: "Intervals of a scale leave no gap", "zh-CN": "等级表的区间没有空隙" },
  message: {
    en: ({ scale, from, to, percent }) => {
      const show = (n: number) => (percent ? showPercent(n, "en") : showNumber(n, "en"));
      return {
        what:
          from === to
            ? `In the scale “${scale}” no interval holds exactly ${show(from)}.`
            : `In the scale “${scale}” no interval holds the values from ${show(from)} to ${show(to)}.`,
        why: "Whoever lands there gets neither points nor a grade, and the policy does not say what is meant.",
        how:
          from === to
            ? "Let one of the two intervals own its end (Ends)."
            : `Let the next interval begin at ${show(from)}, or the one before end at ${show(to)}.`,
      };
    },
    "zh-CN": ({ scale, from, to, percent }) => {
      const show = (n: number) => (percent ? showPercent(n, "zh-CN") : showNumber(n, "zh-CN"));
      return {
        what:
          from === to
            ? `等级表“${scale}”中没有区间包含 ${show(from)}。`
            : `等级表“${scale}”中没有区间包含 ${show(from)} 到 ${show(to)} 的值。`,
        why: "落在其中的人既没有分数也没有等级，而制度没有说明如何处理。",
        how:
          from === to
            ? "让两个区间之一包含该端点（端点列）。"
            : `让后一个区间从 ${show(from)} 开始，或让前一个区间到 ${show(to)} 结束。`,
      };
    },
  },
  check: (subject, report) => {
    // The finest totals of all rubrics decide; coarser ones leave fewer holes.
    const decimals = Math.max(0, ...subject.rubrics.map(({ name }) => subject.settings.forRubric(name).decimals));
    for (const used of usedIntervals(subject)) {
      if (!hasSoundBounds(used.scale)) continue;
      const scale = used.method === undefined ? closeSteps(used.scale, decimals) : used.scale;
      for (const { before, next, touches } of gapsOf(scale)) {
        report(
          next.places.from,
          { scale: used.scale.name, from: before.to, to: next.from, percent: used.showAs === "percent" ? 1 : 0 },
          { related: [before.places.to], fixes: touches ? ownBound(before, next) : closeGap(used, before, next) },
        );
      }
    }
  },
  valid: [
    exampleOf([SCALED], {
      Scales: [
        { Scale: "Rates", From: "", To: 60, Share: 0 },
        { Scale: "Rates", From: 60, To: "", Share: 1 },
      ],
    }),
    exampleOf([SCALED], {
      Scales: [
        { Scale: "Rates", From: 60, Share: 1 },
        { Scale: "Rates", From: 0, Share: 0 },
      ],
    }),
    // No total of two decimals lies between 59.99 and 60.
    exampleOf([{ Indicator: "All", Points: 100, Method: "manual" }], {
      Scales: [
        { Scale: "Total", Grade: "A", From: 60, To: 100, Ends: "[]" },
        { Scale: "Total", Grade: "B", From: 0, To: 59.99, Ends: "[)" },
      ],
    }),
  ],
  invalid: [
    {
      tables: exampleOf([SCALED], {
        Scales: [
          { Scale: "Rates", From: "", To: 60, Share: 0 },
          { Scale: "Rates", From: 70, To: "", Share: 1 },
        ],
      }),
      at: ["Scales!B3"],
    },
    {
      tables: exampleOf([SCALED], {
        Scales: [
          { Scale: "Rates", From: "", To: 60, Ends: "()", Share: 0 },
          { Scale: "Rates", From: 60, To: "", Ends: "()", Share: 1 },
        ],
      }),
      at: ["Scales!B3"],
    },
    {
      // Grades in whole numbers give 89.5 no grade. The mend extends the lower grade, so that no agent's grade rises.
      tables: exampleOf([{ Indicator: "All", Points: 100, Method: "manual" }], {
        Scales: [
          { Scale: "Total", Grade: "A", From: 90, To: 100, Ends: "[]" },
          { Scale: "Total", Grade: "B", From: 0, To: 89, Ends: "[]" },
        ],
      }),
      at: ["Scales!C2"],
    },
  ],
});
