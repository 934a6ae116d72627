import type { CellPlace } from "../../cell/place";
import type { CellEdit } from "../../cell/edit";
import { placeOf } from "../../rubric/rubric";
import type { Scale } from "../../rubric/scale";
import type { MetricColumn } from "../../metrics/metrics";
import { showNumber } from "../../text/format";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import type { Fix } from "../finding";
import type { KnownIndicator } from "../subject";

/** Percentages above this are no rates of anything; thresholds beyond it on percentage data were typed in per cent. */
const HIGHEST_FRACTION = 1.5;

interface Threshold {
  readonly at: CellPlace;
  readonly value: number;
}

/** Thresholds in the metric's own unit: zero at and full at, or the bounds of the scale's intervals. */
function thresholdsOf({ indicator, method, parameters }: KnownIndicator): readonly Threshold[] {
  const own = (["zeroAt", "fullAt"] as const).flatMap((column) => {
    const value = indicator[column];
    return method.parameters[column]?.unit === "metric" && value !== undefined
      ? [{ at: placeOf(indicator, column), value }]
      : [];
  });
  const scale = (parameters as { readonly scale?: Scale }).scale;
  if (!scale || method.parameters.scale === undefined) return own;
  const bounds = scale.intervals.flatMap((interval) => [
    { at: interval.places.from, value: interval.from },
    ...(scale.chained ? [] : [{ at: interval.places.to, value: interval.to }]),
  ]);
  return [...own, ...bounds.filter((bound) => Number.isFinite(bound.value))];
}

/** What tells fractions from per cents, in one pass: the column may hold hundreds of thousands of values. */
function statistics({ values }: MetricColumn) {
  const result = { count: 0, aboveFraction: 0, notWhole: 0, lowest: Infinity, highest: -Infinity, example: 0 };
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    result.count += 1;
    if (value > HIGHEST_FRACTION) result.aboveFraction += 1;
    if (value % 1 !== 0) result.notWhole += 1;
    if (value < result.lowest) result.lowest = value;
    if (value > result.highest) result.highest = value;
    if (result.example === 0) result.example = value;
  }
  return result;
}

/** Which of the two is a hundred times the other, judged by the format of the column first and by the numbers otherwise. */
function mismatch(
  nonZero: readonly Threshold[],
  column: MetricColumn,
  data: ReturnType<typeof statistics>,
): "thresholds" | "data" | undefined {
  if (data.count === 0 || nonZero.length === 0) return undefined;
  const largest = Math.max(...nonZero.map(({ value }) => Math.abs(value)));
  const smallest = Math.min(...nonZero.map(({ value }) => Math.abs(value)));
  const inUnit = data.lowest >= 0 && data.highest <= 1 && data.notWhole > 0;
  if (column.showAs === "percent" ? largest > HIGHEST_FRACTION : inUnit && smallest > 1) return "thresholds";
  const fractions = nonZero.every(({ value }) => value > 0 && value <= 1) && nonZero.some(({ value }) => value < 1);
  const perCents = data.lowest >= 0 && data.highest <= 100 && data.aboveFraction * 2 > data.count;
  return column.showAs === "number" && fractions && perCents ? "data" : undefined;
}

function rescale(thresholds: readonly Threshold[], factor: 100 | 0.01): Fix {
  return {
    kind: "suggestion",
    label:
      factor === 100
        ? { en: "Write the thresholds in per cent, as the data are", "zh-CN": "把阈值改为百分数，与数据一致" }
        : { en: "Write the thresholds as percentages, as the data are", "zh-CN": "把阈值改为百分比，与数据一致" },
    edits: thresholds.map(({ at, value }): CellEdit => ({
      ...at,
      // Through fifteen digits, so that 97 becomes the double nearest to 0.97.
      value: Number((value * factor).toPrecision(15)),
      numberFormat: factor === 100 ? "General" : "0.0#%",
    })),
  };
}

export default defineCheck<{ indicator: string; metric: string; threshold: number; value: number }>()({
  id: "same-unit-as-data",
  severity: "error",
  title: { en: "Thresholds and data are in the same unit", "zh-CN": "阈值与数据的单位一致" },
  message: {
    en: ({ indicator, metric, threshold, value }) => ({
      what: `The thresholds of “${indicator}” (${showNumber(threshold, "en")}) and the values of “${metric}” (such as ${showNumber(value, "en")}) differ by a factor of 100.`,
      why: "One is in per cent, the other a fraction: everybody would earn nothing, or everything.",
      how: "Write both the same way; percentages are fractions in a workbook (0.98 shown as 98%).",
    }),
    "zh-CN": ({ indicator, metric, threshold, value }) => ({
      what: `“${indicator}”的阈值（${showNumber(threshold, "zh-CN")}）与“${metric}”的数据（如 ${showNumber(value, "zh-CN")}）相差 100 倍。`,
      why: "一个按百分数写，另一个是小数：所有人会全得零分或全得满分。",
      how: "两者写法保持一致；工作簿中的百分比是小数（0.98 显示为 98%）。",
    }),
  },
  check: ({ known, metrics }, report) => {
    for (const each of known) {
      const column = metrics?.column(each.indicator.metric);
      const thresholds = thresholdsOf(each).filter(({ value }) => value !== 0);
      const data = column && statistics(column);
      const wrong = column && data && mismatch(thresholds, column, data);
      if (!wrong) continue;
      const [first, ...others] = thresholds;
      report(
        first!.at,
        { indicator: each.indicator.name, metric: column.header, threshold: first!.value, value: data.example },
        { related: others.map(({ at }) => at), fix: rescale(thresholds, wrong === "data" ? 100 : 0.01) },
      );
    }
  },
  valid: [
    exampleOf([LINEAR]),
    exampleOf([{ ...LINEAR, "Zero at": 0.97, "Full at": 0.99 }], {
      Metrics: [{ "Agent ID": "1", Period: "2026-10", Test: 0.98 }],
      percentColumns: ["Test"],
    }),
    exampleOf([{ ...LINEAR, "Zero at": 3, "Full at": 0 }], {
      Metrics: [{ "Agent ID": "1", Period: "2026-10", Test: 1 }],
    }),
  ],
  invalid: [
    {
      tables: exampleOf([{ ...LINEAR, "Zero at": 97, "Full at": 99 }], {
        Metrics: [{ "Agent ID": "1", Period: "2026-10", Test: 0.98 }],
        percentColumns: ["Test"],
      }),
      at: ["Rubric!E2"],
    },
    {
      tables: exampleOf([{ ...LINEAR, "Zero at": 3.1, "Full at": 1.9 }], {
        Metrics: [{ "Agent ID": "1", Period: "2026-10", Test: 0.025 }],
      }),
      at: ["Rubric!E2"],
    },
    {
      tables: exampleOf([{ ...LINEAR, "Zero at": 0.97, "Full at": 0.99 }], {
        Metrics: [{ "Agent ID": "1", Period: "2026-10", Test: 98 }],
      }),
      at: ["Rubric!E2"],
    },
  ],
});
