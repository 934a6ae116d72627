import { showNumber } from "../../core/text/format";
import type { Localised } from "../../core/text/locale";
import { counted } from "../../core/text/plural";

const agents = (count: number): string => counted(showNumber(count, "en"), "agent", "agents");

const en = {
  heading: "Evaluation sheet",
  what: "Writes a sheet with every agent's points, totals, grades and ranks as fixed values, with a page set-up for A4. No other sheet is edited.",
  sheet: "Sheet",
  content: "Content",
  contentOf: (count: number, columns: number) => `${agents(count)}, ${counted(columns, "column", "columns")}`,
  withoutTotal: "Without a total",
  withoutTotalOf: (count: number) => `${agents(count)}; marked in the sheet`,
  wording: "Wording",
  fill: (sheet: string) => `Fill ${sheet}`,
  exists: (sheet: string) => `${sheet} is there already. You will be asked before it is replaced.`,
  ownUndo: "Filling ends Excel's own list of undo steps. From then on, undo it here, while the pane stays open.",
  copies: (count: number) =>
    `${counted(showNumber(count, "en"), "hidden undo copy", "hidden undo copies")} of replaced sheets, with earlier scores: saved and sent with this file.`,
  removeCopies: "Remove undo copies",
  removeCopiesTitle: "Remove undo copies?",
  removeCopiesBody:
    "The copies of replaced sheets are deleted from this workbook. Sheets that were replaced can then no longer be taken back. Other changes can.",
  keepCopies: "Keep them",
  filling: "Filling…",
  progress: (percent: number) => `${percent}% filled`,
  filled: (sheet: string, count: number, open: number) =>
    `${sheet} is filled: ${agents(count)}${open === 0 ? "" : `, ${showNumber(open, "en")} of them without a total`}.`,
  goToSheet: "Go to sheet",
  confirmTitle: (sheet: string) => `Replace ${sheet}?`,
  confirmBody:
    "The sheet is there already. Everything on it, also what was typed or coloured by hand, is replaced. You can undo this while the pane stays open; for that, the workbook keeps the sheet as it is now in a very hidden copy, which Unhide does not list.",
  replace: "Replace",
  keep: "Keep it",
  staleTitle: "Out of date",
  staleWhy: (changed: "rubric" | "metrics" | "both") =>
    ({
      rubric: ": the rubric has changed since it was written.",
      metrics: ": the metrics have changed since it was written.",
      both: ": rubric and metrics have changed since it was written.",
    })[changed],
  staleHow: "Choose its period and fill it again to bring it up to date.",
};

export type FillText = typeof en;

export const FILL_TEXT: Localised<FillText> = {
  en,
  "zh-CN": {
    heading: "评分工作表",
    what: "写入一张工作表：每个人的各项得分、总分、等级和名次，均为固定数值，并设好 A4 页面。不改动其他工作表。",
    sheet: "工作表",
    content: "内容",
    contentOf: (count, columns) => `${showNumber(count, "zh-CN")} 人，${columns} 列`,
    withoutTotal: "没有总分",
    withoutTotalOf: (count) => `${showNumber(count, "zh-CN")} 人，表中有标记`,
    wording: "文字",
    fill: (sheet) => `填写 ${sheet}`,
    exists: (sheet) => `${sheet} 已存在。替换之前会先询问您。`,
    ownUndo: "填写会清空 Excel 自身的撤销记录。之后请在此窗格中撤销（窗格须保持打开）。",
    copies: (count) =>
      `${showNumber(count, "zh-CN")} 份被替换工作表的隐藏撤销副本（含以前的得分），会随本文件保存和发送。`,
    removeCopies: "删除撤销副本",
    removeCopiesTitle: "删除撤销副本？",
    removeCopiesBody: "将从本工作簿中删除被替换工作表的副本。此后无法再恢复被替换的工作表，其他更改仍可撤销。",
    keepCopies: "保留",
    filling: "正在填写…",
    progress: (percent) => `已填写 ${percent}%`,
    filled: (sheet, count, open) =>
      `已填写 ${sheet}：${showNumber(count, "zh-CN")} 人${open === 0 ? "" : `，其中 ${showNumber(open, "zh-CN")} 人没有总分`}。`,
    goToSheet: "转到工作表",
    confirmTitle: (sheet) => `替换 ${sheet}？`,
    confirmBody:
      "该工作表已存在。其中的全部内容，包括手工输入或着色的部分，都会被替换。窗格未关闭时可以撤销；为此，工作簿会保留该表当前内容的深度隐藏副本（“取消隐藏”中不列出）。",
    replace: "替换",
    keep: "保留原表",
    staleTitle: "需要更新",
    staleWhy: (changed) =>
      ({
        rubric: "：写入之后评分标准已更改。",
        metrics: "：写入之后指标数据已更改。",
        both: "：写入之后评分标准和指标数据均已更改。",
      })[changed],
    staleHow: "请选择相应期间，重新填写即可更新。",
  },
};
