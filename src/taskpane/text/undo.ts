import { showNumber } from "../../core/text/format";
import type { Locale, Localised } from "../../core/text/locale";
import { counted } from "../../core/text/plural";

/** A change to be undone. */
type What =
  | { readonly kind: "mended"; readonly count: number }
  | { readonly kind: "applied"; readonly rows: number }
  | { readonly kind: "inserted"; readonly name: Localised }
  | { readonly kind: "filled"; readonly sheet: string; readonly replaced: boolean };

const findings = (count: number): string => counted(showNumber(count, "en"), "finding", "findings");

const en = {
  undo: "Undo",
  undoing: "Taking back…",
  alsoBefore: "Undo the one before, too",
  before: "Undo the one before",
  rulesUndone: (rows: number) => `Taken back: ${counted(showNumber(rows, "en"), "row", "rows")} of the rubric.`,
  mendUndone: (count: number) => `Taken back: the mend of ${findings(count)}.`,
  sheetRemoved: (sheet: string) => `Taken back: ${sheet} is removed.`,
  sheetAsBefore: (sheet: string) => `Taken back: ${sheet} is as it was before it was filled.`,
  mendRefused: "The cells that were written have changed since. Nothing was taken back; what stands there now is kept.",
  sheetRefused: (sheet: string) => `${sheet} has changed since. Nothing was taken back; what stands there now is kept.`,
  lost: "This cannot be taken back any more: the sheet, or what was kept of it for Undo, is no longer there. Nothing was changed.",
  overwriteTitle: (sheet: string) => `Take back ${sheet}?`,
  overwriteBody:
    "Somebody has changed it since it was written. Take it back all the same? What was typed into it is lost.",
  overwrite: "Take it back",
  keep: "Keep it",
};

export type UndoText = typeof en;

export const UNDO_TEXT: Localised<UndoText> = {
  en,
  "zh-CN": {
    undo: "撤销",
    undoing: "正在撤销…",
    alsoBefore: "再撤销上一步",
    before: "撤销上一步",
    rulesUndone: (rows) => `已撤销：评分标准的 ${showNumber(rows, "zh-CN")} 行。`,
    mendUndone: (count) => `已撤销：${showNumber(count, "zh-CN")} 个问题的修正。`,
    sheetRemoved: (sheet) => `已撤销：${sheet} 已移除。`,
    sheetAsBefore: (sheet) => `已撤销：${sheet} 恢复为填写之前的样子。`,
    mendRefused: "写入过的单元格之后又有改动。未撤销任何内容，现有内容予以保留。",
    sheetRefused: (sheet) => `${sheet} 之后又有改动。未撤销任何内容，现有内容予以保留。`,
    lost: "已无法撤销：该工作表或为撤销保留的内容已不存在。未做任何更改。",
    overwriteTitle: (sheet) => `撤销 ${sheet}？`,
    overwriteBody: "写入之后有人改动过。仍要撤销吗？之后输入的内容将会丢失。",
    overwrite: "仍要撤销",
    keep: "保留",
  },
};

/** Names only what was undone, because other edits of the workbook stay. */
export function undoneSentence(locale: Locale, what: What): string {
  const text = UNDO_TEXT[locale];
  if (what.kind === "mended") return text.mendUndone(what.count);
  if (what.kind === "applied") return text.rulesUndone(what.rows);
  if (what.kind === "inserted") return text.sheetRemoved(what.name[locale]);
  return what.replaced ? text.sheetAsBefore(what.sheet) : text.sheetRemoved(what.sheet);
}

export function refusedSentence(locale: Locale, what: What): string {
  const text = UNDO_TEXT[locale];
  if (what.kind === "inserted") return text.sheetRefused(what.name[locale]);
  return what.kind === "mended" || what.kind === "applied" ? text.mendRefused : text.sheetRefused(what.sheet);
}
