import { showNumber, showPercent } from "../../text/format";
import { defineCheck } from "../check";
import { exampleOf } from "../examples";
import { partOverlap } from "../interval-fixes";
import { furthestBefore, hasSoundBounds, usedIntervals } from "../used-scales";

const SCALED = { Indicator: "Transfers", Points: 100, Method: "piecewise", Metric: "Rate", Scale: "Rates" };

export default defineCheck<{ scale: string; from: number; to: number; percent: number }>()({
  id: "no-interval-overlap",
  severity: "error",
  title: { en: "Intervals of a scale do not overlap", "zh-CN": "等级表的区间不重叠" },
  message: {
    en: ({ scale, from, to, percent }) => {
      const show = (n: number) => (percent ? showPercent(n, "en") : showNumber(n, "en"));
      return {
        what:
          from === to
            ? `In the scale “${scale}” two intervals both claim ${show(from)}.`
            : `In the scale “${scale}” two intervals both claim the values from ${show(from)} to ${show(to)}.`,
        why: "The same value would be worth two different numbers of points.",
        how: "Move one of the two bounds, or change which ends belong to the intervals (Ends).",
      };
    },
    "zh-CN": ({ scale, from, to, percent }) => {
      const show = (n: number) => (percent ? showPercent(n, "zh-CN") : showNumber(n, "zh-CN"));
      return {
        what:
          from === to
            ? `等级表“${scale}”中有两个区间都包含 ${show(from)}。`
            : `等级表“${scale}”中有两个区间都包含 ${show(from)} 到 ${show(to)} 的值。`,
        why: "同一个值会对应两个不同的分数。",
        how: "移动其中一个端点，或更改端点的归属（端点列）。",
      };
    },
  },
  check: (subject, report) => {
    for (const used of usedIntervals(subject)) {
      const { scale, showAs } = used;
      const { intervals } = scale;
      if (!hasSoundBounds(scale)) continue;
      for (let index = 1; index < intervals.length; index += 1) {
        const next = intervals[index]!;
        const before = furthestBefore(intervals, index);
        const sharedPoint = next.from === before.to && next.fromBelongs && before.toBelongs;
        if (!(next.from < before.to) && !sharedPoint) continue;
        report(
          next.places.from,
          {
            scale: scale.name,
            from: next.from,
            to: Math.min(before.to, next.to),
            percent: showAs === "percent" ? 1 : 0,
          },
          { related: [before.places.to], fixes: partOverlap(used, before, next) },
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
  ],
  invalid: [
    {
      tables: exampleOf([SCALED], {
        Scales: [
          { Scale: "Rates", From: 0, To: 100, Share: 0 },
          { Scale: "Rates", From: 10, To: 20, Share: 0.5 },
          { Scale: "Rates", From: 30, To: 40, Share: 1 },
        ],
      }),
      at: ["Scales!B3", "Scales!B4"],
    },
    {
      tables: exampleOf([SCALED], {
        Scales: [
          { Scale: "Rates", From: "", To: 60, Share: 0 },
          { Scale: "Rates", From: 50, To: "", Share: 1 },
        ],
      }),
      at: ["Scales!B3"],
    },
    {
      tables: exampleOf([SCALED], {
        Scales: [
          { Scale: "Rates", From: "", To: 60, Ends: "(]", Share: 0 },
          { Scale: "Rates", From: 60, To: "", Ends: "[)", Share: 1 },
        ],
      }),
      at: ["Scales!B3"],
    },
  ],
});
