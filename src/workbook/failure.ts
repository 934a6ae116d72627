import type { Localised } from "../core/text/locale";

/**
 * The reason why the workbook did not do what was asked.
 *
 * - `changed`: a cell or sheet differs from what was read or written before.
 * - `half-done`: the change failed, and putting back failed too.
 * - `no-room`: cells below a table are in the way of its growth.
 * - `misplaced`: the host put values into other cells than asked.
 * - `busy`: a cell is being edited or a dialog is open.
 * - `behind`: another workbook or window is in front.
 * - `chart-sheet`: a sheet without cells is in front.
 * - `filtered`, `merged`, `pivot`: a filter, merged cells or a pivot table are in the way.
 * - `memory`: the host has no memory left.
 * - `protected`: a sheet or the workbook is protected or read-only.
 * - `gone`: a sheet, table or cell no longer exists.
 * - `exists`: a sheet to be written exists already.
 * - `too-large`: the request exceeds what the host takes at once.
 * - `oversized`: a part of the file is larger than any workbook needs.
 * - `unsound`: the file to be written did not pass its check.
 * - `session`: the host lost the connection.
 * - `unsupported`: this Excel lacks what is needed.
 * - `unreadable`: the file is no workbook.
 * - `cancelled`: the person stopped the work.
 * - `unknown`: anything else.
 */
export type FailureKind =
  | "changed"
  | "half-done"
  | "no-room"
  | "misplaced"
  | "busy"
  | "behind"
  | "chart-sheet"
  | "filtered"
  | "merged"
  | "pivot"
  | "memory"
  | "protected"
  | "gone"
  | "exists"
  | "too-large"
  | "oversized"
  | "unsound"
  | "session"
  | "unsupported"
  | "unreadable"
  | "cancelled"
  | "unknown";

/**
 * A failure of the workbook that the pane tells in plain words. `detail` is for a support request. A detail in both languages is read by
 * the person as well.
 */
export class WorkbookFailure extends Error {
  readonly kind: FailureKind;
  readonly detail: string;
  readonly details: Localised;

  constructor(kind: FailureKind, detail: string | Localised, options?: ErrorOptions) {
    const details = typeof detail === "string" ? { en: detail, "zh-CN": detail } : detail;
    super(`${kind}: ${details.en}`, options);
    this.name = "WorkbookFailure";
    this.kind = kind;
    this.detail = details.en;
    this.details = details;
  }
}

export const FAILURE_TEXT: Readonly<Record<FailureKind, Localised>> = {
  changed: {
    en: "The workbook has changed since it was read: somebody edited, moved or renamed what was to be written. Nothing was written. Look at it again, then repeat the step.",
    "zh-CN": "工作簿自读取后已有变化：要写入的内容被编辑、移动或重命名。未写入任何内容。请查看后重试。",
  },
  "half-done": {
    en: "Excel stopped in the middle, and putting everything back did not work either. Look at the sheet named below before you go on; do not save over your last good copy.",
    "zh-CN": "Excel 中途停止，且未能完全恢复。继续之前请检查下方提到的工作表；不要覆盖上一份完好的副本。",
  },
  "no-room": {
    en: "The table cannot grow: something stands right below it, or it has a totals row. Insert sheet rows below the table or turn the totals row off, then try again. Nothing was changed.",
    "zh-CN":
      "表格无法向下扩展：紧接其下方有内容，或表格带有汇总行。请在表格下方插入工作表行，或关闭汇总行，然后重试。未做任何更改。",
  },
  misplaced: {
    en: "Excel did not put every value into its own cell, as happens while rows are filtered or hidden or cells are merged. Everything was put back. Clear the filter, show all rows, undo merged cells, then try again.",
    "zh-CN":
      "Excel 未能将每个值写入对应的单元格，这通常发生在行被筛选或隐藏、或单元格已合并时。已全部恢复原样。请清除筛选、显示所有行并取消合并单元格，然后重试。",
  },
  busy: {
    en: "Excel is busy: a cell is being edited or a dialog is open. Press Enter or Esc in the sheet, then try again.",
    "zh-CN": "Excel 正忙：有单元格正在编辑或有对话框打开。请在工作表中按 Enter 或 Esc，然后重试。",
  },
  behind: {
    en: "Another workbook or window is in front. Click a cell of this workbook, then try again. Nothing was changed.",
    "zh-CN": "当前位于最前的是其他工作簿或窗口。请单击本工作簿中的任一单元格，然后重试。未做任何更改。",
  },
  "chart-sheet": {
    en: "A chart sheet or another sheet without cells is in front. Choose an ordinary sheet, then try again. Nothing was changed.",
    "zh-CN": "当前显示的是图表工作表或其他没有单元格的工作表。请切换到普通工作表后重试。未做任何更改。",
  },
  filtered: {
    en: "A filter is in the way. Clear the filters of the sheet, then try again. Nothing was changed.",
    "zh-CN": "筛选妨碍了此操作。请清除该工作表的筛选后重试。未做任何更改。",
  },
  merged: {
    en: "Merged cells are in the way. Unmerge them, then try again. Nothing was changed.",
    "zh-CN": "合并单元格妨碍了此操作。请取消合并后重试。未做任何更改。",
  },
  pivot: {
    en: "A pivot table is in the way. Move it to another place or sheet, then try again. Nothing was changed.",
    "zh-CN": "数据透视表妨碍了此操作。请将其移到其他位置或工作表后重试。未做任何更改。",
  },
  memory: {
    en: "Excel has no memory left. Save your work, close other workbooks or restart Excel, then try again. Nothing was changed.",
    "zh-CN": "Excel 内存不足。请保存工作，关闭其他工作簿或重新启动 Excel，然后重试。未做任何更改。",
  },
  protected: {
    en: "The sheet or the workbook is protected or read-only. Ask its owner to unprotect it, then try again. A signed workbook is read-only until you choose Edit Anyway in Excel, which ends its signature. If nothing is protected, security software may be keeping Excel from it: ask your IT. Nothing was changed.",
    "zh-CN":
      "工作表或工作簿受保护或为只读。请让所有者取消保护后重试。已签名的工作簿为只读，在 Excel 中选择“仍然编辑”后可写入，但签名随之失效。若并未设置保护，可能是安全软件阻止了 Excel，请联系 IT 人员。未做任何更改。",
  },
  gone: {
    en: "A sheet, table or cell is not there any more; somebody may have renamed or deleted it. Read the workbook again. Nothing was changed.",
    "zh-CN": "某个工作表、表格或单元格已不存在，可能已被重命名或删除。请重新读取工作簿。未做任何更改。",
  },
  exists: {
    en: "A sheet of that name is there already. Confirm that it may be replaced. Nothing was changed.",
    "zh-CN": "同名工作表已存在。请确认可以替换。未做任何更改。",
  },
  "too-large": {
    en: "Excel refused the amount of data at once. Score fewer agents at a time or close other workbooks, then try again. Nothing was changed.",
    "zh-CN": "Excel 拒绝一次处理这么多数据。请减少人数或关闭其他工作簿后重试。未做任何更改。",
  },
  oversized: {
    en: "A part of the file is larger than a workbook needs. In Excel, clear what is too much (see below: unused styles, blank or formatted cells beyond the data, leftover texts), save, and try again. Nothing was changed.",
    "zh-CN":
      "文件中某一部分过大，超出工作簿的正常需要。请在 Excel 中清除多余内容（见下方说明：未使用的样式、数据以外的空白或带格式的单元格、残留文本），保存后重试。未做任何更改。",
  },
  unsound: {
    en: "The workbook to be written did not pass its check, so it was not written; the files are as they were. Open the workbook in Excel, save it there and try again; if it happens again, pass on the detail below.",
    "zh-CN":
      "待写入的工作簿未通过检查，因此未写入；原有文件保持不变。请用 Excel 打开并重新保存后再试；若再次出现，请提供下方的详细信息。",
  },
  session: {
    en: "The connection to the workbook was lost. Save your work, reopen the workbook and try again. Nothing was changed.",
    "zh-CN": "与工作簿的连接已断开。请保存后重新打开工作簿再试。未做任何更改。",
  },
  unsupported: {
    en: "This version of Excel lacks a feature that is needed here. Update Excel or use Excel on the web. Nothing was changed.",
    "zh-CN": "此版本的 Excel 缺少所需功能。请更新 Excel 或使用网页版 Excel。未做任何更改。",
  },
  unreadable: {
    en: "The file cannot be read as an Excel workbook (.xlsx). Save it again from Excel and try once more. Nothing was changed.",
    "zh-CN": "无法将该文件读取为 Excel 工作簿（.xlsx）。请用 Excel 重新保存后再试。未做任何更改。",
  },
  cancelled: {
    en: "Stopped. The workbook is as it was.",
    "zh-CN": "已停止。工作簿保持原样。",
  },
  unknown: {
    en: "Excel could not do this. Look at the sheet, then try again; if it happens again, pass on the detail below.",
    "zh-CN": "Excel 无法完成此操作。请查看工作表后重试；若再次出现，请提供下方的详细信息。",
  },
};
