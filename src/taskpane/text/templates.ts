import type { Localised } from "../../core/text/locale";

/** Texts of the list of templates. They load together with it. */
const en = {
  title: "New from template",
  what: "A scheme that contact centres use, as new sheets at the end of this workbook: rubric, scales and sample data of 40 agents. No other sheet is edited, and you can undo it.",
  form: "Form",
  draft: "As the scheme states it",
  draftHint: "What it leaves open stays blank; Check lists it.",
  mended: "Ready to score",
  mendedHint:
    "What it leaves open is filled with plausible values: examples, not policy. They are coloured, and Check lists them until you confirm them.",
  list: "Templates",
  insert: "Insert",
  insertOf: (name: string) => `Insert ${name}`,
  inserting: "Inserting…",
  back: "Back",
  taken: (table: string, sheet: string) =>
    `The table “${table}” on the sheet “${sheet}” stands where a template's table would be read, and only one of a kind is. Open a new workbook and insert the template there, or delete that table first.`,
  ownData: "This workbook has metrics of its own: the template comes without sample data.",
};

export type TemplateText = typeof en;

export const TEMPLATE_TEXT: Localised<TemplateText> = {
  en,
  "zh-CN": {
    title: "从模板新建",
    what: "呼叫中心常用的考核方案，以新工作表的形式添加到工作簿末尾：评分标准、等级表，以及 40 名人员的示例数据。不改动其他工作表，可以撤销。",
    form: "形式",
    draft: "按方案原文",
    draftHint: "原文未写明之处留空，由“检查”逐项列出。",
    mended: "补全，可直接评分",
    mendedHint: "未写明之处填入示例值，仅供参考，并非制度规定；这些单元格有底色，由“检查”逐项列出，直到您确认。",
    list: "模板",
    insert: "插入",
    insertOf: (name) => `插入 ${name}`,
    inserting: "正在插入…",
    back: "返回",
    taken: (table, sheet) =>
      `工作表“${sheet}”上的表格“${table}”占用了模板表格的位置，而每类表格只读取一个。请在新工作簿中插入模板，或先删除该表格。`,
    ownData: "此工作簿已有自己的指标数据：模板将不带示例数据。",
  },
};
