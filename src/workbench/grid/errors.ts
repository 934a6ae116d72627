import { registries } from "@odoo/o-spreadsheet";
import { ERROR_CODES } from "../../core/cell/cell";

/** Shown while the add-in computes, as in Excel. */
export const BUSY = "#BUSY!";

/** Errors that the grid names differently. */
const IN_EXCEL: Readonly<Record<string, string>> = {
  "#REF": "#REF!",
  "#BAD_EXPR": "#NAME?",
  "#CYCLE": "#REF!",
  "#ERROR": "#VALUE!",
};

/** Registers Excel's errors that the grid lacks, so that they spread through formulas. */
export function registerErrors(): void {
  for (const code of ERROR_CODES) registries.errorTypes.add(code as never);
}

export function excelError(gridError: string): string {
  return IN_EXCEL[gridError] ?? gridError;
}
