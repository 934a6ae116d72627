import { foldName, parseCell, parseFormatted } from "../../../src/core/cell/cell";
import { unitNamedIn } from "../../../src/core/cell/duration";
import { addressOf, columnLetters, parseAddress } from "../../../src/core/cell/place";

const duration = (value: number, fromText = true) => ({ kind: "duration", value, fromText });
const comma = (text: string, decimal: number, grouped?: number) => ({
  kind: "text",
  text,
  comma: grouped === undefined ? { decimal } : { decimal, grouped },
});
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
  ["1,234", comma("1,234", 1.234, 1234)],
  ["-60,250", comma("-60,250", -60.25, -60250)],
  ["12,345.6", number(12345.6, true)],
  ["1,234,567.5", number(1234567.5, true)],
  ["-3", number(-3, true)],
  ["+20%", number(0.2, true)],
  [".5", number(0.5, true)],
  ["5.", number(5, true)],
  ["1e3", number(1000, true)],
  ["0.07%", number(0.0007, true)],
  ["1,23", comma("1,23", 1.23)],
  ["0,985", comma("0,985", 0.985)],
  ["４，５", comma("4,5", 4.5)],
  ["98,5%", comma("98,5%", 0.985)],
  ["1.234,56", comma("1.234,56", 1234.56)],
  ["1,23,456", { kind: "text", text: "1,23,456" }],
  ["3‰", number(0.003, true)],
  ["2.5 ‰", number(0.0025, true)],
  ["3:25", duration(205)],
  ["0:03:25", duration(205)],
  ["００：０４：５０", duration(290)],
  ["125:30", duration(7530)],
  ["3:25.5", duration(205.5)],
  ["25:10:00", duration(90600)],
  ["3 min 25 s", duration(205)],
  ["3min25s", duration(205)],
  ["3分25秒", duration(205)],
  ["1小时5分", duration(3900)],
  ["1 h 5 min 3 sec", duration(3903)],
  ["3分钟", duration(180)],
  ["205秒", duration(205)],
  ["2.5 min", duration(150)],
  ["3:75", { kind: "text", text: "3:75" }],
  ["3:2", { kind: "text", text: "3:2" }],
  ["3分", { kind: "text", text: "3分" }],
  ["3m", { kind: "text", text: "3m" }],
  ["3:25 PM", { kind: "text", text: "3:25 PM" }],
  ["12 34", { kind: "text", text: "12 34" }],
  ["12 apples", { kind: "text", text: "12 apples" }],
  [".", { kind: "text", text: "." }],
  ["%", { kind: "text", text: "%" }],
  ["1e999", { kind: "text", text: "1e999" }],
  ["N/A", { kind: "not-applicable" }],
  ["n/a", { kind: "not-applicable" }],
  ["Ｎ／Ａ", { kind: "not-applicable" }],
  ["NA", { kind: "not-applicable" }],
  ["n.a.", { kind: "not-applicable" }],
  ["/", { kind: "not-applicable" }],
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

test.each<[string, number, unknown]>([
  ["m:ss", 205 / 86400, duration(205, false)],
  ["[m]:ss", 205 / 86400, duration(205, false)],
  ["mm:ss.0", 205.5 / 86400, duration(205.5, false)],
  ["[h]:mm:ss", 1.5, duration(129600, false)],
  ["h:mm", 12300 / 86400, duration(12300, false)],
  ['h"时"mm"分"ss"秒"', 205 / 86400, duration(205, false)],
  ["[$-F400]h:mm:ss\\ AM/PM", 0.5, duration(43200, false)],
  ['0"秒"', 205, duration(205, false)],
  ['0.0 "min"', 3.5, duration(210, false)],
  ["General", 205, number(205, false)],
  ["@", 205, number(205, false)],
  ["0.00E+00", 205, number(205, false)],
  ["yyyy/m/d h:mm", 46296.5, number(46296.5, false)],
  ["mmm-yy", 46296, number(46296, false)],
  ['[Red]#,##0.00_);"short"', 205, number(205, false)],
  ["0.0%", 0.98, number(0.98, false)],
])("in the format %s the number %d means %p", (format, raw, expected) =>
  expect(parseFormatted(raw, format)).toEqual(expected),
);

test.each([
  ["AHT (sec)", "second"],
  ["AHT（秒）", "second"],
  ["处理时长/分钟", "minute"],
  ["Handle time in minutes", "minute"],
  ["AHT (s)", "second"],
  ["Hold_min", "minute"],
  ["平均时长（小时）", "hour"],
  ["AHT", undefined],
  ["Secondary sales", undefined],
  ["within 20 sec per hour", undefined],
  ["CSAT (%)", undefined],
])("the header %s names the unit %p", (header, unit) => expect(unitNamedIn(header)).toBe(unit));

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
