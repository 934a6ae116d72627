import { KIND } from "../../metrics/reading";
import { placeOf } from "../../rubric/rubric";
import { periodParts } from "../../scoring/gather/period-parts";
import { inputOf, readPeriodMetric } from "../../scoring/gather/other-results";
import { namedScale } from "../../scoring/compile/parameters";
import { findMethod } from "../../scoring/compile/registry";
import { defineCheck } from "../check";
import { dependentRows } from "../dependent";
import { exampleOf, LINEAR } from "../examples";

const MONTH = { Rubric: "Month", ...LINEAR, Metric: "Test" };
const QUARTER = { ...MONTH, Rubric: "Quarter", Indicator: "Months", Method: "period", Metric: "" };
const row = (rubric: string, period: string) => ({ "Agent ID": "1", Rubric: rubric, Period: period, Test: 75 });
const WEIGHTS = [
  { Scale: "Months", Grade: "10", Share: 1 },
  { Scale: "Months", Grade: "11月", Share: 2 },
];

type Problem = "no-period" | "no-weighed-period" | "no-column";

export default defineCheck<{ indicator: string; period: string; other: string; problem: Problem }>()({
  id: "period-holds-others",
  severity: "error",
  title: { en: "A period put together from others holds some", "zh-CN": "汇总期间包含其他期间" },
  message: {
    en: ({ indicator, period, other, problem }) =>
      ({
        "no-period": {
          what: `“${indicator}” puts ${period} together from the periods within it, but Metrics has none of them.`,
          why: "Nobody could be scored on this indicator.",
          how: "Add the rows of the inner periods, written like 2026-10 within 2026-Q4 or 2026, or correct the period.",
        },
        "no-weighed-period": {
          what: `The weights of “${indicator}” name the period “${other}”, which nobody has within ${period}.`,
          why: "It counts as missing for everybody, as If missing says.",
          how: "Add the rows of that period, or correct or delete its weight.",
        },
        "no-column": {
          what: `“${indicator}” asks for “${other}” of other periods, which is neither the total nor a column of Metrics.`,
          why: "Nobody could be scored on this indicator.",
          how: "Leave Metric blank or write “total”, or write the header of a column of Metrics.",
        },
      })[problem],
    "zh-CN": ({ indicator, period, other, problem }) =>
      ({
        "no-period": {
          what: `“${indicator}”由 ${period} 所含期间汇总，但指标数据中没有这些期间。`,
          why: "没有人能在这个指标上得到评分。",
          how: "请补充所含期间的行（如 2026-Q4 或 2026 之内的 2026-10），或更正期间。",
        },
        "no-weighed-period": {
          what: `“${indicator}”的权重写有期间“${other}”，但 ${period} 之内没有人有该期间。`,
          why: "对所有人都视为缺失，按“缺失处理”办理。",
          how: "请补充该期间的行，或更正、删除其权重。",
        },
        "no-column": {
          what: `“${indicator}”要取其他期间的“${other}”，这既不是总分，也不是指标数据中的列。`,
          why: "没有人能在这个指标上得到评分。",
          how: "“数据列”留空或写“总分”，或填写指标数据的列标题。",
        },
      })[problem],
  },
  check: (subject, report) => {
    const { metrics, scales, calendar } = subject;
    if (!metrics) return;
    const told = new Set<unknown>();
    for (const { rubric, period, rows } of dependentRows(subject, "periods")) {
      for (const indicator of rubric.indicators) {
        const method = findMethod(indicator.method);
        if (!method || inputOf(indicator, method, metrics) !== "periods") continue;
        const { name, metric } = indicator;
        if (readPeriodMetric(indicator, metrics).kind === "unknown") {
          const data = { indicator: name, period, other: metric, problem: "no-column" } as const;
          if (!told.has(indicator)) report(placeOf(indicator, "metric"), data);
          told.add(indicator);
          continue;
        }
        const own = metrics.column(metric);
        if (own && rows.every((each) => own.kinds[each] !== KIND.blank)) continue;
        const scale = namedScale(indicator, method, scales);
        const parts = periodParts(calendar, period, metrics.coded("period").texts, scale);
        if (parts.every((part) => part.period === undefined)) {
          // Of a period that cannot be read, its own finding says so.
          if (calendar.daysOf(period))
            report(placeOf(indicator, "method"), { indicator: name, period, other: "", problem: "no-period" });
          continue;
        }
        parts.forEach((part, index) => {
          if (part.period !== undefined) return;
          const data = { indicator: name, period, other: part.label, problem: "no-weighed-period" } as const;
          report(scale!.intervals[index]!.places.grade, data, { severity: "warning" });
        });
      }
    }
  },
  valid: [
    exampleOf([MONTH, QUARTER], { Metrics: [row("Month", "2026-10"), row("Quarter", "2026-Q4")] }),
    exampleOf([MONTH, QUARTER], {
      Metrics: [row("Month", "2026-10"), row("Month", "2026-11"), row("Quarter", "2026年第4季度")],
      Scales: WEIGHTS,
    }),
  ],
  invalid: [
    { tables: exampleOf([MONTH, QUARTER], { Metrics: [row("Quarter", "2026-Q4")] }), at: ["Rubric!D3"] },
    {
      tables: exampleOf([MONTH, QUARTER], {
        Metrics: [row("Month", "2026-10"), row("Quarter", "2026-Q4")],
        Scales: WEIGHTS,
      }),
      at: ["Scales!B3"],
    },
    {
      tables: exampleOf([MONTH, { ...QUARTER, Metric: "Tset" }], {
        Metrics: [row("Month", "2026-10"), row("Quarter", "2026-Q4")],
      }),
      at: ["Rubric!E3"],
    },
  ],
});
