import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** The origin of a written sheet, so that a reader can tell whether it still matches the present data. */
export interface EvaluationMark {
  readonly period: string;
  readonly rubric: string;
  readonly metrics: string;
}

const MARK = /\[QA (.+) R([0-9a-f]{16}) M([0-9a-f]{16})\]/;

export function writeMark(mark: EvaluationMark): string {
  return `[QA ${mark.period} R${mark.rubric} M${mark.metrics}]`;
}

/** Finds a mark in the text of a sheet's head; undefined for a sheet that Fill did not write. */
export function readMark(text: string): EvaluationMark | undefined {
  const match = MARK.exec(text);
  return match ? { period: match[1]!, rubric: match[2]!, metrics: match[3]! } : undefined;
}

/** The mark of a sheet of formulas beside an evaluation sheet. It is no evaluation, so it differs. */
export const writeFormulaMark = (mark: EvaluationMark): string => writeMark(mark).replace("[QA", "[QF");

/** Whether Fill wrote a sheet, of whatever kind, by the text of its head. */
export const isWritten = (text: string): boolean => readMark(text.replace("[QF", "[QA")) !== undefined;

/** Excel's limit for the name of a sheet. */
const MOST_CHARACTERS = 31;

/**
 * Name of the sheet for a period. It is the same in every language, so that Fill in another language finds and replaces
 * the sheet. If one of several rubrics is chosen, its name is added, so that the sheets of different rubrics do not
 * replace each other. A name that is too long ends with four digits of its hash, so that two long names never become
 * equal. `apart` adds such digits to any name, where the sheet of another period has it already.
 */
export function evaluationSheetName(period: string, onlyRubric?: string, apart = false): string {
  const full = `Evaluation ${period}${onlyRubric ? ` ${onlyRubric}` : ""}`.replace(/[[\]:*?/\\]/g, "-");
  const hashed = apart ? `${period}\n${onlyRubric ?? ""}` : full;
  const name =
    full.length <= MOST_CHARACTERS && !apart
      ? full
      : `${full.slice(0, MOST_CHARACTERS - 5)}~${bytesToHex(sha256(utf8ToBytes(hashed))).slice(0, 4)}`;
  // Excel refuses the name of a sheet that ends with an apostrophe.
  return name.replace(/'$/, "-");
}
