import { addressOf } from "../../cell/place";
import { cellText } from "../../cell/cell";
import { cellOf } from "../../cell/packed";
import { placeIn } from "../../cell/table";
import { plural } from "../../text/plural";
import { tablesOf } from "../../book/find-tables";
import { defineCheck } from "../check";
import { FIRST_CELLS } from "../finding";
import { exampleOf, LINEAR } from "../examples";

type Problem = "missing" | "stale" | "zeros";

/** A column of formulas, the first of them in the first data row. */
const stale = (zeros: number) => ({ missing: [], stale: [{ column: 3, row: 0, count: 1, zeros }] });

export default defineCheck<{ problem: Problem; column: string; cell: string; count: number }>()({
  id: "formula-has-result",
  severity: "error",
  title: { en: "Every formula has a result", "zh-CN": "每个公式都有结果" },
  message: {
    en: ({ problem, column, cell, count }) =>
      ({
        missing: {
          what: plural(
            count,
            `The formula in ${cell} of “${column}” has no result in the file.`,
            `${count} formulas of “${column}” have no result in the file, the first in ${cell}.`,
          ),
          why: "The program that wrote the file did not calculate it. A formula without a result is neither blank nor 0.",
          how: "Open the workbook in Excel and save it once.",
        },
        stale: {
          what: `“${column}” has ${plural(count, "a formula", `${count} formulas`)} whose results may be old: the file asks for a full calculation.`,
          why: "What is scored is what the file holds, and Excel would calculate it anew.",
          how: "Open the workbook in Excel and save it once.",
        },
        zeros: {
          what: `All results of formulas of “${column}” are 0, and the file asks for a full calculation.`,
          why: "A program that does not calculate writes 0 as the result of every formula.",
          how: "Open the workbook in Excel and save it once.",
        },
      })[problem],
    "zh-CN": ({ problem, column, cell, count }) =>
      ({
        missing: {
          what: `文件中“${column}”列有 ${count} 个公式没有结果${count > 1 ? `，第一个在 ${cell}` : `（${cell}）`}。`,
          why: "写出该文件的程序没有计算公式。没有结果的公式既不是空白，也不是 0。",
          how: "请用 Excel 打开工作簿并保存一次。",
        },
        stale: {
          what: `“${column}”列有 ${count} 个公式的结果可能已过时：文件要求打开时全部重新计算。`,
          why: "计分用的是文件中保存的结果，而 Excel 会重新计算。",
          how: "请用 Excel 打开工作簿并保存一次。",
        },
        zeros: {
          what: `“${column}”列的公式结果全部为 0，而文件要求打开时全部重新计算。`,
          why: "不做计算的程序会把每个公式的结果写成 0。",
          how: "请用 Excel 打开工作簿并保存一次。",
        },
      })[problem],
  },
  check: ({ tables }, report) => {
    for (const { source } of tablesOf(tables)) {
      const { missing = [], stale: old = [] } = source.formulas ?? {};
      const headerOf = (column: number): string => cellText(cellOf(source.values, 0, column));
      const byColumn = new Map<number, (typeof missing)[number][]>();
      for (const cell of missing) {
        const own = byColumn.get(cell.column);
        if (own) own.push(cell);
        else byColumn.set(cell.column, [cell]);
      }
      for (const [column, cells] of byColumn) {
        const [at, ...related] = cells.slice(0, FIRST_CELLS).map(({ row }) => placeIn(source, row, column));
        const cell = addressOf(at!.row, at!.column);
        report(at, { problem: "missing", column: headerOf(column), cell, count: cells.length }, { related });
      }
      for (const { column, row, count, zeros } of old) {
        const at = placeIn(source, row, column);
        const problem = zeros === count ? "zeros" : "stale";
        report(
          at,
          { problem, column: headerOf(column), cell: addressOf(at.row, at.column), count },
          { severity: problem === "zeros" ? "error" : "warning" },
        );
      }
    }
  },
  valid: [exampleOf([LINEAR])],
  invalid: [
    {
      tables: exampleOf([LINEAR], { formulas: { missing: [{ row: 0, column: 3 }], stale: [] } }),
      at: ["Metrics!D2"],
    },
    { tables: exampleOf([LINEAR], { formulas: stale(1) }), at: ["Metrics!D2"] },
    { tables: exampleOf([LINEAR], { formulas: stale(0) }), at: ["Metrics!D2"] },
  ],
});
