import { gradedBook, hotlineBook, severalBook } from "../../../support/clean-books";
import type { Garden } from "../../../support/mutations";

/** Clean workbooks in which defects are planted. */
export const BOOKS = { hotline: hotlineBook, graded: gradedBook, several: severalBook } as const;

/** What is planted where; the function returns the cell that must be pointed at. */
export type Defect = readonly [
  code: string,
  book: keyof typeof BOOKS,
  title: string,
  plant: (garden: Garden) => string,
];
