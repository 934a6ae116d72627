import type { RawCell } from "../cell/cell";
import { cellText, parseCell } from "../cell/cell";
import { readName } from "../cell/period-name";
import { isDate } from "../metrics/periods";

/** What stands in a column, by its first cells. */

const share = (cells: readonly RawCell[], test: (raw: RawCell) => boolean): number => {
  const filled = cells.filter((raw) => cellText(raw) !== "");
  return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
};

const isNumber = (raw: RawCell): boolean => ["number", "duration", "not-applicable"].includes(parseCell(raw).kind);
const isId = (raw: RawCell): boolean => /^[\p{L}]{0,8}[-_]?\d[\p{L}\d\-_]*$/u.test(cellText(raw));
const isWord = (raw: RawCell): boolean => typeof raw === "string" && /\p{L}/u.test(raw) && !isId(raw);

export const areNumbers = (cells: readonly RawCell[]): boolean => share(cells, isNumber) >= 0.8;
export const areWords = (cells: readonly RawCell[]): boolean => share(cells, isWord) >= 0.8;

/** IDs: short words with figures, no two alike but for repeated agents, and not the numbers of the rows. */
export function areIds(cells: readonly RawCell[]): boolean {
  if (share(cells, isId) < 0.9) return false;
  const texts = cells.map(cellText).filter((text) => text !== "");
  const isCount = texts.every((text, at) => Number(text) === Number(texts[0]) + at) && Number(texts[0]) <= 1;
  return !isCount && texts.every((text) => !/^\d+\.\d+$/.test(text)) && new Set(texts).size > texts.length / 4;
}

const isPeriodCell = (raw: RawCell): boolean =>
  isDate(raw) || (typeof raw === "number" ? raw >= 200001 && raw <= 209912 : readName(cellText(raw)).length > 0);

export const arePeriods = (cells: readonly RawCell[]): boolean => share(cells, isPeriodCell) >= 0.8;

const ANSWERS = /^(?:yes|no|y|n|na|n\/a|是|否|不适用|pass|fail|√|×|合格|不合格|达标|未达标)$/iu;

export const areAnswers = (cells: readonly RawCell[]): boolean =>
  share(cells, (raw) => ANSWERS.test(cellText(raw))) >= 0.8;
