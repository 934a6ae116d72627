import type { RawCell } from "../cell/cell";
import { cellText } from "../cell/cell";

const isText = (raw: RawCell): boolean => typeof raw === "string" && /[\p{L}]/u.test(cellText(raw));
const isBlank = (raw: RawCell): boolean => cellText(raw) === "";

/**
 * Whether the names of columns stand in two rows: merged names leave the lower row blank, and every blank of the upper row has a name below
 * it. Records follow.
 */
export function isDoubleHeader(
  upper: readonly RawCell[],
  lower: readonly RawCell[],
  below: readonly RawCell[],
): boolean {
  const names = lower.filter((raw) => !isBlank(raw));
  if (names.length < 2 || !names.every(isText)) return false;
  const merged = upper.filter((raw, column) => !isBlank(raw) && isBlank(lower[column])).length;
  const holes = upper.every((raw, column) => !isBlank(raw) || !isBlank(lower[column]) || isBlank(below[column]));
  return (
    merged >= 1 &&
    holes &&
    below.some((raw) => typeof raw === "number") &&
    upper.some((raw, column) => isBlank(raw) || !isBlank(lower[column]))
  );
}
