import type { CellPlace } from "../../cell/place";
import { showNumber, showPercent } from "../../text/format";
import { defineCheck } from "../check";
import { exampleOf } from "../examples";
import { usedScales } from "../used-scales";

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
        why: "Whoever lands there cannot be scored, and the policy does not say what is meant.",
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
        why: "落在其中的人无法计分，而制度没有说明如何处理。",
        how:
          from === to
            ? "让两个区间之一包含该端点（端点列）。"
            : `让后一个区间从 ${show(from)} 开始，或让前一个区间到 ${show(to)} 结束。`,
      };
    },
  },
  check: (subject, report) => {
    for (const { scale, showAs } of usedScales(subject)) {
      scale.intervals.forEach((interval, index) => {
        const next = scale.intervals[index + 1];
        if (!next) return;
        const gap = next.from > interval.to || (next.from === interval.to && !next.fromBelongs && !interval.toBelongs);
        if (!gap) return;
        const data = { scale: scale.name, from: interval.to, to: next.from, percent: showAs === "percent" ? 1 : 0 };
        const at = next.places.from;
        report(at, data, {
          related: [interval.places.to],
          ...(next.from > interval.to ? { fix: closeGap(at, interval.to, showAs === "percent") } : {}),
        });
      });
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
  ],
});

/** The next interval is drawn to where the one before ends; it keeps its own course, so nothing is invented but the missing stretch. */
function closeGap(at: CellPlace, from: number, percent: boolean) {
  const show = (locale: "en" | "zh-CN") => (percent ? showPercent(from, locale) : showNumber(from, locale));
  return {
    kind: "safe" as const,
    label: { en: `Begin the interval at ${show("en")}`, "zh-CN": `让区间从 ${show("zh-CN")} 开始` },
    edits: [{ ...at, value: from }],
  };
}
