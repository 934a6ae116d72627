import { copiedFormula, sharedFormula } from "../../../src/core/cell/formula";

/** Copies and shared formulas agree while the references stay on the sheet. */
test.each([
  ["A1+$A1+A$1+$A$1", 2, 1, "B3+$A3+B$1+$A$1"],
  ["=SUM(A1:B2,$A$1:B2)", 1, 1, "=SUM(B2:C3,$A$1:C3)"],
  ["SUM(A:A,$B:C,1:2,$3:4)", 1, 1, "SUM(B:B,$B:D,2:3,$3:5)"],
  ["A1048575", 1, 0, "A1048576"],
  ["XFC1", 0, 1, "XFD1"],
  ["B2:XFC1048575", -1, -1, "A1:XFB1048574"],
  ['="A1"&A1&"say ""A1"""', 1, 0, '="A1"&A2&"say ""A1"""'],
  ["'A1 b'!C3+Data!C3+'It''s A1'!A1:B2", 1, 1, "'A1 b'!D4+Data!D4+'It''s A1'!B2:C3"],
  ["[1]Data!A1+'[1]A1 b'!A:B", 0, 1, "[1]Data!B1+'[1]A1 b'!B:C"],
  ["SUM(Jan:Mar!A1)+SUM('Jan:Mar'!A1:B2)", 1, 1, "SUM(Jan:Mar!B2)+SUM('Jan:Mar'!B2:C3)"],
  ["A1:Old!B2", 1, 0, "A2:Old!B3"],
  ["A1:INDEX(B:B,3)", 1, 1, "B2:INDEX(C:C,3)"],
  ["LOG10(A1)+XYZ1+XFE1+A1048577+率A1+rate1.x", 1, 0, "LOG10(A2)+XYZ1+XFE1+A1048577+率A1+rate1.x"],
  ["Table1[[#This Row],[A1]]+A1#", 1, 0, "Table1[[#This Row],[A1]]+A2#"],
  ["1E5+1.5*A1+{1,2;3,4}", 0, 1, "1E5+1.5*B1+{1,2;3,4}"],
  ["#REF!+a1", 1, 0, "#REF!+A2"],
])("%s, %i down and %i across", (formula, rows, columns, moved) => {
  expect(copiedFormula(formula, rows, columns)).toBe(moved);
  expect(sharedFormula(formula)(rows, columns)).toBe(moved);
});

/** Beyond each edge: the copy's result, and the shared formula's result. */
test.each([
  ["A1", -1, 0, "#REF!", "A1048576"],
  ["A1", 0, -1, "#REF!", "XFD1"],
  ["A1048576", 1, 0, "#REF!", "A1"],
  ["XFD1", 0, 1, "#REF!", "A1"],
  ["B3", -5, -5, "#REF!", "XFA1048574"],
  ["$A1+A$1", 0, -1, "$A1+#REF!", "$A1+XFD$1"],
  ["$A1+A$1", -1, 0, "#REF!+A$1", "$A1048576+A$1"],
  ["$A$1", -9, -9, "$A$1", "$A$1"],
  ["SUM(A1:B2)", -1, 0, "SUM(#REF!)", "SUM(A1048576:B1)"],
  ["SUM(A$1:B2)", -1, 0, "SUM(A$1:B1)", "SUM(A$1:B1)"],
  ["SUM(A1048575:A1048576)", 1, 0, "SUM(#REF!)", "SUM(A1048576:A1)"],
  ["SUM(A:B,C:D)", 0, -1, "SUM(#REF!,B:C)", "SUM(XFD:A,B:C)"],
  ["SUM($A:B,XFC:XFD)", 0, 1, "SUM($A:C,#REF!)", "SUM($A:C,XFD:A)"],
  ["SUM(1:2,$1:3)", -1, 0, "SUM(#REF!,$1:2)", "SUM(1048576:1,$1:2)"],
  ["SUM(1048575:1048576)", 1, 0, "SUM(#REF!)", "SUM(1048576:1)"],
  ["SUM(A:B,1:2)", -1, 0, "SUM(A:B,#REF!)", "SUM(A:B,1048576:1)"],
  ["Data!A1+'My data'!A1:B2", -1, 0, "Data!#REF!+'My data'!#REF!", "Data!A1048576+'My data'!A1048576:B1"],
])("%s, %i down and %i across, says %s as a copy and %s where it is shared", (formula, rows, columns, copy, shared) => {
  expect(copiedFormula(formula, rows, columns)).toBe(copy);
  expect(sharedFormula(formula)(rows, columns)).toBe(shared);
});
