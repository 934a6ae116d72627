import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import type { RowProblem } from "../row-problems";
import { knownNames, reportAlike } from "../row-problems";

type Problem = "agent" | "indicator" | "date" | "count" | "points";

const RUBRIC = [LINEAR, { Indicator: "Late", Method: "deduct", "Per event": 1 }];
const Metrics = [{ "Agent ID": "1", Period: "2026-10", Test: 75 }];
const ROW = { Date: "2026-10-05", "Agent ID": "1", Indicator: "Late", Count: "", Points: "" };

export default defineCheck<{ problem: Problem; name: string; count: number }>()({
  id: "ledger-row-is-readable",
  severity: "warning",
  title: { en: "Every row of the Ledger can be read and counted", "zh-CN": "奖惩台账的每一行都能识别并计入" },
  message: {
    en: ({ problem, name, count }) => ({
      what: {
        agent: `${count} rows of the Ledger name an agent who is not in Metrics.`,
        indicator: `${count} rows of the Ledger name “${name}”, which is no indicator that counts events.`,
        date: `${count} rows of the Ledger have no date that can be read.`,
        count: `${count} rows of the Ledger have a Count that is no number of 0 or more.`,
        points: `${count} rows of the Ledger have Points that are no number of 0 or more.`,
      }[problem],
      why:
        problem === "agent" || problem === "indicator"
          ? "These events are not counted for anybody."
          : "These agents get no total: nobody knows what the row would have counted.",
      how: {
        agent: "Correct the agent ID, or delete the row.",
        indicator:
          "Write the indicator as it is called in Rubric; one with a column of its own in Metrics is read from there.",
        date: "Write a date such as 2026-10-05.",
        count: "Write how often it happened, or leave the cell blank for once.",
        points: "Write the points of one such event without a sign: the method takes away or adds.",
      }[problem],
    }),
    "zh-CN": ({ problem, name, count }) => ({
      what: {
        agent: `奖惩台账有 ${count} 行的工号不在指标数据中。`,
        indicator: `奖惩台账有 ${count} 行写的是“${name}”，没有这样一个按次计分的指标。`,
        date: `奖惩台账有 ${count} 行的日期无法识别。`,
        count: `奖惩台账有 ${count} 行的次数不是不小于 0 的数字。`,
        points: `奖惩台账有 ${count} 行的分值不是不小于 0 的数字。`,
      }[problem],
      why:
        problem === "agent" || problem === "indicator"
          ? "这些记录不会计入任何人。"
          : "相关人员没有总分：无法确定这一行应计多少。",
      how: {
        agent: "更正工号，或删除该行。",
        indicator: "按评分标准中的名称填写指标；在指标数据中有单独一列的指标从该列读取。",
        date: "填写日期，例如 2026-10-05。",
        count: "填写次数；只有一次可留空。",
        points: "填写每次的分值，不带正负号：扣分还是加分由计分方式决定。",
      }[problem],
    }),
  },
  check: (subject, report) => {
    const { ledger, period, calendar } = subject;
    if (!ledger) return;
    const { names, isAgent, isIndicator, narrowed } = knownNames(subject, "events");
    const problems = ledger.events
      .filter((event) => period === undefined || calendar.belongs(event.period, period))
      .flatMap(({ agentId, indicator, faults, placeOf }): RowProblem<Problem>[] => {
        if (!isIndicator(indicator))
          return narrowed ? [] : [{ problem: "indicator", name: indicator, at: placeOf("indicator"), names }];
        return [
          ...(isAgent(agentId) ? [] : [{ problem: "agent" as const, name: "", at: placeOf("agentId") }]),
          ...faults.map((problem) => ({ problem, name: "", at: placeOf(problem) })),
        ];
      });
    reportAlike(problems, report);
  },
  valid: [exampleOf(RUBRIC, { Metrics, Ledger: [ROW, { ...ROW, Date: 46300, Count: 2 }, { ...ROW, Points: "1.5" }] })],
  invalid: [
    {
      tables: exampleOf(RUBRIC, {
        Metrics,
        Ledger: [
          { ...ROW, "Agent ID": "9" },
          { ...ROW, Indicator: "Latte" },
          { ...ROW, Date: "soon" },
          { ...ROW, Date: "later" },
          { ...ROW, Count: "twice" },
          { ...ROW, Points: -2 },
        ],
      }),
      at: ["Ledger!B2", "Ledger!C3", "Ledger!A4", "Ledger!D6", "Ledger!E7"],
    },
  ],
});
