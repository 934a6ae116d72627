import { foldName, parseCell } from "../../cell/cell";
import { daysWorked } from "../../metrics/days-worked";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import { mendCommas } from "../number-cells";

const part = (id: string, days: string | number) => ({
  "Agent ID": id,
  Rubric: "",
  Period: "2026-10",
  Days: days,
  Test: 75,
});

export default defineCheck<{ cell: string; agent: string; period: string }>()({
  id: "days-stated",
  dataOnly: true,
  severity: "error",
  title: { en: "Days are numbers, and stand in each part of an agent", "zh-CN": "在岗天数为数字，且每一部分都写明" },
  message: {
    en: ({ cell, agent, period }) => ({
      what:
        cell === ""
          ? `Agent ${agent} stands several times in ${period || "the rows without a period"}, but not every row says its days.`
          : `“${cell}” is no number of days.`,
      why: "The total of an agent who changed rubric or team is the mean of the parts by their days.",
      how: "Enter the days of each part, 0 or more.",
    }),
    "zh-CN": ({ cell, agent, period }) => ({
      what:
        cell === ""
          ? `工号 ${agent} 在${period || "没有期间的行"}中出现多次，但不是每一行都写明了在岗天数。`
          : `“${cell}”不是有效的天数。`,
      why: "更换考核表或班组的人员，其总分是各部分按天数的平均。",
      how: "请填写每一部分的天数，不小于 0。",
    }),
  },
  check: ({ metrics, period: wanted }, report) => {
    const days = metrics && daysWorked(metrics);
    if (!metrics || !days) return;
    const column = metrics.identity.days!;
    const { agentIds, periods } = metrics;
    const rowsOf = new Map<string, number[]>();
    for (let row = 0; row < metrics.rowCount; row += 1) {
      if (agentIds[row] === "" || (wanted !== undefined && periods[row] !== wanted)) continue;
      const cell = metrics.cellAt(row, column);
      if (cell.kind !== "blank" && cell.kind !== "not-applicable" && Number.isNaN(days[row])) {
        const [at, raw] = [metrics.placeAt(row, column), metrics.rawAt(row, column)];
        const fixes = cell.kind === "text" && cell.comma ? mendCommas([{ at, raw, comma: cell.comma }]) : [];
        report(at, { cell: String(raw), agent: agentIds[row]!, period: periods[row]! }, { fixes });
      }
      const key = `${foldName(agentIds[row]!)}\n${foldName(periods[row]!)}`;
      const rows = rowsOf.get(key);
      if (rows) rows.push(row);
      else rowsOf.set(key, [row]);
    }
    for (const rows of rowsOf.values()) {
      const without = rows.filter((row) => parseCell(metrics.rawAt(row, column)).kind === "blank");
      if (without.length === 0 || without.length === rows.length) continue;
      const [first, ...related] = without.map((row) => metrics.placeAt(row, column));
      const row = without[0]!;
      report(first, { cell: "", agent: agentIds[row]!, period: periods[row]! }, { related });
    }
  },
  valid: [
    exampleOf([LINEAR], { Metrics: [part("1", 12), part("1", 9), part("2", "")] }),
    exampleOf([LINEAR], { Metrics: [part("1", "")] }),
  ],
  invalid: [
    { tables: exampleOf([LINEAR], { Metrics: [part("1", 12), part("1", "")] }), at: ["Metrics!D3"] },
    { tables: exampleOf([LINEAR], { Metrics: [part("1", "some"), part("2", -1)] }), at: ["Metrics!D2", "Metrics!D3"] },
  ],
});
