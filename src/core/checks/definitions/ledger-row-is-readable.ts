import type { LedgerEvent } from "../../metrics/ledger";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import { newestPeriod } from "../newest-period";
import type { RowProblem } from "../row-problems";
import { commaMessage, knownNames, numberProblem, reportAlike, rowsOf } from "../row-problems";

type Problem = "unreadable" | "no-such-day" | "no-year" | "two-readings" | "count" | "points" | "comma" | "status";

const RUBRIC = [LINEAR, { Indicator: "Late", Method: "deduct", "Per event": 1 }];
const Metrics = [{ "Agent ID": "1", Period: "2026-10", Test: 75 }];
const ROW = { Date: "2026-10-05", "Agent ID": "1", Indicator: "Late", Count: "", Points: "", Status: "" };

export default defineCheck<{ problem: Problem; name: string; other: string; count: number }>()({
  id: "ledger-row-is-readable",
  severity: "warning",
  title: { en: "Every row of the Ledger can be read", "zh-CN": "奖惩台账的每一行都能识别" },
  message: {
    en: ({ problem, name, other, count }) => {
      if (problem === "comma") return commaMessage.en("the Ledger", count, other);
      const rows = (verb: string, verbs: string): string => rowsOf("the Ledger", count, verb, verbs);
      return {
        what: {
          unreadable: `${rows("has", "have")} no date that can be read.`,
          "no-such-day": `${rows("has", "have")} the date ${name}, which does not exist.`,
          "no-year": `${rows("has", "have")} a date without a year.`,
          "two-readings": `${rows("has a date", "have dates")} in which day and month may be either way round.`,
          count: `${rows("has", "have")} a Count that is no number of 0 or more.`,
          points: `${rows("has", "have")} Points that are no number of 0 or more.`,
          status: `${rows("has", "have")} a Status that is neither blank nor exempt.`,
        }[problem],
        why: {
          unreadable: "These agents get no total: nobody knows in which period the row would have counted.",
          "no-such-day": "Nobody knows which day is meant, nor whether the event belongs to this period.",
          "no-year": "These agents get no total: nobody knows in which period the row would have counted.",
          "two-readings": "Read the wrong way, the events count in other periods.",
          count: "These agents get no total: nobody knows what the row would have counted.",
          points: "These agents get no total: nobody knows what the row would have counted.",
          status: "These agents get no total: nobody knows whether the row counts.",
        }[problem],
        how: {
          unreadable: "Write a date such as 2026-10-05.",
          "no-such-day": "Correct the date.",
          "no-year": "Write the year, too, as in 2026-10-05.",
          "two-readings": "Choose one of the mends; they write the dates without doubt.",
          count: "Write how often it happened, or leave the cell blank for once.",
          points: "Write the points of one such event without a sign: the method takes away or adds.",
          status: "Leave the cell blank if the event counts, or write exempt and the reason as its note.",
        }[problem],
      };
    },
    "zh-CN": ({ problem, name, other, count }) =>
      problem === "comma"
        ? commaMessage["zh-CN"]("奖惩台账", count, other)
        : {
            what: {
              unreadable: `奖惩台账有 ${count} 行的日期无法识别。`,
              "no-such-day": `奖惩台账有 ${count} 行的日期 ${name} 不存在。`,
              "no-year": `奖惩台账有 ${count} 行的日期没有写年份。`,
              "two-readings": `奖惩台账有 ${count} 行的日期分不清哪个是日、哪个是月。`,
              count: `奖惩台账有 ${count} 行的次数不是不小于 0 的数字。`,
              points: `奖惩台账有 ${count} 行的分值不是不小于 0 的数字。`,
              status: `奖惩台账有 ${count} 行的状态既非空白也非“免计”。`,
            }[problem],
            why: {
              unreadable: "相关人员没有总分：无法确定这一行应计入哪个期间。",
              "no-such-day": "无法确定指的是哪一天，也无法确定是否属于本期间。",
              "no-year": "相关人员没有总分：无法确定这一行应计入哪个期间。",
              "two-readings": "读错会把记录计入别的期间。",
              count: "相关人员没有总分：无法确定这一行应计多少。",
              points: "相关人员没有总分：无法确定这一行应计多少。",
              status: "相关人员没有总分：无法确定这一行是否计入。",
            }[problem],
            how: {
              unreadable: "填写日期，例如 2026-10-05。",
              "no-such-day": "更正日期。",
              "no-year": "请写明年份，例如 2026-10-05。",
              "two-readings": "请选择一种修正，改成没有歧义的日期。",
              count: "填写次数；只有一次可留空。",
              points: "填写每次的分值，不带正负号：扣分还是加分由计分方式决定。",
              status: "计入的留空；不计入的填写“免计”，并在备注中写明原因。",
            }[problem],
          },
  },
  check: (subject, report) => {
    const { ledger, period, calendar } = subject;
    if (!ledger) return;
    const { isIndicator } = knownNames(subject, "events");
    const scored = calendar.daysOf(period ?? newestPeriod(subject) ?? "");
    /** Whether an event of this month may belong to the period that is scored. */
    const mayBeScored = (own: string): boolean => {
      const days = calendar.daysOf(own);
      return days !== undefined && scored !== undefined && days.first <= scored.last && days.last >= scored.first;
    };
    const problemsOf = (event: LedgerEvent): readonly RowProblem<Problem>[] => {
      const { faults, placeOf, date, dateProblem, dateReadings } = event;
      return faults.flatMap((fault): RowProblem<Problem>[] => {
        if (fault !== "date") {
          const counts =
            isIndicator(event.indicator) && (period === undefined || calendar.belongs(event.period, period));
          return counts ? [numberProblem(fault, subject.tables.ledger!.source, placeOf(fault))] : [];
        }
        const at = placeOf("date");
        if (dateProblem === "no-such-day")
          return [{ problem: dateProblem, name: date, at, severity: mayBeScored(event.period) ? "error" : "warning" }];
        if (dateProblem === "two-readings")
          return [{ problem: dateProblem, name: "", at, severity: "error", mends: dateReadings }];
        return [{ problem: dateProblem!, name: "", at }];
      });
    };
    reportAlike(
      ledger.events.flatMap((event) => problemsOf(event)),
      report,
    );
  },
  valid: [
    exampleOf(RUBRIC, {
      Metrics,
      Ledger: [ROW, { ...ROW, Date: 46300, Count: 2 }, { ...ROW, Points: "1.5" }, { ...ROW, Status: "免计" }],
    }),
  ],
  invalid: [
    {
      tables: exampleOf(RUBRIC, {
        Metrics,
        Ledger: [
          { ...ROW, Date: "soon" },
          { ...ROW, Date: "later" },
          { ...ROW, Date: "2026-10-32" },
          { ...ROW, Date: "2026-09-31" },
          { ...ROW, Date: "10/11/2026" },
          { ...ROW, Date: "10月5日" },
          { ...ROW, Count: "twice" },
          { ...ROW, Points: -2 },
          { ...ROW, Status: "pending" },
          { ...ROW, Status: "exempt", Count: "twice" },
        ],
      }),
      at: ["Ledger!A2", "Ledger!A5", "Ledger!A6", "Ledger!A7", "Ledger!D8", "Ledger!E9", "Ledger!F10"],
    },
    { tables: exampleOf(RUBRIC, { Metrics, Ledger: [{ ...ROW, Count: "1,5", Points: "2,5" }] }), at: ["Ledger!D2"] },
  ],
});
