import type { CellValue } from "../cell/cell";
import { foldName, parseCell } from "../cell/cell";

/**
 * What a cell says as the label of a scale: casing, width and spaces do not matter, and 3 is the label `3` whether it was typed as a number
 * or as text. "" where the cell can be no label.
 */
export function labelKey(cell: CellValue): string {
  switch (cell.kind) {
    case "text":
      return foldName(cell.text);
    case "number":
      return String(cell.value);
    case "logical":
      return String(cell.value);
    default:
      return "";
  }
}

/** The key of a label as it stands in a scale; "" for one that no cell can name, such as a blank or N/A. */
export const keyOfLabel = (label: string): string => labelKey(parseCell(label));

/** Makes the function that finds the label a cell names: its index, undefined for none of them. Of equal labels the first one counts. */
export function labelFinder(labels: readonly string[]): (cell: CellValue) => number | undefined {
  const byKey = new Map<string, number>();
  labels.forEach((label, index) => {
    const key = keyOfLabel(label);
    if (key !== "" && !byKey.has(key)) byKey.set(key, index);
  });
  return (cell) => byKey.get(labelKey(cell));
}
