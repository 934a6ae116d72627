import { helpers } from "@odoo/o-spreadsheet";
import type { Locale } from "@odoo/o-spreadsheet";
import type { CellInput } from "../host/model";

/** The content of a grid cell that means `input`. A text that looks like something else gets an apostrophe, which marks it as text. */
export function contentOf(input: Exclude<CellInput, undefined>, locale: Locale): string {
  if (input === null || input === "") return "";
  if (typeof input === "number") return String(input);
  if (typeof input === "boolean") return input ? "TRUE" : "FALSE";
  if (typeof input === "object") return "formula" in input ? input.formula : input.error;
  return isMistakable(input, locale) ? `'${input}` : input;
}

function isMistakable(text: string, locale: Locale): boolean {
  if (/^[='+@-]/.test(text) || /^(?:true|false)$/i.test(text)) return true;
  if (!/\d/.test(text) && !/^[[(]/.test(text)) return false;
  return helpers.isNumber(text, locale) || helpers.isDateTime(text, locale);
}
