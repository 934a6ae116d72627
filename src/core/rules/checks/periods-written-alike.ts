import { lengthOfPeriod } from "../../metrics/periods";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";

/** The way a period is written: 2026-10 and 2026-9 alike, 2026/10 another. */
const shapeOf = (period: string): string => period.replace(/\d+/g, "0").toLowerCase();

export default defineCheck<{ usual: string; other: string; count: number }>()({
  id: "periods-written-alike",
  dataOnly: true,
  severity: "warning",
  title: { en: "Periods are written alike", "zh-CN": "期间的写法一致" },
  message: {
    en: ({ usual, other, count }) => ({
      what: `${count === 1 ? "A row writes" : `${count} rows write`} the period as “${other}”, others as “${usual}”.`,
      why: "Each spelling is a period of its own: agents are scored, compared and ranked apart from each other.",
      how: `Write all periods like “${usual}”.`,
    }),
    "zh-CN": ({ usual, other, count }) => ({
      what: `有 ${count} 行的期间写作“${other}”，其他行写作“${usual}”。`,
      why: "每种写法都会成为单独的期间：人员会被分开评分、比较和排名。",
      how: `请统一写成“${usual}”的形式。`,
    }),
  },
  check: ({ metrics }, report) => {
    if (!metrics) return;
    // Months and the quarter that they are put together to are not written alike; what names no months may be meant as either.
    const shapes = new Map<string, number[]>();
    for (let row = 0; row < metrics.rowCount; row += 1) {
      const period = metrics.periods[row]!;
      if (period === "" || metrics.agentIds[row] === "") continue;
      const rows = shapes.get(shapeOf(period));
      if (rows) rows.push(row);
      else shapes.set(shapeOf(period), [row]);
    }
    const byCount = [...shapes.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!);
    const lengthOf = (rows: readonly number[]): string => lengthOfPeriod(metrics.periods[rows[0]!]!);
    for (const rows of byCount) {
      const usual = byCount.find((each) => lengthOf(each) === lengthOf(rows) || lengthOf(rows) === "");
      if (usual === rows) continue;
      const places = rows.slice(0, 20).map((row) => metrics.placeAt(row, metrics.identity.period!));
      report(
        places[0],
        { usual: metrics.periods[usual![0]!]!, other: metrics.periods[rows[0]!]!, count: rows.length },
        { related: places.slice(1) },
      );
    }
  },
  valid: [
    exampleOf([LINEAR], {
      Metrics: [
        { "Agent ID": "1", Period: "2026-9", Test: 75 },
        { "Agent ID": "1", Period: "2026-10", Test: 75 },
        { "Agent ID": "1", Period: 46327, Test: 75 },
      ],
    }),
  ],
  invalid: [
    {
      tables: exampleOf([LINEAR], {
        Metrics: [
          { "Agent ID": "1", Period: "2026-10", Test: 75 },
          { "Agent ID": "2", Period: "2026-10", Test: 75 },
          { "Agent ID": "3", Period: "Oct 2026", Test: 75 },
        ],
      }),
      at: ["Metrics!B4"],
    },
  ],
});
