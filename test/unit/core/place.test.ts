import { alwaysQuoted, quoteSheet, unquoted } from "../../../src/core/cell/place";

test.each([
  ["Data", "Data"],
  ["绩效_2026.10", "绩效_2026.10"],
  ["_x", "_x"],
  ["Cost", "Cost"],
  ["Review", "Review"],
  ["Rates", "Rates"],
  ["ABCD1", "ABCD1"],
  ["My sheet", "'My sheet'"],
  ["O'Neil", "'O''Neil'"],
  ["绩效 2026-10", "'绩效 2026-10'"],
  ["2026", "'2026'"],
  [".x", "'.x'"],
  ["A1", "'A1'"],
  ["xfd1048576", "'xfd1048576'"],
  ["Q4", "'Q4'"],
  ["R", "'R'"],
  ["c", "'c'"],
  ["rc", "'rc'"],
  ["R1C1", "'R1C1'"],
  ["C2_notes", "'C2_notes'"],
  ["True", "'True'"],
  ["(Total)", "'(Total)'"],
  ["", "''"],
])("the sheet %j stands before an exclamation mark as %s", (name, text) => {
  expect(quoteSheet(name)).toBe(text);
  expect(unquoted(text)).toBe(name);
  expect(unquoted(alwaysQuoted(name))).toBe(name);
});
