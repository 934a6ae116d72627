import { cellText } from "../../cell/cell";
import { showNumber } from "../../text/format";
import { plural } from "../../text/plural";
import { defineCheck } from "../check";
import { readFilled } from "../evaluations";
import { exampleOf, LINEAR } from "../examples";

const FIRST_CELLS = 20;

const AGENTS = ["1001", "1002", "1003"].map((id, index) => ({
  "Agent ID": id,
  "Quarterly test": 50 + index,
  Total: 50 + index,
}));
const FORMULAS = ["B5", "B6", "B7", "C5", "C6", "C7"];

export default defineCheck<{ sheet: string; column: string; count: number; agent: string; text: string }>()({
  id: "formulas-not-typed-over",
  severity: "warning",
  title: { en: "No formula of a filled sheet was typed over", "zh-CN": "结果表中的公式未被覆盖" },
  message: {
    en: ({ sheet, column, count, agent, text }) => ({
      what: `On “${sheet}” ${plural(count, "a formula", `${showNumber(count, "en")} formulas`)} of the column “${column}” ${plural(count, "was", "were")} typed over: ${agent} holds “${text}”.`,
      why: "The cell no longer follows the metrics, while those around it do.",
      how: "Copy the formula of a neighbouring row into the cell, or fill the sheet again.",
    }),
    "zh-CN": ({ sheet, column, count, agent, text }) => ({
      what: `工作表“${sheet}”的“${column}”列有 ${showNumber(count, "zh-CN")} 个公式被直接输入的内容覆盖：${agent} 现为“${text}”。`,
      why: "该单元格不再随指标数据变化，而相邻单元格仍会变化。",
      how: "请把相邻行的公式复制到该单元格，或重新填写该工作表。",
    }),
  },
  check: ({ evaluations }, report) => {
    for (const source of evaluations) {
      const filled = source.evaluation.formulas.size > 0 ? readFilled(source) : undefined;
      if (!filled) continue;
      const all = [...filled.agents.keys()];
      for (const column of filled.columns.filter(({ hasFormulas }) => hasFormulas)) {
        const constants = all.filter((agent) => !column.isFormula(agent) && cellText(column.raw(agent)) !== "");
        const formulas = all.filter(column.isFormula).length;
        const [first] = constants;
        // One or two formulas in a column of constants were typed in. The majority shows how the column was written.
        if (first === undefined || formulas <= constants.length) continue;
        report(
          column.at(first),
          {
            sheet: source.sheet,
            column: column.header,
            count: constants.length,
            agent: filled.agents[first]!.shown,
            text: cellText(column.raw(first)),
          },
          { related: constants.slice(1, FIRST_CELLS).map(column.at) },
        );
      }
    }
  },
  valid: [
    exampleOf([LINEAR], { Evaluation: { agents: AGENTS, expected: AGENTS, formulas: FORMULAS } }),
    // A person's own formula beside constants.
    exampleOf([LINEAR], { Evaluation: { agents: AGENTS, expected: AGENTS, formulas: ["C5"] } }),
  ],
  invalid: [
    {
      tables: exampleOf([LINEAR], {
        Evaluation: {
          agents: AGENTS.map((agent, at) => (at === 1 ? { ...agent, Total: 90 } : agent)),
          expected: AGENTS,
          formulas: FORMULAS.filter((address) => address !== "C6"),
        },
      }),
      at: ["Evaluation!C6"],
    },
  ],
});
