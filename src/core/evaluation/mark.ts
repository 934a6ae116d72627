import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** What a written sheet says of its origin, so that anybody can tell whether it still stands for the present data. */
export interface EvaluationMark {
  readonly period: string;
  readonly rubric: string;
  readonly metrics: string;
}

const MARK = /\[QA (.+) R([0-9a-f]{16}) M([0-9a-f]{16})\]/;

export function writeMark(mark: EvaluationMark): string {
  return `[QA ${mark.period} R${mark.rubric} M${mark.metrics}]`;
}

/** Finds a mark in the text of a sheet's head; undefined when the sheet is not ours. */
export function readMark(text: string): EvaluationMark | undefined {
  const match = MARK.exec(text);
  return match ? { period: match[1]!, rubric: match[2]!, metrics: match[3]! } : undefined;
}

/** The longest name that Excel gives a sheet. */
const MOST_CHARACTERS = 31;

/**
 * Name of the sheet for a period. The same in every language, so that a colleague's Fill finds and replaces it. Where one of several
 * rubrics was chosen its name is added, so that it does not replace the sheet of another; a name that is too long ends with four digits
 * of its hash instead of being cut, so that two long names never meet.
 */
export function evaluationSheetName(period: string, onlyRubric?: string): string {
  const full = `Evaluation ${period}${onlyRubric ? ` ${onlyRubric}` : ""}`.replace(/[[\]:*?/\\]/g, "-");
  const name =
    full.length <= MOST_CHARACTERS
      ? full
      : `${full.slice(0, MOST_CHARACTERS - 5)}~${bytesToHex(sha256(utf8ToBytes(full))).slice(0, 4)}`;
  // Excel takes no sheet whose name ends with an apostrophe.
  return name.replace(/'$/, "-");
}
