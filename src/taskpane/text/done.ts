import type { Locale, Localised } from "../../core/text/locale";
import { CHECK_TEXT } from "./check";
import { RULES_TEXT } from "./rules";

/** What was written, after which the workbook is read and checked again. */
export type WrittenAndRead =
  | { readonly kind: "mended"; readonly count: number }
  | { readonly kind: "inserted"; readonly name: Localised }
  | { readonly kind: "applied"; readonly rows: number; readonly sheets: readonly string[]; readonly pasted: string };

/** What was written, and how many findings there are now. */
export function doneSentence(locale: Locale, what: WrittenAndRead, left: number): string {
  switch (what.kind) {
    case "mended":
      return CHECK_TEXT[locale].mended(what.count, left);
    case "inserted":
      return CHECK_TEXT[locale].inserted(what.name[locale], left);
    case "applied":
      return RULES_TEXT[locale].applied(what.rows, left);
  }
}
