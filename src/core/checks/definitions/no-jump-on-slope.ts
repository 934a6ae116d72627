import { showMetric, showNumber } from "../../text/format";
import type { ShowAs } from "../../text/format";
import type { Interval } from "../../rubric/scale";
import { defineCheck } from "../check";
import { exampleOf } from "../examples";
import { furthestBefore, hasSoundBounds, scaleOf } from "../used-scales";
import { isSame } from "../../text/tolerance";

const SCALED = { Indicator: "Test", Points: 10, Method: "piecewise", Scale: "Line" };
const REST = { Indicator: "Rest", Points: 90, Method: "manual" };
const line = (...rows: readonly (readonly [number | string, number | string, number, number])[]) =>
  rows.map(([From, To, Points, last]) => ({ Scale: "Line", From, To, Points, "Points to": last }));
const Metrics = [{ "Agent ID": "1", Period: "2026-10", Test: 75, Rest: 90 }];

/**
 * Whether an interval is the part of a scale that earns nothing. Policies are written that way: below 60 earns nothing,
 * 60 earns 6.
 */
const earnsNothing = ({ worth }: Interval): boolean => worth!.from === 0 && worth!.to === 0;

export default defineCheck<{ scale: string; at: number; left: number; right: number; showAs: ShowAs }>()({
  id: "no-jump-on-slope",
  severity: "info",
  title: { en: "Straight pieces of a scale meet", "zh-CN": "分段直线首尾相接" },
  message: {
    en: ({ scale, at, left, right, showAs }) => ({
      what: `In the scale “${scale}” the points jump from ${showNumber(left, "en")} to ${showNumber(right, "en")} at ${showMetric(at, showAs, "en")}.`,
      why: "Two agents a hair apart would be told very different points, beside pieces that are straight lines.",
      how: "Let the two pieces meet, or leave the jump if the policy states it.",
    }),
    "zh-CN": ({ scale, at, left, right, showAs }) => ({
      what: `等级表“${scale}”在 ${showMetric(at, showAs, "zh-CN")} 处由 ${showNumber(left, "zh-CN")} 分跳到 ${showNumber(right, "zh-CN")} 分。`,
      why: "旁边的区间按直线计分，而相差极小的两个人在此会得到差别很大的分数。",
      how: "让两段首尾相接；若制度确实如此规定，可保持不变。",
    }),
  },
  check: ({ known, metrics }, report) => {
    const seen = new Set<unknown>();
    for (const each of known) {
      const { indicator, method } = each;
      const scale = method.input === "metric" && method.valueKind !== "labels" ? scaleOf(each) : undefined;
      if (!scale || scale.bare || scale.chained || seen.has(scale)) continue;
      seen.add(scale);
      const { intervals } = scale;
      if (!hasSoundBounds(scale) || intervals.some(({ worth, worthStatedTwice }) => !worth || worthStatedTwice))
        continue;
      const isSlope = ({ worth }: Interval): boolean => worth!.from !== worth!.to;
      intervals.forEach((next, index) => {
        if (index === 0) return;
        const before = furthestBefore(intervals, index);
        if (before.to !== next.from || !(isSlope(before) || isSlope(next))) return;
        if (earnsNothing(before) || earnsNothing(next)) return;
        const inPoints = (worth: number, of: Interval): number =>
          worth * (of.worth!.unit === "share" ? indicator.points : 1);
        const [left, right] = [inPoints(before.worth!.to, before), inPoints(next.worth!.from, next)];
        if (isSame(left, right)) return;
        const showAs = metrics?.column(indicator.metric)?.showAs ?? "number";
        report(
          next.places.worth,
          { scale: scale.name, at: next.from, left, right, showAs },
          { related: [before.places.worth] },
        );
      });
    }
  },
  valid: [
    exampleOf([SCALED, REST], { Scales: line(["", 60, 0, 0], [60, 90, 6, 10], [90, "", 10, 10]), Metrics }),
    // Bands always jump.
    exampleOf([SCALED, REST], { Scales: line(["", 60, 0, 0], [60, 90, 6, 6], [90, "", 10, 10]), Metrics }),
  ],
  invalid: [
    {
      tables: exampleOf([SCALED, REST], { Scales: line(["", 60, 0, 0], [60, 90, 6, 8], [90, "", 10, 10]), Metrics }),
      at: ["Scales!D4"],
    },
  ],
});
