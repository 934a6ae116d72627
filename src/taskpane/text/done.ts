import type { Locale, Localised } from "../../core/text/locale";
import { CHECK_TEXT } from "./check";
import { RULES_TEXT } from "./rules";

/** A written change, after which the workbook is read and checked again. */
export type WrittenAndRead =
  | { readonly kind: "mended"; readonly count: number }
  | { readonly kind: "inserted"; readonly name: Localised }
  | { readonly kind: "applied"; readonly rows: number; readonly sheets: readonly string[]; readonly pasted: string };

/** The written change and the present number of findings, which is undefined until the next reading. */
export function doneSentence(locale: Locale, what: WrittenAndRead, left: number | undefined): string {
  const [check, rules] = [CHECK_TEXT[locale], RULES_TEXT[locale]];
  switch (what.kind) {
    case "mended":
      return left === undefined ? check.mending : check.mended(what.count, left);
    case "inserted":
      return left === undefined ? check.inserting(what.name[locale]) : check.inserted(what.name[locale], left);
    case "applied":
      return left === undefined ? rules.applying(what.rows) : rules.applied(what.rows, left);
  }
}
