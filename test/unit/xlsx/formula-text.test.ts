import { sharedFormula, withoutSheet, withSheetsRenamed } from "../../../src/core/cell/formula";
import { shownFormula, storedFormula, withColumnRenamed, withoutTable } from "../../../src/xlsx/formula-text";

test.each([
  ["A1+$A1+A$1+$A$1", 2, 1, "B3+$A3+B$1+$A$1"],
  ["SUM(A:A,$B:C,1:2,$3:4)", 1, 1, "SUM(B:B,$B:D,2:3,$3:5)"],
  ['"A1"&B2', 1, 0, '"A1"&B3'],
  ["'A1 b'!C3+Data!C3", 1, 1, "'A1 b'!D4+Data!D4"],
  ["LOG10(A1)+XYZ1", 1, 0, "LOG10(A2)+XYZ1"],
  ["Table1[[#This Row],[A1]]+A1", 1, 0, "Table1[[#This Row],[A1]]+A2"],
  ["_xlfn.XLOOKUP(A1,B1:B9,C1:C9)", 1, 0, "_xlfn.XLOOKUP(A2,B2:B10,C2:C10)"],
  ["XFE1+Q1_2026+率A1", 1, 0, "XFE1+Q1_2026+率A1"],
  ["1E5+1.5*A1", 0, 1, "1E5+1.5*B1"],
  ["A1048576", 1, 0, "A1"],
])("%s, %i down and %i across, is %s", (formula, rows, columns, shifted) => {
  expect(sharedFormula(formula)(rows, columns)).toBe(shifted);
});

test.each([
  ["_xldudf_QA_LINEARSCORE(A1,60,90,10)", "QA.LINEARSCORE(A1,60,90,10)"],
  [
    'IF(A1="_xldudf_QA_X",_xlfn.IFS(B1,1),_xlfn._xlws.FILTER(A1:A9,B1:B9))',
    'IF(A1="_xldudf_QA_X",IFS(B1,1),FILTER(A1:A9,B1:B9))',
  ],
])("%s is shown as %s, and stored again as it was", (stored, shown) => {
  expect(shownFormula(stored)).toBe(shown);
  expect(storedFormula(`=${shown}`)).toBe(stored);
});

test("functions of other add-ins keep the name they are stored under: it does not say where the dots were", () => {
  expect(shownFormula("_xldudf_OTHER_FUNCTION_X(1)")).toBe("_xldudf_OTHER_FUNCTION_X(1)");
});

test.each([
  ["Old!A1+1", "#REF!+1"],
  ["SUM('old'!$A$1:B2,Other!A1)", "SUM(#REF!,Other!A1)"],
  ['"Old!A1"&NotOld!A1', '"Old!A1"&NotOld!A1'],
  ["[1]Old!A1+'[1]Old'!A1", "[1]Old!A1+'[1]Old'!A1"],
])("without the sheet Old, %s is %s", (formula, rest) => {
  expect(withoutSheet(formula, "Old")).toBe(rest);
});

test.each([
  ["Old!A1+old!B2:C3", "'New one'!A1+'New one'!B2:C3"],
  ["SUM('OLD'!$A$1:B2,Other!A1)", "SUM('New one'!$A$1:B2,Other!A1)"],
  ['"Old!A1"&NotOld!A1&Old', '"Old!A1"&NotOld!A1&Old'],
  ["SUM(Old:Mar!A1)+SUM(Jan:Old!A1)", "SUM('New one:Mar'!A1)+SUM('Jan:New one'!A1)"],
  ["SUM('Jan b:Old'!A1)", "SUM('Jan b:New one'!A1)"],
  ["A1:Old!B2", "A1:'New one'!B2"],
  ["[1]Old!A1+'[1]Old'!A1+[1]Jan:Old!A1", "[1]Old!A1+'[1]Old'!A1+[1]Jan:Old!A1"],
])("with Old called otherwise, %s is %s", (formula, renamed) => {
  expect(withSheetsRenamed(formula, (name) => (name.toLowerCase() === "old" ? "New one" : undefined))).toBe(renamed);
});

test.each([
  ["SUM(T[A])+T+T1[A]+T(1)", "SUM(#REF!)+#REF!+T1[A]+T(1)"],
  ['T[[#This Row],[A]]&"T[A]"', '#REF!&"T[A]"'],
])("without the table T, %s is %s", (formula, rest) => {
  expect(withoutTable(formula, "t")).toBe(rest);
});

test.each([
  ["SUM(T[A])+Other[A]+T[AB]", "SUM(T[Full '[x'] name])+Other[A]+T[AB]"],
  ["T[[#This Row],[a]]*[@A]", "T[[#This Row],[Full '[x'] name]]*[@Full '[x'] name]"],
])("after the column A of T got another name, %s is %s", (formula, renamed) => {
  expect(withColumnRenamed(formula, "T", "A", "Full [x] name")).toBe(renamed);
});
