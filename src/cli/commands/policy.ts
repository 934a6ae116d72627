import { createRuleReader, applyRules, pastedRules, planPastedRules } from "../../usecases/rules";
import { readBook } from "../../usecases/read-book";
import { readWholePolicy } from "../../core/ruletext/policy";
import { newXlsx, xlsxPort } from "../../xlsx";
import { defineCommand } from "../define";
import { checkTarget, exists, readText, writeBook } from "../files";
import { nodeCodec } from "../node-codec";
import { policyDocument, policyText } from "../policy-reading";
import { UsageError } from "../usage-error";

export default defineCommand({
  id: "policy",
  text: {
    en: {
      summary: "Reads a whole policy, pasted as text or a table, into indicators and their rules.",
      details:
        "Every line ends as an indicator, a heading, or under “not read”; nothing is lost or glued to another row.\n" +
        "With --out a new workbook is written with Rubric and Scales; a file that is there already is left alone.",
    },
    "zh-CN": {
      summary: "读取整份考核办法（文字或表格），拆成各项指标及其评分规则。",
      details:
        "每一行都会成为指标、标题，或列在“未读取”中，不会丢失，也不会并入别的指标。\n" +
        "写明 --out 时新建含评分标准和等级表的工作簿；已有的文件不会被覆盖。",
    },
  },
  operands: {
    file: {
      missing: { en: "state the file, or - for standard input.", "zh-CN": "请写明文件，或用 - 表示标准输入。" },
      text: {
        en: { name: "FILE|-", help: "The policy as text; - reads standard input." },
        "zh-CN": { name: "文件|-", help: "考核办法的文本；- 表示标准输入。" },
      },
    },
  },
  tooMany: {
    en: (more) => `takes one file; ${more} is too much.`,
    "zh-CN": (more) => `只接受一个文件；多余的参数：${more}。`,
  },
  options: {
    out: {
      kind: "value",
      text: {
        en: { name: "BOOK.xlsx", help: "The new workbook." },
        "zh-CN": { name: "工作簿.xlsx", help: "新工作簿。" },
      },
    },
  },
  examples: [
    {
      line: ["-"],
      input:
        "Quality (60 points)\n1. Audit score (40 points): 95 or more earns all points, 70 or less earns none, linear in between.\n2. Complaints (20 points): 5 points are deducted for each complaint.\n",
      status: 0,
      shows: { en: "Audit score", "zh-CN": "Audit score" },
      note: { en: "A policy from standard input.", "zh-CN": "从标准输入读取。" },
    },
  ],
  run: async ({ file, out, locale, json }, console) => {
    if (out !== undefined) {
      await checkTarget(".xlsx", out, console);
      if (await exists(out, console)) {
        throw new UsageError(
          `${out} is there already, and a policy is written to a new workbook. State another name, or move the old file away first.`,
          `${out} 已存在，而考核办法会写入新的工作簿。请换一个文件名，或先移走原文件。`,
        );
      }
    }
    const text = await readText(file, console);
    const policy = readWholePolicy(text);
    const hasErrors =
      policy.rows.length === 0 ||
      policy.rows.some(({ reading }) => reading.doubts.some(({ severity }) => severity === "error"));
    if (out !== undefined && policy.rows.length > 0) {
      const workbook = newXlsx(nodeCodec);
      const port = xlsxPort(workbook);
      const book = await readBook(port);
      const plan = planPastedRules(book, pastedRules(text, {}, createRuleReader()), { rubric: undefined, locale });
      await applyRules(port, plan);
      await writeBook(out, workbook.save(), console);
    }
    const written = policy.rows.length > 0 ? out : undefined;
    console.out(
      json ? `${JSON.stringify(policyDocument(policy, locale), undefined, 2)}\n` : policyText(policy, written, locale),
    );
    return hasErrors ? 1 : 0;
  },
});
