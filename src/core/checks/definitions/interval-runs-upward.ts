import type { CellEdit } from "../../cell/edit";
import type { Interval } from "../../rubric/scale";
import { findTotalScale } from "../../scoring/compile/compile";
import { showMetric } from "../../text/format";
import type { ShowAs } from "../../text/format";
import { defineCheck } from "../check";
import { exampleOf } from "../examples";
import { usedIntervals } from "../used-scales";

const SCALED = { Indicator: "Transfers", Points: 100, Method: "piecewise", Metric: "Rate", Scale: "Rates" };

/**
 * Swaps both bounds. The stated ends of the neighbours then decide which ends belong to the interval. Without a
 * neighbour, an end stays with its written bound.
 */
function turned(interval: Interval, all: readonly Interval[]): readonly CellEdit[] | undefined {
  const { from, to, fromBelongs, toBelongs, worth, places } = interval;
  // A slope has to be turned as well, and not all of its cells are known.
  if (worth && worth.from !== worth.to) return undefined;
  const others = all.filter((each) => each !== interval);
  const below = others.find((each) => each.to === to);
  const above = others.find((each) => each.from === from);
  const opens = below ? !below.toBelongs : toBelongs;
  const closes = above ? !above.fromBelongs : fromBelongs;
  const ends = `${opens ? "[" : "("}${closes ? "]" : ")"}`;
  const stated = `${fromBelongs ? "[" : "("}${toBelongs ? "]" : ")"}`;
  return [
    { ...places.from, value: to },
    { ...places.to, value: from },
    ...(places.ends && ends !== stated ? [{ ...places.ends, value: ends }] : []),
  ];
}

export default defineCheck<{ scale: string; from: number; to: number; showAs: ShowAs; chained: number }>()({
  id: "interval-runs-upward",
  severity: "error",
  title: { en: "An interval runs from the lower to the higher bound", "zh-CN": "区间从低端写到高端" },
  message: {
    en: ({ scale, from, to, showAs, chained }) => {
      const [lower, upper] = [showMetric(from, showAs, "en"), showMetric(to, showAs, "en")];
      if (chained === 1)
        return {
          what: `Two rows of the scale “${scale}” begin at ${lower}.`,
          why: "Each interval ends where the next begins, so the first of them holds no value at all.",
          how: "Correct one of the two, or state To.",
        };
      return {
        what:
          from === to
            ? `An interval of the scale “${scale}” runs from ${lower} to ${upper}, and not both ends belong to it.`
            : `An interval of the scale “${scale}” runs from ${lower} down to ${upper}.`,
        why: "It holds no value at all, so what it is worth would never be given.",
        how:
          from === to
            ? "Correct one of the bounds, or write [] into Ends."
            : "Write the lower bound into From and the higher one into To.",
      };
    },
    "zh-CN": ({ scale, from, to, showAs, chained }) => {
      const [lower, upper] = [showMetric(from, showAs, "zh-CN"), showMetric(to, showAs, "zh-CN")];
      if (chained === 1)
        return {
          what: `等级表“${scale}”有两行都从 ${lower} 开始。`,
          why: "每个区间到下一个的起点为止，因此其中一行不包含任何值。",
          how: "更正其中一个，或写明止点。",
        };
      return {
        what:
          from === to
            ? `等级表“${scale}”有一个区间从 ${lower} 到 ${upper}，但两端没有都包含在内。`
            : `等级表“${scale}”有一个区间从 ${lower} 写到更低的 ${upper}。`,
        why: "它不包含任何值，对应的分值永远不会给出。",
        how: from === to ? "更正其中一端，或在“端点”中写 []。" : "把较低的一端写在“起点”，较高的一端写在“止点”。",
      };
    },
  },
  check: (subject, report) => {
    for (const { scale, showAs } of usedIntervals(subject)) {
      // For the scale of totals, another check reports the grade that no total can reach.
      if (scale.chained && findTotalScale(subject.scales) === scale) continue;
      for (const interval of scale.intervals) {
        const { from, to, fromBelongs, toBelongs, places, readable } = interval;
        const empty = from > to || (from === to && !(fromBelongs && toBelongs));
        if (!readable || !empty) continue;
        const edits = from > to ? turned(interval, scale.intervals) : undefined;
        if (scale.chained) {
          // Two rows of the table begin at the same value. The first of them becomes empty.
          const next = scale.intervals[scale.intervals.indexOf(interval) + 1]!;
          report(next.places.from, { scale: scale.name, from, to, showAs, chained: 1 }, { related: [places.from] });
          continue;
        }
        const label = { en: "Swap the two bounds", "zh-CN": "对调两端" };
        report(
          places.from,
          { scale: scale.name, from, to, showAs, chained: 0 },
          { related: [places.to], ...(edits ? { fix: { kind: "safe", label, edits } } : {}) },
        );
      }
    }
  },
  valid: [
    exampleOf([SCALED], {
      Scales: [
        { Scale: "Rates", From: "", To: 60, Ends: "[)", Share: 0 },
        { Scale: "Rates", From: 60, To: 60, Ends: "[]", Share: 0.6 },
        { Scale: "Rates", From: 60, To: "", Ends: "()", Share: 1 },
      ],
    }),
  ],
  invalid: [
    {
      tables: exampleOf([SCALED], {
        Scales: [
          { Scale: "Rates", From: "", Share: 0 },
          { Scale: "Rates", From: 60, Share: 0.6 },
          { Scale: "Rates", From: 60, Share: 1 },
        ],
      }),
      at: ["Scales!B4"],
    },
    {
      tables: exampleOf([SCALED], {
        Scales: [
          { Scale: "Rates", From: 90, To: "", Ends: "[)", Share: 1 },
          { Scale: "Rates", From: 90, To: 60, Ends: "(]", Share: 0.6 },
          { Scale: "Rates", From: "", To: 60, Ends: "[)", Share: 0 },
        ],
      }),
      at: ["Scales!B3"],
    },
    {
      tables: exampleOf([SCALED], {
        Scales: [
          { Scale: "Rates", From: "", To: 60, Share: 0 },
          { Scale: "Rates", From: 60, To: 60, Share: 0.6 },
          { Scale: "Rates", From: 60, To: "", Share: 1 },
        ],
      }),
      at: ["Scales!B3"],
    },
  ],
});
