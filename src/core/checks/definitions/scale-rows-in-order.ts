import { showMetric } from "../../text/format";
import type { ShowAs } from "../../text/format";
import { defineCheck } from "../check";
import { exampleOf } from "../examples";
import { hasSoundBounds, rowOutOfOrder, usedIntervals } from "../used-scales";

const SCALED = { Indicator: "Test", Points: 100, Method: "bands", Scale: "Steps" };
const steps = (...rows: readonly (readonly [number | string, number])[]) =>
  rows.map(([From, Share]) => ({ Scale: "Steps", From, Share }));

export default defineCheck<{ scale: string; from: number; before: number; showAs: ShowAs }>()({
  id: "scale-rows-in-order",
  severity: "warning",
  title: { en: "Rows of a scale stand in the order of their bounds", "zh-CN": "等级表各行按端点顺序排列" },
  message: {
    en: ({ scale, from, before, showAs }) => ({
      what: `In the scale “${scale}” a row that begins at ${showMetric(from, showAs, "en")} stands next to one that begins at ${showMetric(before, showAs, "en")}: the bounds neither fall nor rise all along.`,
      why: "Most likely a bound was mistyped or two were swapped; the rows are sorted before they are used, so nobody would notice.",
      how: "Correct the bound, or move the row to its place.",
    }),
    "zh-CN": ({ scale, from, before, showAs }) => ({
      what: `等级表“${scale}”中，起点为 ${showMetric(from, showAs, "zh-CN")} 的行紧邻起点为 ${showMetric(before, showAs, "zh-CN")} 的行：各行端点没有一路递减或递增。`,
      why: "很可能有端点写错或写反；使用前会先排序，因此不易察觉。",
      how: "更正端点，或把这一行移到应在的位置。",
    }),
  },
  check: (subject, report) => {
    for (const { scale, showAs } of usedIntervals(subject)) {
      const readable = scale.chained ? scale.intervals.every((row) => row.readable) : hasSoundBounds(scale);
      const broken = readable ? rowOutOfOrder(scale) : undefined;
      if (!broken) continue;
      const [row, before] = broken;
      const finite = [row.from, before.from].map((from) => (Number.isFinite(from) ? from : 0));
      report(
        row.places.from,
        { scale: scale.name, from: finite[0]!, before: finite[1]!, showAs },
        { related: [before.places.from] },
      );
    }
  },
  valid: [
    exampleOf([SCALED], { Scales: steps([90, 1], [80, 0.8], [60, 0.4], ["", 0]) }),
    exampleOf([SCALED], { Scales: steps(["", 0], [60, 0.4], [80, 1]) }),
  ],
  invalid: [
    { tables: exampleOf([SCALED], { Scales: steps(["", 0], [60, 0.4], [8, 0.8], [90, 1]) }), at: ["Scales!B4"] },
    { tables: exampleOf([SCALED], { Scales: steps([90, 1], [800, 0.8], [60, 0.4], ["", 0]) }), at: ["Scales!B3"] },
  ],
});
