import { parseCell } from "../../cell/cell";
import { showNumber } from "../../text/format";
import { plural } from "../../text/plural";
import { defineCheck } from "../check";
import type { FilledColumn } from "../evaluations";
import { isNumberAsText, readFilled } from "../evaluations";
import { exampleOf, LINEAR } from "../examples";
import { turnIntoNumbers } from "../number-cells";

const FIRST_CELLS = 20;

/** A text that shows a number in a column of numbers. In other columns, grades may be called 1 and 2. */
function isStray({ raw, isFormula, expected }: FilledColumn, agent: number): boolean {
  if (typeof raw(agent) !== "string" || !isNumberAsText(raw(agent)) || isFormula(agent)) return false;
  const wanted = expected(agent);
  return wanted === undefined || typeof wanted[0] === "number";
}

const ANN = { "Agent ID": "1001", Name: "Ann", Total: 50, Grade: "1" };
const BOB = { "Agent ID": "1002", Name: "Bob", Total: 80, Grade: "2" };

export default defineCheck<{ sheet: string; column: string; count: number; text: string }>()({
  id: "result-is-number",
  severity: "warning",
  title: { en: "Results on a filled sheet are numbers", "zh-CN": "结果表中的分数是数字" },
  message: {
    en: ({ sheet, column, count, text }) => ({
      what: `On “${sheet}” ${plural(count, "a number", `${showNumber(count, "en")} numbers`)} of the column “${column}” ${plural(count, "is", "are")} stored as text: “${text}”.`,
      why: "Excel leaves it out of sums, means and sorting without saying so.",
      how: "Turn the text into a number, or fill the sheet again.",
    }),
    "zh-CN": ({ sheet, column, count, text }) => ({
      what: `工作表“${sheet}”的“${column}”列有 ${showNumber(count, "zh-CN")} 个数字以文本形式存储，如“${text}”。`,
      why: "Excel 求和、求平均和排序时会不声不响地漏掉它。",
      how: "请把文本转为数字，或重新填写该工作表。",
    }),
  },
  check: ({ evaluations }, report) => {
    for (const source of evaluations) {
      const filled = readFilled(source);
      if (!filled) continue;
      const all = [...filled.agents.keys()];
      for (const column of filled.columns) {
        if (column.isIdentity || !all.some((agent) => typeof column.raw(agent) === "number")) continue;
        const stray = all.filter((agent) => isStray(column, agent));
        const [first] = stray;
        if (first === undefined) continue;
        const numbers = stray.map((agent) => {
          const [at, raw] = [column.at(agent), column.raw(agent)];
          const cell = parseCell(raw);
          return { at, raw, value: cell.kind === "number" ? cell.value : NaN };
        });
        report(
          column.at(first),
          { sheet: source.sheet, column: column.header, count: stray.length, text: String(column.raw(first)) },
          {
            related: stray.slice(1, FIRST_CELLS).map(column.at),
            // Cells with formulas are left out, so the fix replaces only typed texts by the numbers they show.
            fix: turnIntoNumbers("safe", numbers),
          },
        );
      }
    }
  },
  valid: [exampleOf([LINEAR], { Evaluation: { agents: [ANN, BOB], expected: [ANN, BOB] } })],
  invalid: [
    {
      tables: exampleOf([LINEAR], {
        Evaluation: { agents: [ANN, { ...BOB, Total: "８０" }], expected: [ANN, BOB] },
      }),
      at: ["Evaluation!C6"],
    },
    {
      tables: exampleOf([LINEAR], { Evaluation: { agents: [ANN, { ...BOB, Total: "81" }] } }),
      at: ["Evaluation!C6"],
    },
  ],
});
