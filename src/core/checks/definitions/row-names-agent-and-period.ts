import { isEmptyRow } from "../../cell/table";
import { defineCheck } from "../check";
import { FIRST_CELLS } from "../finding";
import { exampleOf, LINEAR } from "../examples";
import { plural } from "../../text/plural";

export default defineCheck<{ column: "agentId" | "period"; count: number }>()({
  id: "row-names-agent-and-period",
  dataOnly: true,
  severity: "warning",
  title: { en: "Every row of Metrics names an agent and a period", "zh-CN": "指标数据的每一行都写明工号和期间" },
  message: {
    en: ({ column, count }) => ({
      what: `${plural(count, "A row", `${count} rows`)} of Metrics ${plural(count, "states", "state")} no ${column === "agentId" ? "agent ID" : "period"}.`,
      why: `${plural(count, "It is", "They are")} not scored: nobody can say whose data, or of when, these are.`,
      how: column === "agentId" ? "Fill in the agent ID, or delete the row." : "Fill in the period, or delete the row.",
    }),
    "zh-CN": ({ column, count }) => ({
      what: `指标数据有 ${count} 行没有写${column === "agentId" ? "工号" : "期间"}。`,
      why: "这些行不会计分：无法确定是谁的、哪一期的数据。",
      how: column === "agentId" ? "填写工号，或删除这一行。" : "填写期间，或删除这一行。",
    }),
  },
  check: ({ metrics }, report) => {
    if (!metrics || metrics.anonymous.size === metrics.rowCount) return;
    const { anonymous, rowCount } = metrics;
    const { codes, texts } = metrics.coded("period");
    const noPeriod = texts.indexOf("");
    const missing = { agentId: [] as number[], period: [] as number[] };
    for (let row = 0; row < rowCount; row += 1) {
      if (codes[row] !== noPeriod && !anonymous.has(row)) continue;
      if (isEmptyRow(metrics.source, row)) continue;
      missing[anonymous.has(row) ? "agentId" : "period"].push(row);
    }
    for (const column of ["agentId", "period"] as const) {
      const rows = missing[column];
      const places = rows.slice(0, FIRST_CELLS).map((row) => metrics.placeAt(row, metrics.identity[column]!));
      if (rows.length > 0) report(places[0], { column, count: rows.length }, { related: places.slice(1) });
    }
  },
  valid: [
    exampleOf([LINEAR]),
    exampleOf([LINEAR], {
      Metrics: [
        { "Agent ID": "1", Period: "2026-10", Test: 75 },
        { "Agent ID": "", Period: "", Test: "" },
      ],
    }),
  ],
  invalid: [
    {
      tables: exampleOf([LINEAR], {
        Metrics: [
          { "Agent ID": "1", Period: "2026-10", Test: 75 },
          { "Agent ID": "", Period: "2026-10", Test: 75 },
          { "Agent ID": "3", Period: "", Test: 75 },
          { "Agent ID": "#N/A", Period: "2026-10", Test: 75 },
        ],
      }),
      at: ["Metrics!A3", "Metrics!B4"],
    },
  ],
});
