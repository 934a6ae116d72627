import { closeIntervals, scoreIntervals, worthFormula } from "../curves/interval-curve";
import type { MadeInterval } from "../../rubric/make-scale";
import { makeScale } from "../../rubric/make-scale";
import { intervalAt } from "../../rubric/scale";
import { showMetric } from "../../text/format";
import type { Locale } from "../../text/locale";
import { literal } from "../curves/curve";
import { intervalInWords, worthInWords } from "../curves/interval-in-words";
import { earnedOf } from "../curves/points-in-words";
import { sayScale } from "../curves/scale-clauses";
import { defineMethod } from "../model/method";

export default defineMethod({
  id: "piecewise",
  names: { en: ["piecewise", "bands"], "zh-CN": ["分段线性", "分段", "阶梯"] },
  // Bands are intervals that are each worth the same at every value.
  cases: [{ en: "bands", "zh-CN": "阶梯" }],
  text: {
    en: {
      summary:
        "The interval of a scale that holds the value decides: a fixed worth (a band) or a straight line from one worth to another.",
      formula:
        "worth at From + (worth at To - worth at From) x (value - From) / (To - From); a share counts of the indicator's points",
    },
    "zh-CN": {
      summary: "由等级表中包含该值的区间决定：固定分值（阶梯），或从起点分值到终点分值的直线。",
      formula: "起点分值 +（终点分值 − 起点分值）×（实际值 − 起点）÷（止点 − 起点）；比例按指标分值折算",
    },
  },
  source: "Bands and several straight pieces with jumps, as in 'below 60 nothing, 60 earns 6, rising to 10 at 90'.",
  parameters: {
    scale: {
      unit: "scale",
      required: true,
      domain: "any",
      text: {
        en: { name: "scale", help: "Name of the scale whose intervals give the points." },
        "zh-CN": { name: "等级表", help: "给出各区间分值的等级表名称。" },
      },
    },
  },
  points: "required",
  monotone: "none",
  input: "metric",
  valueKind: "continuous",
  examples: [
    example(45, 0, "Below 60: nothing.", "低于 60：不得分。"),
    example(60, 6, "60 begins the line with 6 points: a jump.", "60 为直线起点，得 6 分（跳跃）。"),
    example(75, 8, "Half-way on the line from 6 to 10.", "位于 6 分到 10 分直线的中点。"),
    example(90, 10, "90 and more: all points.", "90 及以上：满分。"),
    {
      parameters: { points: 10, scale: makeScale("gap", [piece(undefined, 60, 0, 0), piece(70, undefined, 1, 1)]) },
      value: 65,
      points: "failed",
      note: { en: "65 falls into a gap of the scale.", "zh-CN": "65 落在等级表的空隙中。" },
    },
  ],
  compile: ({ points, scale: { intervals } }) => {
    const closed = closeIntervals(intervals, points);
    return () => (values, out, from, to) => scoreIntervals(values, out, from, to, closed);
  },
  landmarks: ({ scale }) => scale.intervals.flatMap(({ from, to }) => [from, to]).filter(Number.isFinite),
  nativeFormula: ({ points, scale }, { value }) =>
    scale.intervals.reduceRight((otherwise, interval) => {
      const conditions = [
        ...(Number.isFinite(interval.from)
          ? [`${value}${interval.fromBelongs ? ">=" : ">"}${literal(interval.from)}`]
          : []),
        ...(Number.isFinite(interval.to) ? [`${value}${interval.toBelongs ? "<=" : "<"}${literal(interval.to)}`] : []),
      ];
      const condition = conditions.length === 2 ? `AND(${conditions.join(",")})` : (conditions[0] ?? "TRUE");
      return `IF(${condition},${worthFormula(interval, value, points)},${otherwise})`;
    }, "NA()"),
  explain: ({ points, scale }, { value, points: earned, showAs }) => {
    const interval = scale.intervals[intervalAt(scale, value)];
    const sentence = (locale: Locale): string => {
      const v = showMetric(value, showAs, locale);
      if (!interval) {
        return locale === "en"
          ? `${v} lies in no interval of the scale “${scale.name}”: no points can be given.`
          : `${v} 不在等级表“${scale.name}”的任何区间内：不能计分。`;
      }
      const show = (bound: number): string => showMetric(bound, showAs, locale);
      const range = intervalInWords(interval, show)[locale];
      const worth = worthInWords(interval, points, show, locale);
      const result = earnedOf(earned, points, locale);
      if (locale === "en") {
        const grade = interval.grade && ` (${interval.grade})`;
        return `${v} lies in “${range}”${grade} of the scale “${scale.name}”${worth && `, ${worth}`}: ${result}.`;
      }
      const grade = interval.grade && `（${interval.grade}）`;
      return `${v} 属于等级表“${scale.name}”的“${range}”${grade}${worth && `，${worth}`}：${result}。`;
    };
    return {
      facts: { value, scale: scale.name, interval: interval ? scale.intervals.indexOf(interval) + 1 : 0 },
      sentence: { en: sentence("en"), "zh-CN": sentence("zh-CN") },
    };
  },
  say: sayScale,
});

function piece(from: number | undefined, to: number | undefined, shareFrom: number, shareTo: number): MadeInterval {
  return { from, to, worth: { unit: "share", from: shareFrom, to: shareTo } };
}

function example(value: number, expected: number, en: string, zh: string) {
  const pieces = [piece(undefined, 60, 0, 0), piece(60, 90, 0.6, 1), piece(90, undefined, 1, 1)];
  return {
    parameters: { points: 10, scale: makeScale("test", pieces) },
    value,
    points: expected,
    note: { en, "zh-CN": zh },
  };
}
