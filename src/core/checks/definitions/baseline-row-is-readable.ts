import { foldName } from "../../cell/cell";
import type { CellPlace } from "../../cell/place";
import { cellIn, isEmptyRow, numberIn, textIn } from "../../cell/table";
import { readStatistic } from "../../metrics/baseline";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import type { RowProblem } from "../row-problems";
import { commaMessage, numberProblem, reportAlike, rowsOf } from "../row-problems";

type Problem = "statistic" | "value" | "comma" | "indicator";

const RUBRIC = [{ ...LINEAR, Method: "peer", "Zero at": -0.2, "Full at": 0.2 }];
const Metrics = [1, 2].map((id) => ({ "Agent ID": `${id}`, Period: "2026-10", Test: 70 + id }));
const ROW = { Period: "2026-10", Indicator: "Quarterly test", Statistic: "mean", Value: 75 };
const STATISTICS = ["mean", "median", "value", "均值", "中位数", "值"];

export default defineCheck<{ problem: Problem; name: string; other: string; count: number }>()({
  id: "baseline-row-is-readable",
  severity: "warning",
  title: { en: "Every row of Baseline can be read and is used", "zh-CN": "同岗位基准的每一行都能识别并使用" },
  message: {
    en: ({ problem, name, other, count }) =>
      problem === "comma"
        ? commaMessage.en("Baseline", count, other)
        : {
            what: {
              statistic: `${rowsOf("Baseline", count, "has", "have")} the statistic “${name}”, which is not known.`,
              value: `${rowsOf("Baseline", count, "has", "have")} a value that is no number.`,
              indicator: `${rowsOf("Baseline", count, "names", "name")} “${name}”, which is no indicator that compares with peers.`,
            }[problem],
            why: "The row is passed over: the comparison is made with today's group, and frozen scores may move.",
            how: {
              statistic: "Write mean, median, or value for each single value.",
              value: "Write the number that was frozen, or delete the row.",
              indicator: "Write the indicator as it is called in Rubric, or delete the row.",
            }[problem],
          },
    "zh-CN": ({ problem, name, other, count }) =>
      problem === "comma"
        ? commaMessage["zh-CN"]("同岗位基准", count, other)
        : {
            what: {
              statistic: `同岗位基准有 ${count} 行的统计量“${name}”无法识别。`,
              value: `同岗位基准有 ${count} 行的值不是数字。`,
              indicator: `同岗位基准有 ${count} 行写的是“${name}”，没有这样一个与同岗位比较的指标。`,
            }[problem],
            why: "该行不起作用：仍会与当前人员比较，已冻结的得分可能变动。",
            how: {
              statistic: "请写均值、中位数；逐个冻结的值请写“值”。",
              value: "填写冻结的数值，或删除该行。",
              indicator: "按评分标准中的名称填写指标，或删除该行。",
            }[problem],
          },
  },
  check: ({ tables, known, rubrics, rubricNames }, report) => {
    const table = tables.baseline;
    if (!table) return;
    const names = known.filter(({ method }) => method.comparesPeers).map(({ indicator }) => indicator.name);
    const compared = new Set(names.map(foldName));
    // Contents narrowed to one rubric do not show which indicators of the others compare.
    const narrowed = rubrics.length < rubricNames.length;
    const problems: RowProblem<Problem>[] = [];
    for (let row = 0; row < table.rowCount; row += 1) {
      if (isEmptyRow(table.source, row)) continue;
      const at = (column: "statistic" | "value" | "indicator"): CellPlace => cellIn(table, row, column)!.at;
      const [indicator, statistic] = [textIn(table, row, "indicator"), textIn(table, row, "statistic")];
      if (!compared.has(foldName(indicator))) {
        if (!narrowed) problems.push({ problem: "indicator", name: indicator, at: at("indicator"), names });
      } else if (!readStatistic(statistic))
        problems.push({ problem: "statistic", name: statistic, at: at("statistic"), names: STATISTICS });
      else if (numberIn(table, row, "value") === undefined)
        problems.push(numberProblem("value", table.source, at("value")));
    }
    reportAlike(problems, report);
  },
  valid: [exampleOf(RUBRIC, { Metrics, Baseline: [ROW, { ...ROW, Statistic: "值", Value: "70" }] })],
  invalid: [
    {
      tables: exampleOf(RUBRIC, {
        Metrics,
        Baseline: [
          { ...ROW, Statistic: "meen" },
          { ...ROW, Value: "high" },
          { ...ROW, Indicator: "Qarterly test" },
        ],
      }),
      at: ["Baseline!C2", "Baseline!D3", "Baseline!B4"],
    },
    { tables: exampleOf(RUBRIC, { Metrics, Baseline: [{ ...ROW, Value: "72,5" }] }), at: ["Baseline!D2"] },
  ],
});
