import { foldName } from "../../cell/cell";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";

export default defineCheck<{ agent: string; period: string }>()({
  id: "agent-once-per-period",
  severity: "error",
  title: { en: "An agent stands once in a period", "zh-CN": "同一期间每名人员只有一行" },
  message: {
    en: ({ agent, period }) => ({
      what: `Agent ${agent} stands twice in ${period}.`,
      why: "Two evaluations of the same person would contradict each other, and ranks and means would count the person twice.",
      how: "Delete the row that is wrong, or correct its agent ID or period.",
    }),
    "zh-CN": ({ agent, period }) => ({
      what: `工号 ${agent} 在 ${period} 出现了两次。`,
      why: "同一个人会有两份互相矛盾的结果，排名和均值也会重复计算。",
      how: "删除错误的一行，或更正其工号或期间。",
    }),
  },
  check: ({ metrics }, report) => {
    if (!metrics) return;
    const first = new Map<string, number>();
    const column = metrics.identity.agentId!;
    for (let row = 0; row < metrics.rowCount; row += 1) {
      const agent = metrics.agentIds[row]!;
      if (agent === "") continue;
      const key = `${foldName(agent)}\n${foldName(metrics.periods[row]!)}\n${foldName(metrics.rubrics[row]!)}`;
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, row);
      else
        report(
          metrics.placeAt(row, column),
          { agent, period: metrics.periods[row]! },
          { related: [metrics.placeAt(earlier, column)] },
        );
    }
  },
  valid: [
    exampleOf([LINEAR], {
      Metrics: [
        { "Agent ID": "1", Period: "2026-09", Test: 75 },
        { "Agent ID": "1", Period: "2026-10", Test: 75 },
      ],
    }),
  ],
  invalid: [
    {
      tables: exampleOf([LINEAR], {
        Metrics: [
          { "Agent ID": "1", Period: "2026-10", Test: 75 },
          { "Agent ID": "１", Period: "2026-10", Test: 80 },
        ],
      }),
      at: ["Metrics!A3"],
    },
  ],
});
