import { lengthOfPeriod } from "../../metrics/periods";
import { defineCheck } from "../check";
import { FIRST_CELLS } from "../finding";
import { exampleOf, LINEAR } from "../examples";
import { plural } from "../../text/plural";

/** The form of a period's name: 2026-10 and 2026-9 have the same one, 2026/10 has another. */
const shapeOf = (period: string): string => period.replace(/\d+/g, "0").toLowerCase();

export default defineCheck<{ usual: string; other: string; count: number }>()({
  id: "periods-written-alike",
  dataOnly: true,
  severity: "warning",
  title: { en: "Periods are written alike", "zh-CN": "期间的写法一致" },
  message: {
    en: ({ usual, other, count }) => ({
      what: `${plural(count, "A row writes", `${count} rows write`)} the period as “${other}”, others as “${usual}”.`,
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
    // A quarter and its months are not written alike, so each length is compared for itself. A name without months may
    // have any length.
    const { codes, texts } = metrics.coded("period");
    const shapes = new Map<string, { name: string; count: number; first: number; codes: Set<number> }>();
    const ofCode = texts.map((text, code) => {
      if (text === "") return undefined;
      const shape = shapes.get(shapeOf(text)) ?? { name: text, count: 0, first: metrics.rowCount, codes: new Set() };
      shapes.set(shapeOf(text), shape);
      shape.codes.add(code);
      return shape;
    });
    const { anonymous } = metrics;
    for (let row = 0; row < metrics.rowCount; row += 1) {
      const shape = ofCode[codes[row]!];
      if (!shape || anonymous.has(row)) continue;
      shape.count += 1;
      if (row < shape.first) {
        shape.first = row;
        shape.name = texts[codes[row]!]!;
      }
    }
    const byCount = [...shapes.values()]
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || a.first - b.first);
    for (const shape of byCount) {
      const length = lengthOfPeriod(shape.name);
      const usual = byCount.find(({ name }) => lengthOfPeriod(name) === length || length === "")!;
      if (usual === shape) continue;
      const rows: number[] = [];
      for (let row = shape.first; row < metrics.rowCount && rows.length < FIRST_CELLS; row += 1)
        if (shape.codes.has(codes[row]!) && !anonymous.has(row)) rows.push(row);
      const [at, ...related] = rows.map((row) => metrics.placeAt(row, metrics.identity.period!));
      report(at, { usual: usual.name, other: shape.name, count: shape.count }, { related });
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
