import type { RawCell } from "../core/cell/cell";

/** What a cell of such a file is in a workbook, with its number format. */
export interface TypedCell {
  readonly value: RawCell;
  readonly format: string;
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const PERCENT = /^-?(?:0|[1-9]\d*)(?:\.\d+)?%$/;

/** More figures than Excel keeps of a number: such a cell is an ID. */
const MOST_FIGURES = 15;

/**
 * Figures that can be nothing else become numbers. All else stays the text that it is and is read as typed text: `0012` is an ID, and of
 * `1,5` the column decides.
 */
export function typed(text: string): TypedCell {
  const plain = text.trim();
  if (plain === "") return { value: null, format: "General" };
  if (plain.replace(/\D/g, "").length > MOST_FIGURES) return { value: text, format: "General" };
  if (NUMBER.test(plain)) return { value: Number(plain), format: "General" };
  if (!PERCENT.test(plain)) return { value: text, format: "General" };
  const [, decimals = ""] = plain.slice(0, -1).split(".");
  // The value of the decimal text, not a hundredth of the binary number.
  const value = Number(`${plain.slice(0, -1)}e-2`);
  return { value, format: decimals === "" ? "0%" : `0.${"0".repeat(decimals.length)}%` };
}
