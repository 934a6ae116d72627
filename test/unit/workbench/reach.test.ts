import { reachOf } from "../../../src/workbench/grid/reach";

test.each([
  [
    "=A1+$C$20",
    [
      { rows: 1, columns: 1 },
      { rows: 20, columns: 3 },
    ],
  ],
  ["=SUM(B2:B301)", [{ rows: 301, columns: 2 }]],
  ["=SUM(Metrics!F2:G9)", [{ sheet: "Metrics", rows: 9, columns: 7 }]],
  ["='it''s mine'!A5", [{ sheet: "it's mine", rows: 5, columns: 1 }]],
  ["=指标数据!AA10", [{ sheet: "指标数据", rows: 10, columns: 27 }]],
  ['="A1"&B2', [{ rows: 2, columns: 2 }]],
  ["=LOG10(5)+QA.MAP1(2)", []],
  ["=SUM(A:A)", []],
  ["A100", []],
])("%s", (formula, expected) => {
  expect(reachOf(formula)).toEqual(expected.map((reach) => ({ sheet: undefined, ...reach })));
});
