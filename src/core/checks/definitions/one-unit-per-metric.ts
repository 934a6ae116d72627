import { showNumber, showPercent } from "../../text/format";
import { plural } from "../../text/plural";
import { defineCheck } from "../check";
import { FIRST_CELLS, MOST_EDITS } from "../finding";
import { exampleOf, LINEAR } from "../examples";
import { statistics } from "../units";

/** Fractions above this are no rates. Per cents in a column of fractions lie beyond it. */
const HIGHEST_FRACTION = 1.5;

const RATE = { ...LINEAR, "Zero at": 0.9, "Full at": 0.99 };
const rates = (...values: readonly number[]) =>
  values.map((Test, index) => ({ "Agent ID": String(index + 1), Period: "2026-10", Test }));

export default defineCheck<{ metric: string; count: number; value: number; usual: number }>()({
  id: "one-unit-per-metric",
  severity: "warning",
  title: { en: "A metric is in one unit throughout", "zh-CN": "同一数据列的单位一致" },
  message: {
    en: ({ metric, count, value, usual }) => ({
      what: `${plural(count, "A value", `${count} values`)} of “${metric}” ${plural(count, "is", "are")} about a hundred times the others: ${showNumber(value, "en")} beside ${showNumber(usual, "en")}.`,
      why: "It was probably typed in per cent where the column holds fractions; its agent would earn everything or nothing.",
      how: `Write it as ${showPercent(value / 100, "en")}.`,
    }),
    "zh-CN": ({ metric, count, value, usual }) => ({
      what: `“${metric}”有 ${count} 个值约为其他值的一百倍：${showNumber(value, "zh-CN")}，而其他如 ${showNumber(usual, "zh-CN")}。`,
      why: "很可能在小数列中按百分数输入；该人员会全得分或全不得分。",
      how: `请写成 ${showPercent(value / 100, "zh-CN")}。`,
    }),
  },
  check: ({ known, metrics, period }, report) => {
    const seen = new Set<number>();
    for (const { indicator, method } of known) {
      // Words have no unit. A column of words is not even read as numbers.
      const words = method.valueKind === "labels" && indicator.fullAt === undefined;
      const inMetricUnit = method.parameters.zeroAt?.unit === "metric" || method.parameters.scale !== undefined;
      const column = inMetricUnit && !words ? metrics?.column(indicator.metric) : undefined;
      if (!metrics || !column || seen.has(column.column)) continue;
      seen.add(column.column);
      const { values } = column;
      const data = statistics(column);
      // At least four of five values must be fractions, see below. Other columns end the scan early.
      if (data.isAbove(HIGHEST_FRACTION, 1 / 5)) continue;
      if (data.notWhole === 0 || data.highest <= HIGHEST_FRACTION || data.aboveFraction * 2 > data.count) continue;
      let fractions = 0;
      let usual = 0;
      const odd: number[] = [];
      for (let row = 0; row < values.length; row += 1) {
        const value = values[row]!;
        if (value > HIGHEST_FRACTION) odd.push(row);
        else if (value >= 0) {
          fractions += 1;
          if (value % 1 !== 0) usual = value;
        }
      }
      // In a column of fractions nearly all values lie within 0 to 1.5, and at least one is no whole number.
      const outliers = odd.filter(
        (row) => values[row]! <= 100 && (period === undefined || metrics.periods[row] === period),
      );
      if (usual === 0 || outliers.length === 0 || odd.length * 4 > fractions) continue;
      const places = outliers.slice(0, MOST_EDITS + 1).map((row) => metrics.placeAt(row, column.column));
      report(
        places[0],
        { metric: column.header, count: outliers.length, value: values[outliers[0]!]!, usual },
        {
          related: places.slice(1, FIRST_CELLS),
          fix: {
            kind: "suggestion",
            label: { en: "Divide by 100", "zh-CN": "除以 100" },
            edits: places.map((at, index) => ({
              ...at,
              value: Number((values[outliers[index]!]! / 100).toPrecision(15)),
            })),
          },
        },
      );
    }
  },
  valid: [
    exampleOf([RATE], { Metrics: rates(0.97, 0.98, 1, 1.2) }),
    exampleOf([LINEAR], { Metrics: rates(60, 70, 80.5) }),
  ],
  invalid: [{ tables: exampleOf([RATE], { Metrics: rates(0.97, 0.98, 0.95, 0.96, 0.99, 98) }), at: ["Metrics!C7"] }],
});
