import { foldName } from "../../cell/cell";
import { findMethod } from "../../scoring/compile/registry";
import { counted } from "../../text/plural";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import type { RowProblem } from "../row-problems";
import { knownNames, reportAlike } from "../row-problems";

type Problem = "agent" | "indicator" | "method" | "column" | "date" | "count" | "points";

const NOT_COUNTED: readonly Problem[] = ["agent", "indicator", "method", "column"];

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
        indicator: `${counted(count, "row of the Ledger names", "rows of the Ledger name")} “${name}”, and no indicator is called so.`,
        method: `${counted(count, "row of the Ledger names", "rows of the Ledger name")} “${name}”, an indicator whose method counts no events.`,
        column: `${counted(count, "row of the Ledger names", "rows of the Ledger name")} “${name}”, which is read from its own column in Metrics.`,
        date: `${count} rows of the Ledger have no date that can be read.`,
        count: `${count} rows of the Ledger have a Count that is no number of 0 or more.`,
        points: `${count} rows of the Ledger have Points that are no number of 0 or more.`,
      }[problem],
      why: NOT_COUNTED.includes(problem)
        ? "These events are not counted for anybody."
        : "These agents get no total: nobody knows what the row would have counted.",
      how: {
        agent: "Correct the agent ID, or delete the row.",
        indicator: "Write the indicator as it is called in Rubric.",
        method: "Name an indicator with the method deduct or bonus, or give this one such a method.",
        column:
          "Take the column out of Metrics, so that the Ledger counts; or delete the rows, if the column holds them already.",
        date: "Write a date such as 2026-10-05.",
        count: "Write how often it happened, or leave the cell blank for once.",
        points: "Write the points of one such event without a sign: the method takes away or adds.",
      }[problem],
    }),
    "zh-CN": ({ problem, name, count }) => ({
      what: {
        agent: `奖惩台账有 ${count} 行的工号不在指标数据中。`,
        indicator: `奖惩台账有 ${count} 行写的是“${name}”，没有叫这个名称的指标。`,
        method: `奖惩台账有 ${count} 行写的是“${name}”，而该指标的计分方式不按次计。`,
        column: `奖惩台账有 ${count} 行写的是“${name}”，而该指标从指标数据中自己的列读取。`,
        date: `奖惩台账有 ${count} 行的日期无法识别。`,
        count: `奖惩台账有 ${count} 行的次数不是不小于 0 的数字。`,
        points: `奖惩台账有 ${count} 行的分值不是不小于 0 的数字。`,
      }[problem],
      why: NOT_COUNTED.includes(problem) ? "这些记录不会计入任何人。" : "相关人员没有总分：无法确定这一行应计多少。",
      how: {
        agent: "更正工号，或删除该行。",
        indicator: "按评分标准中的名称填写指标。",
        method: "填写计分方式为扣分或加分的指标，或为该指标改用这类方式。",
        column: "删去指标数据中的这一列，即按台账计；若该列已包含这些记录，则删除这些行。",
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
    const stated = new Map(
      subject.rubrics.flatMap(({ indicators }) =>
        indicators.map(({ name, method }) => [foldName(name), findMethod(method)?.input === "events"] as const),
      ),
    );
    const notCounted = (indicator: string): Pick<RowProblem<Problem>, "problem" | "names"> => {
      const countsEvents = stated.get(foldName(indicator));
      if (countsEvents === undefined) return { problem: "indicator", names };
      return { problem: countsEvents ? "column" : "method" };
    };
    const problems = ledger.events
      .filter((event) => period === undefined || calendar.belongs(event.period, period))
      .flatMap(({ agentId, indicator, faults, placeOf }): RowProblem<Problem>[] => {
        if (!isIndicator(indicator))
          return narrowed ? [] : [{ ...notCounted(indicator), name: indicator, at: placeOf("indicator") }];
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
    {
      tables: exampleOf([...RUBRIC, { Indicator: "Praise", Method: "bonus", "Per event": 1 }], {
        Metrics: [{ ...Metrics[0]!, Praise: 2 }],
        Ledger: [ROW, { ...ROW, Indicator: "quarterly test" }, { ...ROW, Indicator: "Praise" }],
      }),
      at: ["Ledger!C3", "Ledger!C4"],
    },
  ],
});
