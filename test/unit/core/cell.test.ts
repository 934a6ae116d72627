import { foldName, parseCell } from "../../../src/core/cell/cell";
import { addressOf, columnLetters, parseAddress } from "../../../src/core/cell/place";
import { periodText } from "../../../src/core/metrics/periods";

const number = (value: number, fromText: boolean) => ({ kind: "number", value, fromText });

test.each<[unknown, unknown]>([
  [0, number(0, false)],
  [-0.5, number(-0.5, false)],
  [NaN, { kind: "error", code: "#NUM!" }],
  [Infinity, { kind: "error", code: "#NUM!" }],
  [null, { kind: "blank" }],
  [undefined, { kind: "blank" }],
  ["", { kind: "blank" }],
  ["  \u3000", { kind: "blank" }],
  ["0", number(0, true)],
  ["98.2%", number(0.982, true)],
  ["９８．２％", number(0.982, true)],
  ["98.2 %", number(0.982, true)],
  ["1,234", number(1234, true)],
  ["1,234,567.5", number(1234567.5, true)],
  ["-3", number(-3, true)],
  ["+20%", number(0.2, true)],
  [".5", number(0.5, true)],
  ["5.", number(5, true)],
  ["1e3", number(1000, true)],
  ["0.07%", number(0.0007, true)],
  ["1,23", { kind: "text", text: "1,23" }],
  ["12 34", { kind: "text", text: "12 34" }],
  ["12 apples", { kind: "text", text: "12 apples" }],
  [".", { kind: "text", text: "." }],
  ["%", { kind: "text", text: "%" }],
  ["1e999", { kind: "text", text: "1e999" }],
  ["N/A", { kind: "not-applicable" }],
  ["n/a", { kind: "not-applicable" }],
  ["Ｎ／Ａ", { kind: "not-applicable" }],
  ["不适用", { kind: "not-applicable" }],
  ["-", { kind: "not-applicable" }],
  ["－", { kind: "not-applicable" }],
  ["—", { kind: "not-applicable" }],
  ["#N/A", { kind: "error", code: "#N/A" }],
  ["#DIV/0!", { kind: "error", code: "#DIV/0!" }],
  [true, { kind: "logical", value: true }],
  ["优", { kind: "text", text: "优" }],
])("the cell %p means %p", (raw, expected) => {
  expect(parseCell(raw as never)).toEqual(expected);
});

test.each([
  ["Zero At ", "zeroat"],
  ["ＺＥＲＯ　ａｔ", "zeroat"],
  ["Zero\nat", "zeroat"],
  [" 计分方式 ", "计分方式"],
])("the name %p folds to %p", (text, folded) => expect(foldName(text)).toBe(folded));

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [701, "ZZ"],
  [702, "AAA"],
  [16383, "XFD"],
])("column %i is %s", (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
  expect(parseAddress(`$${letters}$7`)).toEqual({ row: 6, column });
  expect(addressOf(6, column)).toBe(`${letters}7`);
});

test.each(["", "A", "1", "A0", "ABCD1", "A1:B2"])("%p is no cell address", (text) =>
  expect(parseAddress(text)).toBeUndefined(),
);

test.each<[unknown, string]>([
  ["2026-10", "2026-10"],
  [202610, "202610"],
  [2026, "2026"],
  [46296, "2026-10"],
  [46327, "2026-11"],
  [45351, "2024-02"],
  [45352, "2024-03"],
  [46022, "2025-12"],
  [46023.5, "2026-01"],
  ["Q3 2026", "Q3 2026"],
  ["#N/A", ""],
])("the period cell %p reads %p", (raw, expected) => expect(periodText(raw as never)).toBe(expected));
