import { findTemplate } from "../../core/templates/make/registry";
import type { Locale } from "../../core/text/locale";
import { insertTemplate, listTemplates } from "../../usecases/templates";
import { newXlsx, xlsxPort } from "../../xlsx";
import { defineCommand } from "../define";
import { checkTarget, exists, writeBook } from "../files";
import { nodeCodec } from "../node-codec";
import { unstatedOption, UsageError } from "../usage-error";

export default defineCommand({
  id: "template",
  text: {
    en: {
      summary:
        "Writes a new workbook with one of the schemes people use: rubric, scales and sample metrics of 40 agents.",
      details:
        "A file that is there already is left alone.\n" +
        "NAME is an id, a number such as T7, or a name in either language; without it all templates are listed.\n" +
        "What a scheme leaves open stays blank, for you to fill in; --mended fills it with plausible values,\n" +
        "coloured and listed in the column Added.",
    },
    "zh-CN": {
      summary: "用常见考核方案之一新建工作簿：评分标准、等级表，以及 40 名人员的示例数据。",
      details:
        "已有的文件不会被覆盖。\n" +
        "名称可以是标识、编号（如 T7）或中英文名称；不写名称则列出全部模板。\n" +
        "方案未写明之处留空，由您填写；--mended 则填入示例值，标有底色并列在“补充”列。",
    },
  },
  operands: {
    name: {
      text: {
        en: { name: "NAME", help: "The template; without it all are listed." },
        "zh-CN": { name: "名称", help: "模板；不写则列出全部模板。" },
      },
    },
  },
  tooMany: {
    en: (more) => `takes one name; ${more} is too much. Put a name of several words in quotes.`,
    "zh-CN": (more) => `只接受一个名称；多余的参数：${more}。名称含空格时请加引号。`,
  },
  options: {
    out: {
      kind: "value",
      text: {
        en: { name: "BOOK.xlsx", help: "The new workbook; needed where NAME is stated." },
        "zh-CN": { name: "工作簿.xlsx", help: "新工作簿；写明名称时必填。" },
      },
    },
    mended: {
      kind: "flag",
      text: {
        en: { help: "Fills what the scheme leaves open." },
        "zh-CN": { help: "填入方案未写明之处。" },
      },
    },
  },
  examples: [
    {
      line: [],
      status: 0,
      shows: { en: "T7   hotline-agent\n     Hotline agent\n", "zh-CN": "T7   hotline-agent\n     热线话务员\n" },
      note: { en: "All templates.", "zh-CN": "全部模板。" },
    },
    {
      line: ["T7", "--out", "hotline.xlsx"],
      status: 0,
      shows: {
        en: "Written: hotline.xlsx (Rubric, Scales, Settings, Metrics)",
        "zh-CN": "已写入：hotline.xlsx（评分标准、等级表、设置、指标数据）",
      },
      note: { en: "As the scheme states it, with its gaps.", "zh-CN": "按方案原文，保留空缺。" },
    },
  ],
  run: async ({ name, out, mended, locale, json }, console) => {
    if (name === undefined) {
      if (out !== undefined || mended) throw unnamed();
      console.out(json ? `${JSON.stringify({ templates: entries(locale) }, undefined, 2)}\n` : listText(locale));
      return 0;
    }
    const found = findTemplate(name);
    if (!found) {
      throw new UsageError(
        `There is no template ${name}. "qa-scorecard template" lists them all.`,
        `没有模板 ${name}。用“qa-scorecard template”可列出全部模板。`,
      );
    }
    if (out === undefined)
      throw unstatedOption("template", "out", { en: "which file to write", "zh-CN": "要写入的文件" });
    await checkTarget(".xlsx", out, console);
    if (await exists(out, console)) {
      throw new UsageError(
        `${out} is there already, and a template is a new workbook. State another name, or move the old file away first.`,
        `${out} 已存在，而模板会生成新的工作簿。请换一个文件名，或先移走原文件。`,
      );
    }
    const workbook = newXlsx(nodeCodec);
    const form = mended ? "mended" : "draft";
    const outcome = await insertTemplate(xlsxPort(workbook), found.id, { locale, form });
    if (outcome.kind === "refused") throw new Error("a new workbook refused a template");
    await writeBook(out, workbook.save(), console);
    const { sheets } = outcome.change;
    if (json) console.out(`${JSON.stringify({ template: found.id, form, sheets, out }, undefined, 2)}\n`);
    else console.out(writtenText(sheets, out, mended, locale));
    return 0;
  },
});

const unnamed = (): UsageError =>
  new UsageError(
    'template: state which one to write; "qa-scorecard template" lists them all.',
    "template：请指明模板；用“qa-scorecard template”可列出全部模板。",
  );

const entries = (locale: Locale) =>
  listTemplates().map(({ id, number, name, summary }) => ({
    number,
    id,
    name: name[locale],
    summary: summary[locale],
  }));

function listText(locale: Locale): string {
  const lines = entries(locale).map(
    ({ number, id, name, summary }) => `${number.padEnd(4)} ${id}\n     ${name}\n     ${summary}`,
  );
  return `${lines.join("\n\n")}\n`;
}

function writtenText(sheets: readonly string[], out: string, mended: boolean, locale: Locale): string {
  if (locale === "en") {
    const next = mended
      ? "What the scheme leaves open is filled, coloured, and listed in the column Added: clear a note to confirm it.\n"
      : "What the scheme leaves open is blank: qa-scorecard validate lists it.\n";
    return `Written: ${out} (${sheets.join(", ")})\n${next}`;
  }
  const next = mended
    ? "方案未写明之处已填入示例值，标有底色并列在“补充”列：确认后清空该说明。\n"
    : "方案未写明之处留空：可用 qa-scorecard validate 逐项列出。\n";
  return `已写入：${out}（${sheets.join("、")}）\n${next}`;
}
