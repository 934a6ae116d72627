import { orderTeams, teamPart } from "../../scoring/period/team-order";
import { defineCheck } from "../check";
import { dependentRows } from "../dependent";
import { exampleOf } from "../examples";

/** For more agents of one circle than this, the beginning of the circle is enough. */
const MOST_PLACES = 20;

const TEAM = { Indicator: "Team", Points: 100, Method: "team", "Zero at": 60, "Full at": 90, "If missing": "full" };
const leader = (id: string, team: string, leads: string) => ({
  "Agent ID": id,
  Team: team,
  Leads: leads,
  Period: "2026-10",
});

export default defineCheck<{ agents: string; period: string; count: number }>()({
  id: "no-team-cycle",
  severity: "error",
  title: { en: "Leaders do not lead each other in a circle", "zh-CN": "带班关系不形成循环" },
  message: {
    en: ({ agents, period, count }) => ({
      what:
        count === 1
          ? `Agent ${agents} leads the team that the agent is in (${period}).`
          : `${count} agents lead each other in a circle (${period}): ${agents}.`,
      why: "Each of their totals would depend on itself, so none of them can be worked out.",
      how: "Correct Leads or Team so that every leader stands above the team.",
    }),
    "zh-CN": ({ agents, period, count }) => ({
      what:
        count === 1
          ? `工号 ${agents} 所带的班组就是本人所在的班组（${period}）。`
          : `有 ${count} 人的带班关系形成循环（${period}）：${agents}。`,
      why: "他们的总分取决于自身，因此无法得出。",
      how: "请更正“带班”或“班组”，使负责人位于其班组之上。",
    }),
  },
  check: (subject, report) => {
    const { metrics, scales } = subject;
    if (!metrics) return;
    const parts = dependentRows(subject, "team");
    for (const period of new Set(parts.map((part) => part.period))) {
      const own = parts.filter((part) => part.period === period);
      const { circles } = orderTeams(
        metrics,
        period,
        own.map(({ rubric, rows }) => teamPart(rubric, scales, rows)),
      );
      for (const rows of circles) {
        const first = rows.slice(0, MOST_PLACES);
        const [at, ...related] = first.map((row) => metrics.placeAt(row, metrics.identity.leads!));
        const agents = first.map((row) => metrics.agentIds[row]!).join(", ");
        report(
          at,
          { agents: rows.length > first.length ? `${agents} …` : agents, period, count: rows.length },
          { related },
        );
      }
    }
  },
  valid: [exampleOf([TEAM], { Metrics: [leader("1", "A", ""), leader("2", "B", "A"), leader("3", "", "B")] })],
  invalid: [
    { tables: exampleOf([TEAM], { Metrics: [leader("1", "A", "A")] }), at: ["Metrics!C2"] },
    {
      tables: exampleOf([TEAM], { Metrics: [leader("1", "A", "B"), leader("2", "B", "A"), leader("3", "C", "A")] }),
      at: ["Metrics!C2"],
    },
  ],
});
