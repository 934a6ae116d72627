import { cellText } from "../../core/cell/cell";
import { isWritten } from "../../core/evaluation/mark";
import { planPortableSheets } from "../../core/portable/plan-portable";
import { fillEvaluation, planEvaluation, readBook, scoreBook, type Book } from "../../usecases";
import { SIGNATURE_ENDED, xlsxPort } from "../../xlsx";
import { periodOf, rubricOf } from "../book";
import { BOOK_OPERAND, defineCommand, ONE_WORKBOOK, OUT_OPTION, RUBRIC_OPTION } from "../define";
import { outcomeText, refusalText, scoreDocument } from "../evaluations";
import { baseName, checkTarget, openBook, writeBook } from "../files";
import { findingsText, hasErrors } from "../findings";
import { UsageError } from "../usage-error";

export default defineCommand({
  id: "score",
  text: {
    en: {
      summary:
        'Scores a period, the newest one unless stated, and writes the workbook with the sheet "Evaluation P" to OUT.xlsx.',
      details:
        "BOOK.xlsx is only written over when --out names it. Everything else in the workbook stays as it is.\n" +
        'A sheet "Evaluation P" of an earlier run is replaced; one that a person made is not.',
    },
    "zh-CN": {
      summary: "为一个期间计分（未指明时为最新期间），并把带有“Evaluation 期间”工作表的工作簿写入输出文件。",
      details:
        "只有 --out 指明原文件时才会覆盖原文件。工作簿中的其他内容保持不变。\n" +
        "以前运行生成的“Evaluation 期间”工作表会被替换；人工创建的不会。",
    },
  },
  operands: { book: BOOK_OPERAND },
  tooMany: ONE_WORKBOOK,
  options: {
    out: OUT_OPTION,
    period: {
      kind: "value",
      text: {
        en: { name: "P", help: "Period to score; else the newest one." },
        "zh-CN": { name: "期间", help: "要计分的期间；未指明时为最新期间。" },
      },
    },
    rubric: RUBRIC_OPTION,
    fill: {
      kind: "value",
      refuse: (fill: string) => {
        if (fill === "values" || fill === "portable") return undefined;
        return fill === "live"
          ? {
              en: "--fill live is not there yet; values and portable are.",
              "zh-CN": "--fill live 尚不支持；目前支持 values 和 portable。",
            }
          : {
              en: `--fill ${fill} is not known; values and portable are.`,
              "zh-CN": `--fill ${fill} 无法识别；目前支持 values 和 portable。`,
            };
      },
      text: {
        en: {
          name: "HOW",
          help: "values (default), or portable: plain formulas of Excel that need no add-in, with a sheet of their own for the values.",
        },
        "zh-CN": {
          name: "方式",
          help: "values（默认）：数值；portable：无需加载项的 Excel 公式，实际值另放一张工作表。",
        },
      },
    },
  },
  examples: [
    {
      line: ["hotline-agents.xlsx", "--out", "scored.xlsx"],
      status: 0,
      shows: { en: "Written: scored.xlsx", "zh-CN": "已写入：scored.xlsx" },
      note: { en: "The newest period.", "zh-CN": "最新期间。" },
    },
    {
      line: ["hotline-agents-draft.xlsx", "--out", "scored.xlsx"],
      status: 1,
      shows: { en: "Nothing was scored or written: mend the errors first.", "zh-CN": "未计分，也未写入任何文件" },
      note: { en: "Errors come first.", "zh-CN": "须先修正错误。" },
    },
  ],
  run: async ({ book: file, out, period, rubric, fill, locale, json }, console) => {
    await checkTarget(file, out, console);
    const workbook = await openBook(file, console);
    const { isSigned: wasSigned } = workbook;
    const port = xlsxPort(workbook);
    const book = await readBook(port, { file: baseName(file) });
    const outcome = scoreBook(book, { period: periodOf(book, period), rubric: rubricOf(book, rubric) });
    const isWrong = hasErrors(outcome.findings);
    if (!isWrong) {
      if (outcome.sets.length === 0) throw nothingToScore(outcome.period);
      const plan = planEvaluation(book, outcome, locale, fill === "portable" ? planPortableSheets : undefined);
      // The file is in memory since its reading, so it cannot have changed.
      const earlier = { book, keeps: () => true };
      const sheets = [plan.sheet, ...plan.beside];
      const replace = sheets.every(({ name }) => isOurs(book, name) !== false);
      await fillEvaluation(port, plan, { replace, earlier });
      await writeBook(out, workbook.save(), console);
    }
    const endsSignature = wasSigned && !workbook.isSigned;
    if (json) {
      const signature = endsSignature ? { signatureEnded: true } : {};
      console.out(`${JSON.stringify({ ...scoreDocument(book, outcome, locale), ...signature }, undefined, 2)}\n`);
    } else {
      // Warnings and hints accompany the result. Errors replace it.
      if (outcome.findings.length > 0) console.out(`${findingsText(outcome.findings, locale)}\n`);
      console.out(isWrong ? refusalText(locale) : outcomeText(outcome, out, locale));
      if (endsSignature) console.out(`${SIGNATURE_ENDED[locale]}\n`);
    }
    return isWrong ? 1 : 0;
  },
});

function nothingToScore(period: string): UsageError {
  return period === ""
    ? new UsageError("Metrics holds no agent, so there is nothing to score.", "指标数据中没有人员，无可计分。")
    : new UsageError(`In ${period} there is no agent to score.`, `期间 ${period} 没有可计分的人员。`);
}

/** A sheet that the product wrote may be replaced. A person's sheet of the same name may not. Undefined if there is none. */
function isOurs(book: Book, sheet: string): boolean | undefined {
  const found = book.snapshot.sheets.find(({ name }) => name.toLowerCase() === sheet.toLowerCase());
  return found && isWritten(found.head.map(cellText).join(" "));
}
