import { teamsIn, teamsLed } from "../../metrics/teams";
import { placeOf } from "../../rubric/rubric";
import { inputOf } from "../../scoring/gather/other-results";
import { defineCheck } from "../check";
import { dependentRows } from "../dependent";
import { FIRST_CELLS } from "../finding";
import { exampleOf } from "../examples";

const TEAM = { Indicator: "Team", Points: 100, Method: "team", "Zero at": 60, "Full at": 90, "If missing": "full" };
const row = (id: string, team: string, leads: string) => ({
  "Agent ID": id,
  Team: team,
  Leads: leads,
  Period: "2026-10",
});

export default defineCheck<{ team: string; period: string; indicator: string }>()({
  id: "team-has-members",
  severity: "warning",
  title: { en: "A team that somebody leads has members", "zh-CN": "所带班组中有人员" },
  message: {
    en: ({ team, period, indicator }) =>
      team === ""
        ? {
            what: `“${indicator}” takes the results of the agents whom somebody leads, but Metrics does not say who leads which team.`,
            why: "Nobody could be scored on this indicator.",
            how: "Add the column Leads to Metrics, with the team that the agent leads.",
          }
        : {
            what: `“${team}” stands under Leads, but in ${period} nobody is in that team.`,
            why: "Its leader has no team result.",
            how: "Correct the name of the team, or the Team of its members.",
          },
    "zh-CN": ({ team, period, indicator }) =>
      team === ""
        ? {
            what: `“${indicator}”取所带人员的结果，但指标数据中没有写明谁带哪个班组。`,
            why: "没有人能在这个指标上得到评分。",
            how: "请在指标数据中增加“带班”列，填写该人员所带的班组。",
          }
        : {
            what: `“带班”中写有“${team}”，但 ${period} 没有人员属于该班组。`,
            why: "其负责人没有班组成绩。",
            how: "更正班组名称，或更正成员的“班组”。",
          },
  },
  check: (subject, report) => {
    const { metrics, known } = subject;
    if (!metrics) return;
    const { leads } = metrics.identity;
    if (leads === undefined) {
      for (const { indicator, method } of known) {
        if (inputOf(indicator, method, metrics) !== "team") continue;
        const data = { team: "", period: "", indicator: indicator.name };
        report(placeOf(indicator, "method"), data, { severity: "error" });
      }
      return;
    }
    for (const { period, rows } of dependentRows(subject, "team")) {
      const teams = teamsIn(metrics, period);
      const empty = new Map<string, { readonly team: string; readonly leaders: number[] }>();
      for (const row of rows) {
        for (const { name, key } of teamsLed(metrics, row)) {
          if (teams.has(key)) continue;
          const known = empty.get(key);
          if (known) known.leaders.push(row);
          else empty.set(key, { team: name, leaders: [row] });
        }
      }
      for (const { team, leaders } of empty.values()) {
        const [at, ...related] = leaders.slice(0, FIRST_CELLS).map((row) => metrics.placeAt(row, leads));
        report(at, { team, period, indicator: "" }, { related });
      }
    }
  },
  valid: [
    exampleOf([TEAM], { Metrics: [row("1", "Ａ ", ""), row("2", "", "a")] }),
    exampleOf([TEAM], { Metrics: [row("1", "A", ""), row("2", "B", ""), row("3", "", "A，b")] }),
  ],
  invalid: [
    { tables: exampleOf([TEAM], { Metrics: [row("1", "A", ""), row("2", "", "B")] }), at: ["Metrics!C3"] },
    { tables: exampleOf([TEAM], { Metrics: [row("1", "A", ""), row("2", "", "A, B")] }), at: ["Metrics!C3"] },
    { tables: exampleOf([TEAM], { Metrics: [{ "Agent ID": "1", Period: "2026-10" }] }), at: ["Rubric!C2"] },
  ],
});
