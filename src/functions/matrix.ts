import type { CellValue } from "../core/cell/cell";
import { commaQuestion } from "../core/cell/comma-question";
import { readNumber, readPlainNumber } from "../core/metrics/reading";
import type { Reading } from "../core/scoring/compile/read-value";
import { showDuration } from "../core/text/format";
import type { Localised } from "../core/text/locale";
import type { ArgumentMatrix, FunctionCell, FunctionError, FunctionMatrix } from "./define";

const BLANK: CellValue = { kind: "blank" };

/** The result for a pending cell. The next function reads it as blank. */
export const PENDING = "";
/** The result for a cell that does not apply. The next function leaves it out. */
export const NOT_APPLICABLE = "N/A";

/** An error cell. Excel shows its sentence beside it. */
export function valueError(en: string, zh: string): FunctionError {
  return { error: "#VALUE!", message: { en, "zh-CN": zh } };
}

/** Thrown inside `run` for arguments that spoil the whole result. The caller of `run` catches it. */
export class ArgumentError extends Error {
  readonly cell: FunctionError;

  constructor(cell: FunctionError) {
    super(cell.message.en);
    this.name = "ArgumentError";
    this.cell = cell;
  }
}

/** The single number of an argument such as a threshold. Blank, text or a range is an error of the whole formula. */
export function numberArgument(matrix: ArgumentMatrix | undefined, name: Localised): number {
  return readArgument(matrix, name, false);
}

/** Like `numberArgument`, for what is measured: a duration such as `3:25` is its seconds. */
export function measureArgument(matrix: ArgumentMatrix | undefined, name: Localised): number {
  return readArgument(matrix, name, true);
}

function readArgument(matrix: ArgumentMatrix | undefined, name: Localised, takesDurations: boolean): number {
  const cell = matrix?.[0]?.[0] ?? BLANK;
  if (matrix && (matrix.length > 1 || (matrix[0]?.length ?? 0) > 1)) {
    throw new ArgumentError(valueError(`${name.en} must be a single cell.`, `“${name["zh-CN"]}”应为单个单元格。`));
  }
  if (cell.kind === "number" || (cell.kind === "duration" && takesDurations)) return cell.value;
  if (cell.kind === "text" && cell.comma) throw new ArgumentError(passOn(cell));
  throw new ArgumentError(
    cell.kind === "blank"
      ? valueError(`${name.en} is not stated.`, `没有填写“${name["zh-CN"]}”。`)
      : valueError(`${name.en} is not a number.`, `“${name["zh-CN"]}”不是数字。`),
  );
}

/** Like `numberArgument`, but a blank or omitted argument gives `otherwise`. */
export function optionalNumber<T>(
  matrix: ArgumentMatrix | undefined,
  name: Localised,
  otherwise: T,
  read: typeof numberArgument = numberArgument,
): number | T {
  const blank =
    matrix === undefined || (matrix.length === 1 && matrix[0]!.length === 1 && matrix[0]![0]!.kind === "blank");
  return blank ? otherwise : read(matrix, name);
}

/**
 * All numbers of a range in reading order. A cell without a number gives NaN, so that places stay. A number that its comma
 * makes doubtful is an error of the whole formula: leaving it out would be a guess.
 */
export function numbersOf(matrix: ArgumentMatrix): Float64Array {
  const width = matrix[0]?.length ?? 0;
  const values = new Float64Array(matrix.length * width).fill(NaN);
  matrix.forEach((row, r) =>
    row.forEach((cell, c) => {
      // An error among the values would change their mean without a word.
      if (cell.kind === "error" || (cell.kind === "text" && cell.comma)) throw new ArgumentError(passOn(cell));
      values[r * width + c] = readNumber(cell).value;
    }),
  );
  return values;
}

/**
 * Maps a range cell by cell. A cell that `read` makes a number goes through `score`; blank becomes pending; not applicable becomes `N/A`.
 * Anything else becomes an error that shows the cell's content. NaN from `score` marks a value that cannot be scored; `unscorable` says
 * why.
 */
export function mapReadings(
  matrix: ArgumentMatrix,
  read: (cell: CellValue) => Reading,
  score: (values: Float64Array) => Float64Array,
  unscorable: (value: number) => Localised,
): FunctionMatrix {
  const width = matrix[0]?.length ?? 0;
  const values = new Float64Array(matrix.length * width).fill(NaN);
  matrix.forEach((row, r) => row.forEach((cell, c) => (values[r * width + c] = read(cell).value)));
  const points = score(values);
  return matrix.map((row, r) =>
    row.map((cell, c): FunctionCell => {
      const value = values[r * width + c]!;
      const isPlain = read === readNumber || read === readPlainNumber;
      if (Number.isNaN(value)) return isPlain && cell.kind !== "number" ? passOn(cell) : passOnWord(cell);
      const result = points[r * width + c]!;
      return Number.isNaN(result) ? { error: "#VALUE!", message: unscorable(value) } : result;
    }),
  );
}

/** The result for a cell that holds none of the expected words. */
export function passOnWord(cell: CellValue): FunctionCell {
  if (cell.kind === "blank" || cell.kind === "not-applicable" || cell.kind === "error") return passOn(cell);
  if (cell.kind === "duration" || (cell.kind === "text" && cell.comma)) return passOn(cell);
  const shown = cell.kind === "text" ? cell.text : String(cell.value).toUpperCase();
  return valueError(`“${shown}” cannot be read here.`, `此处无法识别“${shown}”。`);
}

/** The result for a cell that holds no number. */
export function passOn(cell: Exclude<CellValue, { kind: "number" | "duration" }>): FunctionError;
export function passOn(cell: Exclude<CellValue, { kind: "number" }>): FunctionCell;
export function passOn(cell: Exclude<CellValue, { kind: "number" }>): FunctionCell {
  switch (cell.kind) {
    case "blank":
      return PENDING;
    case "not-applicable":
      return NOT_APPLICABLE;
    case "duration":
      return valueError(
        `A duration, ${showDuration(cell.value)}, cannot be read here.`,
        `此处不能填写时长（${showDuration(cell.value)}）。`,
      );
    case "text":
      if (cell.comma) return { error: "#VALUE!", message: commaQuestion(cell.text, cell.comma) };
      return valueError(`“${cell.text}” is not a number.`, `“${cell.text}”不是数字。`);
    case "logical":
      return valueError("A logical value is not a number.", "逻辑值不是数字。");
    case "error":
      return valueError(`The cell holds the error ${cell.code}.`, `单元格的值是错误 ${cell.code}。`);
  }
}
