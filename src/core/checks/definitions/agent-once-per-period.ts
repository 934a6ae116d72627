import { foldName } from "../../cell/cell";
import { daysWorked } from "../../metrics/days-worked";
import { partsIn } from "../../metrics/parts";
import { oncePerName } from "../../text/once-per";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";

/**
 * At most this many agents get a finding each. With more, the table was probably pasted twice, and one finding says so.
 */
const MOST_FINDINGS = 20;

export default defineCheck<{ agent: string; period: string; times: number; agents: number }>()({
  id: "agent-once-per-period",
  dataOnly: true,
  severity: "error",
  title: { en: "An agent stands once in a period", "zh-CN": "同一期间每名人员只有一行" },
  message: {
    en: ({ agent, period, times, agents }) => ({
      what:
        agents === 1
          ? `Agent ${agent} stands ${times} times in ${period || "the rows without a period"}.`
          : `${agents} agents stand more than once in a period, such as ${agent} in ${period || "the rows without a period"}.`,
      why: "Two evaluations of the same person would contradict each other, and ranks and means would count the person twice.",
      how: "Where the agent changed rubric or team, add a column Days that says how long each row lasted. Else correct the agent ID or the period, or delete the row that is wrong.",
    }),
    "zh-CN": ({ agent, period, times, agents }) => ({
      what:
        agents === 1
          ? `工号 ${agent} 在 ${period || "没有期间的行"} 中出现了 ${times} 次。`
          : `有 ${agents} 名人员在同一期间出现多次，例如 ${period || "没有期间的行"} 的工号 ${agent}。`,
      why: "同一个人会有两份互相矛盾的结果，排名和均值也会重复计算。",
      how: "如果该人员在期间内更换了考核表或班组，请增加“在岗天数”列，写明每一行的天数；否则请更正工号或期间，或删除错误的一行。",
    }),
  },
  check: ({ metrics, rubricNames, period }, report) => {
    if (!metrics) return;
    // Each rubric and period has its own map of agents. Names of rubrics and periods repeat, so only agents are folded
    // row by row.
    const firstOf = new Map<string, Map<string, number>>();
    const groups = new Map<number, Map<string, number>>();
    const repeated = new Map<number, number[]>();
    const onlyRubric = rubricNames.length === 1 ? foldName(rubricNames[0]!) : "";
    const [rubrics, periods] = [metrics.coded("rubric"), metrics.coded("period")];
    const groupOf = (row: number): Map<string, number> => {
      const code = rubrics.codes[row]! * periods.texts.length + periods.codes[row]!;
      let group = groups.get(code);
      if (!group) {
        const name = foldName(rubrics.texts[rubrics.codes[row]!]!) || onlyRubric;
        const key = `${name}\n${foldName(periods.texts[periods.codes[row]!]!)}`;
        group = firstOf.get(key) ?? new Map<string, number>();
        firstOf.set(key, group);
        groups.set(code, group);
      }
      return group;
    };
    const { agentIds } = metrics;
    const parts = oncePerName((each: string) => partsIn(metrics, each));
    const days = daysWorked(metrics);
    for (let row = 0; row < metrics.rowCount; row += 1) {
      const agent = agentIds[row]!;
      if (agent === "" || (period !== undefined && periods.texts[periods.codes[row]!] !== period)) continue;
      if (parts(periods.texts[periods.codes[row]!]!).has(row)) continue;
      const first = groupOf(row);
      const name = foldName(agent);
      const earlier = first.get(name);
      if (earlier === undefined) first.set(name, row);
      else {
        const again = repeated.get(earlier);
        if (again) again.push(row);
        else repeated.set(earlier, [row]);
      }
    }
    const place = (row: number) => metrics.placeAt(row, metrics.identity.agentId!);
    // Where some rows of an agent say their days, those without are found by their own check.
    const told = [...repeated].filter(
      ([row, again]) => !days || [row, ...again].every((each) => Number.isNaN(days[each])),
    );
    if (told.length > MOST_FINDINGS) {
      const [[row]] = told as [[number, number[]]];
      report(
        place(told[0]![1][0]!),
        { agent: metrics.agentIds[row]!, period: metrics.periods[row]!, times: 2, agents: told.length },
        { related: told.slice(1, MOST_FINDINGS).map(([, rows]) => place(rows[0]!)) },
      );
      return;
    }
    for (const [row, again] of told) {
      report(
        place(again[0]!),
        { agent: metrics.agentIds[row]!, period: metrics.periods[row]!, times: again.length + 1, agents: 1 },
        { related: [row, ...again.slice(1, MOST_FINDINGS - 1)].map(place) },
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
    exampleOf([LINEAR], {
      Metrics: [
        { "Agent ID": "1", Team: "A", Period: "2026-10", Days: 12, Test: 75 },
        { "Agent ID": "1", Team: "B", Period: "2026-10", Days: 9, Test: 80 },
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
