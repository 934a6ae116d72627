import { foldName } from "../../cell/cell";
import { partsIn } from "../../metrics/parts";
import { inputOf } from "../../scoring/gather/other-results";
import { defineCheck } from "../check";
import { exampleOf } from "../examples";

const rubric = (name: string) => [
  { Rubric: name, Indicator: "Work", Points: 100, Method: "manual" },
  { Rubric: name, Indicator: "Late", Method: "deduct", "Per event": 2 },
];
const person = (Rubric: string, Days: number | string) => ({
  "Agent ID": "1",
  Rubric,
  Period: "2026-10",
  Days,
  Work: 80,
});
const LATE = { Date: "2026-10-05", "Agent ID": "1", Indicator: "Late" };
const twoParts = (a: number | string, b: number | string) =>
  exampleOf([...rubric("Agents"), ...rubric("Seniors")], {
    Metrics: [person("Agents", a), person("Seniors", b)],
    Ledger: [LATE],
  });

export default defineCheck<{
  agent: string;
  indicator: string;
  date: string;
  period: string;
  rubrics: string;
  parts: number;
}>()({
  id: "event-in-one-part",
  severity: "error",
  title: { en: "An event belongs to one part of a period", "zh-CN": "台账记录只属于期间的一个部分" },
  message: {
    en: ({ agent, indicator, date, period, rubrics, parts }) => ({
      what: parts
        ? `“${indicator}” of agent ${agent} on ${date} may belong to several parts of ${period} (${rubrics}).`
        : `“${indicator}” of agent ${agent} on ${date} counts in several evaluations of ${period} (${rubrics}).`,
      why: parts
        ? "It would be charged or rewarded in each of them."
        : "The agent stands in the period by several rubrics, and each of them has this indicator.",
      how: parts
        ? `Add a column “${indicator}” to Metrics and enter the number of events in the row of the part that they belong to.`
        : "Nothing needs to be done where that is meant. Else add Days to the rows, so that they become parts of one evaluation.",
    }),
    "zh-CN": ({ agent, indicator, date, period, rubrics, parts }) => ({
      what: parts
        ? `工号 ${agent} 在 ${date} 的“${indicator}”可能属于 ${period} 的多个部分（${rubrics}）。`
        : `工号 ${agent} 在 ${date} 的“${indicator}”计入 ${period} 的多份考核结果（${rubrics}）。`,
      why: parts ? "这条记录会在每一部分重复扣分或加分。" : "该人员在同一期间有多个考核表，且都含有该指标。",
      how: parts
        ? `请在指标数据中增加“${indicator}”列，把次数填在所属部分的那一行。`
        : "如本意如此，无需处理；否则请填写各行的在岗天数，使其成为同一份结果的各部分。",
    }),
  },
  check: ({ metrics, ledger, rubrics, known, calendar, period: wanted }, report) => {
    if (!metrics || !ledger) return;
    const countsEvents = new Set(
      known
        .filter(({ indicator, method }) => inputOf(indicator, method, metrics) === "events")
        .map(({ rubric: { name }, indicator }) => `${foldName(name)}\n${foldName(indicator.name)}`),
    );
    if (countsEvents.size === 0) return;
    const only = rubrics.length === 1 ? rubrics[0]!.name : "";
    const rowsOf = new Map<string, number[]>();
    metrics.agentIds.forEach((id, row) => {
      if (id === "") return;
      const key = `${foldName(id)}\n${metrics.periods[row]!}`;
      const rows = rowsOf.get(key);
      if (rows) rows.push(row);
      else rowsOf.set(key, [row]);
    });
    const periods = [...new Set(metrics.periods)].filter((each) => wanted === undefined || each === wanted);
    for (const event of ledger.events) {
      if (event.exempt || event.faults.length > 0) continue;
      for (const period of periods) {
        if (event.period === "" || !calendar.belongs(event.period, period)) continue;
        const rows = (rowsOf.get(`${foldName(event.agentId)}\n${period}`) ?? []).filter((row) =>
          countsEvents.has(`${foldName(metrics.rubrics[row] || only)}\n${foldName(event.indicator)}`),
        );
        if (rows.length < 2) continue;
        const parts = partsIn(metrics, period).has(rows[0]!);
        const names = rows.map((row) => [metrics.rubrics[row] || only, metrics.teams[row]].filter(Boolean).join(" / "));
        report(
          event.placeOf("agentId"),
          {
            agent: event.agentId,
            indicator: event.indicator,
            date: event.date,
            period,
            rubrics: names.join(", "),
            parts: Number(parts),
          },
          parts ? {} : { severity: "info" },
        );
      }
    }
  },
  valid: [
    exampleOf([...rubric("Agents"), ...rubric("Seniors")], {
      Metrics: [person("Agents", 12), { ...person("Seniors", 9), "Agent ID": "2" }],
      Ledger: [LATE],
    }),
  ],
  invalid: [
    { tables: twoParts(12, 9), at: ["Ledger!B2"] },
    { tables: twoParts("", ""), at: ["Ledger!B2"] },
  ],
});
