import type { MetricColumn } from "../../metrics/metrics";
import { showNumber } from "../../text/format";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import { percentMixture } from "../mixtures";
import { rescale } from "../rescale";
import { misfits, statistics, stepOf, thresholdsOf, UnitStatistics } from "../units";

/** The values but those in another unit than most, which have a finding of their own. */
function mostOf(column: MetricColumn, thresholds: readonly number[]): UnitStatistics | undefined {
  const mixture = percentMixture(column, thresholds);
  if (!mixture) return undefined;
  const most = column.values.slice();
  for (const row of mixture.odd) most[row] = NaN;
  return new UnitStatistics(most);
}

export default defineCheck<{
  indicator: string;
  metric: string;
  threshold: number;
  value: number;
}>()({
  id: "same-unit-as-data",
  severity: "error",
  title: { en: "Thresholds and data are in the same unit", "zh-CN": "阈值与数据的单位一致" },
  message: {
    en: ({ indicator, metric, threshold, value }) => ({
      what: `The thresholds of “${indicator}” (${showNumber(threshold, "en")}) and the values of “${metric}” (such as ${showNumber(value, "en")}) differ by a factor of 100.`,
      why: "One is in per cent, the other a fraction: points would come out far from what is meant.",
      how: "Write both the same way; percentages are fractions in a workbook (0.98 shown as 98%).",
    }),
    "zh-CN": ({ indicator, metric, threshold, value }) => ({
      what: `“${indicator}”的阈值（${showNumber(threshold, "zh-CN")}）与“${metric}”的数据（如 ${showNumber(value, "zh-CN")}）相差 100 倍。`,
      why: "一个按百分数写，另一个是小数：得分会与本意相去甚远。",
      how: "两者写法保持一致；工作簿中的百分比是小数（0.98 显示为 98%）。",
    }),
  },
  check: ({ known, metrics }, report) => {
    for (const each of known) {
      const thresholds = thresholdsOf(each).filter(({ value }) => value !== 0);
      const column = thresholds.length > 0 ? metrics?.column(each.indicator.metric) : undefined;
      if (!column || column.showAs === "duration") continue;
      const own = thresholds.map(({ value }) => value);
      const data = mostOf(column, own) ?? statistics(column);
      const wrong = misfits(thresholds, stepOf(each), column, data);
      if (!wrong) continue;
      const [first, ...others] = wrong.of;
      report(
        first!.at,
        {
          indicator: each.indicator.name,
          metric: column.header,
          threshold: first!.value,
          value: data.example,
        },
        { related: others.map(({ at }) => at), fix: rescale(wrong.of, wrong.factor) },
      );
    }
  },
  valid: [
    exampleOf([LINEAR]),
    exampleOf([{ ...LINEAR, "Zero at": 0.97, "Full at": 0.99 }], {
      Metrics: [{ "Agent ID": "1", Period: "2026-10", Test: 0.98 }],
      percentColumns: ["Test"],
    }),
    exampleOf([{ ...LINEAR, "Zero at": 5, "Full at": 2 }], {
      Metrics: [
        { "Agent ID": "1", Period: "2026-10", Test: 0.4 },
        { "Agent ID": "2", Period: "2026-10", Test: 0.9 },
      ],
    }),
    exampleOf([{ ...LINEAR, "Zero at": 1, "Full at": 0.5 }], {
      Metrics: [
        { "Agent ID": "1", Period: "2026-10", Test: 0.6 },
        { "Agent ID": "2", Period: "2026-10", Test: 2 },
        { "Agent ID": "3", Period: "2026-10", Test: 3 },
      ],
    }),
    exampleOf([{ ...LINEAR, "Zero at": 3, "Full at": 0 }], {
      Metrics: [{ "Agent ID": "1", Period: "2026-10", Test: 1 }],
    }),
  ],
  invalid: [
    {
      tables: exampleOf([{ ...LINEAR, "Zero at": 0.9, "Full at": 0.99 }], {
        Metrics: [97, 98, 0.95, 96].map((Test, index) => ({ "Agent ID": String(index + 1), Period: "2026-10", Test })),
      }),
      at: ["Rubric!E2"],
    },
    {
      tables: exampleOf([{ ...LINEAR, Method: "step", "Zero at": "", "Full at": 95, "Per event": 2, Step: 1 }], {
        Metrics: [{ "Agent ID": "1", Period: "2026-10", Test: 0.93 }],
      }),
      at: ["Rubric!F2"],
    },
    {
      tables: exampleOf([{ ...LINEAR, Method: "step", "Zero at": "", "Full at": 0.95, "Per event": 2, Step: 1 }], {
        Metrics: [{ "Agent ID": "1", Period: "2026-10", Test: 0.93 }],
      }),
      at: ["Rubric!H2"],
    },
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
