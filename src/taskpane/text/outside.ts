import type { Localised } from "../../core/text/locale";

/** Texts for a page opened outside Excel. */
export const OUTSIDE_TEXT: Localised<{ readonly title: string; readonly body: string; readonly failed: string }> = {
  en: {
    title: "QA Scorecard runs inside Excel",
    body: "Open it from its tab in Excel, or from the workbench of the project.",
    failed: "The pane could not be loaded. Check the connection, then close and open the pane.",
  },
  "zh-CN": {
    title: "质检计分需在 Excel 中使用",
    body: "请在 Excel 的“质检计分”选项卡中打开，或使用本项目的工作台。",
    failed: "无法加载窗格。请检查网络连接，然后关闭并重新打开窗格。",
  },
};
