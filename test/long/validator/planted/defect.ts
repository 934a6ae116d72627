import { gradedBook, hotlineBook, severalBook } from "../../../support/clean-books";
import type { Garden } from "../../../support/mutations";

/** Clean workbooks in which defects are planted. */
export const BOOKS = { hotline: hotlineBook, graded: gradedBook, several: severalBook } as const;

/** The defect and its place. The function returns the cell that the finding must name. */
export type Defect = readonly [
  code: string,
  book: keyof typeof BOOKS,
  title: string,
  plant: (garden: Garden) => string,
];
