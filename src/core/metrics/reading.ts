import type { CellValue } from "../cell/cell";

/** What stands in a metric cell, as a code in a column. */
export const KIND = { number: 0, blank: 1, notApplicable: 2, unreadable: 3, waiting: 4 } as const;

/** A cell as a column takes it: the number it stands for, or why there is none. */
export interface Reading {
  /** A KIND code. */
  readonly kind: number;
  /** NaN unless the kind is a number. */
  readonly value: number;
}

export type CellReader = (cell: CellValue) => Reading;

const BLANK: Reading = { kind: KIND.blank, value: NaN };

const NOT_APPLICABLE: Reading = { kind: KIND.notApplicable, value: NaN };

const UNREADABLE: Reading = { kind: KIND.unreadable, value: NaN };

/**
 * Makes the reader of cells that hold something: undefined from `word` means that the cell cannot be read. A duration is
 * the number of its seconds.
 */
export function readerOf(
  word: (cell: Extract<CellValue, { kind: "number" | "text" | "logical" }>) => number | undefined,
  takesDurations = true,
): CellReader {
  return (cell) => {
    if (cell.kind === "blank") return BLANK;
    if (cell.kind === "not-applicable") return NOT_APPLICABLE;
    if (cell.kind === "error" || (cell.kind === "duration" && !takesDurations)) return UNREADABLE;
    const value = word(cell.kind === "duration" ? { ...cell, kind: "number" } : cell);
    return value === undefined || Number.isNaN(value) ? UNREADABLE : { kind: KIND.number, value };
  };
}

const itsNumber = (cell: CellValue): number | undefined => (cell.kind === "number" ? cell.value : undefined);

/** Reads plain numbers and durations, and nothing else. */
export const readNumber: CellReader = readerOf(itsNumber);

/** Reads plain numbers only: counts, points and ratings are no durations. */
export const readPlainNumber: CellReader = readerOf(itsNumber, false);
