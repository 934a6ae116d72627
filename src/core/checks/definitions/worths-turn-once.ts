import { showMetric } from "../../text/format";
import type { ShowAs } from "../../text/format";
import type { Interval } from "../../rubric/scale";
import { defineCheck } from "../check";
import { exampleOf } from "../examples";
import { hasSoundBounds, rowOutOfOrder, scaleOf } from "../used-scales";
import { SAME } from "../../text/tolerance";

const SCALED = { Indicator: "Test", Points: 100, Method: "bands", Scale: "Steps" };
const steps = (...shares: readonly number[]) =>
  shares.map((Share, index) => ({ Scale: "Steps", From: index === 0 ? "" : 50 + 10 * index, Share }));

/**
 * The first interval whose worth rises again after a fall. Undefined if worths rise, fall, or rise up to a best range
 * and fall after it.
 */
function secondRise(intervals: readonly Interval[], points: number): number | undefined {
  let fallen = false;
  let last = -Infinity;
  for (let index = 0; index < intervals.length; index += 1) {
    const { worth } = intervals[index]!;
    const unit = worth!.unit === "share" ? points : 1;
    for (const next of [worth!.from * unit, worth!.to * unit]) {
      if (fallen && next > last + SAME) return index;
      if (next < last - SAME) fallen = true;
      last = next;
    }
  }
  return undefined;
}

export default defineCheck<{ scale: string; from: number; showAs: ShowAs }>()({
  id: "worths-turn-once",
  severity: "warning",
  title: { en: "A scale says one thing about what is better", "zh-CN": "等级表的好坏方向一致" },
  message: {
    en: ({ scale, from, showAs }) => ({
      what: `In the scale “${scale}” the worth falls and rises again at ${showMetric(from, showAs, "en")}.`,
      why: "A better value would earn less than a worse one on its way: a scale rises, falls, or has one best range. Most likely a worth was mistyped.",
      how: "Correct the worth of this interval or of the one before.",
    }),
    "zh-CN": ({ scale, from, showAs }) => ({
      what: `等级表“${scale}”的分值先降，到 ${showMetric(from, showAs, "zh-CN")} 又升。`,
      why: "分值应一路递增、一路递减，或只有一段最佳范围；否则较好的值反而得分更少，很可能写错了分值。",
      how: "更正这个区间或前一个区间的分值。",
    }),
  },
  check: ({ known, metrics }, report) => {
    const seen = new Set<unknown>();
    for (const each of known) {
      const { indicator, method } = each;
      const scale = method.input === "metric" && method.valueKind !== "labels" ? scaleOf(each) : undefined;
      if (!scale || scale.bare || seen.has(scale)) continue;
      seen.add(scale);
      const { intervals } = scale;
      const sound = scale.chained ? intervals.every(({ readable }) => readable) : hasSoundBounds(scale);
      if (!sound || intervals.some(({ worth, worthStatedTwice }) => !worth || worthStatedTwice)) continue;
      // Another check reports a bound in the wrong place. Its worth would only seem to be out of place.
      if (rowOutOfOrder(scale)) continue;
      const index = secondRise(intervals, indicator.points);
      if (index === undefined) continue;
      const { from, places } = intervals[index]!;
      const showAs = metrics?.column(indicator.metric)?.showAs ?? "number";
      const related = index > 0 ? [intervals[index - 1]!.places.worth] : [];
      report(places.worth, { scale: scale.name, from: Number.isFinite(from) ? from : 0, showAs }, { related });
    }
  },
  valid: [
    exampleOf([SCALED], { Scales: steps(0, 0.5, 1) }),
    // One best range in the middle.
    exampleOf([SCALED], { Scales: steps(0, 0.5, 1, 0.5, 0) }),
  ],
  invalid: [
    { tables: exampleOf([SCALED], { Scales: steps(0, 0.8, 0.4, 1) }), at: ["Scales!C5"] },
    { tables: exampleOf([SCALED], { Scales: steps(1, 0.2, 0.6) }), at: ["Scales!C4"] },
  ],
});
