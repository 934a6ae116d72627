import { addressOf } from "../../core/cell/place";
import type { Locale } from "../../core/text/locale";
import { checkBook, readBook } from "../../usecases";
import { applyAdoption, planAdoption, type Adoption, type OpenQuestion } from "../../usecases/adopt";
import { xlsxPort } from "../../xlsx";
import { BOOK_OPERAND, defineCommand, ONE_WORKBOOK, OUT_OPTION } from "../define";
import { baseName, checkTarget, openBook, writeBook } from "../files";
import { findingDocument } from "../findings";
import { tableDocument } from "../tables";

export default defineCommand({
  id: "adopt",
  text: {
    en: {
      summary:
        "Brings a workbook into the form that is scored: a list of KPI, weight, target and minimum becomes a Rubric, on new sheets.",
      details:
        "Nothing in the workbook is overwritten; BOOK.xlsx itself only when --out names it.\n" +
        "What is certain is taken; what only a person can say is listed as open questions, each with its cell.",
    },
    "zh-CN": {
      summary: "把已有的工作簿整理成可计分的形式：由指标、权重、目标值和底线组成的清单在新工作表中成为评分标准。",
      details:
        "工作簿中的内容不会被覆盖；只有 --out 指明原文件时才会覆盖原文件。\n" +
        "确定的内容直接采用；只有人才能回答的，逐一列为待答问题，并标明单元格。",
    },
  },
  operands: { book: BOOK_OPERAND },
  tooMany: ONE_WORKBOOK,
  options: {
    out: OUT_OPTION,
    accept: {
      kind: "value",
      choices: ["certain", "likely"],
      text: {
        en: { name: "certain|likely", help: "Whether proposals are taken, too; else only what is certain." },
        "zh-CN": { name: "certain|likely", help: "是否也采用推测的内容；未指明时只采用确定的内容。" },
      },
    },
  },
  examples: [
    {
      line: ["hotline-agents.xlsx", "--out", "adopted.xlsx"],
      status: 0,
      shows: { en: "Written: adopted.xlsx", "zh-CN": "已写入：adopted.xlsx" },
      note: { en: "All is in the right form, so nothing is added.", "zh-CN": "形式均已符合要求，无需新增内容。" },
    },
  ],
  run: async ({ book: file, out, accept, locale, json }, console) => {
    await checkTarget(file, out, console);
    const workbook = await openBook(file, console);
    const port = xlsxPort(workbook);
    const options = { file: baseName(file) };
    const before = await readBook(port, options);
    const adoption = planAdoption(before, { accept: accept === "likely" ? "likely" : "certain", locale });
    const isFound = before.found.length > 0;
    if (isFound) {
      if (adoption.sheets.length > 0) await applyAdoption(port, adoption);
      await writeBook(out, workbook.save(), console);
    }
    if (json) {
      const book = isFound && adoption.sheets.length > 0 ? await readBook(port, options) : before;
      const document = {
        tables: book.found.map(tableDocument),
        findings: checkBook(book).map((finding) => findingDocument(finding, locale)),
        open: adoption.open.map((question) => questionDocument(question, locale)),
      };
      console.out(`${JSON.stringify(document, undefined, 2)}\n`);
    } else console.out(isFound ? adoptionText(adoption, out, locale) : NOTHING[locale]);
    return isFound ? 0 : 1;
  },
});

const NOTHING: Readonly<Record<Locale, string>> = {
  en: "No table was found that could be a rubric or metrics. Nothing was written.\n",
  "zh-CN": "没有找到可能是评分标准或指标数据的表格。未写入任何内容。\n",
};

const questionDocument = ({ text, at }: OpenQuestion, locale: Locale) => ({
  question: text[locale],
  sheet: at.sheet,
  address: addressOf(at.row, at.column),
});

function adoptionText({ sheets, open }: Adoption, out: string, locale: Locale): string {
  const names = sheets.map(({ name }) => name);
  const questions = open.map(({ text, at }) => `  ${at.sheet}!${addressOf(at.row, at.column)}  ${text[locale]}`);
  const lines =
    locale === "en"
      ? [
          names.length === 0 ? `Written: ${out}` : `Written: ${out} (new sheets: ${names.join(", ")})`,
          questions.length === 0 ? "No open questions." : `Open questions: ${questions.length}`,
        ]
      : [
          names.length === 0 ? `已写入：${out}` : `已写入：${out}（新工作表：${names.join("、")}）`,
          questions.length === 0 ? "没有待答问题。" : `待答问题：${questions.length}`,
        ];
  return `${[...lines, ...questions].join("\n")}\n`;
}
