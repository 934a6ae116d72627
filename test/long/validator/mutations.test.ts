import { addressOf } from "../../../src/core/cell/place";
import type { Finding } from "../../../src/core/checks/finding";
import { readSubject } from "../../../src/core/checks/subject";
import { ALL_CHECKS, validate } from "../../../src/core/checks/validate";
import { checkBook, readBook } from "../../../src/usecases";
import type { CleanBook } from "../../support/clean-books";
import { sourcesOfBook } from "../../support/clean-books";
import { Garden } from "../../support/mutations";
import { DATA } from "./planted/data";
import { BOOKS } from "./planted/defect";
import { FILLED, filledBook } from "./planted/filled";
import { RUBRIC } from "./planted/rubric";
import { SCALES } from "./planted/scales";
import { SIZES } from "./planted/sizes";

const check = (book: CleanBook): readonly Finding[] => validate(readSubject(sourcesOfBook(book)));
const told = ({ code, at }: Finding): string =>
  `${code} ${at ? `${at.sheet}!${addressOf(at.row, at.column)}` : "nowhere"}`;

test.each(Object.entries(BOOKS))("the clean workbook %s has no finding", (_name, make) => {
  expect(check(make()).map(told)).toEqual([]);
});

describe.each([
  ["rubric", RUBRIC],
  ["scales", SCALES],
  ["data", DATA],
  ["sizes", SIZES],
] as const)(
  "a defect planted in the %s is found with its own code at its cell, and nothing else is reported",
  (_kind, defects) => {
    test.each(defects)("%s (%s): %s", (code, book, _title, plant) => {
      const garden = new Garden(BOOKS[book]());
      const at = plant(garden);
      const found = check(garden.book);
      expect(found.map(told)).toEqual([`${code} ${at}`]);
      // Every offered fix clears the finding and leaves no error.
      for (const fix of found[0]!.fixes) {
        const mended = structuredClone(garden.book);
        for (const { sheet, row, column, value, numberFormat } of fix.edits) {
          mended.tables[sheet]![row]![column] = value;
          if (numberFormat === "[m]:ss" || numberFormat === "[h]:mm:ss")
            ((mended.times ??= {})[sheet] ??= new Set()).add(`${row}:${column}`);
        }
        const left = check(mended).filter((finding) => finding.severity === "error" || finding.code === code);
        expect(left.map(told)).toEqual([]);
      }
    });
  },
);

test.each(FILLED)(
  "a defect planted in a filled sheet is found, and nothing else is reported: %s (%s)",
  async (code, _title, plant) => {
    const filled = await filledBook();
    expect(checkBook(await readBook(filled.port)).map(told)).toEqual([]);
    const at = plant(filled);
    expect(checkBook(await readBook(filled.port)).map(told)).toEqual([`${code} ${at}`]);
  },
);

/** No clean book has periods put together from a column: the examples plant them. */
const IN_EXAMPLES = ["roll-up-weighings"];

test("every check is among the planted defects", () => {
  const planted = new Set([...RUBRIC, ...SCALES, ...DATA, ...SIZES, ...FILLED].map(([code]) => code));
  expect(ALL_CHECKS.map(({ id }) => id).filter((id) => !planted.has(id))).toEqual(IN_EXAMPLES);
});
