import { STORED_ERROR_CODES, type RawCell } from "../core/cell/cell";
import { addressOf } from "../core/cell/place";
import { WorkbookFailure } from "../workbook/failure";
import { storedFormula } from "./formula-text";
import type { XlsxCellValue } from "./types";
import { escapeCellText, escapeText } from "./xml";

/** Excel's limit for the text of a cell. */
const MOST_CHARACTERS = 32_767;

function isFormula(value: XlsxCellValue): value is Exclude<XlsxCellValue, string | number | boolean | null> {
  return typeof value === "object" && value !== null;
}

export function hasOpenResult(value: XlsxCellValue): boolean {
  // A formula's result is never blank, so a blank result means that it is unknown.
  return isFormula(value) && (!("cached" in value) || value.cached === null || value.cached === undefined);
}

/**
 * One cell element. Text goes into the cell itself (`inlineStr`): Excel takes it literally, whatever it starts with, and the shared strings
 * of the workbook stay as they are.
 */
export function cellXml(row: number, column: number, value: XlsxCellValue, style: number, prefix: string): string {
  const address = addressOf(row, column);
  const start = `<${prefix}c r="${address}"${styleXml(style)}`;
  const end = `</${prefix}c>`;
  if (value === null || value === "") return `${start}/>`;
  if (isFormula(value)) {
    const formula = `<${prefix}f>${escapeText(storedFormula(value.formula))}</${prefix}f>`;
    return start + resultXml(formula, "cached" in value ? value.cached : null, row, column, prefix) + end;
  }
  switch (typeof value) {
    case "number":
      return `${start}><${prefix}v>${numberText(value, row, column)}</${prefix}v>${end}`;
    case "boolean":
      return `${start} t="b"><${prefix}v>${value ? 1 : 0}</${prefix}v>${end}`;
    default:
      return `${start} t="inlineStr"><${prefix}is>${textXml(value, address, prefix)}</${prefix}is>${end}`;
  }
}

export function styleXml(style: number): string {
  return style > 0 ? ` s="${style}"` : "";
}

function textXml(text: string, address: string, prefix: string): string {
  if (text.length > MOST_CHARACTERS) {
    const detail = `The text of ${address} has ${text.length} characters; a cell holds ${MOST_CHARACTERS}.`;
    throw new WorkbookFailure("too-large", detail);
  }
  const space = /^\s|\s$|[\n\t]| {2}/.test(text) ? ' xml:space="preserve"' : "";
  return `<${prefix}t${space}>${escapeCellText(text)}</${prefix}t>`;
}

function resultXml(formula: string, cached: RawCell, row: number, column: number, prefix: string): string {
  const value = (text: string): string => `<${prefix}v>${text}</${prefix}v>`;
  if (cached === null || cached === undefined) return `>${formula}`;
  if (typeof cached === "number") return `>${formula}${value(numberText(cached, row, column))}`;
  if (typeof cached === "boolean") return ` t="b">${formula}${value(cached ? "1" : "0")}`;
  if (STORED_ERROR_CODES.has(cached)) return ` t="e">${formula}${value(cached)}`;
  return ` t="str">${formula}${value(escapeCellText(cached))}`;
}

export function numberText(value: number, row: number, column: number): string {
  if (!Number.isFinite(value))
    throw new RangeError(`${value} in ${addressOf(row, column)}: a cell holds no such number.`);
  return String(value);
}
