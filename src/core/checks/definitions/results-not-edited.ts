import type { RawCell } from "../../cell/cell";
import { cellText } from "../../cell/cell";
import { showNumber } from "../../text/format";
import type { Locale } from "../../text/locale";
import { defineCheck } from "../check";
import type { FilledColumn } from "../evaluations";
import { isAsWritten, isNumberAsText, readFilled } from "../evaluations";
import { exampleOf, LINEAR } from "../examples";

type Data = {
  readonly sheet: string;
  readonly column: string;
  readonly count: number;
  readonly agent: string;
  /** "" for a blank cell. */
  readonly found: string | number;
  readonly expected: string | number;
};

const shown = (value: string | number, locale: Locale): string => {
  // Chinese puts spaces around a number, but not around a quotation.
  if (typeof value === "number") return locale === "en" ? showNumber(value, locale) : ` ${showNumber(value, locale)}`;
  return value === "" ? (locale === "en" ? "nothing" : "空白") : `“${value}”`;
};

const plain = (raw: RawCell): string | number => (typeof raw === "number" ? raw : cellText(raw));

const FIRST_CELLS = 20;

/** Another check reports numbers stored as text. */
function isEdited({ raw, expected }: FilledColumn, agent: number): boolean {
  const [wanted] = expected(agent) ?? [raw(agent)];
  return !isAsWritten(raw(agent), wanted) && !(typeof wanted === "number" && isNumberAsText(raw(agent)));
}

const ANN = { "Agent ID": "1001", Name: "Ann", "Quarterly test": 50, Total: 50, Grade: "B", Remarks: null };
const BOB = { "Agent ID": "1002", Name: "Bob", "Quarterly test": 80, Total: 80, Grade: "A", Remarks: null };

export default defineCheck<Data>()({
  id: "results-not-edited",
  severity: "warning",
  title: { en: "Results on a filled sheet are those that the rubric gives", "zh-CN": "结果表上的分数未被手工改动" },
  message: {
    en: ({ sheet, column, count, agent, found, expected }) => ({
      what: `On “${sheet}” the column “${column}” was edited by hand${count === 1 ? "" : ` for ${showNumber(count, "en")} agents`}: ${agent} has ${shown(found, "en")}, the rubric gives ${shown(expected, "en")}.`,
      why: "Nobody can tell afterwards where such a result comes from, and the next Fill overwrites it.",
      how: "Put back what the rubric gives. If the result is meant to differ, change the metric, or use a manual or bonus indicator, so that the reason is on record.",
    }),
    "zh-CN": ({ sheet, column, count, agent, found, expected }) => ({
      what: `工作表“${sheet}”的“${column}”列${count === 1 ? "" : `有 ${showNumber(count, "zh-CN")} 人`}被手工改动：${agent} 现为${shown(found, "zh-CN")}，按标准应为${shown(expected, "zh-CN")}。`,
      why: "事后无人说得清这样的结果从何而来，再次填写时也会被覆盖。",
      how: "请恢复按标准得出的结果。如确需调整，请修改指标数据，或使用人工评分、加分指标，使原因有据可查。",
    }),
  },
  check: ({ evaluations }, report) => {
    for (const source of evaluations) {
      const filled = source.evaluation.stale() ? undefined : readFilled(source);
      if (!filled) continue;
      for (const column of filled.columns) {
        // In a column of formulas, a constant is a formula that was typed over. Another check reports it.
        if (!column.isResult || column.hasFormulas) continue;
        const edited = [...filled.agents.keys()].filter((agent) => isEdited(column, agent));
        const [first] = edited;
        if (first === undefined) continue;
        const many = edited.length > 1;
        const data = {
          sheet: source.sheet,
          column: column.header,
          count: edited.length,
          agent: filled.agents[first]!.shown,
          found: plain(column.raw(first)),
          expected: plain(column.expected(first)?.[0]),
        };
        report(column.at(first), data, {
          related: edited.slice(1, FIRST_CELLS).map(column.at),
          fix: {
            kind: "suggestion",
            label: {
              en: many ? `Put back ${edited.length} results` : "Put back what the rubric gives",
              "zh-CN": many ? `恢复 ${edited.length} 个结果` : "恢复按标准得出的结果",
            },
            edits: edited.map((agent) => ({ ...column.at(agent), value: column.expected(agent)?.[0] ?? null })),
          },
        });
      }
    }
  },
  valid: [
    // The sheet is sorted otherwise, with a moved column, a missing column and a remark of the manager.
    exampleOf([LINEAR], {
      Evaluation: {
        agents: [
          { Name: "Bob", "Agent ID": "1002", Total: 80, Remarks: "well done" },
          { Name: "Ann", "Agent ID": "1001", Total: 50 },
        ],
        expected: [ANN, BOB],
      },
    }),
    // A stale sheet has no expected results.
    exampleOf([LINEAR], { Evaluation: { agents: [{ ...ANN, Total: 51 }] } }),
  ],
  invalid: [
    {
      tables: exampleOf([LINEAR], {
        Evaluation: { agents: [ANN, { ...BOB, Total: 85, Grade: "S" }], expected: [ANN, BOB] },
      }),
      at: ["Evaluation!D6", "Evaluation!E6"],
    },
    {
      tables: exampleOf([LINEAR], {
        Evaluation: {
          agents: [
            { ...BOB, Total: null },
            { ...ANN, Total: 60 },
          ],
          expected: [ANN, BOB],
        },
      }),
      at: ["Evaluation!D5"],
    },
  ],
});
