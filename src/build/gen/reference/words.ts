import type { Localised } from "../../../core/text/locale";

/** Headings of the reference pages. Everything else on them comes from the definitions. */
export const WORDS = {
  product: { en: "QA Scorecard", "zh-CN": "质检计分" },
  reference: { en: "Reference", "zh-CN": "参考" },
  functions: { en: "Functions", "zh-CN": "函数" },
  methods: { en: "Scoring methods", "zh-CN": "计分方式" },
  checks: { en: "Checks", "zh-CN": "检查项" },
  functionsLead: {
    en: "Custom functions for cells. Each takes single cells and ranges; with ranges the results spill.",
    "zh-CN": "用于单元格的自定义函数，参数可以是单个单元格或区域；参数为区域时结果自动溢出。",
  },
  methodsLead: {
    en: "What can stand in the Method column of the Rubric table.",
    "zh-CN": "评分标准表“计分方式”列可以填写的内容。",
  },
  checksLead: {
    en: "What is looked at before anything is scored.",
    "zh-CN": "计分之前逐项检查的内容。",
  },
  templates: { en: "Templates", "zh-CN": "模板" },
  templatesLead: {
    en: "Schemes to start from: “New from template” in the pane, or qa-scorecard template.",
    "zh-CN": "可直接套用的考核方案：任务窗格中的“从模板新建”，或命令 qa-scorecard template。",
  },
  commands: { en: "Commands", "zh-CN": "命令" },
  commandsLead: {
    en: "For scheduled runs and for checking a workbook without Excel. A folder with the sample workbooks is assumed.",
    "zh-CN": "用于定时运行，或在没有 Excel 时检查工作簿。算例假定文件夹中有示例工作簿。",
  },
  exitStatus: { en: "Exit status", "zh-CN": "退出状态" },
  templateNames: { en: "Known to the command as", "zh-CN": "命令行中的名称" },
  templateFindings: { en: "What the check says about it", "zh-CN": "检查会指出" },
  templateSheets: { en: "What is inserted", "zh-CN": "插入的内容" },
  templateMarks: {
    en: "As the scheme states it; the mended form holds what is underlined, where the scheme states nothing or something that cannot be meant. Underlined values are plausible examples and come from no policy.",
    "zh-CN": "按方案原文；下划线为补全形式所填的内容，用于原文未写明或显然有误之处。补全值仅为示例，并非制度规定。",
  },
  templateRows: { en: "rows", "zh-CN": "行" },
  precedence: { en: "From points to a total", "zh-CN": "从分数到总分" },
  precedenceLead: { en: "What applies after what, for every rubric.", "zh-CN": "任何考核表都按以下次序计算。" },
  settings: { en: "Settings", "zh-CN": "设置" },
  settingsLead: {
    en: "What can stand in the Setting column of the Settings table; everything has a default:",
    "zh-CN": "设置表“设置”列可以填写的内容，均有默认值：",
  },
  variants: { en: "In brackets after the name", "zh-CN": "名称后括号内可填" },
  name: { en: "Name", "zh-CN": "名称" },
  summary: { en: "Summary", "zh-CN": "说明" },
  syntax: { en: "Syntax", "zh-CN": "语法" },
  details: { en: "Details", "zh-CN": "详细说明" },
  parameters: { en: "Parameters", "zh-CN": "参数" },
  parameter: { en: "Parameter", "zh-CN": "参数" },
  meaning: { en: "Meaning", "zh-CN": "含义" },
  column: { en: "Column of the Rubric table", "zh-CN": "评分标准表的列" },
  domain: { en: "May be", "zh-CN": "取值" },
  required: { en: "required", "zh-CN": "必填" },
  optional: { en: "optional", "zh-CN": "可省略" },
  examples: { en: "Worked examples", "zh-CN": "算例" },
  formula: { en: "Formula", "zh-CN": "公式" },
  inWords: { en: "Formula in words", "zh-CN": "公式说明" },
  result: { en: "Result", "zh-CN": "结果" },
  note: { en: "Note", "zh-CN": "说明" },
  emptyCell: { en: "empty cell", "zh-CN": "空单元格" },
  errors: { en: "Errors", "zh-CN": "错误" },
  error: { en: "Shown in the cell", "zh-CN": "单元格显示" },
  message: { en: "Message", "zh-CN": "提示" },
  errorExample: { en: "For example", "zh-CN": "例如" },
  names: { en: "What can be written in the Method column", "zh-CN": "“计分方式”列可填" },
  source: { en: "Source", "zh-CN": "来源" },
  points: { en: "Points", "zh-CN": "分值" },
  value: { en: "Value", "zh-CN": "实际值" },
  peers: { en: "Peers", "zh-CN": "同岗位" },
  earned: { en: "Earned", "zh-CN": "得分" },
  explanation: { en: "Explanation", "zh-CN": "解释" },
  cannotBeScored: { en: "cannot be scored", "zh-CN": "无法计分" },
  nativeFormula: {
    en: "The first example as a plain Excel formula, with the value in B2 and all peers in B$2:B$9",
    "zh-CN": "第一个算例写成 Excel 内置公式（实际值在 B2，同岗位数据在 B$2:B$9）",
  },
  severity: { en: "Severity", "zh-CN": "级别" },
  code: { en: "Code", "zh-CN": "代码" },
  foundAt: { en: "Found at", "zh-CN": "位置" },
  what: { en: "What is wrong", "zh-CN": "问题" },
  why: { en: "Why it matters", "zh-CN": "影响" },
  how: { en: "How to mend it", "zh-CN": "如何修正" },
  mend: { en: "Mended by one click", "zh-CN": "可一键修正" },
  example: { en: "Example", "zh-CN": "示例" },
  allExamples: { en: "Every example is also a test of the product.", "zh-CN": "以上算例同时也是产品的测试。" },
} satisfies Record<string, Localised>;

export const POINTS_WORDS: Readonly<Record<"required" | "optional" | "none", Localised>> = {
  required: { en: "The indicator must have points.", "zh-CN": "指标必须有分值。" },
  optional: {
    en: "With points of its own the item earns them; without points it only adds to or takes from the total.",
    "zh-CN": "有分值时在分值内计分；没有分值时只对总分加分或扣分。",
  },
  none: {
    en: "The item has no points of its own; it only adds to or takes from the total.",
    "zh-CN": "本身没有分值，只对总分加分或扣分。",
  },
};

export const DOMAIN_WORDS: Readonly<Record<"any" | "positive" | "non-negative" | "non-zero" | "scale", Localised>> = {
  any: { en: "any number", "zh-CN": "任意数" },
  positive: { en: "a number above 0", "zh-CN": "大于 0 的数" },
  "non-zero": { en: "any number but 0", "zh-CN": "除 0 以外的任意数" },
  "non-negative": { en: "0 or a number above it", "zh-CN": "0 或大于 0 的数" },
  scale: { en: "the name of a scale", "zh-CN": "等级表的名称" },
};

export const SEVERITY_WORDS: Readonly<Record<"error" | "warning" | "info", Localised>> = {
  error: { en: "error: nothing is scored until it is mended", "zh-CN": "错误：修正之前不计分" },
  warning: { en: "warning: scored, but probably not what is meant", "zh-CN": "警告：可以计分，但可能与本意不符" },
  info: { en: "information", "zh-CN": "提示" },
};

export const LANGUAGE_NAMES: Localised = { en: "English", "zh-CN": "中文" };
