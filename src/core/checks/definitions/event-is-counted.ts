import { plural } from "../../text/plural";
import { defineCheck } from "../check";
import type { Homeless } from "../event-homes";
import { homelessEvents } from "../event-homes";
import { exampleOf, LINEAR } from "../examples";
import { reportAlike, rowsOf } from "../row-problems";

const RUBRIC = [LINEAR, { Indicator: "Late", Method: "deduct", "Per event": 1 }];
const agent = (id: string, Period: string) => ({ "Agent ID": id, Period, Test: 75 });
const Metrics = [agent("0012", "2026-08"), agent("0012", "2026-10"), agent("2", "2026-08")];
const event = (on: string, id = "0012", Indicator = "Late") => ({ Date: on, "Agent ID": id, Indicator });

export default defineCheck<{ problem: Homeless; name: string; other: string; count: number }>()({
  id: "event-is-counted",
  severity: "warning",
  title: { en: "Every event of the Ledger is counted", "zh-CN": "奖惩台账的每条记录都计入" },
  message: {
    en: ({ problem, name, other, count }) => {
      const rows = (verb: string, verbs: string): string => rowsOf("the Ledger", count, verb, verbs);
      return {
        what: {
          period: `${rows("lies", "lie")} in no period of Metrics.`,
          day: `${rows("lies", "lie")} in the month of the period ${other}, but not on that day.`,
          indicator: `${rows("names", "name")} “${name}”, and no indicator is called so.`,
          method: `${rows("names", "name")} “${name}”, an indicator whose method counts no events.`,
          column: `${rows("names", "name")} “${name}”, which is read from its own column in Metrics.`,
          agent: `${rows("names", "name")} an agent who is not in Metrics.`,
          "near-agent": `${rows("names", "name")} the agent “${name}”, who is not in Metrics; “${other}” is.`,
          "agent-period": `${rows("names", "name")} an agent who has no row in Metrics in that period.`,
          "agent-rubric": `${rows("names", "name")} “${name}”, which the agent's rubric does not have.`,
          history: `${rows("lies", "lie")} before the first period of Metrics.`,
        }[problem],
        why:
          problem === "history"
            ? "History is kept and not counted."
            : plural(count, "The event is not counted for anybody.", "These events are not counted for anybody."),
        how: {
          period: "Add the rows of that period to Metrics, or correct the date.",
          day: `If the month is meant, write the period as ${other.slice(0, 7)}. If the day is meant, write exempt as Status of these rows.`,
          indicator: "Write the indicator as it is called in Rubric.",
          method: "Name an indicator with the method deduct or bonus, or give this one such a method.",
          column:
            "Take the column out of Metrics, so that the Ledger counts; or delete the rows, if the column holds them already.",
          agent: "Correct the agent ID, or delete the row.",
          "near-agent": `Write “${other}” as text, or correct the agent ID.`,
          "agent-period": "Add the agent's row to that period, or correct the date or the agent ID.",
          "agent-rubric": "Correct the indicator or the agent's rubric, or delete the row.",
          history: "Nothing is to be done.",
        }[problem],
      };
    },
    "zh-CN": ({ problem, name, other, count }) => ({
      what: {
        day: `奖惩台账有 ${count} 行在期间 ${other} 所在的月份，但不在这一天。`,
        period: `奖惩台账有 ${count} 行的日期不属于指标数据的任何期间。`,
        indicator: `奖惩台账有 ${count} 行写的是“${name}”，没有叫这个名称的指标。`,
        method: `奖惩台账有 ${count} 行写的是“${name}”，而该指标的计分方式不按次计。`,
        column: `奖惩台账有 ${count} 行写的是“${name}”，而该指标从指标数据中自己的列读取。`,
        agent: `奖惩台账有 ${count} 行的工号不在指标数据中。`,
        "near-agent": `奖惩台账有 ${count} 行的工号“${name}”不在指标数据中，但有“${other}”。`,
        "agent-period": `奖惩台账有 ${count} 行的人员在该期间的指标数据中没有数据行。`,
        "agent-rubric": `奖惩台账有 ${count} 行写的是“${name}”，该人员的考核表中没有这个指标。`,
        history: `奖惩台账有 ${count} 行早于指标数据的第一个期间。`,
      }[problem],
      why: problem === "history" ? "作为历史记录保留，不计入。" : "这些记录不会计入任何人。",
      how: {
        day: `若指整个月，请把期间写成 ${other.slice(0, 7)}；若确指这一天，请把这些行的状态写成“免计”。`,
        period: "在指标数据中补充该期间的行，或更正日期。",
        indicator: "按评分标准中的名称填写指标。",
        method: "填写计分方式为扣分或加分的指标，或为该指标改用这类方式。",
        column: "删去指标数据中的这一列，即按台账计；若该列已包含这些记录，则删除这些行。",
        agent: "更正工号，或删除该行。",
        "near-agent": `以文本写成“${other}”，或更正工号。`,
        "agent-period": "补充该人员在该期间的数据行，或更正日期或工号。",
        "agent-rubric": "更正指标或该人员的考核表，或删除该行。",
        history: "无需处理。",
      }[problem],
    }),
  },
  check: (subject, report) => reportAlike(homelessEvents(subject), report),
  valid: [exampleOf(RUBRIC, { Metrics, Ledger: [event("2026-10-05"), event("2026-08-31", "2")] })],
  invalid: [
    {
      tables: exampleOf(RUBRIC, { Metrics: [agent("1", "2026-10-15")], Ledger: [event("2026-10-02", "1")] }),
      at: ["Ledger!A2"],
    },
    {
      tables: exampleOf(RUBRIC, {
        Metrics,
        Ledger: [
          event("2026-09-05"),
          event("2026-11-05"),
          event("2026-10-05", "9"),
          event("2026-10-05", "12"),
          event("2026-10-05", "2"),
          event("2026-10-05", "0012", "Latte"),
          event("2026-10-05", "0012", "Quarterly test"),
          event("2026-07-05", "nobody"),
        ],
      }),
      at: ["Ledger!A2", "Ledger!B4", "Ledger!B5", "Ledger!B6", "Ledger!C7", "Ledger!C8", "Ledger!A9"],
    },
  ],
});
