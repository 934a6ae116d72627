import type { PeriodProblem } from "../../metrics/period-column";
import { plural } from "../../text/plural";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import type { Fix } from "../finding";
import { FIRST_CELLS } from "../finding";
import type { CheckSubject } from "../subject";

type Problem = PeriodProblem | "fiscal";

const row = (Period: string | number, agent = "1") => ({ "Agent ID": agent, Period, Test: 75 });
const LATE = [LINEAR, { Indicator: "Late", Method: "deduct", "Per event": 1 }];
const Ledger = [{ Date: "2026-10-05", "Agent ID": "1", Indicator: "Late" }];

/** Whether scores depend on when a period is: by dates of events, or by periods within others. */
const datesMatter = ({ ledger, known }: CheckSubject): boolean =>
  known.some(({ method }) => method.input === "periods" || (method.input === "events" && ledger !== undefined));

export default defineCheck<{ problem: Problem; period: string; readings: string; count: number }>()({
  id: "period-is-read",
  severity: "error",
  title: { en: "Every period can be read", "zh-CN": "每个期间都能识别" },
  message: {
    en: ({ problem, period, readings, count }) => {
      const rows = plural(count, "a row", `${count} rows`);
      return {
        unreadable: {
          what: `The period “${period}” of ${rows} cannot be read.`,
          why: "Its place in time is unknown: it is neither newer nor older than others, and neither events of the Ledger nor other periods lie in it.",
          how: "Write the period like 2026-10, 2026-Q4, 2026-H1, 2026-W40, 2026 or 2026-10-15.",
        },
        "no-year": {
          what: `The period “${period}” of ${rows} states no year.`,
          why: "The same month of different years would be one period, and dates cannot be told to lie in it.",
          how: "Write the year, too, as in 2026-10.",
        },
        "two-readings": {
          what: `The period “${period}” of ${rows} can be read in two ways: ${readings}.`,
          why: "Agents would be scored in a period that nobody meant, with the events of other days.",
          how: "Choose one of the mends; they write the period without doubt.",
        },
        "days-as-months": {
          what: `The period of ${rows} is a day, such as ${readings}; it is read as its month.`,
          why: "Nobody has two days in one month, so the months seem to be meant.",
          how: "Write the months like 2026-10, or the days as text like 2026-10-15.",
        },
        fiscal: {
          what: `“${period}” names a fiscal year, but no setting says when it begins.`,
          why: "It is read as January to December.",
          how: "Add the setting “first month of the year” with the number of the month.",
        },
      }[problem];
    },
    "zh-CN": ({ problem, period, readings, count }) =>
      ({
        unreadable: {
          what: `有 ${count} 行的期间“${period}”无法识别。`,
          why: "无法确定它的时间：既分不出新旧，也不知道哪些台账记录和其他期间属于它。",
          how: "请写成 2026-10、2026-Q4、2026-H1、2026-W40、2026 或 2026-10-15 的形式。",
        },
        "no-year": {
          what: `有 ${count} 行的期间“${period}”没有写年份。`,
          why: "不同年份的同一月份会成为一个期间，也无法判断哪些日期属于它。",
          how: "请写明年份，例如 2026-10。",
        },
        "two-readings": {
          what: `有 ${count} 行的期间“${period}”有两种读法：${readings}。`,
          why: "读错会在别的期间评分，并计入别的日期的记录。",
          how: "请选择一种修正，改成没有歧义的写法。",
        },
        "days-as-months": {
          what: `有 ${count} 行的期间是日期（如 ${readings}），按所在月份读取。`,
          why: "没有人在同一个月有两个日期，看来指的是月份。",
          how: "月份请写成 2026-10；若指具体日期，请用文本写成 2026-10-15。",
        },
        fiscal: {
          what: `“${period}”写的是财年，但没有设置说明财年从哪个月开始。`,
          why: "目前按 1 月至 12 月读取。",
          how: "请增加设置“财年首月”，填写月份的数字。",
        },
      })[problem],
  },
  check: (subject, report) => {
    const { metrics, settings } = subject;
    const column = metrics?.identity.period;
    if (!metrics || column === undefined) return;
    const { cells, codes } = metrics.periodCells;
    const problems = cells.map(({ problem, fiscal }): Problem | undefined =>
      fiscal && settings.firstMonth === undefined ? (problem ?? "fiscal") : problem,
    );
    if (problems.every((problem) => problem === undefined)) return;
    const rowsOf = cells.map((): number[] => []);
    for (let each = 0; each < codes.length; each += 1)
      if (problems[codes[each]!] && !metrics.anonymous.has(each)) rowsOf[codes[each]!]!.push(each);
    const dated = datesMatter(subject);
    cells.forEach(({ name, readings }, code) => {
      const [problem, rows] = [problems[code], rowsOf[code]!];
      if (!problem || rows.length === 0) return;
      const places = rows.map((each) => metrics.placeAt(each, column));
      const raw = metrics.rawAt(rows[0]!, column);
      const fixes = readings.map((reading): Fix => ({
        kind: "suggestion",
        label: { en: `Write “${reading}”`, "zh-CN": `写成“${reading}”` },
        edits: places.map((at) => ({ ...at, value: reading })),
      }));
      const isCertain = problem === "two-readings" || (dated && problem !== "days-as-months");
      report(
        places[0],
        {
          problem,
          period: typeof raw === "number" ? (problem === "days-as-months" ? name : shown(raw, readings)) : name,
          readings: problem === "days-as-months" ? readings[1]! : readings.join(", "),
          count: rows.length,
        },
        { severity: isCertain ? "error" : "warning", related: places.slice(1, FIRST_CELLS), fixes },
      );
    });
  },
  valid: [
    exampleOf([LINEAR], {
      Metrics: [row("2026-9"), row("Oct-26"), row("2026年10月", "2"), row(46327), row("Q4 2026")],
    }),
    exampleOf([LINEAR], { Metrics: [row("2026年9月"), row("10月"), row(2026.11)] }),
    exampleOf([LINEAR], {
      Metrics: [row("FY2026")],
      Settings: [{ Setting: "first month of the year", Value: 4 }],
    }),
  ],
  invalid: [
    { tables: exampleOf([LINEAR], { Metrics: [row("autumn"), row(2026.1)] }), at: ["Metrics!B2", "Metrics!B3"] },
    { tables: exampleOf([LINEAR], { Metrics: [row("2025年12月"), row("1月")] }), at: ["Metrics!B3"] },
    { tables: exampleOf(LATE, { Metrics: [row("10月")], Ledger }), at: ["Metrics!B2"] },
    { tables: exampleOf([LINEAR], { Metrics: [row("FY2026")] }), at: ["Metrics!B2"] },
    { tables: exampleOf([LINEAR], { Metrics: [row("10-11")] }), at: ["Metrics!B2"] },
  ],
});

/** A number as it stands in the cell; a date by its day, as its number says nothing to people. */
const shown = (raw: number, readings: readonly string[]): string =>
  raw > 30_000 && readings.length > 1 ? readings[1]! : String(raw);
