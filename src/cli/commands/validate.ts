import { checkBook, readBook } from "../../usecases";
import { xlsxPort } from "../../xlsx";
import { rubricOf } from "../book";
import { BOOK_OPERAND, defineCommand, ONE_WORKBOOK, RUBRIC_OPTION } from "../define";
import { baseName, openBook } from "../files";
import { tableDocument } from "../tables";
import { findingDocument, findingsText, hasErrors } from "../findings";

export default defineCommand({
  id: "validate",
  text: {
    en: {
      summary: "Checks rubric, scales and metrics, and says what is wrong, why it matters and how to mend it.",
      details: "Nothing is written.",
    },
    "zh-CN": {
      summary: "检查评分标准、等级表和指标数据，说明问题所在、影响以及如何修正。",
      details: "不写入任何文件。",
    },
  },
  operands: { book: BOOK_OPERAND },
  tooMany: ONE_WORKBOOK,
  options: { rubric: RUBRIC_OPTION },
  examples: [
    {
      line: ["hotline-agents.xlsx"],
      status: 0,
      shows: { en: "No findings.", "zh-CN": "没有发现问题。" },
      note: { en: "Nothing is wrong.", "zh-CN": "没有问题。" },
    },
    {
      line: ["hotline-agents-draft.xlsx"],
      status: 1,
      shows: { en: "3 findings: 3 errors, 0 warnings, 0 info.", "zh-CN": "共 3 项：错误 3，警告 0，提示 0。" },
      note: {
        en: "Each finding says where, what, why and how to mend it.",
        "zh-CN": "每项都说明位置、问题、影响和修正方法。",
      },
    },
    {
      line: ["hotline.xlsx"],
      status: 2,
      shows: { en: "hotline.xlsx cannot be read: there is no such file", "zh-CN": "无法读取 hotline.xlsx" },
      note: { en: "The reason goes to standard error.", "zh-CN": "原因写到标准错误。" },
    },
  ],
  run: async ({ book: file, rubric, locale, json }, console) => {
    const book = await readBook(xlsxPort(await openBook(file, console)), { file: baseName(file) });
    const findings = checkBook(book, { rubric: rubricOf(book, rubric) });
    if (json) {
      const tables = book.found.map(tableDocument);
      const document = { tables, findings: findings.map((finding) => findingDocument(finding, locale)) };
      console.out(`${JSON.stringify(document, undefined, 2)}\n`);
    } else console.out(findingsText(findings, locale));
    return hasErrors(findings) ? 1 : 0;
  },
});
