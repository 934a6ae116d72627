import { WorkbookFailure } from "../workbook/failure";

/** Refusals of files. The person reads them, so they are in both languages. */

export function unreadable(en: string, zh: string, options?: ErrorOptions): WorkbookFailure {
  return new WorkbookFailure("unreadable", { en, "zh-CN": zh }, options);
}

/** A part of the file is larger than any workbook needs. */
export function oversized(en: string, zh: string): WorkbookFailure {
  return new WorkbookFailure("oversized", { en, "zh-CN": zh });
}

/** The file to be written has a fault that the opened one had not. */
export function unsound(en: string, zh: string, options?: ErrorOptions): WorkbookFailure {
  return new WorkbookFailure("unsound", { en, "zh-CN": zh }, options);
}
