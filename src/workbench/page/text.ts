import type { Localised } from "../../core/text/locale";

/** Words of the workbench itself. */
export const TEXT = {
  documentTitle: { en: "QA Scorecard workbench", "zh-CN": "质检计分工作台" },
  brand: { en: "Workbench", "zh-CN": "工作台" },
  notExcel: { en: "This is not Excel", "zh-CN": "这不是 Excel" },
  notExcelWhy: {
    en: "The add-in runs here for trying out and testing: real add-in, real office.js, but another spreadsheet around it.",
    "zh-CN": "此处供试用和测试：加载项与 office.js 均为原件，但外面的电子表格并非 Excel。",
  },
  open: { en: "Open…", "zh-CN": "打开…" },
  openTip: {
    en: "Open an Excel workbook (.xlsx) from this computer. It stays in this browser.",
    "zh-CN": "打开本机的 Excel 工作簿 (.xlsx)，文件不会离开此浏览器。",
  },
  save: { en: "Save", "zh-CN": "保存" },
  saveTip: {
    en: "Download the workbook as .xlsx. Parts that were not changed stay as they are.",
    "zh-CN": "下载为 .xlsx，未改动的部分保持原样。",
  },
  sample: { en: "Sample", "zh-CN": "示例" },
  ownFile: { en: "My own file", "zh-CN": "自己的文件" },
  language: { en: "Language", "zh-CN": "语言" },
  blanks: { en: "Empty cells", "zh-CN": "空单元格" },
  blanksTip: {
    en: "How empty cells reach custom functions: 0 as in Excel on the desktop, or null as in Excel on the web.",
    "zh-CN": "空单元格传给自定义函数的方式：桌面版 Excel 为 0，网页版 Excel 为 null。",
  },
  desktop: { en: "0 – desktop", "zh-CN": "0 – 桌面版" },
  web: { en: "null – web", "zh-CN": "null – 网页版" },
  gridName: { en: "Worksheet", "zh-CN": "工作表" },
  ribbonName: { en: "Ribbon", "zh-CN": "功能区" },
  closePane: { en: "Close the pane", "zh-CN": "关闭窗格" },
  splitter: { en: "Width of the pane", "zh-CN": "窗格宽度" },
  traffic: { en: "Traffic between add-in and host", "zh-CN": "加载项与宿主之间的通信" },
  total: { en: "Total", "zh-CN": "合计" },
  details: { en: "Details", "zh-CN": "明细" },
  reset: { en: "Reset", "zh-CN": "清零" },
  action: { en: "Action", "zh-CN": "操作" },
  roundTrips: { en: "Round trips", "zh-CN": "往返次数" },
  sent: { en: "Sent", "zh-CN": "发送" },
  received: { en: "Received", "zh-CN": "接收" },
  functionCalls: { en: "Function calls", "zh-CN": "函数调用" },
  noTraffic: { en: "No traffic yet", "zh-CN": "暂无通信" },
  start: { en: "Start", "zh-CN": "启动" },
  cellEdit: { en: "Edit in the sheet", "zh-CN": "编辑工作表" },
  loading: { en: "Opening…", "zh-CN": "正在打开…" },
  saved: { en: "Saved as {name}.", "zh-CN": "已保存为 {name}。" },
  unsaved: {
    en: "“{name}” has changes that are not saved. Opening another workbook loses them.",
    "zh-CN": "“{name}”有未保存的更改，打开其他工作簿会丢失这些更改。",
  },
  saveFirst: { en: "Save first", "zh-CN": "先保存" },
  discard: { en: "Do not save", "zh-CN": "不保存" },
  stay: { en: "Stay here", "zh-CN": "留在此处" },
  cannotOpen: { en: "“{name}” cannot be opened.", "zh-CN": "无法打开“{name}”。" },
  dismiss: { en: "Dismiss", "zh-CN": "关闭" },
  detail: { en: "Detail", "zh-CN": "详细信息" },
  buttonFailed: { en: "The button “{name}” did not finish.", "zh-CN": "按钮“{name}”未能完成。" },
  failed: { en: "Something went wrong in the workbench.", "zh-CN": "工作台出错。" },
} as const satisfies Record<string, Localised>;

export type TextName = keyof typeof TEXT;

export interface Sample {
  readonly file: string;
  readonly text: Localised;
}

/** The workbooks of `npm run samples`. The page starts with the first one of its language. */
export const SAMPLES: readonly Sample[] = [
  { file: "hotline-agents.xlsx", text: { en: "Hotline agents (English)", "zh-CN": "热线坐席（英文）" } },
  { file: "hotline-agents.zh-CN.xlsx", text: { en: "Hotline agents (Chinese)", "zh-CN": "热线坐席（中文）" } },
  { file: "hotline-agents-draft.xlsx", text: { en: "Draft with mistakes (English)", "zh-CN": "有错误的草稿（英文）" } },
  {
    file: "hotline-agents-draft.zh-CN.xlsx",
    text: { en: "Draft with mistakes (Chinese)", "zh-CN": "有错误的草稿（中文）" },
  },
];
