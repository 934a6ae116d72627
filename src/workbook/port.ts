import type { RawCell } from "../core/cell/cell";
import type { Rows } from "../core/cell/packed";
import type { CellPlace } from "../core/cell/place";
import type { WorkbookPlan } from "../core/plan/plan";
import type { Localised } from "../core/text/locale";

/** An Excel table (ListObject) as it stands in the workbook. */
export interface TableData {
  readonly name: string;
  readonly sheet: string;
  /** Place of the top left cell of the header row, counted from 0. */
  readonly row: number;
  readonly column: number;
  /** The header row, then the data rows; a totals row is left out. Excel errors come as their text, `#N/A`. */
  readonly values: Rows;
  /** Number format of the first data row, one per column; empty when there is no data row. */
  readonly formats: readonly string[];
}

export interface SheetInfo {
  readonly name: string;
  readonly visible: boolean;
  /** Values of A1:A3: enough to recognise a sheet that the product wrote, and its fingerprint. */
  readonly head: readonly RawCell[];
}

/**
 * How the names of sheets begin that only the product knows of: new content before it is moved into place, and what a replaced
 * sheet was. No port tells of them; a file may hold some that were left behind.
 */
export const STAGE_PREFIX = "~qa new ";
export const BACKUP_PREFIX = "~qa old ";

export function isTemporary(sheet: string): boolean {
  return sheet.startsWith(STAGE_PREFIX) || sheet.startsWith(BACKUP_PREFIX);
}

/** What stands on a visible sheet that bears our mark: an evaluation that was filled, and maybe edited since. */
export interface WrittenSheet {
  readonly sheet: string;
  /** From A1 to the last cell with contents. Excel errors come as their text. */
  readonly values: readonly (readonly RawCell[])[];
  /** Addresses such as `B7` of cells that hold formulas. */
  readonly formulas: ReadonlySet<string>;
}

export interface WorkbookSnapshot {
  readonly tables: readonly TableData[];
  readonly sheets: readonly SheetInfo[];
  readonly written: readonly WrittenSheet[];
}

/** Lets long work be followed and cancelled. */
export interface Progress {
  /** Share done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

export interface ReadOptions extends Progress {
  /**
   * A reading of the same workbook from before. What stands on the sheets that `keeps` names is taken from it instead of being read again,
   * where it is still at the same place in the same size.
   */
  readonly earlier?: { readonly snapshot: WorkbookSnapshot; readonly keeps: (sheet: string) => boolean };
  /** Leaves out the sheets that bear our mark. */
  readonly tablesOnly?: boolean;
}

interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** The table as it was read before, where that reading may be kept; its rows include the header row. */
export function keptTable(
  { earlier }: ReadOptions,
  table: Size & Pick<TableData, "name" | "sheet" | "row" | "column">,
): TableData | undefined {
  if (!earlier?.keeps(table.sheet)) return undefined;
  return earlier.snapshot.tables.find(
    ({ name, sheet, row, column, values }) =>
      name === table.name &&
      sheet === table.sheet &&
      row === table.row &&
      column === table.column &&
      values.length === table.rows &&
      values.at(0)?.length === table.columns,
  );
}

/** The sheet of ours as it was read before, where that reading may be kept. */
export function keptSheet(
  { earlier }: ReadOptions,
  written: Size & { readonly sheet: string },
): WrittenSheet | undefined {
  if (!earlier?.keeps(written.sheet)) return undefined;
  return earlier.snapshot.written.find(
    ({ sheet, values }) =>
      sheet === written.sheet && values.length === written.rows && values[0]?.length === written.columns,
  );
}

export interface ApplyOptions extends Progress {
  /** Names of existing sheets that may be replaced; a planned sheet that exists and is not named here is refused. */
  readonly replace: readonly string[];
}

/** What was done, and the way back. */
export interface AppliedChange {
  readonly sheets: readonly string[];
  /**
   * Puts the workbook back as it was. Undoing twice does nothing. Where what was written does not stand there any more - somebody typed
   * into it, renamed the sheet, inserted a row - it fails with `changed` and does nothing. With `overwrite`, which a person must have
   * confirmed, a written sheet is taken back all the same; single cells that have changed are never overwritten.
   */
  undo(options?: { readonly overwrite?: boolean }): Promise<void>;
}

/** That something was changed, and where as far as it is known. */
export interface WorkbookChange {
  /** Name of the sheet whose cells were changed, as it was read last; undefined where more may have changed than the cells of one sheet. */
  readonly sheet: string | undefined;
}

/**
 * The only way the product touches a workbook. Three implementations: Office.js, an `.xlsx` package, and one in memory for
 * tests. `apply` is atomic as seen by a person: when it fails or is cancelled, the workbook is as it was before.
 */
export interface WorkbookPort {
  read(options?: ReadOptions): Promise<WorkbookSnapshot>;
  /**
   * Tables of a planned sheet are made with it and go with it; a table's name that is taken gets a number. A table that is to grow and
   * cannot is refused with `no-room`; taking back makes it as long as it was, unless it has another size by then.
   */
  apply(plan: WorkbookPlan, options: ApplyOptions): Promise<AppliedChange>;
  /** Shows a cell to the person: activates its sheet and selects it. */
  select(place: CellPlace): Promise<void>;
  /** Choices of the person, kept in the workbook, so that a colleague finds the same set-up. */
  loadChoice(key: string): Promise<string | undefined>;
  saveChoice(key: string, value: string): Promise<void>;
  /** Calls back after cells were changed by anybody; returns how to stop listening. */
  onChange(listener: (change: WorkbookChange) => void): Promise<() => Promise<void>>;
}

/**
 * Why the workbook did not do what was asked. `changed`: what stands there is not what was read or written before. `half-done`: it
 * failed, and putting back failed too. `no-room`: something stands where a table would grow. `busy`: a cell is being edited or a dialog is open. `protected`: a sheet or
 * the workbook is protected or read-only. `gone`: a sheet, table or cell is not there any more. `exists`: a sheet to be
 * written is there already. `too-large`: more than the host takes at once. `session`: the host lost the connection.
 * `unsupported`: this Excel lacks what is needed. `unreadable`: the file is no workbook. `cancelled`: the person
 * stopped it. `unknown`: anything else.
 */
export type FailureKind =
  | "changed"
  | "half-done"
  | "no-room"
  | "busy"
  | "protected"
  | "gone"
  | "exists"
  | "too-large"
  | "session"
  | "unsupported"
  | "unreadable"
  | "cancelled"
  | "unknown";

/** A failure of the workbook that people are told about in plain words; `detail` is for a support request. */
export class WorkbookFailure extends Error {
  readonly kind: FailureKind;
  readonly detail: string;

  constructor(kind: FailureKind, detail: string, options?: ErrorOptions) {
    super(`${kind}: ${detail}`, options);
    this.name = "WorkbookFailure";
    this.kind = kind;
    this.detail = detail;
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
  busy: {
    en: "Excel is busy: a cell is being edited or a dialog is open. Press Enter or Esc in the sheet, then try again.",
    "zh-CN": "Excel 正忙：有单元格正在编辑或有对话框打开。请在工作表中按 Enter 或 Esc，然后重试。",
  },
  protected: {
    en: "The sheet or the workbook is protected or read-only. Ask its owner to unprotect it, then try again. Nothing was changed.",
    "zh-CN": "工作表或工作簿受保护或为只读。请让所有者取消保护后重试。未做任何更改。",
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
    en: "Excel could not do this. Nothing was changed. Try again; if it happens again, pass on the detail below.",
    "zh-CN": "Excel 无法完成此操作。未做任何更改。请重试；若再次出现，请提供下方的详细信息。",
  },
};
