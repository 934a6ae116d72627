import { foldName } from "../../cell/cell";
import { placeOf } from "../../rubric/rubric";
import { areAllZero, createPeers } from "../../scoring/model/peers";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";

const PEER = { ...LINEAR, Method: "peer", "Zero at": -0.2, "Full at": 0.2 };
const people = (...values: readonly (number | string)[]) => ({
  Metrics: values.map((Test, k) => ({ "Agent ID": String(k + 1), Period: "2026-10", Test })),
});

export default defineCheck<{ indicator: string; metric: string; statistic: "mean" | "median"; period: string }>()({
  id: "peers-have-centre",
  severity: "warning",
  title: { en: "Peers have a mean to be compared with", "zh-CN": "同岗位均值可用于比较" },
  message: {
    en: ({ indicator, metric, statistic, period }) => ({
      what: `The peer ${statistic} of “${metric}” is 0${period && ` in ${period}`}, but its values differ.`,
      why: `No deviation can be a fraction of 0, so “${indicator}” applies to nobody and its points go to the others.`,
      how: "Use another statistic (percentile), another method, or a metric that does not run to both sides of 0.",
    }),
    "zh-CN": ({ indicator, metric, statistic, period }) => ({
      what: `${period}“${metric}”的同岗位${statistic === "mean" ? "均值" : "中位数"}为 0，但各人数值不同。`,
      why: `无法计算相对于 0 的偏差，“${indicator}”对所有人都不计，其分值转移给其他指标。`,
      how: "请改用其他统计量（百分位）、其他计分方式，或不会正负相抵的数据。",
    }),
  },
  check: ({ known, metrics, settings, rubricNames, period }, report) => {
    if (!metrics) return;
    const { rubrics, periods } = { rubrics: metrics.rubrics, periods: metrics.periods };
    for (const { rubric, indicator, method } of known) {
      const { peerStatistic, notPeers } = settings.forRubric(rubric.name);
      const column = method.comparesPeers ? metrics.column(indicator.metric) : undefined;
      if (!column || peerStatistic === "percentile") continue;
      for (const each of period === undefined ? new Set(periods) : [period]) {
        const values = column.values.filter(
          (_, row) =>
            periods[row] === each &&
            !notPeers.includes(foldName(metrics.agentIds[row]!)) &&
            (foldName(rubrics[row]!) === foldName(rubric.name) || (rubrics[row] === "" && rubricNames.length === 1)),
        );
        const peers = createPeers(values);
        if (peers.count < 2 || peers[peerStatistic] !== 0 || areAllZero(peers)) continue;
        const data = { indicator: indicator.name, metric: indicator.metric, statistic: peerStatistic, period: each };
        report(placeOf(indicator, "metric"), data);
      }
    }
  },
  valid: [exampleOf([PEER], people(80, 90, 100)), exampleOf([PEER], people(0, 0, ""))],
  invalid: [{ tables: exampleOf([PEER], people(-10, 10, 0)), at: ["Rubric!D2"] }],
});
