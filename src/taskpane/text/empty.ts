import type { Localised } from "../../core/text/locale";

/** What can be missing before anything can be checked or scored. */
export type Missing = "rubric" | "rubric-rows" | "metrics" | "agents" | "period" | "nobody";

interface EmptyText {
  readonly title: string;
  readonly body: string;
  /** Steps in the order of doing them. */
  readonly steps: readonly string[];
}

interface EmptyTexts {
  readonly missing: Readonly<Record<Missing, EmptyText>>;
  readonly headers: string;
  readonly needed: string;
  readonly optional: string;
  readonly perMetric: string;
}

const tableSteps = {
  en: [
    "Put these headers into one row, in any order.",
    "Select the rows and choose Insert > Table.",
    "Come back and choose Read again.",
  ],
  "zh-CN": ["将这些标题放在同一行，顺序不限。", "选中这些行，点“插入”>“表格”。", "回到这里，点“重新读取”。"],
};

export const EMPTY_TEXT: Localised<EmptyTexts> = {
  en: {
    missing: {
      rubric: {
        title: "No rubric in this workbook",
        body: "A rubric is an Excel table with one row per indicator: what is measured, how many points it is worth and how they are earned.",
        steps: tableSteps.en,
      },
      "rubric-rows": {
        title: "The rubric has no rows",
        body: "The Rubric table is there, but no indicator stands in it.",
        steps: ["Add one row per indicator.", "Come back and choose Read again."],
      },
      metrics: {
        title: "No metrics in this workbook",
        body: "Metrics are an Excel table with one row per agent and period, and one column per metric. The rubric can be checked without it.",
        steps: tableSteps.en,
      },
      agents: {
        title: "No agents to score",
        body: "The Metrics table is there, but no row in it has an agent ID.",
        steps: ["Add one row per agent, with an Agent ID.", "Come back and choose Read again."],
      },
      period: {
        title: "No period to score",
        body: "The rows of the Metrics table do not say which period they belong to.",
        steps: ["Fill the column Period, for instance with 2026-10.", "Come back and choose Read again."],
      },
      nobody: {
        title: "Nobody to score here",
        body: "No row of the Metrics table belongs to this rubric and this period.",
        steps: [
          "Choose another rubric or period above.",
          "Or see to it that the columns Rubric and Period of Metrics name them, and choose Read again.",
        ],
      },
    },
    headers: "Headers that are expected",
    needed: "Needed",
    optional: "As needed",
    perMetric: "and one column per metric that the rubric reads",
  },
  "zh-CN": {
    missing: {
      rubric: {
        title: "此工作簿中没有评分标准",
        body: "评分标准是一张 Excel 表格，每行一个指标：考核什么、占多少分、如何得分。",
        steps: tableSteps["zh-CN"],
      },
      "rubric-rows": {
        title: "评分标准没有数据行",
        body: "评分标准表格已有，但其中没有任何指标。",
        steps: ["每个指标添加一行。", "回到这里，点“重新读取”。"],
      },
      metrics: {
        title: "此工作簿中没有指标数据",
        body: "指标数据是一张 Excel 表格，每人每期一行，每个指标一列。没有它也可以检查评分标准。",
        steps: tableSteps["zh-CN"],
      },
      agents: {
        title: "没有可评分的人员",
        body: "指标数据表格已有，但没有任何一行填写了工号。",
        steps: ["每人添加一行，并填写工号。", "回到这里，点“重新读取”。"],
      },
      period: {
        title: "没有可评分的期间",
        body: "指标数据的各行没有注明所属期间。",
        steps: ["填写“期间”一列，例如 2026-10。", "回到这里，点“重新读取”。"],
      },
      nobody: {
        title: "此处无人可评分",
        body: "指标数据中没有属于此考核表和此期间的行。",
        steps: ["在上方选择其他考核表或期间。", "或检查指标数据的“考核表”和“期间”列，然后点“重新读取”。"],
      },
    },
    headers: "需要的标题",
    needed: "必需",
    optional: "按需",
    perMetric: "以及评分标准所用的每个指标各一列",
  },
};
