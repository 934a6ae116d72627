import { addressOf } from "../../../../src/core/cell/place";
import type { Finding, Severity } from "../../../../src/core/checks/finding";
import { readSubject } from "../../../../src/core/checks/subject";
import { validate } from "../../../../src/core/checks/validate";
import type { CleanBook } from "../../../support/clean-books";
import { sourcesOfBook } from "../../../support/clean-books";
import { Garden } from "../../../support/mutations";
import { FROZEN, FROZEN_BOOKS } from "./defects";

const RANKS: readonly Severity[] = ["info", "warning", "error"];

const check = (book: CleanBook): readonly Finding[] => validate(readSubject(sourcesOfBook(book)));
const placeOf = ({ at }: Finding): string => (at ? `${at.sheet}!${addressOf(at.row, at.column)}` : "nowhere");
const told = (finding: Finding): string =>
  `${finding.severity} ${finding.code} ${placeOf(finding)}: ${finding.text.en.what}`;

test.each(Object.entries(FROZEN_BOOKS))("the frozen workbook %s has no finding", (_name, make) => {
  expect(check(make()).map(told)).toEqual([]);
});

test.each(FROZEN)(
  "is found at one of its cells, and nothing else is reported: %s (%s)",
  (_title, book, least, plant) => {
    const garden = new Garden(FROZEN_BOOKS[book]());
    const places = plant(garden);
    const found = check(garden.book);
    expect(found.map(told)).toHaveLength(1);
    expect(places).toContain(placeOf(found[0]!));
    expect(RANKS.indexOf(found[0]!.severity)).toBeGreaterThanOrEqual(RANKS.indexOf(least));
  },
);
