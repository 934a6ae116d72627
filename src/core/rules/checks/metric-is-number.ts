import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import type { NumberCellData } from "../number-cells";
import { NUMBER_CELL_MESSAGE, shownText, turnIntoNumbers } from "../number-cells";

/** Cells listed one by one; the rest of a column is counted. */
const FIRST_CELLS = 20;

export default defineCheck<NumberCellData>()({
  id: "metric-is-number",
  // The agent concerned gets no total; the others are scored all the same.
  severity: "warning",
  title: { en: "Metrics hold numbers", "zh-CN": "指标数据里是数字" },
  message: NUMBER_CELL_MESSAGE,
  check: ({ rubrics, metrics }, report) => {
    if (!metrics) return;
    const read = new Set(rubrics.flatMap(({ indicators }) => indicators.map((indicator) => indicator.metric)));
    const seen = new Set<number>();
    for (const header of read) {
      const column = metrics.column(header);
      if (!column || seen.has(column.column)) continue;
      seen.add(column.column);
      const names = { column: column.header, columnZh: column.header };
      const place = (row: number) => metrics.placeAt(row, column.column);
      const tell = (rows: readonly number[], text: string, problem: NumberCellData["problem"]): void => {
        const [first, ...related] = rows.slice(0, FIRST_CELLS).map(place);
        const data = { ...names, text, count: rows.length, problem };
        if (problem === "unreadable") {
          report(first, data, { related });
          return;
        }
        // A choice, not safe: what stands there may be a formula that makes text, and it would be replaced by its result.
        const cells = rows.map((row) => ({
          at: place(row),
          value: column.values[row]!,
          raw: metrics.rawAt(row, column.column),
        }));
        report(first, data, { related, severity: "info", fix: turnIntoNumbers("suggestion", cells) });
      };
      const { unreadable, typedAsText } = column;
      if (unreadable.length > 0)
        tell(unreadable, shownText(metrics.cellAt(unreadable[0]!, column.column)), "unreadable");
      if (typedAsText.length > 0)
        tell(typedAsText, String(metrics.rawAt(typedAsText[0]!, column.column)), "typed-as-text");
    }
  },
  valid: [exampleOf([LINEAR], { Metrics: [{ "Agent ID": "1", Period: "2026-10", Test: "N/A" }] })],
  invalid: [
    {
      tables: exampleOf([LINEAR], {
        Metrics: [
          { "Agent ID": "1", Period: "2026-10", Test: "good" },
          { "Agent ID": "2", Period: "2026-10", Test: "#DIV/0!" },
          { "Agent ID": "3", Period: "2026-10", Test: "７５" },
        ],
      }),
      at: ["Metrics!C2", "Metrics!C4"],
    },
  ],
});
