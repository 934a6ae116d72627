import type { Scale } from "../../rubric/scale";
import { createPeers } from "../../scoring/model/peers";
import { createReader } from "../../scoring/compile/read-value";
import type { ScoreRange } from "../../scoring/model/method";
import { showMetric } from "../../text/format";
import type { ShowAs } from "../../text/format";
import { plural } from "../../text/plural";
import type { ColumnUse } from "../column-uses";
import { readAlike } from "../column-uses";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import type { CheckSubject } from "../subject";
import { statistics } from "../units";
import { gapsOf, hasSoundBounds, scaleOf } from "../used-scales";

const NOBODY = { peers: createPeers(new Float64Array(0)), given: undefined };
/** Beyond any metric. A method that scores both ends scores everything. */
const VAST = 1e15;

/** Whether the scale has no gap inside. Other checks report gaps and faulty bounds at their own cells. */
const isWhole = (scale: Scale): boolean => hasSoundBounds(scale) && gapsOf(scale).length === 0;

interface ScoredUse extends ColumnUse {
  readonly indicator: string;
  readonly score: ScoreRange;
}

const ends = new Float64Array(2);
const points = new Float64Array(2);

/** Whether one of two values cannot be scored. */
function fails(score: ScoreRange, lowest: number, highest: number): boolean {
  ends[0] = lowest;
  ends[1] = highest;
  score(ends, points, 0, 2);
  return Number.isNaN(points[0]!) || Number.isNaN(points[1]!);
}

/**
 * Columns whose method refuses some numbers: outside its scale, counts below 0, ratings beyond the scale of the rater.
 */
function usesOf({ known }: CheckSubject): readonly ScoredUse[] {
  return known.flatMap((each): ScoredUse[] => {
    const { rubric, indicator, method, parameters, faults } = each;
    const scale = scaleOf(each);
    if (faults.length > 0 || method.comparesPeers || (scale && !scale.chained && !isWhole(scale))) return [];
    if (scale?.bare || scale?.intervals.some(({ worth }) => !worth)) return [];
    const score = method.compile(parameters)(NOBODY);
    if (!fails(score, -VAST, VAST)) return [];
    const { zeroAt, fullAt } = indicator;
    const bound = method.valuesAre === "points" ? indicator.points : "";
    const key = [method.id, scale?.name, zeroAt, fullAt, bound].join(" ");
    const read = createReader(method, parameters);
    return [{ rubric: rubric.name, indicator: indicator.name, header: indicator.metric, read, score, key }];
  });
}

export default defineCheck<{ metric: string; indicator: string; value: number; count: number; showAs: ShowAs }>()({
  id: "metric-can-be-scored",
  // Only this agent gets no total; the others are still scored.
  severity: "warning",
  title: { en: "Every value lies where its method can score it", "zh-CN": "数据都在可计分的范围内" },
  message: {
    en: ({ metric, indicator, value, count, showAs }) => ({
      what: `${plural(count, "A value", `${count} values`)} of “${metric}”, such as ${showMetric(value, showAs, "en")}, ${plural(count, "lies", "lie")} outside what “${indicator}” can score.`,
      why: "These agents get no total: the rubric does not say what such a value is worth.",
      how: "Correct the values, or widen the scale so that it says what they are worth.",
    }),
    "zh-CN": ({ metric, indicator, value, count, showAs }) => ({
      what: `“${metric}”有 ${count} 个值（如 ${showMetric(value, showAs, "zh-CN")}）超出“${indicator}”可计分的范围。`,
      why: "相关人员没有总分：评分标准没有写明这样的值对应多少分。",
      how: "更正数据，或扩大等级表的范围，写明它们对应的分值。",
    }),
  },
  check: (subject, report) => {
    for (const { use, column, among, firstPlaces } of readAlike(subject, usesOf(subject))) {
      const { lowest, highest, count } = statistics(column);
      if (count === 0 || !fails(use.score, lowest, highest)) continue;
      const scored = new Float64Array(column.values.length);
      use.score(column.values, scored, 0, scored.length);
      const refused: number[] = [];
      for (let row = 0; row < scored.length; row += 1)
        if (Number.isNaN(scored[row]!) && !Number.isNaN(column.values[row]!)) refused.push(row);
      const rows = among(refused);
      if (rows.length === 0) continue;
      const [first, ...related] = firstPlaces(rows);
      const value = column.values[rows[0]!]!;
      const { header: metric, showAs } = column;
      report(first, { metric, indicator: use.indicator, value, count: rows.length, showAs }, { related });
    }
  },
  valid: [
    exampleOf([{ ...LINEAR, Method: "rating", "Zero at": 1, "Full at": 100 }]),
    exampleOf([LINEAR, { Indicator: "Late", Points: "", Method: "deduct", Metric: "Late", "Per event": 1 }]),
  ],
  invalid: [
    {
      tables: exampleOf([{ ...LINEAR, Method: "rating", "Zero at": 1, "Full at": 10 }], {
        Metrics: [5, 12, 7, 0].map((Test, index) => ({ "Agent ID": `${index}`, Period: "2026-10", Test })),
      }),
      at: ["Metrics!C3"],
    },
    {
      tables: exampleOf([{ Indicator: "Test", Points: 100, Method: "bands", Scale: "R" }], {
        Scales: [
          { Scale: "R", From: 60, To: 90, Share: 0.6 },
          { Scale: "R", From: 90, To: "", Share: 1 },
        ],
        Metrics: [75, 12].map((Test, index) => ({ "Agent ID": `${index}`, Period: "2026-10", Test })),
      }),
      at: ["Metrics!C3"],
    },
  ],
});
