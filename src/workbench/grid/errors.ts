import { registries } from "@odoo/o-spreadsheet";
import { ERROR_CODES } from "../../core/cell/cell";

/** Shown while the add-in computes, as Excel does it. */
export const BUSY = "#BUSY!";

/** Errors that the grid words in its own way. */
const IN_EXCEL: Readonly<Record<string, string>> = {
  "#REF": "#REF!",
  "#BAD_EXPR": "#NAME?",
  "#CYCLE": "#REF!",
  "#ERROR": "#VALUE!",
};

/** Makes errors known that Excel has and the grid does not, so that they spread through formulas as errors do. */
export function registerErrors(): void {
  for (const code of ERROR_CODES) registries.errorTypes.add(code as never);
}

export function excelError(gridError: string): string {
  return IN_EXCEL[gridError] ?? gridError;
}
