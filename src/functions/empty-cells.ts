import type { CellValue } from "../core/cell/cell";
import { foldName } from "../core/cell/cell";
import type { Localised } from "../core/text/locale";
import type { ArgumentMatrix, FunctionParameter } from "./define";
import { inDomain } from "./from-method";
import { ArgumentError, measureArgument, optionalNumber, valueError } from "./matrix";

/**
 * Excel hands an empty cell over as 0 on the desktop and as blank on the web. Where both mean something in an argument that decides scores,
 * one of them is refused, and a word says what is meant: `open` for no bound, `zero` for 0.
 */

const OPEN: ReadonlySet<string> = new Set(["open", "不限"]);
const ZERO: ReadonlySet<string> = new Set(["zero", "零"]);
const CERTAIN_ZERO: CellValue = { kind: "number", value: 0, fromText: true };

/** What help says where an empty measured cell would count as 0. */
export const EMPTY_VALUE: Localised = {
  en: 'Excel on the desktop hands an empty cell over as 0: write IF(B2="","",B2) where a value may be missing.',
  "zh-CN": '桌面版 Excel 会把空单元格当作 0 传入：数据可能缺失时请写 IF(B2="","",B2)。',
};

/** Whether the person wrote that there is no bound. */
export const isOpenWord = (cell: CellValue | undefined): boolean =>
  cell?.kind === "text" && OPEN.has(foldName(cell.text));

/** Whether the cell may be an empty one of the desktop. A 0 typed as text is meant. */
export const mayBeEmpty = (cell: CellValue | undefined): boolean =>
  cell?.kind === "number" && cell.value === 0 && !cell.fromText;

/** The cell with the word for 0 read as the number. */
export const withZeroWord = (cell: CellValue): CellValue =>
  cell.kind === "text" && ZERO.has(foldName(cell.text)) ? CERTAIN_ZERO : cell;

/** The only cell of an argument. Undefined for a range and for an argument that was left out. */
export const onlyCell = (matrix: ArgumentMatrix | undefined): CellValue | undefined =>
  matrix?.length === 1 && matrix[0]!.length === 1 ? withZeroWord(matrix[0]![0]!) : undefined;

/** Refuses a 0 that an empty cell would be as well. `en` and `zh` say how to write the other meaning. */
export function refuseZero(name: Localised, en: string, zh: string): never {
  throw new ArgumentError(
    valueError(
      `${name.en} is 0, and so is an empty cell in Excel on the desktop. ${en}; write zero if 0 is meant.`,
      `“${name["zh-CN"]}”为 0，而桌面版 Excel 的空单元格也是 0。${zh}；确实为 0 请写“零”。`,
    ),
  );
}

const worded = (matrix: ArgumentMatrix | undefined): ArgumentMatrix | undefined => {
  const cell = onlyCell(matrix);
  return cell ? [[cell]] : matrix;
};

/** A measured value that may be left out. The caller decides what a 0 means. */
export const measureOrNone = (matrix: ArgumentMatrix | undefined, name: Localised): number | undefined =>
  optionalNumber(worded(matrix), name, undefined, measureArgument);

/** A number that may be left out. A 0 must be meant, because leaving it out means something else, which `en` and `zh` name. */
export function numberOrNone(
  matrix: ArgumentMatrix | undefined,
  name: Localised,
  en: string,
  zh: string,
): number | undefined {
  if (mayBeEmpty(onlyCell(matrix))) refuseZero(name, en, zh);
  return optionalNumber(worded(matrix), name, undefined);
}

const LIMIT: Localised = { en: "limit", "zh-CN": "上限" };

/** The most of a deduction or bonus. `en` and `zh` say of what. */
export const limitParameter = (en: string, zh: string): FunctionParameter => ({
  name: "limit",
  optional: true,
  text: {
    en: { name: LIMIT.en, help: `${en} Leave it out, or write open, for no limit; 0 gives #VALUE!.` },
    "zh-CN": { name: LIMIT["zh-CN"], help: `${zh}没有上限时省略或写“不限”；0 得 #VALUE!。` },
  },
});

/** Undefined for no limit. */
export function limitArgument(matrix: ArgumentMatrix | undefined): number | undefined {
  if (isOpenWord(onlyCell(matrix))) return undefined;
  const limit = numberOrNone(matrix, LIMIT, "Write open for no limit", "没有上限请写“不限”");
  return limit === undefined ? undefined : inDomain(limit, limit >= 0, LIMIT, "0 or more", "不小于 0");
}
