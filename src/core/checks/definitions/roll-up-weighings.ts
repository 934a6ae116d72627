import { sampleColumn } from "../../metrics/sample-column";
import { placeOf } from "../../rubric/rubric";
import { namedScale, readParameters } from "../../scoring/compile/parameters";
import { createReader } from "../../scoring/compile/read-value";
import { findMethod } from "../../scoring/compile/registry";
import { inputOf, readPeriodMetric } from "../../scoring/gather/other-results";
import { rollUp } from "../../scoring/gather/periods";
import { scoreColumn } from "../../scoring/model/method";
import { showNumber } from "../../text/format";
import { plural } from "../../text/plural";
import { SAME } from "../../text/tolerance";
import { defineCheck } from "../check";
import { dependentRows } from "../dependent";
import { exampleOf, LINEAR } from "../examples";

const MONTH = { Rubric: "Month", ...LINEAR, Metric: "Test" };
const QUARTER = { ...MONTH, Rubric: "Quarter", Indicator: "Months", Method: "period" };
const month = (period: string, test: number, n: number | "") => ({
  "Agent ID": "1",
  Rubric: "Month",
  Period: period,
  Test: test,
  "Test n": n,
});
const WHOLE = { "Agent ID": "1", Rubric: "Quarter", Period: "2026-Q4" };
const BY_N = [{ Setting: "roll-up weights", Value: "n" }];

type Data = {
  readonly indicator: string;
  readonly agents: number;
  readonly agent: string;
  readonly period: string;
  readonly alike: number;
  readonly byCases: number;
  readonly chosen: "equal" | "n";
};

export default defineCheck<Data>()({
  id: "roll-up-weighings",
  severity: "info",
  title: { en: "Weights of the periods within one do not decide totals", "zh-CN": "所含期间的权重不影响总分" },
  message: {
    en: ({ indicator, agents, agent, period, alike, byCases, chosen }) =>
      agents === 0
        ? {
            what: `“${indicator}” is to weigh periods by n, but Metrics has no column that says how many cases its metric rests on.`,
            why: "All periods weigh alike.",
            how: "Add a column named like the metric with n behind it, or clear the setting roll-up weights.",
          }
        : {
            what: `“${indicator}” gives ${agents} ${plural(agents, "agent", "agents")} other points if periods weigh by n instead of alike: agent ${agent} in ${period} ${showNumber(alike, "en")} alike and ${showNumber(byCases, "en")} by n.`,
            why: `Totals differ by more than their last digit. The periods weigh ${chosen === "n" ? "by n, as the setting says" : "alike"}.`,
            how: "State in the setting roll-up weights what is meant: equal or n.",
          },
    "zh-CN": ({ indicator, agents, agent, period, alike, byCases, chosen }) =>
      agents === 0
        ? {
            what: `“${indicator}”应按样本量汇总各期间，但指标数据中没有写明样本量的列。`,
            why: "各期间按等权计算。",
            how: "请增加列名为“指标名 n”（或“指标名样本量”）的列，或清除设置“汇总权重”。",
          }
        : {
            what: `“${indicator}”按样本量汇总与按等权汇总，有 ${agents} 人得分不同：如 ${agent}（${period}）等权为 ${showNumber(alike, "zh-CN")}，按样本量为 ${showNumber(byCases, "zh-CN")}。`,
            why: `差异超过总分的最后一位小数。目前${chosen === "n" ? "按设置以样本量加权" : "各期间等权"}。`,
            how: "请在设置“汇总权重”中写明：等权或 n。",
          },
  },
  check: (subject, report) => {
    const { metrics, scales, settings, known } = subject;
    if (!metrics) return;
    const found = new Map<string, { at: ReturnType<typeof placeOf>; data: Data }>();
    for (const { rubric, period, rows } of dependentRows(subject, "periods")) {
      for (const { indicator, rubric: own } of known) {
        const method = findMethod(indicator.method);
        if (own !== rubric || !method || inputOf(indicator, method, metrics) !== "periods") continue;
        if (readPeriodMetric(indicator, metrics).kind !== "column" || namedScale(indicator, method, scales)) continue;
        const ofRubric = settings.forRubric(rubric.name);
        const { parameters, faults } = readParameters(indicator, method, scales, ofRubric);
        if (faults.length > 0) continue;
        const key = `${rubric.name}\u0000${indicator.name}`;
        const at = placeOf(indicator, "metric");
        const chosen = ofRubric.rollUpWeights;
        if (!sampleColumn(metrics, indicator.metric)) {
          const data = { indicator: indicator.name, agents: 0, agent: "", period, alike: 0, byCases: 0, chosen };
          if (chosen === "n") found.set(key, { at, data });
          continue;
        }
        const pointsBy = (rollUpWeights: "equal" | "n"): Float64Array => {
          const { values } = rollUp({
            indicator: { indicator, method, parameters, read: createReader(method, parameters) },
            settings: { ...ofRubric, rollUpWeights },
            ...{ metrics, scales, period, rows },
            standings: () => {
              throw new Error("a column of Metrics needs no results");
            },
          });
          return scoreColumn(method, parameters, values);
        };
        const [alike, byCases] = [pointsBy("equal"), pointsBy("n")];
        const digit = 10 ** -ofRubric.decimals;
        rows.forEach((row, agent) => {
          const difference = Math.abs(alike[agent]! - byCases[agent]!);
          if (!(difference > digit + SAME)) return;
          const before = found.get(key)?.data;
          const first = { agent: metrics.agentIds[row]!, period, alike: alike[agent]!, byCases: byCases[agent]! };
          const data = { indicator: indicator.name, chosen, ...first, ...before, agents: (before?.agents ?? 0) + 1 };
          found.set(key, { at, data });
        });
      }
    }
    for (const { at, data } of found.values()) report(at, data, data.agents === 0 ? { severity: "warning" } : {});
  },
  valid: [
    exampleOf([MONTH, QUARTER], { Metrics: [month("2026-10", 70, 9), month("2026-11", 80, 9), WHOLE] }),
    exampleOf([MONTH, QUARTER], {
      Metrics: [month("2026-10", 75, 9), month("2026-11", 75, 90), WHOLE],
      Settings: BY_N,
    }),
  ],
  invalid: [
    {
      tables: exampleOf([MONTH, QUARTER], { Metrics: [month("2026-10", 70, 9), month("2026-11", 80, 90), WHOLE] }),
      at: ["Rubric!E3"],
    },
    {
      tables: exampleOf([MONTH, QUARTER], {
        Metrics: [{ ...WHOLE, Period: "2026-10", Rubric: "Month", Test: 70 }, WHOLE],
        Settings: BY_N,
      }),
      at: ["Rubric!E3"],
    },
  ],
});
