import { placeOf } from "../../rubric/rubric";
import { findTotalScale } from "../../scoring/compile/compile";
import { inputOf, readTeamMetric } from "../../scoring/gather/other-results";
import { defineCheck } from "../check";
import { exampleOf } from "../examples";

const TEAM = { Indicator: "Team", Points: 100, Method: "team", Metric: "", "Zero at": 0, "Full at": 1 };
const Metrics = [{ "Agent ID": "1", Team: "A", Leads: "", Period: "2026-10" }];
const Scales = [
  { Scale: "Total", Grade: "A+", From: 90, To: "" },
  { Scale: "Total", Grade: "B", From: "", To: 90 },
];

export default defineCheck<{ indicator: string; metric: string; grades: string }>()({
  id: "team-metric-known",
  severity: "error",
  title: { en: "What is taken of a team is known", "zh-CN": "班组指标的取值内容可识别" },
  message: {
    en: ({ indicator, metric, grades }) => ({
      what: `“${indicator}” asks for “${metric}” of a team, which is neither the total nor a list of grades.`,
      why: "Nobody could be scored on this indicator.",
      how: `Leave Metric blank or write “total” for the mean total, or list grades for the share of members with them: ${grades || "the Total scale states none yet"}.`,
    }),
    "zh-CN": ({ indicator, metric, grades }) => ({
      what: `“${indicator}”要取班组的“${metric}”，这既不是总分，也不是等级列表。`,
      why: "没有人能在这个指标上得到评分。",
      how: `“数据列”留空或写“总分”表示总分平均；列出等级表示这些等级的人数占比：${grades || "总分等级表尚未写明等级"}。`,
    }),
  },
  check: ({ known, scales, metrics }, report) => {
    if (!metrics) return;
    const grades = findTotalScale(scales)?.intervals.map(({ grade }) => grade) ?? [];
    for (const { indicator, method } of known) {
      if (inputOf(indicator, method, metrics) !== "team") continue;
      if (readTeamMetric(indicator, grades).kind !== "unknown") continue;
      report(placeOf(indicator, "metric"), {
        indicator: indicator.name,
        metric: indicator.metric,
        grades: [...grades].reverse().join(", "),
      });
    }
  },
  valid: [
    exampleOf([TEAM], { Metrics }),
    exampleOf([{ ...TEAM, Metric: "平均分" }], { Metrics }),
    exampleOf([{ ...TEAM, Metric: "A+、B" }], { Metrics, Scales }),
  ],
  invalid: [
    { tables: exampleOf([{ ...TEAM, Metric: "A+, C" }], { Metrics, Scales }), at: ["Rubric!D2"] },
    { tables: exampleOf([{ ...TEAM, Metric: "B" }], { Metrics }), at: ["Rubric!D2"] },
  ],
});
