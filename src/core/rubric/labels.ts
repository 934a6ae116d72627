import type { CellValue } from "../cell/cell";
import { foldName, parseCell } from "../cell/cell";

/**
 * The key by which a cell names a label of a scale. Case, width and spaces do not matter, and 3 is the label `3`, typed
 * as number or as text. "" if the cell cannot be a label.
 */
export function labelKey(cell: CellValue): string {
  switch (cell.kind) {
    case "text":
      return foldName(cell.text);
    case "number":
    case "duration":
      return String(cell.value);
    case "logical":
      return String(cell.value);
    default:
      return "";
  }
}

/** The key of a scale's label; "" for a label that no cell can name, such as a blank or N/A. */
export const keyOfLabel = (label: string): string => labelKey(parseCell(label));

/**
 * Makes the function that gives the index of the label in a cell; undefined if the cell names none. Of equal labels the
 * first one counts.
 */
export function labelFinder(labels: readonly string[]): (cell: CellValue) => number | undefined {
  const byKey = new Map<string, number>();
  labels.forEach((label, index) => {
    const key = keyOfLabel(label);
    if (key !== "" && !byKey.has(key)) byKey.set(key, index);
  });
  return (cell) => byKey.get(labelKey(cell));
}
